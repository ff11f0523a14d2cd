"""Fixtures of the tests of a client's life: nothing is ever left behind, and a server that counts connections."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from beeper_sdk._transport import slots, slots_async
from beeper_sdk._transport._async.httpx_pool import MAX_SUSPECTS
from tests.client.lifecycle.counting_server import PlainServer
from tests.left_behind import nothing_left_behind


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    gc.collect()
    gc.freeze()  # what is older than the test is not looked through after it: that was a quarter of these tests' time
    with nothing_left_behind():
        yield


@pytest.fixture(params=["direct", "httpx"])
def transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The transport of the clients of a test: both have connections and pools of their own, and the same guarantees."""
    name: str = request.param
    monkeypatch.delenv("BEEPER_TRANSPORT", raising=False)
    if name == "httpx":
        monkeypatch.setenv("BEEPER_TRANSPORT", name)
    return name


@pytest.fixture
def plain() -> Iterator[PlainServer]:
    """A running server that counts connections."""
    with PlainServer() as server:
        yield server


@pytest.fixture
def few_places(monkeypatch: pytest.MonkeyPatch) -> int:
    """Clients with places for 30 calls at a time; how many these are.

    httpcore looks at all connections whenever a request begins or ends: 100 calls take ten times as long as 30. That
    a client has 100 places is tested in `test_closing`. 30 are enough for a pool to be replaced, after 20 of its calls
    were cancelled.
    """
    places = 30
    assert places > MAX_SUSPECTS
    for module in (slots, slots_async):
        monkeypatch.setattr(module, "MAX_CALLS", places)
    return places
