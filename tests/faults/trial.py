"""Sends operations through faults and judges the outcome of each, against the proxy's record and the fake world.

The same judgement for all clients: `Trial.start` says what to call, `Trial.end` judges the outcome. What is found
wrong is collected in `Tally.wrong`, so that a long run reports all of it; `doubts` are the errors to be checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from beeper_sdk import Hooks, RetryPolicy, errors
from beeper_sdk.testing import FakeBeeper
from tests.faults.catalog import HARMLESS, make
from tests.faults.fault import Fault
from tests.faults.operations import BY_NAME, Operation, Target
from tests.faults.proxy import MARK, FaultProxy, Visit
from tests.faults.scenario import Scenario
from tests.faults.sockets import Door

Entry = Literal["proxy", "refused", "opens", "slams", "slams-once"]
"""The way in: the proxy; a port where nobody listens, or only after a while; one where connections end at once."""

TIMEOUT = 0.25
CAP = 1 << 20
BOUND = 4.0
"""Seconds that no operation may take, whatever happens to it: each call has 1, and a list is made of some."""
OPTIONS: dict[str, Any] = {
    "timeout": TIMEOUT,
    "retry": RetryPolicy(attempts=3, base=0.002, deadline=1.0),
    "max_response_bytes": CAP,
}


class Action(NamedTuple):
    """One operation and what happens to its requests."""

    operation: str
    number: int
    faults: tuple[tuple[str, int], ...] = ()
    entry: Entry = "proxy"


@dataclass
class Tally:
    """The outcomes of all operations so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    operations: int = 0
    most_arrivals: int = 0
    slowest: float = 0.0
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
    outcome: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """By which the proxy knows the operation."""
        return {MARK: self.target.mark}

    @property
    def options(self) -> dict[str, Any]:
        """For a client of its own, where the way in is not the proxy's. Who waits for the next try opens the door."""
        assert self.door is not None
        more: dict[str, Any] = {"hooks": Hooks(on_retry=self._open)} if self.action.entry == "opens" else {}
        return {**OPTIONS, **more, "base_url": self.door.url, "headers": self.headers}

    def _open(self, *_: object) -> None:
        if self.door is not None:
            self.door.open()


