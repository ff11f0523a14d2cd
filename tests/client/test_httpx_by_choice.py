"""``transport="httpx"`` and ``BEEPER_TRANSPORT`` send through httpx to this machine too: mocks see the requests."""

from __future__ import annotations

import pickle
from typing import Any

import anyio
import httpcore
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper
from tests.scripted_server import KINDS, Kind

URL = "http://127.0.0.1:9"
"""No server listens on this port."""


class Mock:
    """Replaces a method of httpx or httpcore, as libraries for tests do."""

    def __init__(self, response: object) -> None:
        self._response = response
        self.hosts: list[object] = []

    def __call__(self, _: object, request: Any) -> Any:
        self.hosts.append(request.url.host)
        return self._response

    async def in_async(self, transport: object, request: Any) -> Any:
        return self(transport, request)


def replace(monkeypatch: pytest.MonkeyPatch, library: str) -> Mock:
    """Replace what respx ("httpcore") or pytest-httpx ("httpx") replaces."""
    if library == "httpx":
        mock = Mock(httpx.Response(200, json=[]))
        classes: tuple[type, type] = (httpx.HTTPTransport, httpx.AsyncHTTPTransport)
    else:
        mock = Mock(httpcore.Response(200, headers=[(b"content-type", b"application/json")], content=b"[]"))
        classes = (httpcore.ConnectionPool, httpcore.AsyncConnectionPool)
    monkeypatch.setattr(classes[0], "handle_request", lambda *arguments: mock(*arguments))  # noqa: PLW0108 - a method
    monkeypatch.setattr(classes[1], "handle_async_request", lambda *arguments: mock.in_async(*arguments))  # noqa: PLW0108 - a method
    return mock


def accounts(kind: Kind, **options: Any) -> object:
    if kind == "sync":
        with Beeper("t", **options) as beeper:
            return beeper.accounts.list()

    async def main() -> object:
        async with AsyncBeeper("t", **options) as beeper:
            return await beeper.accounts.list()

    return anyio.run(main, backend=kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("library", ["httpx", "httpcore"])
@pytest.mark.parametrize("by", ["argument", "environment", "address"])
def test_what_replaces_httpx_sees_the_requests(
    kind: Kind, library: str, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mock = replace(monkeypatch, library)
    if by == "environment":
        monkeypatch.setenv("BEEPER_TRANSPORT", "httpx")
    options: dict[str, Any] = {"transport": "httpx"} if by == "argument" else {}
    url = "https://beeper.example" if by == "address" else URL
    assert accounts(kind, base_url=url, **options) == []
    assert len(mock.hosts) == 1


def test_a_copy_of_the_client_also_uses_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    mock = replace(monkeypatch, "httpx")
    with Beeper("t", base_url=URL, transport="httpx") as beeper, pickle.loads(pickle.dumps(beeper)) as copied:
        assert copied.with_options(timeout=1).accounts.list() == []
    assert len(mock.hosts) == 1


@pytest.mark.parametrize("client", [Beeper, AsyncBeeper])
def test_other_values_are_refused(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="transport must be 'httpx', an httpx transport, or None"):
        client("t", base_url=URL, transport="requests")
    monkeypatch.setenv("BEEPER_TRANSPORT", "requests")
    with pytest.raises(ValueError, match="BEEPER_TRANSPORT must be 'httpx'"):
        client("t", base_url=URL)


def test_the_variable_does_not_apply_to_a_transport_of_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEEPER_TRANSPORT", "requests")
    mock = httpx.MockTransport(lambda _: httpx.Response(200, json=[]))
    with Beeper("t", base_url=URL, transport=mock) as beeper:
        assert beeper.accounts.list() == []


def test_httpx_resolves_names_under_localhost_so_they_are_refused() -> None:
    with pytest.raises(ValueError, match="must name localhost or a loopback address for httpx"):
        Beeper("t", base_url="http://app.localhost:9", transport="httpx")
