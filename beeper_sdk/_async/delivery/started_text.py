"""Whether the text of `chats.start` was sent: some apps drop it if the chat exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_sleep
from ..._core.delivery.expected_message import ExpectedMessage
from ..._core.delivery.started_chat import backoff
from .history_scan import AsyncHistoryScan

if TYPE_CHECKING:
    from ..._core.generated import models
    from ..engine.sender import AsyncRequestSender


async def text_sent(engine: AsyncRequestSender, chat: models.CreatedChat, text: str, at: float) -> bool | None:
    """Read the chat until it contains the text. None if it does not and is new, or cannot be read."""
    pauses = backoff()
    try:
        while True:
            found = await AsyncHistoryScan(engine).find(ExpectedMessage(chat.id, text), at, None)
            if found.kind != "none":
                return True if found.kind == "found" else None
            if (delay := pauses.next()) is None:
                return False if chat.status == "existing" else None
            await async_sleep(delay)
    except Exception:  # noqa: BLE001 - a guard may raise anything for these reads, and the chat must be returned
        return None
