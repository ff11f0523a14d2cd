"""Both addresses of this machine: an app that listens on ::1 only is found, and nothing is sent twice on the way."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from beeper_sdk import api, errors, v0
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, BOTH, Call, Kind, Story, Stream, play
from tests.testing.known_chats import BOB


@pytest.fixture(scope="module")
def ipv6() -> Iterator[FakeBeeper]:
    """A server that listens on ::1 from its start."""
    fake = FakeBeeper()
    fake.quirk("ipv6_only", optional=True)  # a process of a parallel run may have only a test that sends nothing
    with fake:
        yield fake


def port_of(fake: FakeBeeper) -> str:
    return fake.url.rpartition(":")[2]


def at_localhost(fake: FakeBeeper) -> str:
    return f"http://localhost:{port_of(fake)}"


def everything(fake: FakeBeeper) -> Story:
    """A read, a send, an upload and a stream."""
    assert (yield Call("accounts.list"))
    before = len(fake.world.messages(BOB))
    yield Call("messages.send", BOB, text="once")
    assert len(fake.world.messages(BOB)) == before + 1
    source = yield Call("assets.upload", file=b"12345")
    assert (yield Stream(api.assets.serve(url=source.src_url))).data == b"12345"


@pytest.mark.parametrize("kind", ALL)
def test_localhost_finds_an_app_that_listens_on_ipv6_only(kind: Kind, ipv6: FakeBeeper) -> None:
    ipv6.requests.clear()
    play(kind, ipv6, everything(ipv6), base_url=at_localhost(ipv6))
    assert [request.operation for request in ipv6.requests] == [
        "accounts.list", "messages.send", "assets.upload", "assets.serve",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["beeper.localhost", "LOCALHOST", "localhost.", "A.b.LocalHost."])
@pytest.mark.parametrize("kind", BOTH)
def test_names_under_localhost_are_this_machine_without_a_resolver(
    kind: Kind, name: str, ipv6: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def resolve(host: str, *arguments: Any, **options: Any) -> object:
        assert host in ("127.0.0.1", "::1")
        return real(host, *arguments, **options)

    monkeypatch.setattr("socket.getaddrinfo", resolve)

    def story() -> Story:
        assert (yield Call("accounts.list"))

    play(kind, ipv6, story(), base_url=f"http://{name}:{port_of(ipv6)}")


def test_so_does_v0(ipv6: FakeBeeper) -> None:
    with (
        pytest.warns(DeprecationWarning, match="get_accounts"),
        v0.Client(ipv6.token, base_url=at_localhost(ipv6)) as old,
    ):
        assert old.get_accounts()


@pytest.mark.parametrize("kind", BOTH)
def test_an_app_that_moves_to_the_other_address_is_found_again(kind: Kind) -> None:
    def story() -> Story:
        for ipv6_only in (False, True, False):
            with ExitStack() as on:
                if ipv6_only:
                    on.enter_context(fake.quirk("ipv6_only"))
                assert ("[::1]" in fake.url) == ipv6_only
                assert (yield Call("accounts.list"))

    with FakeBeeper() as fake:
        play(kind, fake, story(), base_url=at_localhost(fake))
        assert len(fake.requests) == 3


@pytest.mark.parametrize("kind", BOTH)
def test_an_explicit_address_is_the_only_one_that_is_tried(kind: Kind, ipv6: FakeBeeper) -> None:
    def story() -> Story:
        with pytest.raises(errors.APIConnectionError, match="connection refused") as caught:
            yield Call("accounts.list")
        assert f"http://localhost:{port_of(ipv6)}" in str(caught.value)

    ipv6.requests.clear()
    play(kind, ipv6, story(), base_url=f"http://127.0.0.1:{port_of(ipv6)}")
    assert not ipv6.requests


@pytest.mark.parametrize("kind", BOTH)
def test_where_nothing_listens_the_first_refusal_is_reported(kind: Kind, ipv6: FakeBeeper) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://localhost:{free.getsockname()[1]}"

    def story() -> Story:
        with pytest.raises(errors.APIConnectionError, match="connection refused") as caught:
            yield Call("messages.send", BOB, text="canary")
        assert "python -m beeper_sdk doctor" in str(caught.value)

    play(kind, ipv6, story(), base_url=url)


@pytest.mark.parametrize("kind", BOTH)
def test_a_send_that_reached_one_address_is_not_sent_to_the_other(kind: Kind, ipv6: FakeBeeper) -> None:
    """A program on 127.0.0.1 accepts the connection and closes it; the server on ::1 must receive nothing."""
    received: list[bytes] = []

    def accept(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            received.append(connection.recv(65536))

    def story() -> Story:
        with pytest.raises(errors.DeliveryUncertain):
            yield Call("messages.send", BOB, text="once")

    ipv6.requests.clear()
    with socket.create_server(("127.0.0.1", int(port_of(ipv6)))) as listener:
        thread = threading.Thread(target=accept, args=(listener,))
        thread.start()
        play(kind, ipv6, story(), base_url=at_localhost(ipv6))
        thread.join()
    assert len(received) == 1
    assert not ipv6.requests


def test_the_quirk_applies_to_the_whole_server() -> None:
    with pytest.raises(ValueError, match="ipv6_only"):
        FakeBeeper().quirk("ipv6_only", times=1)
    with pytest.raises(ValueError, match="ipv6_only"):
        FakeBeeper().quirk("ipv6_only", operation="chats.list")
