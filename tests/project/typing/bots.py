"""Handlers of messages and replies, as type checkers see them. Checked, never run."""

from __future__ import annotations

from typing import assert_type

from beeper_sdk import AsyncBeeper, Beeper, models
from beeper_sdk.changes import Gap, MessageAdded


def blocking(beeper: Beeper, sent: models.MessageSendResult, message: models.Message, chat: models.Chat) -> None:
    @beeper.on_message
    def plain(message: models.Message) -> int:
        return len(message.id)

    @beeper.on_message(chats=[chat, "c"], own="elsewhere")
    def with_chat(message: models.Message, chat: models.Chat) -> str:
        return f"{message.id} {chat.id}"

    assert_type(plain(message), int)
    assert_type(with_chat(message, chat), str)

    def wrong(message: str) -> None: ...

    beeper.on_message(wrong)  # type: ignore[type-var]  # pyright: ignore[reportCallIssue, reportArgumentType]

    def on_error(error: Exception, change: MessageAdded) -> None: ...
    def on_gap(gap: Gap) -> None: ...

    beeper.run_forever("bot.json", on_error=on_error, on_gap=on_gap)
    beeper.run_forever("bot.json", on_error=on_gap)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    for start in (sent, message, chat, "c"):
        assert_type(beeper.messages.wait_for_reply(start), models.Message | None)
    beeper.messages.wait_for_reply(sent, matching=lambda message: message.text == "yes")
    beeper.messages.wait_for_reply(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def cooperative(beeper: AsyncBeeper, sent: models.MessageSendResult, message: models.Message) -> None:
    @beeper.on_message
    async def handler(message: models.Message) -> int:
        return len(message.id)

    async def matching(message: models.Message) -> bool:
        return bool(message.text)

    assert_type(await handler(message), int)
    assert_type(await beeper.messages.wait_for_reply(sent, matching=matching), models.Message | None)
    await beeper.run_forever()
