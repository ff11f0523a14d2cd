"""The members of a chat, all of them, in as few requests as the server permits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..._core.people import participants
from ..._core.util.override import override

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ..._core.generated import models
    from ..._core.people.identity_cache import IdentityCache


class AsyncRetrieve(Protocol):
    """Gets one chat."""

    async def __call__(self, chat_id: str, *, max_participant_count: int | None = None) -> models.Chat:
        """The chat, with at most so many of its members."""
        ...


class AsyncRoster:
    """The members of a chat, each once, in the server's order; nothing is asked for before it is needed.

    Loops, `collect`, `first` and the filters share what has come: looping twice asks once. For the members of
    today, call `participants` again.
    """

    def __init__(
        self,
        retrieve: AsyncRetrieve,
        identity_cache: IdentityCache,
        pages: participants.RosterPages,
        wanted: tuple[participants.ParticipantFilter, ...] = (),
    ) -> None:
        self._retrieve = retrieve
        self._identity_cache = identity_cache
        self._pages = pages
        self._wanted = wanted

    @property
    def total(self) -> int | None:
        """How many members the chat has, whatever the filter; None before the first answer."""
        return self._pages.total

    def admins(self) -> AsyncRoster:
        """Those with admin rights in the chat. (Apps before 4.2.808 do not tell.)"""
        return self._only(participants.is_admin)

    def pending(self) -> AsyncRoster:
        """Those who are invited and have not joined yet. (Apps before 4.2.808 do not tell.)"""
        return self._only(participants.is_pending)

    def bots(self) -> AsyncRoster:
        """Automated accounts of the network or the bridge. (Apps before 4.2.808 do not tell.)"""
        return self._only(participants.is_bot)

    def everyone_but_me(self) -> AsyncRoster:
        """All but you, as far as the server marks you or this client knows your ids; it does not ask for them.

        Where neither tells who you are, you are among them: `beeper.chats.self_user(chat)` finds out, and the
        client remembers.
        """
        pages, is_own = self._pages, self._identity_cache.is_own
        return self._only(
            lambda person: not person.is_self and not any(is_own(account, person.id) for account in pages.accounts)
        )

    def _only(self, wanted: participants.ParticipantFilter) -> AsyncRoster:
        return AsyncRoster(self._retrieve, self._identity_cache, self._pages, (*self._wanted, wanted))

    def __aiter__(self) -> AsyncIterator[models.Participant]:
        return _AsyncMembers(self._retrieve, self._pages, self._wanted)

    async def collect(self, limit: int | None = None) -> list[models.Participant]:
        """All members, or the first ``limit`` (0 or more), as a list.

        Raises:
            IncompleteParticipants: the server kept some back; the error holds those it gave, unfiltered.
        """
        if limit is not None and limit < 0:
            raise ValueError("limit takes a number of at least 0, or None for all")
        people: list[models.Participant] = []
        if limit == 0:
            return people
        async for person in self:
            people.append(person)
            if len(people) == limit:
                break
        return people

    async def first(self) -> models.Participant | None:
        """The first member, None when there is none."""
        people = await self.collect(1)
        return people[0] if people else None

    @override
    def __repr__(self) -> str:
        return "<AsyncRoster>"


class _AsyncMembers:
    """Iterates over members."""

    def __init__(
        self,
        retrieve: AsyncRetrieve,
        pages: participants.RosterPages,
        wanted: tuple[participants.ParticipantFilter, ...],
    ) -> None:
        self._retrieve = retrieve
        self._pages = pages
        self._wanted = wanted
        self._given = 0

    def __aiter__(self) -> _AsyncMembers:
        return self

    async def __anext__(self) -> models.Participant:
        while True:
            while self._given == len(self._pages.people):
                if not await fetch_once(self._retrieve, self._pages):
                    raise StopAsyncIteration
            person = self._pages.people[self._given]
            self._given += 1
            if all(wanted(person) for wanted in self._wanted):
                return person


async def fetch_once(retrieve: AsyncRetrieve, pages: participants.RosterPages) -> bool:
    """One request for more members; False when there is nothing more to ask for.

    Raises:
        IncompleteParticipants: the server keeps members back.
    """
    query = pages.next_query()
    if query is None:
        return False
    pages.receive(await retrieve(query[0], max_participant_count=query[1]), query)
    return True
