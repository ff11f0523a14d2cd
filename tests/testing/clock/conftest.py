"""A fake server whose clock stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.wire import Wire


@pytest.fixture(scope="module")
def server() -> Iterator[FakeBeeper]:
    """One server for all tests of a module."""
    with FakeBeeper(now=datetime(2026, 11, 30, 12, tzinfo=UTC)) as fake:
        yield fake


@pytest.fixture
def fixed(server: FakeBeeper) -> FakeBeeper:
    """The server, as if it had just started."""
    server.reset()
    return server


@pytest.fixture
def wire(fixed: FakeBeeper) -> Iterator[Wire]:
    """A client of the server."""
    with Wire(fixed) as wire:
        yield wire
