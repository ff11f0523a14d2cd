"""Sort keys, as far as they can be compared: numbers, as text or as they are. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cursors import cursor_text

if TYPE_CHECKING:
    from ..generated import models


def key_number(key: object) -> int | None:
    """A sort key as a number; None if it is none."""
    text = cursor_text(key)
    return int(text) if text is not None and text.isascii() and text.isdecimal() else None


def is_on_other_side(row: models.Message, message: models.Message, direction: models.Direction) -> bool:
    """Whether a row is not where pages from a message on lead: older than it, or with ``after`` newer."""
    key, at = key_number(row.sort_key), key_number(message.sort_key)
    if key is None or at is None:
        return False
    return key < at if direction == "after" else key > at
