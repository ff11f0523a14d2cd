"""Clients of httpx, and of its successor httpx2, that users supply: their connections have the same rules."""

from __future__ import annotations

import inspect
import logging
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, api, errors
from beeper_sdk.testing import FakeBeeper
from tests.client.lifecycle.counting_server import PlainServer
from tests.scripted_server import KINDS, Kind
from tests.transport.trickle import TrickleServer, endless

ONCE: Any = {"retry": RetryPolicy(attempts=1)}
Act = Callable[[Any, Any], Any]
"""What is done with a Beeper client and with the client of the library; what it returns may be awaitable."""


@pytest.fixture(params=["httpx", "httpx2"])
def library(request: pytest.FixtureRequest) -> Any:
    return pytest.importorskip(request.param)


@pytest.fixture
def plain() -> Iterator[PlainServer]:
    with PlainServer() as server:
        yield server


def run(kind: Kind, library: Any, url: str, *acts: Act, hook: Any = None, **options: Any) -> list[Any]:
    """What each act gives: a value or an error."""
    results: list[Any] = []
    hooks = {"request": [] if hook is None else [hook]}
    options = {"access_token": "t", **ONCE, **options, "base_url": url}
    if kind == "sync":
        with library.Client(event_hooks=hooks) as own, Beeper(http_client=own, **options) as beeper:
            for act in acts:
                try:
                    results.append(act(beeper, own))
                except errors.BeeperError as error:
                    results.append(error)
        return results

    async def main() -> None:
        async with (
            library.AsyncClient(event_hooks=hooks) as own,
            AsyncBeeper(http_client=own, **options) as beeper,
        ):
            for act in acts:
                try:
                    value = act(beeper, own)
                    results.append(await value if inspect.isawaitable(value) else value)
                except errors.BeeperError as error:
                    results.append(error)

    anyio.run(main, backend=kind)
    return results


def retrieve(name: str) -> Act:
    return lambda beeper, _: beeper.chats.retrieve(name)


def send(beeper: Any, _: Any) -> Any:
    return beeper.messages.send("a", text="x")


@pytest.mark.parametrize("kind", KINDS)
def test_calls_share_a_connection_while_the_server_keeps_it(kind: Kind, library: Any, plain: PlainServer) -> None:
    def expire(*_: object) -> None:
        plain.keep_alive = "timeout=1"

    chats = run(kind, library, plain.url, retrieve("a"), retrieve("b"), expire, retrieve("c"), retrieve("d"))
    assert [chat.id for chat in chats if chat is not None] == ["a", "b", "c", "d"]
    numbers = [request.connection for request in plain.requests]
    assert [number - numbers[0] for number in numbers] == [0, 0, 0, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_connection_of_other_requests_of_the_user_is_not_used_twice(
    kind: Kind, library: Any, plain: PlainServer
) -> None:
    """It is not known what was received on it before."""
    calls = run(
        kind, library, plain.url, lambda _, own: own.get(f"{plain.url}/v1/chats/own"), retrieve("a"), retrieve("b")
    )
    assert [chat.id for chat in calls[1:]] == ["a", "b"]
    numbers = [request.connection for request in plain.requests]
    assert [number - numbers[0] for number in numbers] == [0, 0, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_trace_of_the_user_is_called(kind: Kind, library: Any, plain: PlainServer) -> None:
    events: list[str] = []

    def trace(event: str, _: object) -> None:
        events.append(event)

    async def async_trace(event: str, _: object) -> None:
        events.append(event)

    def hook(request: Any) -> None:
        request.extensions["trace"] = trace

    async def async_hook(request: Any) -> None:
        request.extensions["trace"] = async_trace

    chosen = hook if kind == "sync" else async_hook
    chats = run(kind, library, plain.url, retrieve("a"), retrieve("b"), hook=chosen)
    assert [chat.id for chat in chats] == ["a", "b"]
    assert events.count("connection.connect_tcp.complete") == len(plain.connections)


@pytest.mark.parametrize("kind", KINDS)
def test_errors_are_those_of_this_package(kind: Kind, library: Any, plain: PlainServer) -> None:
    with socket.socket() as bound:  # it does not listen
        bound.bind(("127.0.0.1", 0))
        (refused,) = run(kind, library, f"http://127.0.0.1:{bound.getsockname()[1]}", retrieve("a"))
    assert isinstance(refused, errors.APIConnectionError)
    plain.manner = "silent"
    silent, sent = run(kind, library, plain.url, retrieve("a"), send, timeout=0.05)
    assert isinstance(silent, errors.APITimeoutError)
    assert isinstance(sent, errors.DeliveryUncertain)
    plain.manner = "half"
    (half,) = run(kind, library, plain.url, retrieve("a"), timeout=0.05)
    assert isinstance(half, errors.APITimeoutError)


@pytest.mark.parametrize("kind", KINDS)
def test_calls_without_a_timeout(kind: Kind, library: Any, plain: PlainServer) -> None:
    chats = run(kind, library, plain.url, retrieve("a"), retrieve("b"), timeout=None)
    assert [chat.id for chat in chats] == ["a", "b"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_step_ends_in_time_however_slowly_a_server_sends(kind: Kind, library: Any) -> None:
    names = ("an interim response", "a header")
    with TrickleServer({name: part for name, part in endless(0.05).items() if name in names}) as server:
        started_at = time.monotonic()
        for name in names:
            (ended,) = run(kind, library, server.url(name), retrieve("a"), timeout=0.3)
            assert isinstance(ended, errors.APITimeoutError)
        assert time.monotonic() - started_at < 20


@pytest.mark.parametrize("kind", KINDS)
def test_it_logs_nothing_of_the_calls(
    kind: Kind, library: Any, plain: PlainServer, caplog: pytest.LogCaptureFixture
) -> None:
    def logged(*_: object) -> list[str]:
        return [record.name for record in caplog.records if record.name.startswith("http")]

    caplog.set_level(logging.DEBUG)
    _, ours, _, own = run(kind, library, plain.url, retrieve("a"), logged, lambda _, own: own.get(plain.url), logged)
    assert ours == []
    assert library.__name__ in own


@pytest.mark.parametrize("kind", KINDS)
def test_uploads_and_downloads(kind: Kind, library: Any, fake_beeper: FakeBeeper) -> None:
    content = b"0123456789" * 20_000

    def upload(beeper: Any, _: Any) -> Any:
        return beeper.assets.upload(file=("a.bin", content))

    def upload_base64(beeper: Any, _: Any) -> Any:
        return beeper.assets.upload_base64(content="QUJD" * 400_000, file_name="b.bin")

    def download(beeper: AsyncBeeper | Beeper, _: Any) -> Awaitable[bytes] | bytes:
        request = api.assets.serve(url=str(uploaded.src_url))
        if isinstance(beeper, Beeper):
            with beeper.stream(request) as file:
                return b"".join(file.iter_bytes())

        async def read() -> bytes:
            async with beeper.stream(request) as file:
                return b"".join([piece async for piece in file.iter_bytes()])

        return read()

    options: dict[str, Any] = {"access_token": fake_beeper.token}
    uploaded, other = run(kind, library, fake_beeper.url, upload, upload_base64, **options)
    assert other.file_size == 1_200_000
    assert run(kind, library, fake_beeper.url, download, **options) == [content]


def test_a_client_of_httpx2_with_a_token_of_its_own_is_refused() -> None:
    with (
        pytest.importorskip("httpx2").Client(headers={"Authorization": "Bearer x"}) as own,
        pytest.raises(ValueError, match="authorization"),
    ):
        Beeper("t", http_client=own)
