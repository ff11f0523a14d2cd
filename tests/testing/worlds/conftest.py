"""Fixtures: a fake server with the small world, and a client of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from tests.testing.wire import Wire


@pytest.fixture(scope="session")
def small_server() -> Iterator[FakeBeeper]:
    """One server for all tests, which is reset before each."""
    with FakeBeeper(world="small") as fake:
        yield fake


@pytest.fixture
def small(small_server: FakeBeeper) -> FakeBeeper:
    """A fresh small world."""
    small_server.reset()
    return small_server


@pytest.fixture
def wire(small: FakeBeeper) -> Iterator[Wire]:
    """A client that checks each response by the spec."""
    with Wire(small) as wire:
        yield wire


@pytest.fixture
def beeper(small: FakeBeeper) -> Iterator[Beeper]:
    """The client of this project."""
    with Beeper(small.token, base_url=small.url) as beeper:
        yield beeper
