"""Marks messages of a chat as read, unread or seen, without unpacking those of which it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...wire.json_values import Json
from .receipts import Receipt
from .row import sort_key
from .rows import Rows
from .tally import unread_rows


def mark_read(rows: Rows, end: int | None) -> Json | None:
    """Mark messages as read, all or those whose sort keys are below `end`; returns the newest of them."""
    newest: Json | None = None
    for block in reversed(list(rows.blocks)):
        packed = block.packed
        if packed is not None and (not packed.unread[0] or (end is not None and block.key(0) >= end)):
            continue
        if packed is not None and newest is not None and (end is None or block.last_key < end):
            rows.tally.change(block)
            block.frozen = packed.marked(unread=False)
            continue
        for row in reversed(unread_rows(rows.open(block))):
            if end is None or sort_key(row) < end:
                row["isUnread"] = False
                newest = newest or row
    return newest


def mark_unread(rows: Rows, start: int) -> None:
    """Mark messages of others as unread from a sort key on."""
    for block in list(rows.blocks):
        packed = block.packed
        if packed is not None and block.last_key < start:
            continue
        if packed is not None and block.key(0) >= start and (marked := packed.marked(unread=True)) is not None:
            rows.tally.change(block)
            block.frozen = marked
            continue
        for row in rows.open(block):
            if sort_key(row) >= start and not row.get("isSender"):
                row["isUnread"] = True
        rows.settle()


def mark_seen(rows: Rows, receipt: Receipt, bound: int | None, *, reports: bool) -> Iterator[Json]:
    """Mark messages as seen by somebody, all or those through a sort key; returns those that have changed, to be read
    only. Without `reports`, it need not return all of them.
    """
    for block in reversed(list(rows.blocks)):
        packed = block.packed
        if packed is not None:
            if receipt.sender_id not in packed.packed.senders or receipt.is_in(packed.seen):
                continue
            if bound is None or block.last_key <= bound:
                if reports:
                    yield from list(receipt.mark(packed.rows()))
                block.frozen = replace(packed, receipts=(*packed.receipts, receipt))
                continue
            if block.key(0) > bound:
                continue
        yield from list(receipt.mark(rows.open(block), bound))
        rows.settle()
