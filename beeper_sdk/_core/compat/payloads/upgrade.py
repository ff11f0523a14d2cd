"""Converts payloads of v0 to v1, one function per type. They accept JSON objects or models, and never raise.

``value, lost = upgrade.chat(data)``: ``lost`` contains the fields that v1 does not have, by their path in the original.
It is nearly always empty. The second ID of a message is removed if it equals the first, and otherwise kept as an
unknown field.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from ...generated import base
from .field_mapping import Converted, Shape, Wire, by_key, converted, for_each_item, key_text, plain

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SAME = Shape()
_CHAT = Shape(lastReadMessageSortKey=key_text)
_MESSAGE_FIELDS = Shape(sortKey=key_text)


def _message(value: Any, at: str, lost: dict[str, Any]) -> Any:
    result = _MESSAGE_FIELDS(value, at, lost)
    if base.is_object(result) and "id" in result and "messageID" in result and result["messageID"] == result["id"]:
        del result["messageID"]
    return result


_CHATS = for_each_item(_CHAT)
_CHAT_PAGE = Shape(items=_CHATS)
_MESSAGE_PAGE = Shape(items=for_each_item(_message), chats=by_key(_CHAT))
_RESULT = Shape(results=Shape(chats=_CHATS, in_groups=_CHATS, messages=_MESSAGE_PAGE))


def account(data: Wire) -> Converted:
    """V0Account as an Account.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_SAME, data)


def user(data: Wire) -> Converted:
    """A User; both versions have the same.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_SAME, data)


def contacts(data: Wire) -> Converted:
    """ContactSearchResult; both versions have the same.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_SAME, data)


def participants(data: Wire) -> Converted:
    """V0ChatParticipants as ChatParticipants.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_SAME, data)


def chat(data: Wire) -> Converted:
    """V0Chat as a Chat: its sort key becomes a string.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_CHAT, data)


def attachment(data: Wire) -> Converted:
    """V0Attachment as an Attachment.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_SAME, data)


def message(data: Wire) -> Converted:
    """V0Message as a Message: its sort key becomes a string, and its second ID is removed.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_message, data)


def chat_page(data: Wire) -> Converted:
    """V0ChatPage as a ChatPage.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_CHAT_PAGE, data)


def message_page(data: Wire) -> Converted:
    """V0MessageSearchPage as a MessageSearchPage.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_MESSAGE_PAGE, data)


def search_result(data: Wire) -> Converted:
    """V0UnifiedSearchResult as a UnifiedSearchResult.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_RESULT, data)


def _flagged(value: Any, _at: str, lost: dict[str, Any]) -> Any:
    """The object without ``success`` and ``error``: v1 has the HTTP status instead. A failure is listed as lost."""
    if not base.is_object(value):
        return value
    result = {name: field for name, field in value.items() if name not in ("success", "error")}
    failed = value.get("success", True) is not True or "error" in value
    lost.update({name: value[name] for name in ("success", "error") if failed and name in value})
    return result


def send_result(data: Wire) -> Converted:
    """V0MessageSendResponse as a MessageSendResult. The ``messageID`` of the oldest apps is a pending ID.

    Args:
        data: The object of v0: JSON, or a model.
    """
    value, lost = converted(_flagged, data)
    if "messageID" in value and "pendingMessageID" not in value:
        value["pendingMessageID"] = value.pop("messageID")
    return Converted(value, lost)


def create_result(data: Wire) -> Converted:
    """V0ChatCreateResponse as a LegacyChatCreateResult, because v0 returns only the ID of a new chat.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_flagged, data)


def archive_result(data: Wire) -> Converted:
    """V0BaseResponse (archive, reminders) as the empty response of v1.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_flagged, data)


def focus_result(data: Wire) -> Converted:
    """V0OpenAppResponse as a FocusResult; both versions have the same.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_SAME, data)


def asset_result(data: Wire) -> Converted:
    """AssetDownloadResult; both versions have the same.

    Args:
        data: The object of v0: JSON, or a model.
    """
    return converted(_SAME, data)


def reminder(data: Wire) -> Converted:
    """V0ReminderInput as a ReminderInput: Unix milliseconds become a timestamp. Fractions of milliseconds are lost.

    Args:
        data: The object of v0: JSON, or a model.
    """
    value, lost = converted(_SAME, data)
    if "remindAtMs" in value:
        ms = value.pop("remindAtMs")
        at = _moment(ms)
        if at is not None:
            value["remindAt"] = base.to_json(at)
        if at is None or ms != int(ms):
            lost["remindAtMs"] = ms
    return Converted(value, lost)


def _moment(ms: object) -> datetime | None:
    if isinstance(ms, bool) or not isinstance(ms, int | float):
        return None
    try:
        return _EPOCH + timedelta(milliseconds=int(ms))
    except (OverflowError, ValueError):
        return None


def error(data: Wire) -> Converted:
    """V0Error, or the unreleased format of v1 (``{error: {…}}``), as an Error. The default code is ``unknown``.

    Args:
        data: The object of v0: JSON, or a model.
    """
    body = plain(data)
    if not base.is_object(body):
        return Converted({"message": "", "code": "unknown"}, {"$": body})
    if "error" not in body:
        return Converted({"message": "", "code": "unknown", **body}, {})
    result: dict[str, Any] = {name: field for name, field in body.items() if name not in ("error", "success")}
    lost = {"success": body["success"]} if "success" in body else {}
    inner = body["error"]
    if base.is_object(inner):
        known = ("message", "code", "details")
        result.update({name: inner[name] for name in known if name in inner})
        lost.update({f"error.{name}": field for name, field in inner.items() if name not in known})
    elif "message" in result:
        lost["error"] = inner
    else:
        result["message"] = inner
    return Converted({"message": "", "code": "unknown", **result}, lost)
