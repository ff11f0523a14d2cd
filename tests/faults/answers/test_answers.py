"""Whatever a response contains, a call returns a value or raises an error of the SDK, and a call that may have been
carried out raises nothing but DeliveryUncertain.

`python -m tests.faults.answers` tries thousands of changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.faults.answers import operations
from tests.faults.answers.acts import ALL
from tests.faults.answers.sweep import Kind, Tally, scene, scenes, sweep
from tests.faults.answers.values import Change
from tests.sweeps import LONG, examples

KINDS: tuple[Kind, ...] = ("sync", "asyncio")
Fakes = Callable[[str], FakeBeeper]
DEEP = '{"a":' * 900 + "1" + "}" * 900


@pytest.fixture(scope="module")
def fakes() -> Iterator[Fakes]:
    running: dict[str, FakeBeeper] = {}

    def start(version: str) -> FakeBeeper:
        if version not in running:
            running[version] = (FakeBeeper(version=version) if version else FakeBeeper()).start()
        return running[version]

    yield start
    for fake in running.values():
        fake.stop()


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_response_ends_in_a_value_or_an_error_of_the_sdk(kind: Kind, fakes: Fakes) -> None:
    every, chance, tally = scenes(kind, fakes), Random(f"changes {kind}"), Tally()
    for make in every if examples(1) == LONG else chance.sample(every, 8):
        sweep(make(), chance, tally, changes=1, most=examples(2))
    assert tally.tried >= 8
    assert tally.falls == []


FALLS: list[tuple[str, str, str, Change]] = [
    ("chats.start", "4.1.294", "/v1/chats", Change("field", ("chatID",), '"a\\udfff\\ud800b"')),
    ("chats.start", "4.1.92", "/v0/create-chat", Change("field", ("chatID",), "{}")),
    ("chats.start", "4.1.294", "/v1/chats", Change("field", ("chatID",), '"' + "x" * 70_000 + '"')),
    ("messages.list", "", "/messages", Change("field", ("items", 0, "timestamp"), '"9999-12-31T24:00:00Z"')),
    ("messages.list", "", "/messages", Change("field", ("items", 0, "sortKey"), "1e400")),
    ("messages.list", "", "/messages", Change("field", ("items", 1, "accountID"), DEEP)),
    ("messages.list", "", "/messages", Change("field", ("items", 1, "id"), DEEP)),
    ("chats.search", "4.1.92", "/v0/search-chats", Change("field", ("items", 0, "id"), "{}")),
    ("accounts.list", "4.1.294", "/v1/accounts", Change("field", (0,), '["x"]')),
    ("assets.upload", "", "/assets/upload", Change("field", ("fileName",), "7")),
    ("messages.list", "", "/messages", Change("field", ("items", 0, "chatID"), '{"items": 5}')),
    ("chats.start", "4.2.557", "/messages", Change("field", ("items", 0, "id"), "[{}]")),
    ("messages.send", "4.1.294", "GET .*/messages", Change("field", ("items", 0, "id"), "[{}]")),
    ("chats.retrieve", "", "/v1/chats/[^/]+",
     Change("field", ("capabilities", "disappearingTimer", "timers", 1), '"7"')),
    ("find person", "4.1.92", "/v0/search-chats", Change("field", ("items", 0, "accountID"), '"\\ud83d"')),
    ("userinfo", "", "/oauth/userinfo", Change("field", ("scope",), "[" * 900 + "]" * 900)),
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "version", "path", "change"), FALLS, ids=str)
def test_so_does_what_once_raised_another_error(
    kind: Kind, name: str, version: str, path: str, change: Change, fakes: Fakes
) -> None:
    act = next(act for act in ALL if act.name == name)
    tried, tally = scene(kind, act, fakes, version, all_uses=True), Tally()
    with tried.recorded:
        key = next(key for key in tried.undisturbed() if re.search(f"{path}$", f"{key.method} {key.url.split('?')[0]}"))
        tried.run(key, change, tally)
    assert tally.falls == []


def test_every_operation_is_changed() -> None:
    assert {act.name for act in operations.acts()} == operations.responses().keys()
