"""What a faulty server sends besides a response must never be read as the response to another call."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper
from beeper_sdk.testing import FakeBeeper
from tests.fake_state import state
from tests.faults.calls import archive, calls, send
from tests.faults.clients import KINDS, Kind
from tests.faults.fault import Fault, Output
from tests.faults.harmless import STRANGER
from tests.faults.proxy import FaultProxy
from tests.testing.known_chats import BOB

SEND = "messages.send"


@pytest.fixture
def proxy(fake_beeper: FakeBeeper) -> Iterator[FaultProxy]:
    with FaultProxy(fake_beeper.url) as made:
        yield made


def beside(more: bytes) -> Fault:
    """The response, and more data with it."""
    return Fault("beside", lambda reply: Output((reply.whole() + more,), "keep"))


def text_of(fake: FakeBeeper, sent: Any) -> str:
    row_id = fake.world.read(lambda world: state(world).pending[sent.pending_message_id][1])
    return next(str(row["text"]) for row in fake.world.messages(BOB) if row["id"] == row_id)


@pytest.mark.parametrize("more", [STRANGER.whole(), STRANGER.whole() * 3, b"\r\n\r\n", b"{}", b"HTTP/1.1 200"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_call_gets_its_own_response_when_there_are_several(
    kind: Kind, more: bytes, fake_beeper: FakeBeeper, proxy: FaultProxy
) -> None:
    proxy.plan("", [beside(more), beside(more)])
    results = calls(kind, fake_beeper.token, [send("one"), send("two"), send("three")], base_url=proxy.url)
    assert [text_of(fake_beeper, sent) for sent in results] == ["one", "two", "three"]
    assert len(fake_beeper.requests.of(SEND)) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_so_it_does_after_a_body_where_there_must_be_none(
    kind: Kind, fake_beeper: FakeBeeper, proxy: FaultProxy
) -> None:
    surplus = Fault("odd", lambda reply: Output((reply.head() + STRANGER.whole(),), "keep"))
    proxy.plan("", [surplus])
    operations = [archive, send("one")]
    nothing, sent = calls(kind, fake_beeper.token, operations, base_url=proxy.url)
    assert nothing is None
    assert text_of(fake_beeper, sent) == "one"


def _delayed_surplus() -> Fault:
    """The response, and a moment later another one."""
    return Fault("late", lambda reply: Output((reply.whole(), STRANGER.whole()), "keep", 0.02))


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_between_two_calls_belongs_to_neither(
    kind: Kind, fake_beeper: FakeBeeper, proxy: FaultProxy
) -> None:
    proxy.plan("", [_delayed_surplus()])

    def wait(_: object) -> None:
        give_up = time.monotonic() + 10
        while not proxy.records[""][0].written and time.monotonic() < give_up:
            time.sleep(0.005)

    first, _, second = calls(kind, fake_beeper.token, [send("one"), wait, send("two")], base_url=proxy.url)
    assert [text_of(fake_beeper, sent) for sent in (first, second)] == ["one", "two"]


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
@pytest.mark.parametrize("replaces_trace", [False, True])
def test_this_also_holds_for_an_http_client_of_the_user(
    library: str, replaces_trace: bool, fake_beeper: FakeBeeper, proxy: FaultProxy
) -> None:
    def hook(request: Any) -> None:
        if replaces_trace:
            request.extensions["trace"] = lambda _event, _info: None

    proxy.plan("", [beside(STRANGER.whole())])
    with pytest.importorskip(library).Client(event_hooks={"request": [hook]}) as http_client:
        operations = [send("one"), send("two")]
        results = calls("sync", fake_beeper.token, operations, base_url=proxy.url, http_client=http_client)
    assert [text_of(fake_beeper, sent) for sent in results] == ["one", "two"]


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_this_also_holds_for_an_async_http_client_of_the_user(
    library: str, loop: str, fake_beeper: FakeBeeper, proxy: FaultProxy
) -> None:
    async def main() -> list[Any]:
        async with (
            pytest.importorskip(library).AsyncClient() as http_client,
            AsyncBeeper(fake_beeper.token, base_url=proxy.url, http_client=http_client) as beeper,
        ):
            return [await send(text)(beeper) for text in ("one", "two")]

    proxy.plan("", [beside(STRANGER.whole())])
    assert [text_of(fake_beeper, sent) for sent in anyio.run(main, backend=loop)] == ["one", "two"]


def test_a_connection_without_surplus_is_used_again(fake_beeper: FakeBeeper, proxy: FaultProxy) -> None:
    """Otherwise the tests above could pass because every call has a connection of its own."""
    operations = [send("one"), send("two"), archive, send("three")]
    calls("sync", fake_beeper.token, operations, base_url=proxy.url)
    assert proxy.accepted == 1
