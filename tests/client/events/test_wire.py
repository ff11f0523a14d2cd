"""What a server may send, and what is sent to it, with servers that follow a script."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors, events
from beeper_sdk._core.events.lost import ConnectionLost
from beeper_sdk._core.events.subscription import read_subscription
from beeper_sdk._sync.events.opener import Opener
from beeper_sdk.testing import FakeBeeper
from tests.client.events.scripted import Peer, message_event, scripted
from tests.client.events.streams import QUICK, Client, client, threads
from tests.client.lifecycle.loops import LOOPS, Loop, run
from tests.scripted_server import Kind
from tests.transport.tls_server import TLSServer, read_head

TOKEN = "canary-token-7c1"
OPTIONS: dict[str, Any] = {"retry": RetryPolicy(attempts=1), "timeout": 10}


def scripted_client(kind: Kind, server: TLSServer, **options: Any) -> Client:
    return Client(kind, TOKEN, options.pop("base_url", server.url), {**OPTIONS, **options})


def test_replies_are_distinguished_from_events_that_arrive_meanwhile(kind: Kind) -> None:
    def script(peer: Peer, _: int) -> None:
        command = peer.greet()
        other = {"type": "subscriptions.updated", "requestID": "another", "chatIDs": []}
        refusal = {"type": "error", "requestID": "another", "code": "INVALID_PAYLOAD", "message": "No"}
        peer.send(message_event(1), other, refusal, message_event(2))
        peer.confirm(command)
        command = peer.command()
        peer.send(message_event(3))
        peer.confirm(command)
        peer.send(message_event(4))
        peer.wait_for_end()

    with scripted(script) as server, scripted_client(kind, server) as beeper, beeper.events() as stream:
        stream.subscribe("!a:x")
        seen = [getattr(event, "seq", event) for event in stream.take(5)]
    assert seen == [1, 2, 3, events.Interrupted("subscription"), 4]


def test_frames_that_cannot_be_decoded_are_an_interruption(kind: Kind, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    odd: list[object] = [
        "not JSON, secret-1",
        b"\x00secret-2",
        ["secret-3"],
        {"type": 7, "secret": 1},
        {"type": "message.upserted", "seq": 2, "ts": "2026-11-30T08:00:00Z", "ids": ["secret-4"]},
        {"type": "chat.deleted", "seq": 3, "ts": "secret-5", "chatID": "!a:x", "ids": []},
    ]

    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        peer.send(message_event(1), *odd, message_event(4))
        peer.wait_for_end()

    with scripted(script) as server, scripted_client(kind, server) as beeper:
        with beeper.events() as stream:
            first, *interruptions, last = stream.take(len(odd) + 2)
        findings = beeper.raw.diagnostics.findings
    assert (first.seq, last.seq) == (1, 4)
    assert set(interruptions) == {events.Interrupted("undecodable")}
    assert sum(finding.times for finding in findings) == len(odd)
    assert {finding.operation for finding in findings} == {"events"}
    records = [record for record in caplog.records if record.name != "websockets.server"]  # the test's own
    shown = f"{findings}{[record.getMessage() for record in records]}"
    assert "secret" not in shown
    assert TOKEN not in shown


def test_odd_entries_are_fetched(kind: Kind) -> None:
    with FakeBeeper(world="small") as fake, client(kind, fake) as beeper, fake.quirk("odd_item"):
        with beeper.events() as stream:
            texts = [fake.world.receive("!bob:small.local", f"text {number}")["text"] for number in range(12)]
            read = [stream.until(events.MessageUpserted).entries for _ in texts]
        fetched = fake.requests.of("messages.retrieve")
    assert [entry.text for (entry,) in read] == texts
    assert not any(entry.missing_fields for (entry,) in read)
    assert 0 < len(fetched) < len(texts)


def test_unknown_types_and_members_are_passed_on(kind: Kind) -> None:
    stranger: dict[str, Any] = {"type": "message.stream", "seq": 2, "secret": {"text": "x"}}

    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        peer.send(message_event(1, colour="red"), stranger, {"type": "subscriptions.moved"}, message_event(3))
        peer.wait_for_end()

    with scripted(script) as server, scripted_client(kind, server) as beeper, beeper.events() as stream:
        message, unknown, _, last = stream.take(4)
    assert message.additional_properties == {"colour": "red"}
    assert unknown == events.UnknownEvent("message.stream", stranger)
    assert "secret" not in repr(unknown)
    assert last.seq == 3


def test_large_messages_arrive_in_one_frame_or_in_several(kind: Kind) -> None:
    text = "x" * (3 * 2**20)

    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        peer.send(message_event(1, text))
        peer.send_parts(json.dumps(message_event(2, text)), 100_000)
        peer.wait_for_end()

    with scripted(script) as server, scripted_client(kind, server) as beeper, beeper.events() as stream:
        assert [len(event.entries[0].text) for event in stream.take(2)] == [len(text)] * 2


def test_a_silent_server_is_pinged_and_then_left(kind: Kind) -> None:
    pings: list[int] = []

    def script(peer: Peer, number: int) -> None:
        peer.subscribe()
        if number == 1:
            time.sleep(0.5)  # reads nothing, so that pings have no response
        else:
            peer.send(message_event(1))
            peer.wait_for_end()
            pings.append(peer.pings)

    timing = QUICK._replace(ping_after=0.05, silence=0.2)
    with (
        scripted(script) as server,
        scripted_client(kind, server) as beeper,
        beeper.events(timing=timing) as stream,
    ):
        assert stream.next() == events.Interrupted("silence")
        assert stream.next().seq == 1
        time.sleep(0.4)  # longer than the silence allowed, but the server responds to pings
    assert pings[0] >= 3


@pytest.mark.parametrize(("silent", "error"), [(False, errors.APIConnectionError), (True, errors.APITimeoutError)])
def test_a_subscription_that_is_never_confirmed(kind: Kind, silent: bool, error: type[errors.APIError]) -> None:
    def script(peer: Peer, _: int) -> None:
        peer.greet()
        if silent:
            peer.wait_for_end()

    with (
        scripted(script) as server,
        scripted_client(kind, server) as beeper,
        pytest.raises(error) as caught,
        beeper.events(timing=QUICK._replace(reply=0.1)),
    ):
        pass
    assert type(caught.value) is error


def test_a_connection_that_was_not_read_for_long_is_not_lost() -> None:
    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        peer.send(message_event(1), message_event(2))
        peer.wait_for_end()

    timing = QUICK._replace(ping_after=0.02, silence=0.04)
    with scripted(script) as server, Beeper(TOKEN, base_url=server.url, **OPTIONS) as beeper:
        opener = Opener(beeper._engine, timing)
        connection = opener.open(read_subscription("*", app_state=False))
        for _ in range(2):
            time.sleep(0.1)
            assert isinstance(connection.receive(0), events.MessageUpserted)
        assert connection.receive(0.01) is None
        connection.close()
        with pytest.raises(ConnectionLost):
            connection.receive(0)
        opener.close()


def test_events_that_nobody_reads_are_dropped(kind: Kind) -> None:
    again = threading.Event()

    def script(peer: Peer, number: int) -> None:
        peer.subscribe()
        if number == 1:
            peer.send(*(message_event(seq) for seq in range(1, 101)))
            return
        again.set()  # all that was sent before has been read
        peer.wait_for_end()

    timing = QUICK._replace(max_waiting=10)
    with (
        scripted(script) as server,
        scripted_client(kind, server) as beeper,
        beeper.events(timing=timing) as stream,
    ):
        assert again.wait(10)
        kept: list[Any] = []
        while events.Interrupted("connection") not in kept:
            kept.append(stream.next())
    dropped = sum(event.dropped for event in kept if isinstance(event, events.Interrupted))
    assert kept[0] in (events.Interrupted("overflow", 90), events.Interrupted("overflow", 91))
    assert dropped in (90, 91)  # if the queue is still full after reconnecting, one more makes room
    read = [event.seq for event in kept if isinstance(event, events.MessageUpserted)]
    assert read == list(range(dropped + 1, 101))


@pytest.mark.parametrize(
    "headers",
    [{"Sec-WebSocket-Accept": "wrong"}, {"Upgrade": "h2c"}, {"Sec-WebSocket-Extensions": "permessage-deflate"}],
)
def test_an_invalid_handshake_is_an_error(kind: Kind, headers: dict[str, str]) -> None:
    with (
        scripted(lambda peer, _: peer.wait_for_end(), headers=headers) as server,
        scripted_client(kind, server) as beeper,
        pytest.raises(errors.APIConnectionError, match="handshake is not valid"),
    ):
        beeper.events().__enter__()


@pytest.mark.parametrize(
    ("response", "error", "text"),
    [
        (b"200 OK", errors.APIConnectionError, "did not open a WebSocket"),
        (b"302 Found\r\nLocation: http://127.0.0.1:1/", errors.APIStatusError, "redirects are not followed"),
        (b"503 No", errors.InternalServerError, "503"),
        (b"404 No", errors.NotFoundError, "base_url may be wrong"),
    ],
)
def test_other_responses_than_a_connection(
    kind: Kind, response: bytes, error: type[errors.APIError], text: str
) -> None:
    heads: list[bytes] = []

    def handle(connection: socket.socket, _: int) -> None:
        while head := read_head(connection):
            heads.append(head)
            connection.sendall(b"HTTP/1.1 " + response + b"\r\nContent-Length: 0\r\n\r\n")

    with (
        TLSServer(handle, plain=True) as server,
        scripted_client(kind, server) as beeper,
        pytest.raises(error, match=text),
    ):
        beeper.events().__enter__()
    assert f"authorization: bearer {TOKEN}".encode() in heads[0].lower()
    assert TOKEN.encode() not in heads[0].partition(b"\r\n")[0]  # not in the URL


def test_the_client_that_is_closed_ends_the_stream(kind: Kind) -> None:
    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        peer.wait_for_end()

    with scripted(script) as server, scripted_client(kind, server) as beeper, beeper.events() as stream:
        beeper.call(beeper.raw.close)
        with pytest.raises(errors.ClientClosed):
            stream.next()
        with pytest.raises(errors.ClientClosed):
            stream.subscribe()
        with pytest.raises(errors.ClientClosed):
            beeper.events().__enter__()


def test_closing_the_stream_ends_the_iteration(kind: Kind) -> None:
    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        peer.wait_for_end()

    with scripted(script) as server, scripted_client(kind, server) as beeper, beeper.events() as stream:
        closer = threading.Timer(0.05, stream.close)
        closer.start()
        with pytest.raises(StopIteration if kind == "sync" else StopAsyncIteration):
            stream.next()
        closer.join()
        with pytest.raises(RuntimeError, match="has ended"):
            stream.subscribe()


class Hanging:
    """Accepts the first connection; holds each later one without a response."""

    def __init__(self) -> None:
        self.held = threading.Event()

    def __call__(self, connection: socket.socket, number: int) -> None:
        if number > 1:
            self.held.set()
            connection.recv(65536)
            connection.recv(65536)  # until the client closes it
            return
        peer = Peer(connection)
        assert peer.handshake()
        peer.subscribe()


def test_the_block_ends_while_connecting(kind: Kind) -> None:
    hanging = Hanging()
    with TLSServer(hanging, plain=True) as server, scripted_client(kind, server) as beeper:
        with beeper.events():
            assert hanging.held.wait(10)
            started = time.monotonic()
        assert time.monotonic() - started < 2
    assert threads() == set()


@pytest.mark.parametrize("loop", LOOPS)
def test_cancelling_ends_the_block_and_loses_no_event(loop: Loop) -> None:
    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        for number in range(1, 4):
            time.sleep(0.05)
            peer.send(message_event(number))
        peer.wait_for_end()

    async def main() -> list[int]:
        seen: list[int] = []
        async with AsyncBeeper(TOKEN, base_url=server.url, **OPTIONS) as beeper:
            with anyio.move_on_after(10) as scope:
                async with beeper.events() as stream:
                    while len(seen) < 3:
                        with anyio.move_on_after(0.01):
                            event = await anext(stream)
                            assert isinstance(event, events.MessageUpserted)
                            seen.append(event.seq)
                    scope.cancel()
                    await anext(stream)
            assert scope.cancelled_caught
        return seen

    with scripted(script) as server:
        assert run(loop, main) == [1, 2, 3]


@pytest.mark.parametrize("loop", LOOPS)
def test_an_exception_of_the_block_is_raised_as_it_is(loop: Loop) -> None:
    def script(peer: Peer, _: int) -> None:
        peer.subscribe()
        peer.wait_for_end()

    async def main() -> None:
        async with AsyncBeeper(TOKEN, base_url=server.url, **OPTIONS) as beeper, beeper.events():
            raise KeyError("mine")

    with scripted(script) as server, pytest.raises(KeyError, match="mine"):
        run(loop, main)


def test_a_stream_must_be_entered() -> None:
    stream = Beeper(TOKEN).events()
    acts: list[Callable[[], object]] = [lambda: next(stream), lambda: iter(stream), stream.subscribe]
    for act in acts:
        with pytest.raises(RuntimeError, match="must be entered first"):
            act()
    stream.close()
    assert repr(stream) == "<Events, not entered>"
