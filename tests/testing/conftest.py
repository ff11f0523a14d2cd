"""Fixtures: one stand-in for tests that only read, a fresh one for tests that write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.wire import Wire


@pytest.fixture(scope="module")
def shared() -> Iterator[Wire]:
    """A stand-in that the whole module shares; leave its world as it is."""
    with FakeBeeper() as fake, Wire(fake) as wire:
        yield wire


@pytest.fixture
def wire(fake_beeper: FakeBeeper) -> Iterator[Wire]:
    """A stand-in of one's own."""
    with Wire(fake_beeper) as wire:
        yield wire
