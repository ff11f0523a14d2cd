"""What an operation of the run is, and what one call of it acts on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from tests.faults.scenario import Scenario
from tests.faults.shapes import PLAIN, Shape

Effect: TypeAlias = Literal["once", "idempotent", "read"]


class Target(NamedTuple):
    """What one call acts on: all that makes it differ from others."""

    scenario: Scenario
    mark: str
    number: int
    client: int = 0
    """The number of the client that sends."""
    shape: Shape = PLAIN
    """How the lists in its responses are changed."""

    @property
    def chat(self) -> str:
        """The chat of this call."""
        return self.scenario.chat(self.number)

    @property
    def quiet(self) -> str:
        """One of many chats, where hardly anybody else is at the same time."""
        return self.scenario.quiet[self.number % len(self.scenario.quiet)]

    @property
    def side(self) -> bool:
        """Yes or no."""
        return bool(self.number >> 12 & 1)

    @property
    def message(self) -> str:
        """A message there."""
        return self.scenario.message(self.number)


Act: TypeAlias = Callable[[Any, Target], Any]
Right: TypeAlias = Callable[[Any, Target], bool]
Count: TypeAlias = Callable[[Target], int]


@dataclass(frozen=True)
class Operation:
    """One way to call the SDK."""

    name: str
    effect: Effect
    act: Act
    right: Right
    """Is this the answer to that call?"""
    happened: Count | None = None
    """How often has it happened, as the world shows?"""
    weight: int = 1
    anywhere: bool = True
    """May it be sent by a client of its own, by another way in?"""
    blind: tuple[str, ...] = ()
    """Faults whose answer nobody could tell from a right one."""
    exact: bool = False
    """Does `right` also judge lists that a `Shape` changed?"""
    absent: str = ""
    """The argument of the call that names what does not exist, if one does."""
    drops: bool = False
    """Is it a start of a chat that exists, whose text a server may drop?"""
