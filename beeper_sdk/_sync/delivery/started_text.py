# @generated from beeper_sdk/_async; do not edit


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import sleep
from ..._core.delivery.expected_message import ExpectedMessage
from ..._core.delivery.started_chat import backoff
from .history_scan import HistoryScan

if TYPE_CHECKING:
    from ..._core.generated import models
    from ..engine.sender import RequestSender


def text_sent(engine: RequestSender, chat: models.CreatedChat, text: str, at: float) -> bool | None:
    """Read the chat until it contains the text. None if it does not and is new, or cannot be read."""
    pauses = backoff()
    try:
        while True:
            found = HistoryScan(engine).find(ExpectedMessage(chat.id, text), at, None)
            if found.kind != "none":
                return True if found.kind == "found" else None
            if (delay := pauses.next()) is None:
                return False if chat.status == "existing" else None
            sleep(delay)
    except Exception:  # noqa: BLE001 - a guard may raise anything for these reads, and the chat must be returned
        return None
