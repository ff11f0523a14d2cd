"""Whether something of a request may have been sent is known exactly: nothing is sent twice, and no error is vague."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk import RetryPolicy, errors
from beeper_sdk._core.util.override import override
from beeper_sdk._transport.direct import sockets, sockets_async
from tests.scripted_server import AT_ONCE
from tests.transport.direct.peers import (
    KINDS,
    OK,
    Kind,
    Peer,
    accepted,
    accepting,
    accounts,
    call,
    send,
    serving,
    wait_until,
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE, errno.ENOBUFS])
def test_a_socket_that_cannot_be_made_is_a_connection_error(
    kind: Kind, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> socket.socket:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(sockets, "Socket", failing)
    (error,) = call(kind, "http://127.0.0.1:9", send)
    assert type(error) is errors.APIConnectionError
    assert errno.errorcode[number] in str(error)


@pytest.mark.parametrize("kind", KINDS)
def test_a_refused_connection_is_a_connection_error(kind: Kind) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    (error,) = call(kind, f"http://127.0.0.1:{port}", send)
    assert type(error) is errors.APIConnectionError
    assert "(connection refused)" in str(error)


class Failing(sockets.Socket):
    """Fails as the test says, after as many sends as it says."""

    left = 0
    number = 0

    @override
    def send(self, data: Any, flags: int = 0, /) -> int:
        cls = type(self)
        if cls.left:
            cls.left -= 1
            return super().send(data, flags)
        cls.left = 10**6
        raise OSError(cls.number, os.strerror(cls.number))


def failing_after(sends: int, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Failing, "left", sends)
    monkeypatch.setattr(Failing, "number", number)
    monkeypatch.setattr(sockets, "Socket", Failing)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [errno.EPIPE, errno.ECONNRESET, errno.ENOBUFS])
def test_a_new_connection_that_takes_nothing_has_sent_nothing(
    kind: Kind, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_after(0, number, monkeypatch)
    with serving(accepting) as server:
        first, second = call(kind, server.url, send, send)
        assert type(first) is errors.APIConnectionError
        assert (second.pending_message_id, len(server.requests)) == ("m1", 1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [errno.EPIPE, errno.ECONNRESET, errno.ENOTCONN])
def test_an_idle_connection_that_takes_nothing_is_replaced(
    kind: Kind, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_after(1, number, monkeypatch)
    with serving(accepting) as server:
        results = call(kind, server.url, send, send)
        assert [result.pending_message_id for result in results] == ["m1", "m2"]
        assert [request.connection for request in server.requests] == [0, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_of_which_a_part_was_sent_is_not_sent_again(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    class Partly(Failing):
        @override
        def send(self, data: Any, flags: int = 0, /) -> int:
            return super().send(data[:10], flags)

    monkeypatch.setattr(Partly, "left", 1)
    monkeypatch.setattr(Partly, "number", errno.EPIPE)
    monkeypatch.setattr(sockets, "Socket", Partly)
    with serving(accepting) as server:
        first, second = call(kind, server.url, send, send, retry=AT_ONCE)
        assert isinstance(first, errors.DeliveryUncertain)
        assert second.pending_message_id == "m1"  # ten bytes at a time
        assert len(server.requests) == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("end", ["close", "reset"])
def test_idle_connections_that_the_server_closed_are_replaced(kind: Kind, end: str) -> None:
    received = threading.Semaphore(0)

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(accepted(peer))
        received.acquire(timeout=10)  # a reset discards a response that the client has not read yet
        if end == "reset":
            peer.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    def wait(_: Any) -> None:
        received.release()
        wait_until(lambda: server.peers[-1].sock.fileno() < 0)

    acts: list[Callable[[Any], Any]] = [send, wait] * 3
    with serving(script) as server:
        results = call(kind, server.url, *acts)
        assert [result.pending_message_id for result in results[::2]] == ["m1", "m2", "m3"]
        assert (len(server.requests), server.connections) == (3, 3)


@pytest.mark.parametrize("kind", KINDS)
def test_a_send_that_the_server_read_and_did_not_answer_is_uncertain_and_sent_once(kind: Kind) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(accepted(peer))
        peer.request()  # and closes

    with serving(script) as server:
        first, second = call(kind, server.url, send, send, retry=AT_ONCE)
        assert first.pending_message_id == "m1"
        assert isinstance(second, errors.DeliveryUncertain)
        assert (len(server.requests), server.connections) == (2, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_read_that_was_not_answered_is_sent_again_on_another_connection(kind: Kind) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(OK)
        if peer.number == 0:
            peer.request()
            return
        peer.until_closed()

    with serving(script) as server:
        assert call(kind, server.url, accounts, accounts, retry=RetryPolicy(attempts=2, base=0)) == [[], []]
        assert [request.connection for request in server.requests] == [0, 0, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_socket_that_got_the_port_of_its_server_is_not_connected(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting to a port that nothing listens on may succeed if the system chooses the same port for this side: the
    request would come back as its own response."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    make = sockets.new_socket

    def bound(address: str) -> socket.socket:
        sock = make(address)
        sock.bind((address, port))
        return sock

    for module in (sockets, sockets_async):
        monkeypatch.setattr(module, "new_socket", bound)
    (error,) = call(kind, f"http://127.0.0.1:{port}", send)
    assert type(error) is errors.APIConnectionError
    assert "(connection refused)" in str(error)
