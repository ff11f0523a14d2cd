"""The pytest plugin: fixtures with a running FakeBeeper. Nothing else is imported until a test uses one.

pytest finds the plugin where this package is installed. Otherwise, list it in ``pytest_plugins`` of a conftest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from beeper_sdk import AsyncBeeper, Beeper
    from beeper_sdk.testing import FakeBeeper


_FAILED = pytest.StashKey[bool]()


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Note that a test failed: what its rules did not do is no other failure then."""
    if call.excinfo is not None:
        item.stash[_FAILED] = True


@pytest.fixture
def fake_beeper(request: pytest.FixtureRequest) -> Iterator[FakeBeeper]:
    """A running fake server with fresh data: .url, .token, .quirk(name), .requests, .world."""
    from beeper_sdk.testing import FakeBeeper

    fake = FakeBeeper().start()
    try:
        yield fake
    finally:
        fake.stop()
    if _FAILED not in request.node.stash:
        fake.assert_rules_used()


@pytest.fixture
def beeper(fake_beeper: FakeBeeper) -> Iterator[Beeper]:
    """A Beeper client of the fake server. It is closed after the test."""
    from beeper_sdk import Beeper

    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as client:
        yield client


@pytest.fixture
def async_beeper(fake_beeper: FakeBeeper) -> AsyncBeeper:
    """An AsyncBeeper client of the fake server. Use it in ``async with``."""
    from beeper_sdk import AsyncBeeper

    return AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url)
