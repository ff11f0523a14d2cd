"""Which messages of a chat to return: without service rows, and those of a period. No I/O.

The API has no filters for messages of a chat, so pages are read, filtered here, and no page is requested after the one
that passes the period. Single timestamps may be wrong: networks have clocks of their own, and apps return the epoch, or
none, for some messages. So the list goes on until several messages in a row are outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ..util.message_kinds import SERVICE_KINDS
from .time_order import sent_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from ..generated import models

ENOUGH_OUTSIDE = 5
"""The period has been passed after so many messages in a row that are outside: a quarter of a page."""


def is_service(message: models.Message) -> bool:
    """Whether a row of a chat is not a message that somebody wrote: a reaction, a notice, or hidden in the app."""
    return message.is_hidden is True or message.kind in SERVICE_KINDS


@frozen(repr=False)
class MessageFilter:
    """Which messages of a list to return."""

    include_service: bool
    since: datetime | None
    until: datetime | None

    @property
    def names(self) -> tuple[str, ...]:
        """What identifies the filter in checkpoints.

        Not the dates: a duration is another date in each run, and a position has the same meaning with other dates.
        """
        parts = {
            "without service": not self.include_service,
            "since": self.since is not None,
            "until": self.until is not None,
        }
        return tuple(name for name, is_given in parts.items() if is_given)

    def accepted(self, items: Sequence[models.Message]) -> list[bool]:
        """Which messages of a page to return."""
        inside = [self._covers(moment) for moment in _moments(items)]
        if self.include_service:
            return inside
        return [is_inside and not is_service(item) for is_inside, item in zip(inside, items, strict=True)]

    def _covers(self, moment: datetime | None) -> bool:
        if moment is None:  # there is no timestamp on the whole page
            return True
        return (self.since is None or moment >= self.since) and (self.until is None or moment < self.until)

    def end(self, *, forward: bool) -> Callable[[Sequence[models.Message]], bool] | None:
        """A function that is called with each page in turn, and returns whether it passes the period."""
        if (self.until if forward else self.since) is None:
            return None
        outside = 0

        def is_past(items: Sequence[models.Message]) -> bool:
            nonlocal outside
            for item in reversed(items) if forward else items:
                moment = sent_at(item)
                if moment is not None:
                    outside = outside + 1 if self._is_beyond(moment, forward=forward) else 0
            return outside >= ENOUGH_OUTSIDE

        return is_past

    def _is_beyond(self, moment: datetime, *, forward: bool) -> bool:
        if forward:
            return self.until is not None and moment >= self.until
        return self.since is not None and moment < self.since


def _moments(items: Sequence[models.Message]) -> list[datetime | None]:
    """When messages of a page, newest first, were sent. One without a usable timestamp gets that of the next older one,
    or if there is none on the page, of the next newer one."""
    moments = [sent_at(item) for item in items]
    following: datetime | None = None
    for index in range(len(moments) - 1, -1, -1):
        following = moments[index] = moments[index] or following
    oldest = next((moment for moment in reversed(moments) if moment is not None), None)
    return [moment or oldest for moment in moments]
