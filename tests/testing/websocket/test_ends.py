"""How connections end, and what keeps them alive: pings, closing, slow clients, and no leaks."""

from __future__ import annotations

import asyncio
import gc
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, ConnectionClosedError
from websockets.frames import Opcode

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.server.websocket.connection import Connection
from tests.testing.websocket.helpers import ERIN, Client, listening


def _end(client: Client) -> tuple[int, str] | None:
    """Code and reason of the close frame; None without one."""
    for _ in range(100):
        try:
            client.recv()
        except ConnectionClosed as error:
            return None if error.rcvd is None else (error.rcvd.code, error.rcvd.reason)
    raise AssertionError("it is still open")


def test_stop_and_reset_close_connections_at_once() -> None:
    before = threading.active_count()
    with ExitStack() as opened:
        with FakeBeeper() as fake:
            clients = [opened.enter_context(listening(fake)) for _ in range(3)]
            started = time.monotonic()
            fake.reset()
            assert [_end(client) for client in clients] == [(1012, "")] * 3
            assert len(fake.websockets) == 0
            client = opened.enter_context(listening(fake))
            fake.world.receive(ERIN, "after the reset")
            assert client.events()[0]["seq"] == 1
        assert _end(client) == (1001, "")
        assert time.monotonic() - started < 1
    assert threading.active_count() == before
    gc.collect()  # what was left open shows as a warning, which is an error


def test_tests_can_close_and_drop_connections(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as client:
        fake_beeper.websockets.close(4000, "try again")
        assert _end(client) == (4000, "try again")
    with listening(fake_beeper) as client:
        fake_beeper.websockets.drop()
        assert _end(client) is None


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"code": 1005}, ValueError, "code must be a status code that can be sent"),
        ({"code": 999}, ValueError, "code must be an int from 1000 to 4999"),
        ({"code": "1001"}, TypeError, "code must be an int from 1000 to 4999, not str"),
        ({"reason": "é" * 62}, ValueError, "reason must have at most 123 bytes in UTF-8"),
    ],
)
def test_a_wrong_argument_of_close_is_named(
    arguments: dict[str, object], error: type[Exception], said: str, fake_beeper: FakeBeeper
) -> None:
    with pytest.raises(error, match=said):
        fake_beeper.websockets.close(**arguments)  # type: ignore[arg-type]  # wrong on purpose


def test_a_test_waits_for_clients_and_sees_them_without_private_data(fake_beeper: FakeBeeper) -> None:
    sockets = fake_beeper.websockets
    with pytest.raises(TimeoutError, match=r"fewer than 1 WebSocket clients were connected within 0\.01 seconds"):
        sockets.wait(timeout=0.01)
    with Client(fake_beeper) as client:
        sockets.wait(subscribed=False)
        with pytest.raises(TimeoutError):
            sockets.wait(timeout=0.01)
        waiting = threading.Thread(target=sockets.wait)
        waiting.start()
        client.recv()
        client.subscribe(ERIN)
        waiting.join()
        assert (repr(sockets), repr(list(sockets))) == ("<WebSockets, 1 open>", "[<WebSocket, 0 events>]")
    fake_beeper.world.receive(ERIN, "nobody is there")


