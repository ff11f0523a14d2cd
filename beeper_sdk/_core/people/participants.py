"""Collects all participants of a chat from truncated responses: what to request next, and which are new. No I/O.

Responses hold at most 20 participants in lists, and 20, 100 or all in `retrieve`. There is no cursor for participants,
so a first request asks for some, and a second one for all. Those of a merged chat are those of its member chats."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from ...errors import IncompleteParticipants
from ..generated import base
from ..util.validation import check_count, string, usable_id
from .rosters import is_cut, member_ids, roster_of, size

if TYPE_CHECKING:
    from ..generated import models

ParticipantFilter: TypeAlias = "Callable[[models.Participant], bool]"

ALL = -1
"""The `max_participant_count` that requests all participants."""
MAX_PAGE_SIZE = 500


def check_page_size(page_size: int) -> int:
    """Check the ``page_size`` argument. Raises ValueError, TypeError."""
    check_count("page_size", page_size, 1, MAX_PAGE_SIZE)
    return page_size


def is_admin(person: models.Participant) -> bool:
    """Whether a participant is an admin of the chat."""
    return person.is_admin is True


def is_pending(person: models.Participant) -> bool:
    """Whether a participant was invited and has not joined yet."""
    return person.is_pending is True


def is_bot(person: models.Participant) -> bool:
    """Whether a participant is an automated account of the network or bridge."""
    return person.is_network_bot is True


class RosterPages:
    """Collects the participants of a chat. Send the request of `next_query` and pass its response to `receive`.
    `people` only grows, so that several loops can share it. `sizes`: how many to request, in successive requests for a
    chat."""

    def __init__(self, chat: str | models.Chat, sizes: tuple[int, ...]) -> None:
        self.people: list[models.Participant] = []
        """The participants so far, without duplicates, in the server's order."""
        self.total: int | None = None
        """Number of participants of the chat; None before the first response."""
        self.accounts: set[str] = set()
        """IDs of the accounts of the chats that were read."""
        self.root: models.Chat | None = None
        """The chat itself; None before the first response."""
        self._sizes = sizes
        self._ids: set[str] = set()
        self._here: set[str] = set()
        self._missing = 0
        self._merged = False
        self._queries: deque[tuple[str, int]] = deque()
        if isinstance(chat, str):
            self._queries.extend((chat, size) for size in sizes)
        else:
            chat_id = usable_id(chat.id)
            if chat_id is not None:
                self._queries.append((chat_id, ALL))
            self._read(chat, chat_id or "")
            if chat_id is None and is_cut(roster_of(chat)):
                self._missing = max(1, self._missing)  # there is no ID with which to request them

    def next_query(self) -> tuple[str, int] | None:
        """The ID of the chat to request and the number of participants; None if all are known.

        Raises IncompleteParticipants if the server returned only some, although all were requested.
        """
        if self._queries:
            return self._queries[0]
        if self._missing:
            raise IncompleteParticipants(self.people, len(self.people) + self._missing)
        return None

    def receive(self, chat: models.Chat, query: tuple[str, int]) -> None:
        """Use the response to `next_query`, which returns the same request until then, so a failed one is repeated."""
        if self._queries and self._queries[0] == query:  # otherwise another loop has used this response already
            self._queries.popleft()
            self._read(chat, query[0])

    def whole(self) -> models.Chat:
        """The chat with all its participants. Call it only when `next_query` returns None."""
        assert self.root is not None  # noqa: S101 - the first response is the chat itself
        roster = roster_of(self.root).evolve(items=list(self.people), has_more=False, total=len(self.people))
        return self.root.evolve(participants=roster)

    def _read(self, chat: models.Chat, chat_id: str) -> None:
        roster, account_id = roster_of(chat), string(chat.account_id)
        self.accounts.update(() if account_id is None else (account_id,))
        if self.root is None:
            self.root, self.total = chat, size(roster)
            members = dict.fromkeys(member_ids(chat))
            if members:
                # The roster of a merged chat may be incomplete or have other names: only its member chats are used.
                self._merged = True
                self._queries = deque((member, size) for member in members for size in self._sizes)
                return
        self._add(roster.items)
        if not is_cut(roster):  # complete: skip the larger requests for this chat
            while self._queries and self._queries[0][0] == chat_id:
                self._queries.popleft()
        if not self._queries or self._queries[0][0] != chat_id:
            self._end_of(roster)

    def _add(self, items: list[models.Participant]) -> None:
        for person in items:
            key = base.item_key(person.id, person)
            self._here.add(key)
            if key not in self._ids:
                self._ids.add(key)
                self.people.append(person)

    def _end_of(self, roster: models.ChatParticipants) -> None:
        """Count the missing participants of a chat for which there is no further request."""
        self._missing += max(0, size(roster) - len(self._here))
        self._here.clear()
        if not self._merged:
            self.total = size(roster)
        elif not self._queries:
            self.total = len(self.people) + self._missing
