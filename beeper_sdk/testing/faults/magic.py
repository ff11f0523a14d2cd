"""Texts of messages that have an outcome of their own. The table is in the documentation of `beeper_sdk.testing`."""

from __future__ import annotations

import asyncio
import re

from ..wire.errors import Refused

_STATUSES = {"FAIL: permanent": "FAIL_PERMANENT", "FAIL: retriable": "FAIL_RETRIABLE"}
_REFUSED = re.compile(r"FAIL: ([45]\d\d)(?!\d)")
_SLOW = re.compile(r"SLOW: (\d{1,2}(?:\.\d{1,3})?)(?![\d.])")


async def perform(text: object) -> str | None:
    """Apply the outcome that a text chooses; returns the send status of the message, if the text chooses one.

    Raises:
        Refused: It chooses an error response.
    """
    if not isinstance(text, str):
        return None
    if (slow := _SLOW.match(text)) is not None:
        await asyncio.sleep(float(slow[1]))
    if (refused := _REFUSED.match(text)) is not None:
        raise Refused(int(refused[1]), f"The text of the message chose status {refused[1]}")
    if text.startswith("PENDING: "):
        return "PENDING"
    return next((status for prefix, status in _STATUSES.items() if re.match(rf"{prefix}\b", text)), None)
