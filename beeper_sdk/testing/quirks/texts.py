"""Quirks of how messages are written: HTML and entities in texts, and rows that are events rather than messages."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from ..wire.json_values import Json, read_stamp, stamp
from ..wire.requests import Call
from ._base import Quirk, each, is_message

if TYPE_CHECKING:
    from ..world.room import Room
    from ..world.world import World

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_FALLBACK = "<mx-reply><blockquote>In reply to a message</blockquote></mx-reply>"


def _of_v1(call: Call) -> bool:
    return call.path.startswith("/v1/")


def _html_text(found: Json) -> Json:
    if is_message(found) and found.get("type") not in ("REACTION", "LOCATION") and found.get("text"):
        found["text"] = _rewritten(str(found["text"]), int(found["id"]), reply="linkedMessageID" in found)
    draft: Json = found.get("draft") or {}
    if draft.get("text"):
        draft["text"] = _paragraphs(str(draft["text"]))
    return found


def _rewritten(text: str, number: int, *, reply: bool) -> str:
    """The same text in another form. One that has markup or entities stays as it is."""
    if _TAG.search(text) or html.unescape(text) != text:
        return text
    if number % 3 == 0:
        text = html.escape(text)
    elif number % 3 == 1:
        text = _paragraphs(text)
    return _FALLBACK + text if reply else text


def _paragraphs(text: str) -> str:
    if _TAG.search(text):
        return text
    escaped = text if html.unescape(text) != text else html.escape(text)
    return f"<p>{escaped.replace(chr(10), '<br>')}</p>"


def _bare_notice(world: World, row: Json) -> Json:
    if row.get("type") == "REACTION":
        return row | {"text": f"{{{{sender}}}} reacted with {row.get('text', '')}"}
    room = world.rooms.get(str(row.get("chatID")))
    if row.get("type") != "NOTICE" or room is None:
        return row
    bare = {key: value for key, value in row.items() if key != "isHidden"}
    return bare | {"type": None, "isSender": True, "timestamp": _just_after(room, row)}


def _just_after(room: Room, notice: Json) -> str:
    """A millisecond after the last real message before a notice; its own time if there is none."""
    key = int(notice["sortKey"])
    real = next(filter(_is_real, room.messages.before(key)), None)
    return str(notice["timestamp"]) if real is None else stamp(read_stamp(real["timestamp"]) + 1)


def _is_real(row: Json) -> bool:
    return row.get("type") not in ("NOTICE", "REACTION") and not row.get("isDeleted")


TEXTS = (
    Quirk(
        "html_text",
        "A third of the texts is HTML, a third has HTML entities; replies begin with a fall-back, and drafts are HTML.",
        13,
        _of_v1,
        change=each(_html_text, b'"text"'),
    ),
    Quirk(
        "bare_notice",
        "Notices have type null and isSender true, are not hidden, and are dated just after the last message; texts of "
        "reaction rows have a literal {{sender}}.",
        45,
        _of_v1,
        amend=_bare_notice,
    ),
)
