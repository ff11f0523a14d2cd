"""Sends operations through faults and judges the outcome of each, against the proxy's record and the fake world.

The same judgement for all clients: `Trial.start` says what to call, `Trial.end` judges the outcome. What is found
wrong is collected in `Tally.wrong`, so that a long run reports all of it; `doubts` are the errors to be checked.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

from beeper_sdk import RetryPolicy, errors
from beeper_sdk.testing import FakeBeeper
from tests.faults.catalog import make
from tests.faults.expected import outcome_problems, undisturbed_problems
from tests.faults.operation import Operation, Target
from tests.faults.operations import BY_NAME
from tests.faults.places import PLACES, Place, Places, fitting
from tests.faults.proxy import MARK, FaultProxy, Visit
from tests.faults.run import PATIENCE, Action, Run, Tally
from tests.faults.scenario import Scenario
from tests.faults.shapes import shape
from tests.faults.sockets import Door

BOUND = 4.0
"""Seconds that no operation may take, whatever happens to it: each call has 1, and a list is made of some."""
CALM_BOUND = 40.0


class Trial:
    """Operations, one after the other or many at once, against one fake server behind one proxy."""

    def __init__(self, fake: FakeBeeper, proxy: FaultProxy, places: Places) -> None:
        self.fake = fake
        self.places = places
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
        place, fake = _place(action, operation), self.fake
        if place is not None:
            fake = self.places.at(place)
            self.tally.placed[place] += 1
        scenario = replace(self.scenario, fake=fake)
        mark = f"op-{self._count}-{action.number}"
        target = Target(scenario, mark, action.number, self.clients, shape(*action.shape))
        faults = [make(name, number) for name, number in action.faults]
        self.proxy.plan(target.mark, faults, target.shape, fake.url)
        door = None
        if action.entry not in ("proxy", *PLACES) and operation.anywhere:
            door = Door(self.proxy, {"slams": 99, "slams-once": 1}.get(action.entry))
        return Run(action, operation, target, door, faults, place, self.places.token(place, self.fake))

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
        tally.shaped[run.target.shape.name] += run.target.shape.struck
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
        if seconds > (CALM_BOUND if run.is_calm else BOUND):
            yield f"it took {seconds:.1f} s"
        if error is None and not self._right(run, value):
            yield "the value is not that of the call"
        if visits and run.is_calm:
            yield from undisturbed_problems(run, error)
        if run.place is None:
            yield from outcome_problems(run.operation, visits, error)
        if run.operation.effect == "once":
            yield from self._once(run, visits, error)

    def _right(self, run: Run, value: Any) -> bool:
        blind = any(fault.name in run.operation.blind for fault in run.faults)
        blind = blind or (bool(run.target.shape.struck) and not run.operation.exact)
        if _shows_failure(run, self.proxy.visits[run.target.mark]):
            return bool(value.value.success is False)
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
        if error is None and not happened and run.place != "drops-text" and not _shows_failure(run, visits):
            yield "it is said to have happened"
        if happened and run.place is not None:
            yield "it happened where it cannot"
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

    def check(self, run: Run, evidence: Any, *, started: bool) -> None:
        """Judge what `messages.check` says of an operation that ended in doubt, nothing being in its way."""
        if run.place == "expired" and isinstance(evidence, errors.TokenExpired):
            return
        if isinstance(evidence, Exception):
            self.tally.wrong.append(f"check failed: {run.action}: {evidence}")
            return
        happened = self._happened(run, self.proxy.visits[run.target.mark])
        self.tally.verdicts[evidence.status] += 1
        if started and evidence.status != ("delivered" if happened else "not-seen"):
            self.tally.wrong.append(f"check says {evidence} of a text that was sent {happened} times: {run.action}")
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

    def undisturbed(self, run: Run) -> dict[str, Any]:
        """Options of a client in whose way nothing is, to the server of the operation: no fault of its plan is left."""
        if run.place is not None:
            self.proxy.plan(f"{run.target.mark}-checked", (), target=run.target.scenario.fake.url)
        headers = {MARK: f"{run.target.mark}-checked" if run.place is not None else ""}
        return {"headers": headers, "timeout": PATIENCE, "retry": RetryPolicy()}

    def close(self, run: Run) -> None:
        """Nothing more is asked of this operation."""
        self.proxy.forget(run.target.mark)
        self.proxy.forget(f"{run.target.mark}-checked")
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
    with ExitStack() as stack, FakeBeeper(**options) as fake, FaultProxy(fake.url) as proxy:
        yield Trial(fake, proxy, Places(stack))


def _place(action: Action, operation: Operation) -> Place | None:
    return next((place for place in fitting(operation) if place == action.entry), None)


def _shows_failure(run: Run, visits: list[Visit]) -> bool:
    """Is the value one that itself says that nothing was done?"""
    return run.operation.name.startswith("v0.") and any(visit.says and visit.says.body == "failure" for visit in visits)
