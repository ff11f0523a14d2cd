"""The whole membership of a chat from answers that are cut off: what to ask for next, and who is new.

Pure. The server has no cursor for members: a first request for some, then one for all (traps.md row 8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import IncompleteParticipants

if TYPE_CHECKING:
    from ._api import models

ALL = -1
"""The `max_participant_count` that asks for every member."""
LARGEST_PAGE = 500


def check_page_size(page_size: int) -> int:
    """A number from 1 to 500."""
    if isinstance(page_size, bool) or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"page_size takes a number from 1 to {LARGEST_PAGE}, not {page_size!r}")
    return page_size


class RosterWalk:
    """One walk over the members of a chat. Ask `next_count`, give `take` the answer, `hand_out` while `ready`."""

    def __init__(self, known: models.ChatParticipants | None, page_size: int) -> None:
        self.total: int | None = None
        self._people: dict[str, models.Participant] = {}
        self._order: list[models.Participant] = []
        self._given = 0
        self._asks = [ALL] if known is not None else [page_size, ALL]
        self._short = False
        if known is not None:
            self.take(known)

    @property
    def ready(self) -> bool:
        """Is there a member to hand out?"""
        return self._given < len(self._order)

    def hand_out(self) -> models.Participant:
        """The next member, each once, in the server's order."""
        self._given += 1
        return self._order[self._given - 1]

    def next_count(self) -> int | None:
        """How many members to ask for next; None when all are known.

        Raises IncompleteParticipants when the server kept some back although all were asked for.
        """
        if self._asks:
            return self._asks.pop(0)
        if self._short:
            raise IncompleteParticipants(self._order, self.total or 0)
        return None

    def take(self, answer: models.ChatParticipants) -> None:
        """The members that came."""
        self.total = answer.total
        self._short = answer.has_more or len(answer.items) < answer.total
        if not self._short:
            self._asks.clear()
        for person in answer.items:
            if person.id not in self._people:
                self._people[person.id] = person
                self._order.append(person)
