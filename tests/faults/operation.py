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
    def idle_chat(self) -> str:
        """One of many chats, where hardly anybody else is at the same time."""
        return self.scenario.idle_chats[self.number % len(self.scenario.idle_chats)]

    @property
    def side(self) -> bool:
        """Yes or no."""
        return bool(self.number >> 12 & 1)

    @property
    def message(self) -> str:
        """A message there."""
        return self.scenario.message(self.number)


Call: TypeAlias = Callable[[Any, Target], Any]
IsRight: TypeAlias = Callable[[Any, Target], bool]
Count: TypeAlias = Callable[[Target], int]


@dataclass(frozen=True)
class Operation:
    """One way to call the SDK."""

    name: str
    effect: Effect
    call: Call
    is_right: IsRight
    """Is this the answer to that call?"""
    effects: Count | None = None
    """How often has it happened, as the world shows?"""
    weight: int = 1
    any_client: bool = True
    """May it be sent by a client of its own, by another way in?"""
    undetectable: tuple[str, ...] = ()
    """Faults whose answer nobody could tell from a right one."""
    judges_shapes: bool = False
    """Does `right` also judge lists that a `Shape` changed?"""
    absent: str = ""
    """The argument of the call that names what does not exist, if one does."""
    may_drop_text: bool = False
    """Is it a start of a chat that exists, whose text a server may drop?"""
