"""A token from a function: asked when first needed, once more after a 401; and what the errors say of tokens."""

from __future__ import annotations

import threading
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from tests.scripted_server import Kind, Script, answer, call

SENT = {"chatID": "!a:x", "pendingMessageID": "p1"}
USER = {"sub": "@a:x", "scope": "read", "iat": 1, "token_use": "access"}


class Source:
    """Gives these tokens, one after the other, the last one for ever."""

    def __init__(self, *tokens: Any) -> None:
        self.tokens = list(tokens)
        self.count = 0

    def __call__(self) -> Any:
        self.count += 1
        return self.tokens.pop(0) if len(self.tokens) > 1 else self.tokens[0]


def server_of(good: str) -> Script:
    """A server that takes one token."""

    def serve(request: httpx.Request) -> httpx.Response:
        return answer(SENT if request.method == "POST" else []) if bearer(request) == good else answer({}, 401)

    return Script(serve)


def bearer(request: httpx.Request) -> str:
    return str(request.headers.get("authorization", "")).removeprefix("Bearer ")


def test_a_source_is_asked_at_the_first_call_that_needs_a_token_and_no_more(kind: Kind) -> None:
    source, server = Source("one"), server_of("one")

    def act(beeper: Any) -> Any:
        return beeper.accounts.list()

    call(kind, server, lambda beeper: beeper, access_token=source)
    assert source.count == 0
    call(kind, server, act, access_token=source)
    assert (source.count, server.count) == (1, 1)


def test_another_token_after_a_401_sends_the_call_again_a_send_too(kind: Kind) -> None:
    source, server = Source("old", "new"), server_of("new")
    sent = call(kind, server, lambda beeper: beeper.messages.send("!a:x", text="hi"), access_token=source)
    assert sent.pending_message_id == "p1"
    assert [bearer(request) for request in server.requests] == ["old", "new"]
    assert source.count == 2


def test_the_same_token_again_sends_nothing_again(kind: Kind) -> None:
    source, server = Source("old"), server_of("new")
    with pytest.raises(errors.AuthenticationError) as caught:
        call(kind, server, lambda beeper: beeper.accounts.list(), access_token=source)
    assert (source.count, server.count, type(caught.value)) == (2, 1, errors.AuthenticationError)


def test_a_second_401_ends_the_call(kind: Kind) -> None:
    source, server = Source("a", "b", "c"), server_of("never")
    with pytest.raises(errors.AuthenticationError):
        call(kind, server, lambda beeper: beeper.accounts.list(), access_token=source)
    assert (source.count, server.count) == (2, 2)


def test_a_source_without_a_token_is_a_missing_token_and_nothing_is_sent(kind: Kind) -> None:
    server = server_of("one")
    with pytest.raises(errors.MissingToken):
        call(kind, server, lambda beeper: beeper.accounts.list(), access_token=Source(None))
    assert server.count == 0


@pytest.mark.parametrize(("token", "error"), [(3, TypeError), ("canary two", ValueError), ("canary\n2", ValueError)])
def test_what_a_source_gives_is_checked_and_not_shown(kind: Kind, token: object, error: type[Exception]) -> None:
    server = server_of("one")
    with pytest.raises(error, match="access_token function must") as caught:
        call(kind, server, lambda beeper: beeper.accounts.list(), access_token=Source(token))
    assert server.count == 0
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_source_may_be_async_where_the_client_is(backend: str) -> None:
    calls: list[int] = []

    async def source() -> str:
        calls.append(1)
        await anyio.sleep(0.02)
        return "one"

    async def run() -> None:
        transport = httpx.MockTransport(server_of("one"))
        async with AsyncBeeper(source, transport=transport) as beeper, anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(beeper.accounts.list)

    anyio.run(run, backend=backend)
    assert len(calls) == 1  # the others waited for the first

    with (
        Beeper(source, transport=httpx.MockTransport(server_of("one"))) as beeper,
        pytest.raises(TypeError, match="AsyncBeeper"),
    ):
        beeper.accounts.list()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_call_cancelled_while_its_token_is_asked_for_leaves_the_next_one_its_turn(backend: str) -> None:
    calls: list[int] = []

    async def source() -> str:
        calls.append(1)
        await anyio.sleep(30 if len(calls) == 1 else 0)
        return "one"

    server = server_of("one")

    async def run() -> None:
        async with AsyncBeeper(source, transport=httpx.MockTransport(server)) as beeper:
            with anyio.move_on_after(0.05):
                await beeper.accounts.list()
            assert server.count == 0
            assert await beeper.accounts.list() == []

    anyio.run(run, backend=backend)
    assert (len(calls), server.count) == (2, 1)


