"""What async calls give, as type checkers see it. Checked, never run."""

from __future__ import annotations

from datetime import datetime
from typing import assert_type

from beeper_sdk import AsyncBeeper, Delivery, Response, Sent, api, errors, models


async def values(beeper: AsyncBeeper) -> None:
    chat = await beeper.chats.retrieve("c", max_participant_count=50)
    assert_type(chat, models.Chat)
    assert_type(await beeper.accounts.list(), list[models.Account])
    assert_type(await beeper.chats.reminders.delete("c"), None)
    assert_type(await beeper.messages.send("c", text="hi"), models.MessageSendResult)
    assert_type(await beeper.chats.update("c", title=None), models.Chat)
    assert_type(await beeper.chats.remind("c", at="2026-12-24 18:00"), datetime)


async def people(beeper: AsyncBeeper) -> None:
    assert_type(await beeper.me("a"), models.User)
    assert_type(await beeper.chats.participants("c").collect(), list[models.Participant])
    async for person in beeper.chats.participants("c"):
        assert_type(person, models.Participant)


async def pages(beeper: AsyncBeeper) -> None:
    chats = beeper.chats.list()
    assert_type(await chats.first(), models.ChatWithPreview | None)
    assert_type(await chats.collect(limit=3), list[models.ChatWithPreview])
    assert_type(chats.checkpoint, str)
    async for chat in chats:
        assert_type(chat, models.ChatWithPreview)
    async for page in chats.pages():
        assert_type(page.checkpoint, str)
    async with beeper.messages.list("c").prefetch() as ahead:
        async for message in ahead:
            assert_type(message, models.Message)


async def low_level(beeper: AsyncBeeper) -> None:
    assert_type(await beeper.raw(api.chats.retrieve("c")), Response[models.Chat])
    async with beeper.stream(api.assets.serve(url="mxc://beeper.local/a")) as file:
        async for piece in file.iter_bytes():
            assert_type(piece, bytes)


async def sends(beeper: AsyncBeeper, error: errors.DeliveryUncertain) -> None:
    sent = await beeper.messages.send("c", text="hi")
    assert_type(await beeper.messages.wait(sent), Sent)
    assert_type(await beeper.messages.check(error), Delivery)


async def the_client(beeper: AsyncBeeper) -> None:
    assert_type(beeper.with_options(timeout=1.0), AsyncBeeper)
    async with beeper as same:
        assert_type(same, AsyncBeeper)
