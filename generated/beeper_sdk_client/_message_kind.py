# @generated


from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from ._model import is_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._model import Model

_Known: TypeAlias = Literal["text", "media", "voice", "sticker", "location", "reaction", "notice", "deleted", "unknown"]
MessageKind: TypeAlias = _Known | str
"""The kind of a message. Newer apps may add others."""

_BY_TYPE: dict[object, MessageKind] = {
    "TEXT": "text",
    "IMAGE": "media",
    "VIDEO": "media",
    "AUDIO": "media",
    "FILE": "media",
    "GIF": "media",
    "VOICE": "voice",
    "STICKER": "sticker",
    "LOCATION": "location",
    "REACTION": "reaction",
    "NOTICE": "notice",
}
_NO_TYPE = ("", "UNKNOWN")
_TEMPLATE = "{{sender}}"
_REACTED = r"\{\{sender\}\} (un)?reacted\b"
_LOCATION = r"geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?([,;][^\s]*)?"
_get: Callable[[object, str, None], object] = getattr
_NULL_IN_DUMPS = ("isHidden", "isDeleted", "attachments", "editedTimestamp")
_ONLY_MESSAGES_HAVE = ("attachments", "edited_timestamp", "links", "mentions", "reactions", "seen", "send_status")


def message_kind(message: Model) -> MessageKind:
    """What kind of message this is, decided from the data, also where ``type`` is missing.

    One of ``text``, ``media`` (images, GIFs, videos, audio and other files), ``voice`` (a voice note), ``sticker``,
    ``location``, ``reaction``, ``notice`` (somebody joined, the picture was changed, ...), ``deleted`` and ``unknown``.
    Newer apps may add others. The first of these rules that applies decides:

    - ``deleted`` if ``is_deleted``: what is left of a deleted message keeps its type.
    - A known ``type``. Among media, the attachments show which are voice notes and stickers.
    - The attachments.
    - Another ``type``, which a newer app may send: the kind is that type in lower case.
    - A hidden message, or one whose text begins with the placeholder ``{{sender}}``: ``reaction`` if it refers to a
      message or says so, otherwise ``notice``.
    - ``notice`` for a message of the user with a text and nothing else (no receipt, reply, mention, link, reaction or
      edit) whose ``type`` is None in the response, rather than missing. Some apps send notices like that.
    - ``location`` for a ``geo:`` URI alone, ``text`` for other texts and for links.
    - ``unknown`` for everything else.

    No request. Does not raise, whatever the fields contain.
    """
    if _get(message, "is_deleted", None) is True:
        return "deleted"
    given = _get(message, "type", None)
    if not isinstance(given, str):
        return _attached(message) or _untyped(message)
    kind = _BY_TYPE.get(given) or _other_spelling(given)
    if kind == "media":
        return _attached(message) or kind
    return kind or _attached(message) or _newer_type(given) or _untyped(message)


def _other_spelling(given: str) -> MessageKind | None:
    return _BY_TYPE.get(given.strip().upper())


def _newer_type(given: str) -> MessageKind | None:
    name = given.strip()
    return None if name.upper() in _NO_TYPE else name.lower()


def _attached(message: Model) -> MessageKind | None:
    items = _get(message, "attachments", None)
    if not is_list(items) or not items:
        return None
    for flag, kind in (("is_voice_note", "voice"), ("is_sticker", "sticker")):
        if all(_get(item, flag, None) is True for item in items):
            return kind
    return "media"


def _untyped(message: Model) -> MessageKind:
    text = _get(message, "text", None)
    words = text.strip() if isinstance(text, str) else ""
    is_linked = bool(_get(message, "linked_message_id", None))
    is_template = words.startswith(_TEMPLATE)
    if _get(message, "is_hidden", None) is True or is_template:
        return "reaction" if is_linked or re.match(_REACTED, words) else "notice"
    if not words:
        return "text" if _get(message, "links", None) else "unknown"
    if not is_linked and _is_bare_notice(message):
        return "notice"
    return "location" if words.startswith("geo:") and re.fullmatch(_LOCATION, words) else "text"


def _is_bare_notice(message: Model) -> bool:
    extras = message._extras or {}
    if "type" not in extras or extras["type"] is not None or _get(message, "is_sender", None) is not True:
        return False
    if any(name in extras and extras[name] is None for name in _NULL_IN_DUMPS):
        return False
    return not any(_get(message, name, None) for name in _ONLY_MESSAGES_HAVE)
