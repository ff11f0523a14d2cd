from __future__ import annotations

from typing import TYPE_CHECKING
from beeper_sdk import api

if TYPE_CHECKING:
    from beeper_sdk import Beeper
    from beeper_sdk import models


def retrieve(client: Beeper | None, chat_id: str) -> models.Chat:
    assert client is not None
    return client.raw(api.chats.retrieve(chat_id)).value
