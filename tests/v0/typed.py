"""What type checkers see of the shims: checked with everything else, never run."""

from __future__ import annotations

from typing import assert_type

from beeper_sdk import models, v0


def blocking(client: v0.Client) -> None:
    assert_type(client.get_chat(chat_id="a"), models.V0Chat)
    assert_type(client.get_accounts(), list[models.V0Account])
    assert_type(client.search_messages(limit=100), models.V0MessageSearchPage)
    client.get_chat()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def asynchronous(client: v0.AsyncClient) -> None:
    assert_type(await client.get_chat(chat_id="a"), models.V0Chat)
    assert_type((await client.send_message(chat_id="a", text="b")).success, bool)


def payloads(chat: models.V0Chat) -> None:
    assert_type(v0.upgrade.chat(chat), v0.Converted)
