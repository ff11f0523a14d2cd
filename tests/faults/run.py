"""One operation under way: what is to happen to it, the options of its client, and the results of all operations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from beeper_sdk import Hooks, RetryPolicy, errors
from tests.faults.catalog import HANGING, HARMLESS
from tests.faults.fault import Fault
from tests.faults.operation import Operation, Target
from tests.faults.proxy import MARK
from tests.faults.quirky_servers import Variant
from tests.faults.sockets import FaultyPort

Entry = Literal["proxy", "closed", "opens-late", "drops-all", "drops-first"] | Variant
"""Where the client connects to: the proxy; a port that nobody listens on, or not before the first retry; a port that
drops all connections, or the first one; the proxy with another server behind it."""

PATIENCE = 60.0
"""Timeout of requests that no fault keeps waiting. It is longer than `trial.BOUND`: on a busy machine no request may
time out for want of CPU, and one that waits in vain must be noticed."""
SHORT_TIMEOUT = 0.25
CAP = 1 << 20
OPTIONS: dict[str, Any] = {
    "timeout": PATIENCE,
    "retry": RetryPolicy(attempts=3, base=0.002, deadline=2 * PATIENCE),
    "max_response_bytes": CAP,
}
SHORT: dict[str, Any] = {"timeout": SHORT_TIMEOUT, "retry": RetryPolicy(attempts=3, base=0.002, deadline=1.0)}
"""For operations with a fault after which the client waits for its timeout. Any of their requests may time out."""


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
    """The results of all operations so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    """Results of `messages.check`."""
    wrong: list[str] = field(default_factory=list)
    operations: int = 0
    most_arrivals: int = 0
    most_requests: int = 0
    slowest: float = 0.0
    shaped: Counter[str] = field(default_factory=Counter)
    """Responses whose lists were changed, by shape."""
    by_variant: Counter[str] = field(default_factory=Counter)
    """Operations with another server."""
    unread_writes: int = 0
    """Uncertain operations whose connection ended before anything was read from it."""

    def add(self, other: Tally) -> None:
        """Include the results of another part of the run."""
        for name in ("outcomes", "checks", "wrong", "operations", "shaped", "by_variant", "unread_writes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("most_arrivals", "most_requests", "slowest"):
            setattr(self, name, max(getattr(self, name), getattr(other, name)))


@dataclass
class Run:
    """One operation under way."""

    action: Action
    operation: Operation
    target: Target
    port: FaultyPort | None
    faults: list[Fault]
    variant: Variant | None = None
    token: str = ""
    outcome: str = ""
    stalled_before: float = 0.0
    """Reading of the stall meter when it started."""

    @property
    def is_undisturbed(self) -> bool:
        """Whether nothing that happens to it may be noticed."""
        return self.port is None and all(fault.name in HARMLESS for fault in self.faults)

    @property
    def hangs(self) -> bool:
        """Whether a fault makes the client wait for its timeout."""
        return any(fault.name in HANGING for fault in self.faults)

    @property
    def needs_own_client(self) -> bool:
        """Whether the client that all operations share cannot be used."""
        return self.port is not None or self.variant is not None

    @property
    def request_options(self) -> dict[str, Any]:
        """Options that differ from `OPTIONS`. By the header, the proxy knows which operation a request belongs to."""
        return {**(SHORT if self.hangs else {}), "headers": {MARK: self.target.mark}}

    def client_options(self, url: str) -> dict[str, Any]:
        """Options of a client of its own. A port that opens late is opened before the first retry."""
        options = {**OPTIONS, **self.request_options, "base_url": self.port.url if self.port is not None else url}
        return options | ({"hooks": Hooks(on_retry=self._open)} if self.action.entry == "opens-late" else {})

    def to_check(self, value: Any, error: BaseException | None) -> Any:
        """What `messages.check` can be called with: an uncertain send, or a chat that was started with a text."""
        if isinstance(error, errors.DeliveryUncertain):
            return error
        return value if error is None and self.operation.may_drop_text else None

    def check_options(self, checked: object) -> dict[str, str]:
        """The text, if several chats may be started at once: a client remembers only the last text of a chat."""
        return {} if self.variant is not None or isinstance(checked, Exception) else {"text": self.target.mark}

    def _open(self, *_: object) -> None:
        if self.port is not None:
            self.port.open()
