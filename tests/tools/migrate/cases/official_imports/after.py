"""A module with a docstring."""

from __future__ import annotations

import os
from beeper_sdk import (
    AsyncBeeper,  # for the bot
    Beeper,
)
from beeper_sdk.errors import (
    NotFoundError,  # chats that went
    RateLimitError,
)
from beeper_sdk import models

client = Beeper(access_token=os.environ["BEEPER_ACCESS_TOKEN"])
bot = AsyncBeeper()


def find(chat_id: str) -> models.Chat | None:
    try:
        return client.chats.retrieve(chat_id)
    except (NotFoundError, RateLimitError):
        return None
