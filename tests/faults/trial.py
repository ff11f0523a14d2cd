"""Sends operations through faults and judges each outcome by what the proxy recorded and what the fake server contains.

The judgement is the same for all clients: `Trial.start` prepares an operation, `Trial.end` judges its outcome, and
`Trial.check` judges what `messages.check` returns if the outcome was uncertain. Problems are collected in
`Tally.wrong`, so that a long run reports all of them.
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
from tests.faults.proxy import MARK, REQUEST_LIMIT, FaultProxy, RequestRecord
from tests.faults.quirky_servers import VARIANTS, QuirkyServers, Variant, variants_for
from tests.faults.run import PATIENCE, Action, Run, Tally
from tests.faults.scenario import Scenario
from tests.faults.shapes import shape
from tests.faults.sockets import FaultyPort
from tests.faults.stalls import StallMeter, look_again

BOUND = 30.0
"""Seconds that no operation may take, besides those in which the machine did not run this process. The slowest takes
2 seconds on an idle machine."""
SHOWN = 12
"""Requests of an operation that are printed with a problem."""


class Trial:
    """Operations, one after the other or many at once, against one fake server behind one proxy."""

    def __init__(self, fake: FakeBeeper, proxy: FaultProxy, servers: QuirkyServers, stalls: StallMeter) -> None:
        self.fake = fake
        self.servers = servers
        self.proxy = proxy
        self.stalls = stalls
        self.scenario = Scenario.of(fake)
        self.tally = Tally()
        self.clients = 0
        """Clients so far; the last one sends."""
        self._count = 0

    def start(self, action: Action) -> Run:
        """Prepare one operation."""
        self._count += 1
        operation = BY_NAME[action.operation]
        variant, fake = _variant(action, operation), self.fake
        if variant is not None:
            fake = self.servers.at(variant)
            self.tally.by_variant[variant] += 1
        mark = f"op-{self._count}-{action.number}"
        target = Target(replace(self.scenario, fake=fake), mark, action.number, self.clients, shape(*action.shape))
        faults = [make(name, number) for name, number in action.faults]
        self.proxy.plan(target.mark, faults, target.shape, fake.url)
        port = None
        if action.entry not in ("proxy", *VARIANTS) and operation.any_client:
            port = FaultyPort(self.proxy, {"drops-all": 99, "drops-first": 1}.get(action.entry))
        token = look_again(lambda: self.servers.token(variant, self.fake))
        return Run(action, operation, target, port, faults, variant, token, stalled_before=self.stalls.seconds)

    def end(self, run: Run, value: object, error: BaseException | None, seconds: float) -> None:
        """Judge the outcome, after the proxy has finished with its requests (`FaultProxy.is_idle`)."""
        records = self.proxy.records[run.target.mark]
        tally = self.tally
        tally.operations += 1
        tally.slowest = max(tally.slowest, seconds)
        tally.most_requests = max(tally.most_requests, len(records))
        run.outcome = "value" if error is None else type(error).__name__
        if isinstance(error, errors.DeliveryUncertain):
            run.outcome += f" ({type(error.__cause__).__name__})"
        tally.outcomes[run.outcome] += 1
        tally.shaped[run.target.shape.name] += run.target.shape.changed
        problems = [*self._time_problems(run, records, seconds), *self._problems(run, records, value, error)]
        for problem in problems:
            seen = "; ".join(f"{r.method} {r.path} {r.fault} {r.forwarded} {r.status}" for r in records[:SHOWN])
            tally.wrong.append(
                f"{problem}: {run.action} ended in {run.outcome} {error}; the proxy saw {seen or 'nothing'}"
            )

    def _time_problems(self, run: Run, records: list[RequestRecord], seconds: float) -> Iterator[str]:
        stalled = self.stalls.seconds - run.stalled_before
        if seconds - stalled > BOUND:
            yield f"it took {seconds:.1f} s, of which the machine stalled for {stalled:.1f} s"
        if len(records) > REQUEST_LIMIT:
            yield f"it made {len(records)} requests"
        if not all(record.over for record in records):
            yield "one of its requests did not end"

    def _problems(
        self, run: Run, records: list[RequestRecord], value: object, error: BaseException | None
    ) -> Iterator[str]:
        if error is not None and not isinstance(error, errors.BeeperError):
            yield f"{type(error).__name__} is not an error of the SDK"
        if error is None and not self._is_right(run, value):
            yield "the value is not the result of the call"
        if records and run.is_undisturbed:
            yield from undisturbed_problems(run, error)
        if run.variant is None:
            yield from outcome_problems(run, records, error)
        if run.operation.effect == "once":
            yield from self._once_problems(run, records, error)

    def _is_right(self, run: Run, value: Any) -> bool:
        if _shows_failure(run, self.proxy.records[run.target.mark]):
            return bool(value.value.success is False)
        if any(fault.name in run.operation.undetectable for fault in run.faults):
            return True
        if run.target.shape.changed and not run.operation.judges_shapes:
            return True
        try:
            return look_again(lambda: run.operation.is_right(value, run.target))
        except (KeyError, AttributeError, TypeError, RuntimeError):  # the response to another request
            return False

    def _once_problems(self, run: Run, records: list[RequestRecord], error: BaseException | None) -> Iterator[str]:
        """What is wrong with an operation that must not be repeated."""
        sent = [record for record in records if record.method == "POST"]
        arrived, effects = sum(record.arrived for record in sent), self._effects(run, records)
        self.tally.most_arrivals = max(self.tally.most_arrivals, arrived, effects)
        if len(sent) > 1:
            yield f"it was sent {len(sent)} times"
        if effects > 1 or arrived > 1:
            yield f"it arrived {arrived} times and had its effect {effects} times"
        if error is None and not effects and run.variant != "drops-text" and not _shows_failure(run, records):
            yield "it returned a value and had no effect"
        if effects and run.variant is not None:
            yield "it had an effect on a server that rejects it"
        if isinstance(error, errors.DeliveryUncertain):
            yield from self._uncertain_problems(run, records)
        elif isinstance(error, errors.APIConnectionError) and (effects or records):
            yield "the error says that nothing was sent"
        elif error is not None and effects:
            yield "the error says that it had no effect"

    def _uncertain_problems(self, run: Run, records: list[RequestRecord]) -> Iterator[str]:
        if not records:
            self.tally.unread_writes += 1
            if not (self.proxy.accepted if run.port is None else run.port.accepted):
                yield "it is uncertain, but there was no connection"

    def _effects(self, run: Run, records: list[RequestRecord]) -> int:
        """How often it had its effect: what the fake server contains, or how many of its requests were accepted."""
        effects = run.operation.effects
        if effects is not None:
            return look_again(lambda: effects(run.target))
        return sum(record.arrived and record.status in (200, 201) for record in records if record.method == "POST")

    def check(self, run: Run, evidence: Any, *, started: bool) -> None:
        """Judge what an undisturbed `messages.check` returned after an uncertain outcome, or after a chat was
        started."""
        if run.variant == "expired" and isinstance(evidence, errors.TokenExpired):
            return
        if isinstance(evidence, Exception):
            self.tally.wrong.append(f"check failed: {run.action}: {evidence}")
            return
        effects = self._effects(run, self.proxy.records[run.target.mark])
        self.tally.checks[evidence.status] += 1
        status = "delivered" if effects else "not-seen"
        contradicts = (evidence.status, effects) in {("delivered", 0), ("not-seen", 1)}
        if contradicts or (started and evidence.status != status):
            self.tally.wrong.append(f"check returned {evidence}, and there were {effects} effects: {run.action}")
        elif evidence.status == "delivered" and not _is_of(run, evidence.message):
            self.tally.wrong.append(f"check returned another message: {run.action}")

    def undisturbed(self, run: Run) -> dict[str, Any]:
        """Options of a client whose requests go to the server of the operation, and have no faults."""
        mark = ""
        if run.variant is not None:
            mark = f"{run.target.mark}-checked"
            self.proxy.plan(mark, (), target=run.target.scenario.fake.url)
        return {"headers": {MARK: mark}, "timeout": PATIENCE, "retry": RetryPolicy()}

    def close(self, run: Run) -> None:
        """Forget an operation."""
        self.proxy.forget(run.target.mark)
        self.proxy.forget(f"{run.target.mark}-checked")
        if run.port is not None:
            run.port.close()

    def totals(self) -> Iterator[str]:
        """What is wrong with the run as a whole: if few requests arrived, it tested little."""
        host = self.proxy.url.removeprefix("http://")
        arrived = sum(request.host == host for request in self.fake.requests)
        if arrived < self.tally.operations // 4:
            yield f"only {arrived} requests arrived"


@contextmanager
def trial(**options: Any) -> Generator[Trial]:
    """A trial with its fake servers and its proxy."""
    with ExitStack() as stack, StallMeter() as stalls, FakeBeeper(**options) as fake, FaultProxy(fake.url) as proxy:
        yield Trial(fake, proxy, QuirkyServers(stack), stalls)


def _variant(action: Action, operation: Operation) -> Variant | None:
    return next((variant for variant in variants_for(operation) if variant == action.entry), None)


def _shows_failure(run: Run, records: list[RequestRecord]) -> bool:
    """Whether the value itself says that nothing was done: operations of v0 return ``success: false``."""
    failed = any(record.known and record.known.body == "failure" for record in records)
    return failed and run.operation.name.startswith("v0.")


def _is_of(run: Run, message: Any) -> bool:
    """Whether this is the message that the operation sent or reacted to, if that can be seen."""
    if message is None or run.operation.effects is None:
        return True
    return run.target.mark in (message.text, *(reaction.reaction_key for reaction in message.reactions or ()))
