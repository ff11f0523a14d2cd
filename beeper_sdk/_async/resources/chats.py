"""Chats: the generated operations, and what takes more than one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, overload

from ..._core.generated import resources

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from ..._core.generated import models
    from ..._core.times import When
    from ..engine.sender import AsyncRequestSender
    from ..people.roster import AsyncRoster

C = TypeVar("C", bound="models.Chat")
FIRST_PAGE = 100
"""Members asked for first: enough for nearly every chat, and small."""


class AsyncChats(resources.AsyncChatsApi):
    """Chats: list, search, read, change, remind; who is in them."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    def participants(self, chat: str | models.Chat, *, page_size: int = FIRST_PAGE) -> AsyncRoster:
        """The members of a chat: complete, however much the server cuts off.

        Args:
            chat: Chat ID, or a chat from a list (it holds at most 20 members) or from `retrieve`. Members it holds
                are used as they are, without another request. A merged chat gives the people of its member chats.
            page_size: How many members to ask for first, 1 to 500; if there are more, all are asked for next.

        Returns:
            Something to loop over, with `collect`, `first`, the filters `admins`, `pending`, `bots` and
            `everyone_but_me`, and `total` once the first answer is there. Looping raises IncompleteParticipants
            where the server keeps members back.
        """
        from ..._core.people.participants import ALL, RosterPages, check_page_size
        from ..people.roster import AsyncRoster

        pages = RosterPages(chat, (check_page_size(page_size), ALL))
        return AsyncRoster(self.retrieve, self._engine.state.identity, pages)

    @overload
    async def complete(self, chat: str) -> models.Chat: ...
    @overload
    async def complete(self, chat: C) -> C: ...
    async def complete(self, chat: str | models.Chat) -> models.Chat:
        """A chat with its whole roster: one request; none for a chat that holds all its members.

        A merged chat takes one for each member chat, and gets the people of all of them.

        Args:
            chat: Chat ID, or a chat from a list or from `retrieve`, which is given back as it is otherwise; itself
                it is not changed.

        Raises:
            IncompleteParticipants: the server keeps members back; the error holds those it gave.
        """
        from ..._core.people.participants import ALL, RosterPages
        from ..people.roster import fetch_once

        pages = RosterPages(chat, (ALL,))
        while await fetch_once(self.retrieve, pages):
            pass
        return pages.whole()

    async def self_user(self, chat: str | models.Chat) -> models.User:
        """Who you are in a chat. With a chat that holds you it takes no request, else as few as it can.

        Looked at are, in this order: ``isSelf`` among the members at hand; ids this client knows to be yours on the
        account, from other chats and from messages of yours; the account's user (the accounts are listed once per
        client); the whole roster, and messages of yours, which are searched for once per account.

        Args:
            chat: Chat ID, or a chat from a list or from `retrieve`.

        Returns:
            You as a member of the chat, or your user on the account where the members at hand do not hold you.

        Raises:
            SelfUserUnknown: nothing says who you are; the error tells where was looked.
        """
        from ..people.self_lookup import AsyncSelfLookup

        return await AsyncSelfLookup(self._engine).in_chat(chat)

    async def find(
        self,
        name: str,
        *,
        network: str | None = None,
        account: str | Sequence[str] | None = None,
        type: models.ChatTypeFilter = "any",  # noqa: A002  # as in `search`
    ) -> models.Chat:
        """The one chat a text means: by its title as `title` gives it or, for a direct chat, by who it is with.

        A chat ID or local ID beats a person's handle, phone number, e-mail or ID, those beat a title that is the
        same, and that beats one with all these words in it. Names are compared as in `people.find`. A merged chat
        stands for those it shows.

        Requests: one for a chat ID; else one per 200 chats (some apps give only 25 at once), and one for the
        accounts where a network is given or a chat that fits does not tell which member you are.

        Args:
            name: What you know of the chat.
            network: Only on this network: ``WhatsApp``, ``signal``, ...
            account: Only on this account, or these: account IDs.
            type: ``single``, ``group`` or ``any``.

        Raises:
            NoMatch: no chat fits.
            AmbiguousMatch: several fit as well as each other; its ``candidates`` are chats.
        """
        from ..._core.people.account_filter import AccountFilter
        from ..people.name_lookup import find_chat

        return await find_chat(self._engine, name, AccountFilter(network, account), type)

    async def title(self, chat: str | models.Chat) -> str:
        """What to call a chat in front of people; never empty.

        The server's title; where that is missing, blank or your own name, the names of the others. No request for a
        chat that is at hand and marks you, or has a title that is no member's name; one for a chat ID; and at most
        one per client to learn who you are.
        """
        from ..._core.people import names
        from ..people.name_lookup import me_among

        if isinstance(chat, str):
            chat = await self.retrieve(chat)
        return names.title(chat, await me_among(self._engine, chat) if names.needs_self(chat) else None)

    async def remind(
        self, chat: str | models.Chat, *, at: When, dismiss_on_incoming_message: bool | None = None
    ) -> datetime:
        """Have Beeper remind you of a chat. A reminder the chat has is replaced; `reminders.delete` takes it away.

        Args:
            chat: Chat ID or chat.
            at: A time to come: a datetime (a naive one is local time), a timedelta or relativedelta from now, or
                text that means one date: ``2026-12-24 18:00``, ``24 Dec 2026 6 pm``.
            dismiss_on_incoming_message: Drop the reminder when somebody writes.

        Returns:
            The moment it was set for, in UTC.

        Raises:
            ValueError: the time has passed, or the text does not mean one date; the error shows what it could mean.
        """
        from ..._core import times

        moment = times.future_moment("at", at)
        reminder = {"remind_at": moment, "dismiss_on_incoming_message": dismiss_on_incoming_message}
        await self.reminders.create(_id_of(chat), reminder=reminder)
        return moment

    def expiry(self, chat: models.Chat) -> timedelta | None:
        """After how long messages of a chat disappear; None for never. No request."""
        from ..._core import times

        return times.expiry(chat)

    def expiry_choices(self, chat: models.Chat) -> builtins.list[timedelta] | None:
        """The durations a chat lets messages disappear after; None where it names none. No request."""
        from ..._core import times

        return times.expiry_choices(chat)

    async def set_expiry(self, chat: str | models.Chat, *, after: timedelta | None) -> models.Chat:
        """Let the messages of a chat disappear some time after they were sent or read. One request.

        Args:
            chat: Chat ID or chat. With a chat, what its network does not allow is refused before it is sent.
            after: A timedelta of whole seconds, one of `expiry_choices` where the chat names some; None for never.

        Returns:
            The chat as it is now.
        """
        from ..._core import times

        choices = None if isinstance(chat, str) else times.expiry_choices(chat)
        seconds = times.expiry_seconds("after", after, choices)
        return await self.update(_id_of(chat), message_expiry_seconds=seconds)


def _id_of(chat: str | models.Chat) -> str:
    return chat if isinstance(chat, str) else chat.id
