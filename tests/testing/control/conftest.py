"""Fixtures: a fake server that is controlled over HTTP, and a client that does it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.control.remote import Remote


@pytest.fixture(scope="module")
def _server() -> Iterator[FakeBeeper]:
    fake = FakeBeeper(world="small", control=True)
    fake.start()
    yield fake
    fake.stop()


@pytest.fixture(scope="module")
def _remote(_server: FakeBeeper) -> Iterator[Remote]:
    with Remote(_server) as remote:
        yield remote


@pytest.fixture
def remote(_remote: Remote) -> Remote:
    """A client of a server with the small world, as it is at first."""
    for name in _remote.fake.states:
        _remote.fake.forget(name)
    _remote.fake.reset()
    return _remote
