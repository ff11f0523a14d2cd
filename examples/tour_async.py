"""The async half of the tour: the same methods with `await`, and several requests at once. tour.py runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from examples._screen import one_line

if TYPE_CHECKING:
    from beeper_sdk import AsyncBeeper, models
    from beeper_sdk.testing import FakeBeeper
    from examples._screen import Screen


async def newest_chats(beeper: AsyncBeeper) -> list[models.ChatWithPreview]:
    """Async: the same methods, with await"""
    chats = await beeper.chats.list().collect(limit=50)
    for chat in chats[:3]:
        print(f"{chat.network:10} {await beeper.chats.title(chat):20} {chat.unread_count} unread")
    return chats


async def several_at_once(beeper: AsyncBeeper, chats: list[models.ChatWithPreview]) -> None:
    """Async: the newest message of four chats, requested at the same time"""

    async def newest(chat: models.Chat) -> None:
        message = await beeper.messages.list(chat.id).first()
        if message is not None:
            print(f"{chat.title}: {one_line(message)}")

    async with anyio.create_task_group() as group:  # or asyncio.TaskGroup
        for chat in [chat for chat in chats if chat.merge is None][:4]:
            group.start_soon(newest, chat)


async def prefetch(beeper: AsyncBeeper, chats: list[models.ChatWithPreview]) -> None:
    """Async: fetch the next page while this one is used"""
    chat = next(chat for chat in chats if chat.merge is None)
    count = 0
    async with beeper.messages.list(chat.id).prefetch() as pager:
        async for _message in pager:
            count += 1
            if count == 100:
                break
    print(f"{chat.title}: {count} messages read")


async def send(beeper: AsyncBeeper) -> None:
    """Async: send a message, and read it back"""
    chat = await beeper.chats.find("board games")
    await beeper.messages.send(chat.id, text="Hello from the async demo")
    message = await beeper.messages.list(chat.id).first()
    if message is not None:
        print(f"{message.sender_name}: {one_line(message)}")


async def tour(client: AsyncBeeper, screen: Screen, fake: FakeBeeper | None) -> None:
    """All steps. The one that changes something needs a fake server."""
    async with client as beeper:
        with screen.step(newest_chats):
            chats = await newest_chats(beeper)
        if any(chat.merge is None for chat in chats):
            for step in (several_at_once, prefetch):
                with screen.step(step):
                    await step(beeper, chats)
        if fake is not None:
            with screen.step(send):
                await send(beeper)
