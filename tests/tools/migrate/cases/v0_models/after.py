from __future__ import annotations

from typing import TYPE_CHECKING

from beeper_sdk import Beeper, models

if TYPE_CHECKING:
    from collections.abc import Iterable


def ids(messages: Iterable[models.Message]) -> list[str]:
    return [message.id for message in messages]


def chat(beeper: Beeper) -> "models.Chat | None":
    return beeper.chats.retrieve("!a:beeper.local", max_participant_count=20)
