"""One change of the API, and how much it asks of those who use the SDK."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Literal, TypeAlias

from attrs import frozen

Verb: TypeAlias = Literal["added", "removed", "changed", "renamed", "deprecated"]


class Level(Enum):
    """What a change asks of the code that uses the SDK."""

    CALLERS = "breaking for callers"
    """Code that calls stops working, does something else, or no longer passes its type checker."""
    READERS = "breaking for readers"
    """Code that reads answers does."""
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
    """One, or both kinds of breaking."""
    verb: Verb
    kind: str
    """What it is about: operation, parameter, field, type, enum value, …"""
    name: str
    """As users type it: ``beeper.chats.list(limit=)``, ``models.Chat.title``."""
    text: str
    """What happened, to stand after the name."""
    place: str
    """Where in the spec."""

    @property
    def breaking(self) -> bool:
        """Does code that works today stop working?"""
        return bool(self.levels & BREAKING)

    @property
    def level(self) -> str:
        """Its class in words, ``breaking for callers and readers`` when it is both."""
        if self.levels == BREAKING:
            return "breaking for callers and readers"
        return next(each.value for each in Level if each in self.levels)


LEVELS = (
    "breaking for callers and readers",
    *(level.value for level in Level),
)
"""In the order of a report."""


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Each change once, the gravest first."""
    return sorted(set(changes), key=lambda one: (LEVELS.index(one.level), one.name, one.kind, one.text, one.place))
