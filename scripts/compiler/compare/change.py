"""One change of the API, and what it means for code that uses the SDK."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Literal, TypeAlias

from attrs import frozen

Verb: TypeAlias = Literal["added", "removed", "changed", "renamed", "deprecated"]


class Level(Enum):
    """What a change means for code that uses the SDK."""

    CALLERS = "breaking for callers"
    """Code that makes calls stops working, behaves differently, or no longer type-checks."""
    READERS = "breaking for readers"
    """The same for code that reads responses."""
    ADDITIVE = "additive"
    EDITORIAL = "editorial"


BREAKING = frozenset({Level.CALLERS, Level.READERS})
ADDITIVE = frozenset({Level.ADDITIVE})
EDITORIAL = frozenset({Level.EDITORIAL})
CALLERS = frozenset({Level.CALLERS})
READERS = frozenset({Level.READERS})


@frozen
class Change:
    """One difference."""

    levels: frozenset[Level]
    """One level, or both kinds of breaking."""
    verb: Verb
    kind: str
    """What changed: operation, parameter, field, type, enum value, …"""
    name: str
    """The name as users type it: ``beeper.chats.list(limit=)``, ``models.Chat.title``."""
    text: str
    """What happened; it follows the name in a report."""
    place: str
    """The place in the spec."""

    @property
    def breaking(self) -> bool:
        """Whether existing code stops working."""
        return bool(self.levels & BREAKING)

    @property
    def level(self) -> str:
        """Its class as text, ``breaking for callers and readers`` for both."""
        if self.levels == BREAKING:
            return "breaking for callers and readers"
        return next(level.value for level in Level if level in self.levels)


LEVELS = (
    "breaking for callers and readers",
    *(level.value for level in Level),
)
"""The classes in the order of a report."""


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Each change once, the most severe first."""
    return sorted(
        set(changes),
        key=lambda change: (LEVELS.index(change.level), change.name, change.kind, change.text, change.place),
    )
