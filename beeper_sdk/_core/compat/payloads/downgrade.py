"""Converts payloads of v1 to v0, one function per type. They accept JSON objects or models, and never raise.

``value, lost = downgrade.chat(data)``: ``lost`` contains the fields that v0 does not have (drafts, reminders, labels,
admin flags, …), by their path in the original. Unknown fields are kept. Texts are not changed: v1 may return Matrix
HTML where v0 returned plain text, and no field says which it is.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from ...generated import base, times
from .field_mapping import Converted, Shape, Wire, by_key, converted, for_each_item, plain

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SAME = Shape()
_ACCOUNT = Shape(gone=("bridge", "status", "statusText", "loginID", "capabilities"), empty=("network",))
_USER = Shape(gone=("isAdmin", "isPending", "isNetworkBot"))
_PARTICIPANTS = Shape(items=for_each_item(_USER))
_CHAT = Shape(
    gone=(
        "capabilities", "description", "draft", "imgURL", "isLowPriority", "isMarkedUnread", "isReadOnly", "labels",
        "merge", "mergedIntoChatID", "messageExpirySeconds", "preview", "reminder", "snooze", "unreadMentionsCount",
    ),
    empty=("network", "title"),
    participants=_PARTICIPANTS,
)  # fmt: skip
_ATTACHMENT = Shape(gone=("id", "transcription"))
_MESSAGE_FIELDS = Shape(
    gone=("editedTimestamp", "isDeleted", "isHidden", "linkedMessageID", "links", "mentions", "seen", "sendStatus",
          "type"),
    attachments=for_each_item(_ATTACHMENT),
)  # fmt: skip


def _message(value: Any, at: str, lost: dict[str, Any]) -> Any:
    result = _MESSAGE_FIELDS(value, at, lost)
    return (
        {**result, "messageID": result["id"]}
        if base.is_object(result) and "id" in result and "messageID" not in result
        else result
    )


_CHATS = for_each_item(_CHAT)
_CHAT_PAGE = Shape(items=_CHATS)
_MESSAGE_PAGE = Shape(items=for_each_item(_message), chats=by_key(_CHAT))
_RESULT = Shape(results=Shape(chats=_CHATS, in_groups=_CHATS, messages=_MESSAGE_PAGE))


def account(data: Wire) -> Converted:
    """Account as a V0Account.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_ACCOUNT, data)


def user(data: Wire) -> Converted:
    """User or Participant as a User: v0 has no admin, pending and bot flags.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_USER, data)


def contacts(data: Wire) -> Converted:
    """ContactSearchResult; both versions have the same.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_SAME, data)


def participants(data: Wire) -> Converted:
    """ChatParticipants as V0ChatParticipants.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_PARTICIPANTS, data)


def chat(data: Wire) -> Converted:
    """Chat as a V0Chat. A missing network or title becomes ``""``, because v0 requires both.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_CHAT, data)


def attachment(data: Wire) -> Converted:
    """Attachment as a V0Attachment.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_ATTACHMENT, data)


def message(data: Wire) -> Converted:
    """Message as a V0Message, which has its ID in two fields.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_message, data)


def chat_page(data: Wire) -> Converted:
    """ChatPage as a V0ChatPage.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_CHAT_PAGE, data)


def message_page(data: Wire) -> Converted:
    """MessageSearchPage as a V0MessageSearchPage.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_MESSAGE_PAGE, data)


def search_result(data: Wire) -> Converted:
    """UnifiedSearchResult as a V0UnifiedSearchResult.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_RESULT, data)


def send_result(data: Wire) -> Converted:
    """MessageSendResult as a V0MessageSendResponse with ``success: true``.

    Args:
        data: The object of v1: JSON, or a model.
    """
    value, lost = converted(_SAME, data)
    return Converted({"success": True, **value}, lost)


def create_result(data: Wire) -> Converted:
    """CreatedChat or LegacyChatCreateResult as a V0ChatCreateResponse, which has the chat ID only.

    Args:
        data: The object of v1: JSON, or a model.
    """
    value, lost = converted(_SAME, data)
    if "chatID" not in value and "id" in value:
        value["chatID"] = value.pop("id")
    elif "id" in value and value["id"] == value.get("chatID"):
        del value["id"]
    lost.update({name: field for name, field in value.items() if name != "chatID"})
    result: dict[str, Any] = {"success": True}
    return Converted(result | ({"chatID": value["chatID"]} if "chatID" in value else {}), lost)


def archive_result(data: Wire | None = None) -> Converted:
    """The empty response of archive and reminders, or ``{success: true}`` of some apps, as a V0BaseResponse.

    Args:
        data: The object of v1: JSON, or a model.
    """
    value, lost = converted(_SAME, {} if data is None else data)
    return Converted({"success": True, **value}, lost)


def focus_result(data: Wire) -> Converted:
    """FocusResult as a V0OpenAppResponse; both versions have the same.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_SAME, data)


def asset_result(data: Wire) -> Converted:
    """AssetDownloadResult; both versions have the same.

    Args:
        data: The object of v1: JSON, or a model.
    """
    return converted(_SAME, data)


def reminder(data: Wire) -> Converted:
    """ReminderInput as a V0ReminderInput (in v1 until app 4.2.807 too): the time becomes Unix milliseconds.

    Args:
        data: The object of v1: JSON, or a model.
    """
    value, lost = converted(_SAME, data)
    if "remindAt" in value:
        text = value.pop("remindAt")
        ms = _milliseconds(text)
        if ms is None:
            lost["remindAt"] = text
        else:
            value["remindAtMs"] = ms
    return Converted(value, lost)


def _milliseconds(text: object) -> int | None:
    if not isinstance(text, str):
        return None
    try:
        return (times.parse_time(text) - _EPOCH) // timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return None


def error(data: Wire) -> Converted:
    """Error as a V0Error: details become a map of strings, by the path of the rejected field. Other values are lost.

    Args:
        data: The object of v1: JSON, or a model.
    """
    body = plain(data)
    if not base.is_object(body):
        return Converted({"error": ""}, {"$": body})
    result: dict[str, Any] = {name: field for name, field in body.items() if name not in ("message", "details")}
    lost: dict[str, Any] = {}
    if "error" in result and "message" in body:
        lost["error"] = result["error"]
    if "message" in body or "error" not in result:
        result["error"] = body.get("message", "")
    if body.get("details") is not None:
        texts = _texts(body["details"])
        if texts:
            result["details"] = texts
        if texts != body["details"]:
            lost["details"] = body["details"]
    return Converted(result, lost)


def _texts(details: object) -> dict[str, str]:
    """The details as in v0: a map of strings."""
    if not base.is_object(details):
        return {}
    texts = {name: field for name, field in details.items() if isinstance(field, str)}
    issues = details.get("issues")
    for issue in issues if base.is_list(issues) else ():
        if base.is_object(issue) and base.is_list(issue.get("path")) and isinstance(issue.get("message"), str):
            texts[".".join(map(str, issue["path"]))] = issue["message"]
    return texts
