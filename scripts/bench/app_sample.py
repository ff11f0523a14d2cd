"""Responses as the app sends them: without spaces, with cursors, the status of sent messages, what a network can do.

A message always has `mentions` (null where it is old) and `isSender`; what is empty otherwise is left out, while a
chat has nulls. `every_key` is the worst case for a decoder, which no app is known to send: a null for each missing key.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scripts.bench import sample

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = (
    "id chatID accountID senderID senderName timestamp sortKey type isSender text editedTimestamp sendStatus isHidden "
    "isDeleted attachments isUnread linkedMessageID mentions links reactions seen"
)
"""All keys of a message."""
PAGE_SIZE = 20
PAGES = 5001
FIRST = 1_000_000
"""The number of the first page of the walk: all numbers have as many digits as the marks."""
PAGE_MARK, CURSOR_MARK = "@PAGE@@", "@NEXT@@"
"""Where the server puts the number of a page, and of the next one."""
CURSOR = "|Q3-MBv25WyJjaGF0cyIsMTc5NjAwNDcxMDY5OCwiIXVwL2Rvd24lMkZsZWZ0I3JpZ2h0OmJhX2JlbmNoLmxvY2FsIl0"


def person(number: int) -> str:
    """A user ID, as long as those of a local account."""
    return f"@whatsapp_1555010{number:04}:ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc.local-whatsapp.localhost"


def message(number: int) -> dict[str, Any]:
    """A message; the user's own ones have a status, and receipts."""
    made: dict[str, Any] = sample.message(number) | {
        "senderID": person(number % 7),
        "mentions": None if number % 3 == 2 else [],
    }
    if made["isSender"]:
        people = [person(n) for n in range(1, 2 + number % 3)]
        made["sendStatus"] = {"status": "SUCCESS", "timestamp": sample.moment(number), "deliveredToUsers": people}
        made["seen"] = dict.fromkeys(people, True)
    if not made["isUnread"]:
        del made["isUnread"]
    return {key: made[key] for key in KEYS.split() if key in made}


def every_key(number: int) -> dict[str, Any]:
    """The same, and null for each other key."""
    made = message(number)
    return {key: made.get(key) for key in KEYS.split()}


def page(count: int = sample.COUNT, made: Callable[[int], dict[str, Any]] = message) -> bytes:
    """A page of messages, newest first, with its cursors."""
    return written([made(number) for number in reversed(range(count))], "1796004710698", more=True)


def written(items: list[dict[str, Any]], cursor: str, *, more: bool) -> bytes:
    """A page as bytes."""
    cursors = {"oldestCursor": cursor + CURSOR if more else None, "newestCursor": f"1796012931250{CURSOR}"}
    return compact({"items": items, "hasMore": more, **cursors})


def chats() -> bytes:
    """A page of chats, newest first, each with the preview of its last message."""
    made = json.loads(chat())
    items = [{**made, "id": f"!{n}:beeper.local", "preview": message(n)} for n in range(PAGE_SIZE)]
    return written(items, "1796004710698", more=True)


def walk_page(*, more: bool) -> bytes:
    """A page of the walk, with marks in place of its number and of the next one."""
    items = [
        {**message(number), "id": f"{PAGE_MARK}{number:02}", "sortKey": f"1796{PAGE_MARK}{number:02}"}
        for number in reversed(range(PAGE_SIZE))
    ]
    return written(items, CURSOR_MARK, more=more)


def large() -> bytes:
    """A page of about 100 kB."""
    return page(192)


def chat() -> bytes:
    """A group as a list of chats contains it: nulls, and what its network can do."""
    empty = ("description", "imgURL", "draft", "reminder", "snooze", "messageExpirySeconds", "merge")
    flags = ("isMarkedUnread", "isLowPriority", "isReadOnly")
    kinds = {"image/png": 2, "image/jpeg": 2, "image/gif": 1}
    types = ("m.image", "m.video", "m.file", "m.audio", "org.matrix.msc3245.voice", "m.sticker", "fi.mau.gif")
    capabilities = {
        "formatting": {"bold": 2, "italic": 2, "strikethrough": 2, "inline_code": 2, "code_block": 1},
        "attachments": {kind: {"mimeTypes": kinds, "caption": 2, "maxSize": 104857600} for kind in types},
        "maxTextLength": 65536,
        **dict.fromkeys(("locationMessage", "poll", "thread", "reply", "edit", "delete", "reaction"), 2),
        "editMaxAge": 900,
        "deleteMaxAge": 172800,
        **dict.fromkeys(("deleteForMe", "readReceipts", "typingNotifications", "archive", "deleteChat"), True),
        "disappearingTimer": {"types": ["afterSend"], "timers": [86400000, 604800000, 7776000000]},
    }
    made = {**json.loads(sample.chat()), **dict.fromkeys(empty), **dict.fromkeys(flags, False)}
    return compact({**made, "unreadMentionsCount": 0, "capabilities": capabilities})


def compact(value: dict[str, Any]) -> bytes:
    """JSON without spaces, as JavaScript writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
