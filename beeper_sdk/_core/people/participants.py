"""The whole membership of a chat from answers that are cut off: what to ask for next, who is new, who is wanted.

Pure. The server has no cursor for members: a first request for some, then one for all (traps.md row 8). A merged
chat stands for the people of its member chats.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from ...errors import IncompleteParticipants
from .self_user import is_cut

if TYPE_CHECKING:
    from ..generated import models

ParticipantFilter: TypeAlias = "Callable[[models.Participant], bool]"

ALL = -1
"""The `max_participant_count` that asks for every member."""
LARGEST_PAGE = 500


def check_page_size(page_size: int) -> int:
    """A number from 1 to 500."""
    if isinstance(page_size, bool) or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"page_size takes a number from 1 to {LARGEST_PAGE}, not {page_size!r}")
    return page_size


def is_admin(person: models.Participant) -> bool:
    """Has this member admin rights in the chat?"""
    return person.is_admin is True


def is_pending(person: models.Participant) -> bool:
    """Is this member invited, and has not joined yet?"""
    return person.is_pending is True


def is_bot(person: models.Participant) -> bool:
    """Is this member an automated account of the network or bridge?"""
    return person.is_network_bot is True


class RosterPages:
    """The members of a chat as they become known. Ask `next_query`, give `receive` the answer; `people` only grows.

    Args:
        chat: A chat ID, or a chat, whose members are taken as they are.
        sizes: How many members to ask a chat for, one request after the other.
    """

    def __init__(self, chat: str | models.Chat, sizes: tuple[int, ...]) -> None:
        self.people: list[models.Participant] = []
        """Those known so far, each once, in the server's order."""
        self.total: int | None = None
        """How many members the chat has; None before the first answer."""
        self.accounts: set[str] = set()
        """The accounts of the chats that were looked at."""
        self.root: models.Chat | None = None
        """The chat itself, once it is known."""
        self._sizes = sizes
        self._ids: set[str] = set()
        self._here: set[str] = set()
        self._missing = 0
        self._merged = False
        self._queries: deque[tuple[str, int]] = deque()
        if isinstance(chat, str):
            self._queries.extend((chat, size) for size in sizes)
        else:
            self._queries.append((chat.id, ALL))
            self._read(chat, chat.id)

    def next_query(self) -> tuple[str, int] | None:
        """The chat to ask for, and for how many of its members; None when all are known.

        Raises IncompleteParticipants when the server kept some back although all were asked for.
        """
        if self._queries:
            return self._queries[0]
        if self._missing:
            raise IncompleteParticipants(self.people, len(self.people) + self._missing)
        return None

    def receive(self, chat: models.Chat, query: tuple[str, int]) -> None:
        """The chat that was asked for. (Until then it stays to be asked for: a request that failed is repeated.)"""
        if self._queries and self._queries[0] == query:  # else another loop over the same walk was faster
            self._queries.popleft()
            self._read(chat, query[0])

    def whole(self) -> models.Chat:
        """The chat with all its members; once there is nothing more to ask for."""
        assert self.root is not None  # noqa: S101 - the first answer is the chat itself
        roster = self.root.participants.evolve(items=list(self.people), has_more=False, total=len(self.people))
        return self.root.evolve(participants=roster)

    def _read(self, chat: models.Chat, chat_id: str) -> None:
        self.accounts.add(chat.account_id)
        if self.root is None:
            self.root, self.total = chat, chat.participants.total
            members = dict.fromkeys(chat.merge.chat_ids if chat.merge else ())
            if members:
                # Its own roster may leave people out or name them otherwise: only those of its members count.
                self._merged = True
                self._queries = deque((member, size) for member in members for size in self._sizes)
                return
        self._add(chat.participants.items)
        if not is_cut(chat.participants):
            while self._queries and self._queries[0][0] == chat_id:
                self._queries.popleft()
        if not self._queries or self._queries[0][0] != chat_id:
            self._end_of(chat.participants)

    def _add(self, items: list[models.Participant]) -> None:
        for person in items:
            self._here.add(person.id)
            if person.id not in self._ids:
                self._ids.add(person.id)
                self.people.append(person)

    def _end_of(self, roster: models.ChatParticipants) -> None:
        """No more is asked of this chat, the only one or a member of a merged one."""
        self._missing += max(0, roster.total - len(self._here))
        self._here.clear()
        if not self._merged:
            self.total = roster.total
        elif not self._queries:
            self.total = len(self.people) + self._missing
