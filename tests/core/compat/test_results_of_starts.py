"""Older apps create a chat by one request, and return it by another: a failure of that does not hide the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import errors
from beeper_sdk.types import AnyRequest
from tests.core.compat.operations import by, in_turn, learn
from tests.scripted_server import AT_ONCE, Kind, Script, answer, call, chat

VERSION = "4.1.294"
START: Callable[[Any], Any] = lambda beeper: beeper.chats.start(account_id="a", user={"id": "u"})  # noqa: E731
KINDS: tuple[Kind, ...] = ("sync", "asyncio")


def start(kind: Kind, result: Callable[[httpx.Request], httpx.Response], **options: Any) -> tuple[Any, Script]:
    """The error of a start with an app before 4.2.557, whose response to the second request is this."""

    def serve(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return by(VERSION, {"chatID": "!a:b", "status": "created"})
        return by(VERSION, []) if request.url.path == "/v1/accounts" else result(request)

    server = Script(serve)
    call_options = {"retry": AT_ONCE, **options}

    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, lambda beeper: in_turn(kind, beeper, learn, START), **call_options)
    assert [request.method for request in server.requests].count("POST") == 1
    return caught.value, server


class Wary:
    """A guard that does not allow to read chats."""

    def check(self, request: AnyRequest) -> None:
        if request.operation.effect == "read" and request.operation.name == "chats.start":
            raise PermissionError("not now")


def refuse(_: httpx.Request) -> httpx.Response:
    return by(VERSION, {"message": "no", "code": "x"}, 403)


@pytest.mark.parametrize("kind", KINDS)
def test_a_guard_that_refuses_the_second_request_makes_it_uncertain(kind: Kind) -> None:
    error, server = start(kind, lambda _: answer(chat()), guard=Wary())
    assert isinstance(error.__cause__, errors.ResponseDecodeError)
    assert isinstance(error.__context__, PermissionError)
    assert [request.method for request in server.requests] == ["GET", "POST"]


@pytest.mark.parametrize("kind", KINDS)
def test_so_does_a_token_source_that_fails(kind: Kind) -> None:
    tokens = ["first"]

    def source() -> str:
        return tokens.pop()

    error, _ = start(kind, lambda _: by(VERSION, {"message": "no", "code": "x"}, 401), access_token=source)
    assert isinstance(error.__context__, IndexError)


@pytest.mark.parametrize("kind", KINDS)
def test_so_does_any_refusal_of_the_second_request(kind: Kind) -> None:
    error, server = start(kind, refuse)
    assert isinstance(error.__cause__, errors.PermissionDeniedError)
    assert server.count >= 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("chat_id", ["a\ud800", {}, ["x"], 5, "..", " ", "x" * 20_000])
def test_an_id_that_cannot_be_sent_is_not_requested(kind: Kind, chat_id: object) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        return by(VERSION, [] if request.method == "GET" else {"chatID": chat_id})

    server = Script(serve)
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda beeper: in_turn(kind, beeper, learn, START))
    assert [request.method for request in server.requests] == ["GET", "POST"]