class Trial:
    """Operations, one after the other or many at once, against one fake server behind one proxy."""

    def __init__(self, fake: FakeBeeper, proxy: FaultProxy) -> None:
        self.fake = fake
        self.proxy = proxy
        self.scenario = Scenario.of(fake)
        self.tally = Tally()
        self.clients = 0
        """Clients so far; the last one sends."""
        self._count = 0

    def start(self, action: Action) -> Run:
        """Make ready for one operation."""
        self._count += 1
        operation = BY_NAME[action.operation]
        target = Target(self.scenario, f"op-{self._count}-{action.number}", action.number, self.clients)
        faults = [make(name, number) for name, number in action.faults]
        self.proxy.plan(target.mark, faults)
        door = None
        if action.entry != "proxy" and operation.anywhere:
            door = Door(self.proxy, {"slams": 99, "slams-once": 1}.get(action.entry))
        return Run(action, operation, target, door, faults)

    def end(self, run: Run, value: object, error: BaseException | None, seconds: float) -> None:
        """Judge the outcome. Nothing of it is under way any more (`FaultProxy.is_idle`)."""
        visits = self.proxy.visits[run.target.mark]
        tally = self.tally
        tally.operations += 1
        tally.slowest = max(tally.slowest, seconds)
        run.outcome = "value" if error is None else type(error).__name__
        if isinstance(error, errors.DeliveryUncertain):
            run.outcome += f" ({type(error.__cause__).__name__})"
        tally.outcomes[run.outcome] += 1
        for problem in self._problems(run, visits, value, error, seconds):
            seen = "; ".join(f"{v.method} {v.path} {v.fault} {v.forwarded} {v.status}" for v in visits)
            tally.wrong.append(
                f"{problem}: {run.action} ended in {run.outcome} {error}; the proxy saw {seen or 'nothing'}"
            )

    def _problems(
        self, run: Run, visits: list[Visit], value: object, error: BaseException | None, seconds: float
    ) -> Iterator[str]:
        if error is not None and not isinstance(error, errors.BeeperError):
            yield f"{type(error).__name__} is no error of ours"
        if seconds > BOUND:
            yield f"it took {seconds:.1f} s"
        if error is None and not self._right(run, value):
            yield "the value is not that of the call"
        slow = isinstance(error, errors.APITimeoutError) or isinstance(
            error and error.__cause__, errors.APITimeoutError
        )
        if error is not None and visits and run.door is None and not slow and self._is_harmless(run):
            yield "nothing was wrong"
        if run.operation.effect == "once":
            yield from self._once(run, visits, error)

    def _is_harmless(self, run: Run) -> bool:
        return all(fault.name in HARMLESS for fault in run.faults)

    def _right(self, run: Run, value: object) -> bool:
        blind = any(fault.name in run.operation.blind for fault in run.faults)
        try:
            return blind or run.operation.right(value, run.target)
        except (KeyError, AttributeError, TypeError, RuntimeError):  # the answer to something else
            return False

    def _once(self, run: Run, visits: list[Visit], error: BaseException | None) -> Iterator[str]:
        sent = [visit for visit in visits if visit.method == "POST"]
        arrived, happened = sum(visit.arrived for visit in sent), self._happened(run, visits)
        self.tally.most_arrivals = max(self.tally.most_arrivals, arrived, happened)
        if len(sent) > 1:
            yield f"it was sent {len(sent)} times"
        if happened > 1 or arrived > 1:
            yield f"it arrived {arrived} and happened {happened} times"
        if error is None and not happened:
            yield "it is said to have happened"
        if isinstance(error, errors.APIConnectionError) and (happened or visits):
            yield "nothing is said to have been sent"
        elif error is not None and not isinstance(error, errors.DeliveryUncertain) and happened:
            yield "it is said not to have happened"
        if isinstance(error, errors.DeliveryUncertain) and not visits:
            self.tally.unread_writes += 1
            if not (self.proxy.accepted if run.door is None else run.door.accepted):
                yield "nothing was sent, and that was certain"

    def _happened(self, run: Run, visits: list[Visit]) -> int:
        """How often it happened, by the world; where that does not show it, how often it arrived and was welcome."""
        if run.operation.happened is not None:
            return run.operation.happened(run.target)
        return sum(visit.arrived and visit.status in (200, 201) for visit in visits if visit.method == "POST")

    def check(self, run: Run, evidence: Any) -> None:
        """Judge what `messages.check` says of an operation that ended in doubt, nothing being in its way."""
        if isinstance(evidence, Exception):
            self.tally.wrong.append(f"check failed: {run.action}: {evidence}")
            return
        happened = self._happened(run, self.proxy.visits[run.target.mark])
        self.tally.verdicts[evidence.status] += 1
        if (evidence.status, happened) in {("delivered", 0), ("not-seen", 1)}:
            self.tally.wrong.append(f"check says {evidence}, it happened {happened} times: {run.action}")
        elif evidence.status == "delivered" and not self._is_it(run, evidence.message):
            self.tally.wrong.append(f"check shows another message: {run.action}")

    def _is_it(self, run: Run, message: Any) -> bool:
        """Is this the message that was sent, or reacted to?"""
        return (
            message is None
            or run.operation.happened is None
            or run.target.mark
            in (
                message.text,
                *(reaction.reaction_key for reaction in message.reactions or ()),
            )
        )

    def close(self, run: Run) -> None:
        """Nothing more is asked of this operation."""
        self.proxy.forget(run.target.mark)
        if run.door is not None:
            run.door.close()

    def totals(self) -> Iterator[str]:
        """What is wrong with all of it together: requests that arrived must be those that the proxy let through."""
        host = self.proxy.url.removeprefix("http://")
        arrived = sum(request.host == host for request in self.fake.requests)
        if arrived < self.tally.operations // 4:
            yield f"only {arrived} requests arrived"


@contextmanager
def trial(**options: Any) -> Generator[Trial]:
    """A fake server, a proxy and a trial."""
    with FakeBeeper(**options) as fake, FaultProxy(fake.url) as proxy:
        yield Trial(fake, proxy)
