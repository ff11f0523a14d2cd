"""What an operation of the run is, and what one call of it acts on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from tests.faults.scenario import Scenario
from tests.faults.shapes import PLAIN, Shape

Effect: TypeAlias = Literal["once", "idempotent", "read"]


class Target(NamedTuple):
    """The arguments that distinguish one call from others."""

    scenario: Scenario
    mark: str
    """A unique text, which is in everything that the call creates."""
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
        """One of many chats, so that other calls rarely use it at the same time."""
        return self.scenario.idle_chats[self.number % len(self.scenario.idle_chats)]

    @property
    def flag(self) -> bool:
        """A random boolean."""
        return bool(self.number >> 12 & 1)

    @property
    def message(self) -> str:
        """A message in the chat."""
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
    """Whether a value is the result of the call."""
    effects: Count | None = None
    """How often the call had its effect, as the fake server shows; None if it does not show that."""
    weight: int = 1
    any_client: bool = True
    """Whether any client can send it, or only the one that all operations share."""
    undetectable: tuple[str, ...] = ()
    """Faults whose response cannot be distinguished from a right one."""
    judges_shapes: bool = False
    """Whether `is_right` can also judge lists that a `Shape` changed."""
    absent: str = ""
    """What the call names although it does not exist, such as ``chat``; empty if all exists."""
    may_drop_text: bool = False
    """Whether it starts a chat that exists, whose text a server may drop."""
