"""A page of messages decoded by compiled code, msgspec, as a limit. Its Structs keep no unknown fields and no nulls."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any


def decoder() -> Any:
    """The decoder of a page."""
    msgspec = import_module("msgspec")

    def struct(name: str, required: str, **others: Any) -> Any:
        fields: list[Any] = [(field, str) for field in required.split()]
        return msgspec.defstruct(name, [*fields, *((field, kind, None) for field, kind in others.items())])

    def many(kind: Any) -> Any:
        return list.__class_getitem__(kind) | None

    text, number, flag, when = str | None, float | None, bool | None, datetime | None
    size = struct("Size", "", width=number, height=number)
    names = dict.fromkeys(("id", "srcURL", "mimeType", "fileName"), text)
    attachment = struct("Attachment", "type", **names, fileSize=number, isGif=flag, size=size | None)
    reaction = struct("Reaction", "id reactionKey participantID", emoji=flag)
    reasons = dict.fromkeys(("message", "internalError"), text)
    status = struct("SendStatus", "status", timestamp=when, deliveredToUsers=many(str), **reasons)
    message = struct(
        "Message",
        "id chatID accountID senderID sortKey",
        timestamp=when,
        editedTimestamp=when,
        **dict.fromkeys(("senderName", "type", "text", "linkedMessageID"), text),
        **dict.fromkeys(("isSender", "isUnread", "isHidden", "isDeleted"), flag),
        sendStatus=status | None,
        attachments=many(attachment),
        mentions=many(str),
        links=many(struct("Link", "url title", summary=text)),
        reactions=many(reaction),
        seen=bool | dict[str, bool | datetime] | None,
    )
    cursors = dict.fromkeys(("oldestCursor", "newestCursor"), text)
    return msgspec.json.Decoder(struct("Page", "", items=many(message), hasMore=flag, **cursors))
