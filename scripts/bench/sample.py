"""The sample responses: a page of 200 messages and a chat, always the same.

The page resembles an active group: mostly text, every eighth message with an attachment, every fifth with reactions,
and some replies, edits, links and read receipts.
"""

from __future__ import annotations

import json
from typing import Any

COUNT = 200
CHAT = "!bench:beeper.local"
ACCOUNT = "local-whatsapp_ba_bench"
TEXT = "See you at eight, the usual place; bring the book if you have finished it."


def message(number: int, *, unknown: bool = False, only_text: bool = False) -> dict[str, Any]:
    """One message, as the app sends it."""
    made: dict[str, Any] = {
        "id": f"{1343000 + number}",
        "chatID": CHAT,
        "accountID": ACCOUNT,
        "senderID": person(number % 7),
        "senderName": f"Person {number % 7}",
        "timestamp": moment(number),
        "sortKey": f"{449706228480 + number}",
        "type": "TEXT",
        "text": TEXT[: 12 + number * 7 % 60],
        "isSender": number % 7 == 0,
        "isUnread": number > COUNT - 8,
    }
    for every, part in enumerate((reacted, attached, replied, linked, edited, seen)):
        if not only_text and not number % (5 + 3 * every):
            made.update(part(number))
    if unknown:
        made["futureField"] = number
    return made


def person(number: int) -> str:
    """A user ID."""
    return f"@person{number}:beeper.local"


def moment(number: int) -> str:
    """When a message was sent."""
    return f"2026-08-{1 + number // 24:02}T{number % 24:02}:41:07.{number:03}Z"


def reacted(number: int) -> dict[str, Any]:
    """One to three reactions."""
    made = [
        {"id": f"{person(n)}👍", "reactionKey": "👍", "participantID": person(n), "emoji": True}
        for n in range(1, 2 + number % 3)
    ]
    return {"reactions": made}


def attached(number: int) -> dict[str, Any]:
    """A picture. Media IDs have letters: for 20 digits in a row, orjson is not used."""
    address = f"mxc://beeper.local/{'aQ7' * 8}{number:08}"
    picture = {
        "id": address,
        "type": "img",
        "srcURL": address,
        "mimeType": "image/jpeg",
        "fileName": f"IMG_{number}.jpg",
        "fileSize": 123456.0 + number,
        "isGif": False,
        "size": {"width": 1200, "height": 800},
    }
    return {"type": "IMAGE", "attachments": [picture]}


def replied(number: int) -> dict[str, Any]:
    """A reply that mentions someone."""
    return {"linkedMessageID": f"{1342990 + number}", "mentions": [person(3)]}


def linked(number: int) -> dict[str, Any]:
    """A link with its preview."""
    return {"links": [{"url": f"https://example.com/{number}", "title": "Dinner places", "summary": TEXT}]}


def edited(number: int) -> dict[str, Any]:
    """An edit."""
    return {"editedTimestamp": moment(number)}


def seen(number: int) -> dict[str, Any]:
    """Read receipts, one of each kind."""
    return {"seen": {person(1): True, person(2): moment(number)}}


def page(*, unknown: bool = False, only_text: bool = False) -> bytes:
    """A page of messages, newest first."""
    items = [message(number, unknown=unknown, only_text=only_text) for number in reversed(range(COUNT))]
    return json.dumps({"items": items, "hasMore": True}, ensure_ascii=False).encode()


def chat() -> bytes:
    """A group with ten participants."""
    people = [{"id": person(n), "fullName": f"Person {n}", "isSelf": not n, "isAdmin": n < 2} for n in range(10)]
    made = {
        "id": CHAT,
        "localChatID": "17",
        "accountID": ACCOUNT,
        "network": "WhatsApp",
        "title": "The usual people",
        "type": "group",
        "participants": {"items": people, "hasMore": False, "total": len(people)},
        "lastActivity": moment(7),
        "unreadCount": 3,
        "lastReadMessageSortKey": "449706228480",
        "isArchived": False,
        "isMuted": False,
        "isPinned": True,
    }
    return json.dumps(made, ensure_ascii=False).encode()


class Answer:
    """A response without a network."""

    status_code = 200

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.headers: dict[str, str] = {"content-type": "application/json"}
