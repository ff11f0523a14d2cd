"""A module with a docstring."""

from __future__ import annotations

import os
from beeper_desktop_api import (
    AsyncBeeperDesktop,  # for the bot
    BeeperDesktop,
    NotFoundError,  # chats that went
    RateLimitError,
)
from beeper_desktop_api.types import Chat

client = BeeperDesktop(access_token=os.environ["BEEPER_ACCESS_TOKEN"])
bot = AsyncBeeperDesktop()


def find(chat_id: str) -> Chat | None:
    try:
        return client.chats.retrieve(chat_id)
    except (NotFoundError, RateLimitError):
        return None
