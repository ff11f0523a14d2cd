"""Ctrl-C in the middle of a blocking call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from typing_extensions import override

from beeper_sdk import Beeper
from tests.client.lifecycle.counting_server import PlainServer


class Interrupting(httpx.BaseTransport):
    """Ctrl-C comes while a call is under way, the first time in `where` it is."""

    def __init__(self, inner: httpx.BaseTransport, where: str) -> None:
        self.inner, self.where = inner, where

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.where == "head":
            self.where = ""
            raise KeyboardInterrupt
        response = self.inner.handle_request(request)
        if self.where == "body":
            self.where = ""
            response.stream = Broken(response.stream)
        return response

    @override
    def close(self) -> None:
        self.inner.close()


class Broken(httpx.SyncByteStream):
    def __init__(self, inner: Any) -> None:
        self.inner = inner

    @override
    def __iter__(self) -> Iterator[bytes]:
        raise KeyboardInterrupt

    @override
    def close(self) -> None:
        self.inner.close()


@pytest.mark.parametrize("where", ["head", "body"])
def test_an_interrupted_call_raises_the_interrupt_and_closes_its_connection(where: str, plain: PlainServer) -> None:
    transport = Interrupting(httpx.HTTPTransport(), where)
    with Beeper("t", base_url=plain.url, transport=transport) as beeper:
        with pytest.raises(KeyboardInterrupt):
            beeper.messages.send("a", text="x")
        assert beeper.chats.retrieve("a").id == "a"
    assert len(plain.requests) == (1 if where == "head" else 2)
