"""Fixtures of the tests of older apps: one fake server for each version, and both kinds of client."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.core.compat.helpers import BOTH, Kind

Fakes = Callable[[str], FakeBeeper]


@pytest.fixture(params=BOTH)
def kind(request: pytest.FixtureRequest) -> Kind:
    """The blocking client, and the async one. (The tests of quirks play on trio too.)"""
    client_kind: Kind = request.param
    return client_kind


@pytest.fixture
def fakes() -> Iterator[Fakes]:
    """Gives a running FakeBeeper of a version."""
    running: list[FakeBeeper] = []

    def start(version: str) -> FakeBeeper:
        running.append(FakeBeeper(version=version).start())
        return running[-1]

    yield start
    for fake in running:
        fake.stop()
