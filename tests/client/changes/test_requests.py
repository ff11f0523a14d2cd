"""How many requests following needs, counted with a clock that the tests move."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from beeper_sdk import Beeper, RetryPolicy
from beeper_sdk._core.changes.options import Options, check_options
from beeper_sdk._core.changes.position_data import PositionData
from beeper_sdk._core.changes.run import Run
from beeper_sdk._core.changes.run_state import Environment
from beeper_sdk._core.changes.steps import Deliver, Fetch, Save, Wait
from beeper_sdk.changes import Change, Gap
from beeper_sdk.errors import APIError
from beeper_sdk.testing import FakeBeeper
from tests.sweeps import examples

CHATS = 1_000
HOUR = 3_600.0
MINUTES = min(60, 10 * examples(1))
"""How long nothing happens. A request for a list of chats takes the fake server 25 ms."""


class Clock:
    """A clock that only tests move."""

    def __init__(self) -> None:
        self.seconds = time.time()

    def milliseconds(self) -> int:
        return round(self.seconds * 1000)


class Simulation:
    """Runs the rules against a server. Waiting takes no time."""

    def __init__(self, client: Beeper, data: PositionData, clock: Clock, *, has_events: bool, until_now: bool) -> None:
        self._client, self._data, self._clock = client, data, clock
        environment = Environment(lambda _: None, lambda: False, lambda: clock.seconds, clock.milliseconds)
        self.run = Run(options(until_now=until_now), data, environment)
        self.run.schedule.has_events = has_events
        self.changes: list[Change] = []
        self.waits = 0

    def until(self, end: float) -> None:
        """Carry out steps until this time, or the end."""
        for step in self.run.steps():
            match step:
                case Fetch():
                    self._fetch(step)
                case Wait():
                    self.waits += 1
                    self._clock.seconds += max(step.seconds, 0.001)
                case Deliver() | Save():
                    for record in step.records:
                        self._data.apply(record)
                    if isinstance(step, Deliver):
                        self.changes.append(step.change)
            if self._clock.seconds > end:
                return

    def _fetch(self, step: Fetch[Any]) -> None:
        try:
            response = self._client.raw(step.request)
        except APIError as error:
            step.error = error
        else:
            step.value, step.date = response.value, response.headers.get("date")


def options(*, until_now: bool) -> Options:
    """The defaults."""
    found = check_options(
        chats=None,
        accounts=None,
        networks=None,
        include=(),
        own="all",
        start="now",
        reconcile=timedelta(days=2),
        live=True,
        poll_every=5.0,
        sweep_every=60.0,
    )
    return evolve(found, until_now=until_now)


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="empty") as fake:
        account = fake.world.add_account("whatsapp")
        for chat_id in fake.world.add_chats(account, CHATS):
            fake.world.receive(chat_id, "hello")
        yield fake


@pytest.fixture
def client(fake: FakeBeeper) -> Iterator[Beeper]:
    with Beeper(fake.token, base_url=fake.url) as client:
        yield client


@contextmanager
def at_most(fake: FakeBeeper, count: int) -> Generator[None]:
    before = len(fake.requests)
    yield
    assert len(fake.requests) - before <= count


def test_requests_with_a_thousand_chats(fake: FakeBeeper, client: Beeper) -> None:
    clock, data = Clock(), PositionData()

    def simulation(*, has_events: bool = False, until_now: bool = False) -> Simulation:
        return Simulation(client, data, clock, has_events=has_events, until_now=until_now)

    with at_most(fake, 10):  # the beginning
        simulation(until_now=True).until(clock.seconds + 1)
    with at_most(fake, 130 * MINUTES // 60):
        simulation(has_events=True).until(clock.seconds + 60 * MINUTES)
    with at_most(fake, 800 * MINUTES // 60):
        simulation().until(clock.seconds + 60 * MINUTES)
    clock.seconds += 9 * HOUR
    with at_most(fake, 5):  # after a quiet night
        simulation(until_now=True).until(clock.seconds + 1)
    chat_id = fake.world.chats()[500]["id"]
    fake.world.receive(chat_id, "new")
    last = simulation(until_now=True)
    with at_most(fake, 5):
        last.until(clock.seconds + 1)
    assert len(last.changes) == 1


def test_until_now_waits_for_an_unreadable_chat_without_checking_all_the_time(fake: FakeBeeper) -> None:
    clock, data = Clock(), PositionData()
    with Beeper(fake.token, base_url=fake.url, retry=RetryPolicy(attempts=1)) as client:
        Simulation(client, data, clock, has_events=False, until_now=True).until(clock.seconds + 1)
        chat_id = fake.world.chats()[500]["id"]
        fake.world.receive(chat_id, "new")
        with fake.fail("messages.list", status=500, chat=chat_id):
            simulation = Simulation(client, data, clock, has_events=False, until_now=True)
            simulation.until(clock.seconds + HOUR)
    assert simulation.changes == [Gap((chat_id,), "unreadable")]
    assert simulation.waits < 10


def test_the_position_does_not_grow_with_messages(fake: FakeBeeper, client: Beeper) -> None:
    clock, data = Clock(), PositionData()
    Simulation(client, data, clock, has_events=False, until_now=True).until(clock.seconds + 1)
    chat_id = fake.world.chats()[0]["id"]
    sizes: list[int] = []
    for _ in range(3):
        fake.world.add_messages(chat_id, 100)
        simulation = Simulation(client, data, clock, has_events=False, until_now=True)
        simulation.until(clock.seconds + 1)
        assert len(simulation.changes) == 100
        sizes.append(len(data.text()))
    assert sizes[2] <= sizes[1] + 100
