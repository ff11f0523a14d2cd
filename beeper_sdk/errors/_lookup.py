"""Errors of looking for something that is not there, not all there, or there twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._base import BeeperError

if TYPE_CHECKING:
    from .._core.generated import models


class PaginationStalled(BeeperError):
    """The server serves the same page again and again."""


class IncompleteParticipants(BeeperError):
    """The server kept members back even when asked for all.

    ``participants`` holds those it gave; they are not in its text, and a pickle of it is without them.
    """

    _in_memory_only = frozenset({"participants"})
    participants: Sequence[models.Participant] = ()

    def __init__(self, participants: Sequence[models.Participant], total: int) -> None:
        self.participants = list(participants)
        self.total = total
        super().__init__(f"the server gave {len(self.participants)} of {total} participants, asked for all of them")


class SelfUserUnknown(BeeperError):
    """Nothing says which user "I" am. ``tried`` tells where was looked."""

    def __init__(self, tried: Sequence[str]) -> None:
        self.tried = tuple(tried)
        super().__init__(f"cannot tell which user you are; looked at {', '.join(self.tried)}")


class AmbiguousMatch(BeeperError):
    """More than one fits. ``searched`` tells where was looked.

    ``candidates`` holds them; they are not in its text, and a pickle of it is without them.
    """

    _in_memory_only = frozenset({"candidates"})
    candidates: Sequence[object] = ()

    def __init__(self, candidates: Sequence[object], searched: Sequence[str] = ()) -> None:
        self.candidates = list(candidates)
        self.searched = tuple(searched)
        where = f" among {', '.join(self.searched)}" if searched else ""
        super().__init__(f"{len(self.candidates)} fit{where}; say more to tell them apart")


class NoMatch(BeeperError):
    """None fits. ``searched`` tells where was looked."""

    def __init__(self, searched: Sequence[str]) -> None:
        self.searched = tuple(searched)
        super().__init__(f"none fits; looked at {', '.join(self.searched)}")
