"""The members of a chat, all of them, in as few requests as the server permits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .._typing import override
from ..participants import RosterWalk, check_page_size

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from .._api import models


class _AsyncRetrieve(Protocol):
    async def __call__(self, chat_id: str, *, max_participant_count: int | None = None) -> models.Chat: ...


class AsyncRoster:
    """The members of a chat, each once, in the server's order; nothing is asked for before it is needed.

    Every walk (a loop, `collect`, `first`) begins anew.
    """

    def __init__(self, retrieve: _AsyncRetrieve, chat: str | models.Chat, page_size: int) -> None:
        self._retrieve = retrieve
        self._page_size = check_page_size(page_size)
        self._chat_id = chat if isinstance(chat, str) else chat.id
        self._known = None if isinstance(chat, str) else chat.participants
        self._walk = self._begin()

    @property
    def total(self) -> int | None:
        """How many members the chat has; None before the first answer."""
        return self._walk.total

    def __aiter__(self) -> AsyncIterator[models.Participant]:
        self._walk = self._begin()
        return _AsyncMembers(self._retrieve, self._chat_id, self._walk)

    async def collect(self, limit: int | None = None) -> list[models.Participant]:
        """All members, or the first ``limit`` (0 or more), as a list.

        Raises:
            IncompleteParticipants: the server kept some back; the error holds those it gave.
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

    def _begin(self) -> RosterWalk:
        return RosterWalk(self._known, self._page_size)

    @override
    def __repr__(self) -> str:
        return "<AsyncRoster>"


class _AsyncMembers:
    """Iterates over members."""

    def __init__(self, retrieve: _AsyncRetrieve, chat_id: str, walk: RosterWalk) -> None:
        self._retrieve = retrieve
        self._chat_id = chat_id
        self._walk = walk

    def __aiter__(self) -> _AsyncMembers:
        return self

    async def __anext__(self) -> models.Participant:
        walk = self._walk
        while not walk.ready:
            count = walk.next_count()
            if count is None:
                raise StopAsyncIteration
            chat = await self._retrieve(self._chat_id, max_participant_count=count)
            walk.take(chat.participants)
        return walk.hand_out()
