from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beeper_desktop_api import BeeperDesktop
    from beeper_desktop_api.types import Chat


def retrieve(client: BeeperDesktop | None, chat_id: str) -> Chat:
    assert client is not None
    return client.with_raw_response.chats.retrieve(chat_id).parse()