def test_threads_ask_a_source_one_at_a_time() -> None:
    source, server = Source("one"), server_of("one")
    with Beeper(source, transport=httpx.MockTransport(server)) as beeper:
        threads = [threading.Thread(target=beeper.accounts.list) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert (source.count, server.count) == (1, 16)


def test_a_token_that_was_good_once_is_expired(kind: Kind) -> None:
    server = Script(answer([]), answer({}, 401))
    with pytest.raises(errors.TokenExpired, match="beeper_sdk login"):
        call(kind, server, twice)
    with pytest.raises(errors.AuthenticationError) as caught:
        call(kind, Script(answer({}, 401)), lambda beeper: beeper.accounts.list())
    assert type(caught.value) is errors.AuthenticationError


def twice(beeper: Any) -> Any:
    """Two calls, in both worlds."""
    first = beeper.accounts.list()
    if not hasattr(first, "__await__"):
        return beeper.accounts.list()

    async def run() -> Any:
        await first
        return await beeper.accounts.list()

    return run()


def test_a_403_asks_what_the_token_may_do_and_names_what_it_lacks(kind: Kind) -> None:
    server = Script(answer({}, 403), answer(USER))
    with pytest.raises(errors.MissingScope, match="lacks the scope 'write'") as caught:
        call(kind, server, lambda beeper: beeper.messages.send("!a:x", text="hi"))
    assert caught.value.scope == "write"
    assert [request.url.path for request in server.requests] == ["/v1/chats/!a:x/messages", "/oauth/userinfo"]


def test_a_401_to_a_write_of_a_token_that_reads_is_a_missing_scope(kind: Kind) -> None:
    server = Script(answer({}, 401), answer(USER))
    with pytest.raises(
        errors.MissingScope, match=r"401; the token of the access_token argument lacks .* 'write'"
    ) as caught:
        call(kind, server, lambda beeper: beeper.messages.send("!a:x", text="hi"))
    assert (caught.value.status, caught.value.scope) == (401, "write")
    assert [request.url.path for request in server.requests] == ["/v1/chats/!a:x/messages", "/oauth/userinfo"]


def test_a_source_is_not_called_again_for_what_a_token_may_not_do(kind: Kind) -> None:
    def act(beeper: Any) -> Any:
        return in_turn(beeper.accounts.list, lambda: beeper.messages.send("!a:x", text="hi"))

    source = Source("first", "second")
    server = Script(answer([]), answer({}, 401), answer(USER))
    with pytest.raises(errors.MissingScope):
        call(kind, server, act, access_token=source)
    assert (source.count, server.count) == (1, 3)


def in_turn(*calls: Any) -> Any:
    """Calls one after the other, of both clients."""
    first = calls[0]()
    if not hasattr(first, "__await__"):
        return [call() for call in calls[1:]]

    async def run() -> Any:
        await first
        return [await call() for call in calls[1:]]

    return run()


@pytest.mark.parametrize(
    ("message", "kind_of_error"),
    [
        ("Token expired", errors.TokenExpired), ("Your access token has expired.", errors.TokenExpired),
        ("token EXPIRED", errors.TokenExpired), ("Invalid token", errors.AuthenticationError),
        ("The trial expired", errors.AuthenticationError), ("", errors.AuthenticationError),
    ],
)  # fmt: skip
def test_an_app_that_says_that_a_token_has_expired_is_believed(
    kind: Kind, message: str, kind_of_error: type[Exception]
) -> None:
    with pytest.raises(errors.AuthenticationError) as caught:
        call(kind, Script(answer({"message": message}, 401)), lambda beeper: beeper.accounts.list())
    assert type(caught.value) is kind_of_error


class OnlySends:
    """A guard that refuses in its own way."""

    def check(self, request: Any) -> None:
        if request.operation.name != "messages.send":
            raise RuntimeError("not this")


def test_a_guard_against_asking_leaves_the_403_as_it_is(kind: Kind) -> None:
    server = Script(answer({}, 403), answer(USER))
    with pytest.raises(errors.PermissionDeniedError) as caught:
        call(kind, server, lambda beeper: beeper.messages.send("!a:x", text="hi"), guard=OnlySends())
    assert (type(caught.value), server.count) == (errors.PermissionDeniedError, 1)


@pytest.mark.parametrize("told", [answer({}, 404), answer({"scope": 3}), answer(USER | {"scope": "read write"})])
def test_a_403_that_no_scope_explains_is_a_plain_one(kind: Kind, told: httpx.Response) -> None:
    with pytest.raises(errors.PermissionDeniedError) as caught:
        call(kind, Script(answer({}, 403), told), lambda beeper: beeper.messages.send("!a:x", text="hi"))
    assert type(caught.value) is errors.PermissionDeniedError


def test_a_function_for_a_token_does_not_make_plain_http_elsewhere_private(kind: Kind) -> None:
    with pytest.raises(ValueError, match="base_url"):
        call(kind, Script(answer()), lambda beeper: beeper, access_token=Source("x"), base_url="http://192.0.2.1")
