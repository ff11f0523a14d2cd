"""A position that is not kept, and what the log says about it and about gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..changes.opened_position import OpenedPosition
from ..util.log import WARNING, log
from ..util.override import override

if TYPE_CHECKING:
    from ..changes.change import Gap
    from ..changes.position_data import Record


WITHOUT_POSITION = (
    "run_forever was called without a position: handlers never receive the messages that arrive while this program "
    "does not run; pass position='bot.json' to receive them after a restart"
)


class MemoryPosition(OpenedPosition):
    """A position of one run."""

    def __init__(self) -> None:
        super().__init__(None)

    @override
    def _persist(self, rows: tuple[Record, ...], line: str) -> None:
        """Nothing: the data is in memory."""

    @override
    def _tidy(self) -> None:
        """Nothing."""

    @override
    def _finish(self) -> None:
        """Nothing."""


def warn_without_position() -> None:
    """Log what a program misses that keeps no position."""
    log(WARNING, WITHOUT_POSITION)


def warn_of_gap(gap: Gap) -> None:
    """Log that messages may have been lost. IDs are private."""
    log(
        WARNING,
        "messages of %d chats may have been missed (%s); see on_gap=",
        len(gap.chats),
        gap.reason,
    )
