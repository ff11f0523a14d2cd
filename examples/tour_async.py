"""The async half of scripts/demo: the same calls with `await`, and what async is for, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from beeper_sdk import errors
from examples._screen import biggest, first_line, own, when

if TYPE_CHECKING:
    from beeper_sdk import AsyncBeeper, models
    from examples._screen import Screen


async def tour(screen: Screen, client: AsyncBeeper, live: bool) -> None:
    """The same as the sync half, in one client."""
    async with client as beeper:
        with screen.part("The same, async: accounts"):
            for account in await beeper.accounts.list():
                screen.line(account.network, account.status, f"I am {account.user.full_name}")
        with screen.part("async: the newest chats"):
            chats = await beeper.chats.list().collect(limit=50)
            for chat in chats[:3]:
                screen.line(when(chat.last_activity), chat.title, f"{chat.unread_count} unread")
        if chats:
            await in_chats(beeper, screen, chats, live=live)
        with screen.part("async: a call of v0"):
            try:
                screen.line(f"{len(await beeper.v0.get_accounts())} accounts")
            except errors.NotFoundError:
                screen.line("this Beeper serves v0 no longer")


async def in_chats(beeper: AsyncBeeper, screen: Screen, chats: list[models.ChatWithPreview], *, live: bool) -> None:
    """What is done in one chat, and in several at once."""
    big, newest = biggest(chats), own(chats)
    with screen.part(f"async: the members of {big.title}, the first 50, then all"):
        cut = await beeper.chats.retrieve(big.id, max_participant_count=50)
        everyone = await beeper.chats.participants(big.id).collect()
        screen.line(f"{len(cut.participants.items)} of {cut.participants.total}, then {len(everyone)}")
    with screen.part("async: the newest message of four chats, all four asked at once"):
        async with anyio.create_task_group() as group:
            for chat in [each for each in chats if each.merge is None][:4]:
                group.start_soon(last_message, beeper, screen, chat)
    if not live:
        with screen.part(f"async: a message sent to {newest.title}, and read back"):
            await beeper.messages.send(newest.id, text="Hello from the async demo")
            message = await beeper.messages.list(newest.id).first()
            if message is not None:
                screen.line(when(message.timestamp), message.sender_name, first_line(message))


async def last_message(beeper: AsyncBeeper, screen: Screen, chat: models.Chat) -> None:
    """One line about the newest message of a chat."""
    message = await beeper.messages.list(chat.id, direction="before").first()
    if message is not None:
        screen.line(when(message.timestamp), chat.title, first_line(message))
