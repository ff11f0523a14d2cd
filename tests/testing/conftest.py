"""Fixtures: one fake server for tests that only read, a fresh one for tests that write."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.server import listeners
from tests.testing.old_apps import V0, V1, Old
from tests.testing.versions import VERSIONS
from tests.testing.wire import Wire


@pytest.fixture(scope="module")
def shared() -> Iterator[Wire]:
    """A fake server that the whole module shares; leave its world as it is."""
    with FakeBeeper() as fake, Wire(fake) as wire:
        yield wire


@pytest.fixture
def wire(fake_beeper: FakeBeeper) -> Iterator[Wire]:
    """A fake server of one's own."""
    with Wire(fake_beeper) as wire:
        yield wire


@pytest.fixture(scope="session")
def apps() -> Iterator[dict[str, Old]]:
    """An app of every version, shared by all tests: whatever is written, its answers keep their shape."""
    with ExitStack() as open_apps:
        started = {version: open_apps.enter_context(FakeBeeper(version=version)) for version in VERSIONS}
        yield {version: open_apps.enter_context(Old(version, fake)) for version, fake in started.items()}


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, apps: dict[str, Old]) -> Old:
    """Each app in turn."""
    return apps[str(request.param)]


@pytest.fixture(params=V1)
def v1(request: pytest.FixtureRequest, apps: dict[str, Old]) -> Old:
    """Each app with v1 in turn."""
    return apps[str(request.param)]


@pytest.fixture(params=V0)
def v0(request: pytest.FixtureRequest, apps: dict[str, Old]) -> Old:
    """Each app with v0 in turn."""
    return apps[str(request.param)]


@pytest.fixture
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server for all addresses listens on that of this machine: the tests open no port to others."""
    real, own = listeners._listener, {"0.0.0.0": "127.0.0.1", "::": "::1"}

    def listener(address: str, port: int) -> socket.socket:
        return real(own.get(address, address), port)

    monkeypatch.setattr(listeners, "_listener", listener)
