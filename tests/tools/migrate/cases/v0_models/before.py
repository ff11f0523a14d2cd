from __future__ import annotations

from typing import TYPE_CHECKING

from beeper_sdk import models, v0

if TYPE_CHECKING:
    from collections.abc import Iterable


def ids(messages: Iterable[models.V0Message]) -> list[str]:
    return [message.message_id for message in messages]


def chat(beeper: v0.Client) -> "models.V0Chat | None":
    return beeper.get_chat(chat_id="!a:beeper.local")
