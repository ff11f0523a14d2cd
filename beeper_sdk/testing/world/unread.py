"""Which messages of a chat are unread: counted, and marked, without unpacking those of which it is known."""

from __future__ import annotations

from dataclasses import replace

from ..wire.json_values import Json
from .row import is_shown, sort_key
from .rows import Rows


def _unread(rows: list[Json]) -> list[Json]:
    return [row for row in rows if row.get("isUnread") and is_shown(row)]


def count_unread(rows: Rows, owner_id: str) -> tuple[int, int]:
    """How many messages of others the owner has not read, and how many of those mention them."""
    unread, mentioned, names = 0, 0, {"@room", owner_id}
    for block in rows.blocks:
        if block.rows is not None:
            found = _unread(block.rows)
            unread += len(found)
            mentioned += sum(1 for row in found if names & set(row.get("mentions") or ()))
        elif (packed := block.frozen) is not None and packed.packed.unread and not packed.is_read:
            unread += packed.unread
            mentioned += sum(count for mentions, count in packed.packed.mentions if names & mentions)
    return unread, mentioned


def mark_read(rows: Rows, end: int | None) -> Json | None:
    """Mark messages as read, all or those whose sort keys are below `end`; returns the newest of them."""
    newest: Json | None = None
    for block in reversed(list(rows.blocks)):
        packed = block.packed
        if packed is not None and (not packed.unread or (end is not None and block.key(0) >= end)):
            continue
        if packed is not None and newest is not None and (end is None or block.last_key < end):
            block.frozen = replace(packed, is_read=True)
            continue
        for row in reversed(_unread(rows.open(block))):
            if end is None or sort_key(row) < end:
                row["isUnread"] = False
                newest = newest or row
    return newest


def mark_unread(rows: Rows, start: int) -> None:
    """Mark messages of others as unread from a sort key on."""
    for block in list(rows.blocks):
        if block.packed is not None and block.last_key < start:
            continue
        for row in rows.open(block):
            if sort_key(row) >= start and not row.get("isSender"):
                row["isUnread"] = True
        rows.settle()