def test_a_client_that_closes_is_gone(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as first, listening(fake_beeper):
        first.socket.close()
        with fake_beeper.websockets._application.hub.changed:
            fake_beeper.websockets._application.hub.changed.wait_for(lambda: len(fake_beeper.websockets) == 1, 10)
        fake_beeper.world.receive(ERIN, "to the other one")
        assert [each.events for each in fake_beeper.websockets] == [2]


def test_a_frame_that_is_too_large_closes_the_connection(fake_beeper: FakeBeeper) -> None:
    with Client(fake_beeper) as client:
        client.recv()
        client.socket.send(" " * 64 * 1024)
        assert client.recv()["code"] == "INVALID_COMMAND"
        client.socket.send(" " * (64 * 1024 + 1))
        assert (_end(client) or (0,))[0] == 1009


@contextmanager
def unread(fake: FakeBeeper) -> Iterator[socket.socket]:
    """A subscribed connection on which nothing is read."""
    head = (
        f"GET /v1/ws HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {fake.token}\r\nConnection: Upgrade\r\n"
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    command = b'{"type":"subscriptions.set","chatIDs":["*"]}'
    with socket.create_connection(("127.0.0.1", int(fake.url.rpartition(":")[2])), 10) as raw:
        raw.sendall(head.encode())
        assert raw.recv(1000).startswith(b"HTTP/1.1 101 ")
        raw.sendall(bytes([0x81, 0x80 | len(command), 0, 0, 0, 0]) + command)
        fake.websockets.wait()
        yield raw


LONG = "x" * 400_000


def test_a_client_that_does_not_read_is_disconnected() -> None:
    with FakeBeeper() as fake, unread(fake) as raw:
        for _ in range(60):
            fake.world.receive(ERIN, LONG)
            if not len(fake.websockets):
                break
        else:
            raise AssertionError("it is still connected")
        with suppress(ConnectionResetError):
            while raw.recv(1 << 20):
                pass


def test_a_client_that_does_not_read_does_not_delay_the_end() -> None:
    with ExitStack() as opened:
        with FakeBeeper() as fake:
            opened.enter_context(unread(fake))
            waiting = 0
            while not waiting:  # until the buffers of the system are full
                fake.world.receive(ERIN, LONG)
                (session,) = fake.websockets._application.hub.sessions
                assert isinstance(session.line, Connection)
                waiting = session.line.transport.get_write_buffer_size()
            started = time.monotonic()
        assert time.monotonic() - started < 0.9
    gc.collect()


def test_pings_come_first_after_one_time_and_then_at_another() -> None:
    """A real app was seen to wait 10.5 s, then 30 s between two."""
    with FakeBeeper(websocket_pings=(0.01, 0.02)) as fake:

        async def count() -> list[float]:
            url = f"{fake.url.replace('http', 'ws')}/v1/ws"
            headers = {"Authorization": f"Bearer {fake.token}"}
            arrived: list[float] = []
            enough = asyncio.Event()
            async with connect(url, additional_headers=headers, proxy=None) as client:
                started = asyncio.get_running_loop().time()
                receive = client.protocol.recv_frame

                def note(frame: object) -> None:
                    if getattr(frame, "opcode", None) is Opcode.PING:
                        arrived.append(asyncio.get_running_loop().time() - started)
                        if len(arrived) == 3:
                            enough.set()
                    receive(frame)  # type: ignore[arg-type]  # a Frame

                client.protocol.recv_frame = note  # type: ignore[method-assign]  # the library has no hook
                await asyncio.wait_for(enough.wait(), 10)
            return arrived

        arrived = asyncio.run(count())
        assert arrived[2] - arrived[1] >= 0.015
    assert FakeBeeper()._options.websocket_pings == (10.5, 30.0)


@pytest.mark.parametrize(
    ("pings", "error", "said"),
    [
        (10.5, TypeError, "websocket_pings must be a tuple of two numbers of seconds, not float"),
        ((1, 2, 3), ValueError, "websocket_pings must be a tuple of two numbers of seconds"),
        ((0, 1), ValueError, "websocket_pings must be greater than 0"),
        (("1", 1), TypeError, "websocket_pings must be a number of seconds, not str"),
    ],
)
def test_wrong_pings_are_named(pings: object, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        FakeBeeper(websocket_pings=pings)  # type: ignore[arg-type]  # wrong on purpose


def test_changing_the_addresses_closes_connections(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as client, fake_beeper.quirk("ipv4_only", optional=True):
        assert _end(client) == (1001, "")


def test_a_handshake_during_a_reset_is_closed() -> None:
    """The connection belongs to the data of the moment at which it began."""
    with FakeBeeper() as fake:
        hub = fake.websockets._application.hub
        hub.end()
        with Client(fake) as client:
            assert _end(client) == (1012, "")


def test_a_missing_library_is_named_before_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beeper_sdk.testing.server.missing.find_spec", lambda _: None)
    monkeypatch.setattr("beeper_sdk.testing.server.missing.FOUND", set[str]())
    with pytest.raises(ModuleNotFoundError, match=r"FakeBeeper requires websockets; install beeper-sdk\[testing\]"):
        FakeBeeper().start()


def test_a_dropped_client_sees_no_close_frame_after_what_it_was_sent(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as client:
        fake_beeper.world.receive(ERIN, "hello")
        fake_beeper.websockets.drop()
        assert [client.recv()["seq"] for _ in range(2)] == [1, 2]
        with pytest.raises(ConnectionClosedError):
            client.recv()
