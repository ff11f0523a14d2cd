"""One operation under way: what is to happen to it, the client that calls it, and what became of all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from beeper_sdk import Hooks, RetryPolicy, errors
from tests.faults.catalog import HARMLESS
from tests.faults.fault import Fault
from tests.faults.operation import Operation, Target
from tests.faults.places import Place
from tests.faults.proxy import MARK
from tests.faults.sockets import Door

Entry = Literal["proxy", "refused", "opens", "slams", "slams-once"] | Place
"""The way in: the proxy; a port where nobody listens, or only after a while; one where connections end at once; the
proxy with another server behind it."""

TIMEOUT = 0.25
CAP = 1 << 20
OPTIONS: dict[str, Any] = {
    "timeout": TIMEOUT,
    "retry": RetryPolicy(attempts=3, base=0.002, deadline=1.0),
    "max_response_bytes": CAP,
}
PATIENCE = 10.0
CALM: dict[str, Any] = {"timeout": PATIENCE, "retry": RetryPolicy(attempts=3, base=0.002, deadline=2 * PATIENCE)}


class Action(NamedTuple):
    """One operation and what happens to its requests."""

    operation: str
    number: int
    faults: tuple[tuple[str, int], ...] = ()
    entry: Entry = "proxy"
    shape: tuple[str, int] = ("", 0)
    """Of the lists in its responses."""


@dataclass
class Tally:
    """The outcomes of all operations so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    operations: int = 0
    most_arrivals: int = 0
    slowest: float = 0.0
    shaped: Counter[str] = field(default_factory=Counter)
    """Responses that were changed, by shape."""
    placed: Counter[str] = field(default_factory=Counter)
    """Operations with another server, by place."""
    unread_writes: int = 0
    """Doubts about what was written to a connection that ended before anything of it was read."""


@dataclass
class Run:
    """One operation under way."""

    action: Action
    operation: Operation
    target: Target
    door: Door | None
    faults: list[Fault]
    place: Place | None = None
    token: str = ""
    outcome: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """By which the proxy knows the operation."""
        return {MARK: self.target.mark}

    @property
    def is_calm(self) -> bool:
        """Is nothing in its way? Then it is given time, so that a busy machine does not end it."""
        return self.door is None and all(fault.name in HARMLESS for fault in self.faults)

    @property
    def patience(self) -> dict[str, Any]:
        """Options that differ for a calm operation."""
        return CALM if self.is_calm else {}

    @property
    def is_own(self) -> bool:
        """Has it a client of its own?"""
        return self.door is not None or self.place is not None

    @property
    def options(self) -> dict[str, Any]:
        """For a client of its own, where the way in is not the proxy's. Who waits for the next try opens the door."""
        if self.door is None:
            return {**OPTIONS, **self.patience, "headers": self.headers}
        more: dict[str, Any] = {"hooks": Hooks(on_retry=self._open)} if self.action.entry == "opens" else {}
        return {**OPTIONS, **more, "base_url": self.door.url, "headers": self.headers}

    def to_check(self, value: Any, error: BaseException | None) -> Any:
        """What `messages.check` can be asked about: a doubt, or a chat that was started with a text."""
        if isinstance(error, errors.DeliveryUncertain):
            return error
        return value if error is None and self.operation.drops else None

    def check_options(self, asked: object) -> dict[str, str]:
        """A client that started a chat twice knows the last text only; many starts are under way at once."""
        return {} if self.place is not None or isinstance(asked, Exception) else {"text": self.target.mark}

    def _open(self, *_: object) -> None:
        if self.door is not None:
            self.door.open()
