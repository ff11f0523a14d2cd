"""What is sent again, what never is, and which error each ending becomes."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from beeper_sdk._core.util import program
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import ERROR, SENT, Kind, Script, answer, call, chat

Act = Callable[[Any], Any]


def read(beeper: Any) -> Any:
    return beeper.chats.retrieve("!a:beeper.com")


def repeatable_write(beeper: Any) -> Any:
    return beeper.chats.archive("!a:beeper.com", archived=True)


def send(beeper: Any) -> Any:
    return beeper.messages.send("!a:beeper.com", text="canary-text-2b9")


REPEATED = (408, 429, 500, 502, 503, 504, 520, 599)
REFUSED = (299, 400, 401, 403, 404, 409, 410, 413, 418, 422)


@pytest.mark.parametrize("act", [read, repeatable_write])
@pytest.mark.parametrize("status", REPEATED)
def test_what_may_be_repeated_is_tried_three_times_on_a_passing_trouble(kind: Kind, act: Act, status: int) -> None:
    server = Script(answer(ERROR, status))
    with pytest.raises(errors.APIStatusError) as caught:
        call(kind, server, act)
    assert (server.count, caught.value.status, caught.value.call.attempts) == (3, status, 3)


@pytest.mark.parametrize("act", [read, repeatable_write, send])
@pytest.mark.parametrize("status", [status for status in REFUSED if status >= 400 and status != 404])
def test_a_refusal_is_final_and_its_own_error(kind: Kind, act: Act, status: int) -> None:
    server = Script(answer(ERROR, status))
    with pytest.raises(errors.APIStatusError) as caught:
        call(kind, server, act)
    may_be_scope = status == 403 or (status == 401 and act is not read)
    expected_requests = 2 if may_be_scope else 1  # what the token may do is asked for once
    assert (server.count, caught.value.status) == (expected_requests, status)
    assert server.requests[-1].url.path == "/oauth/userinfo" or expected_requests == 1


@pytest.mark.parametrize("status", [302, 303, 404, 408, 499, 500, 502, 503, 520])
def test_a_send_that_may_have_happened_is_sent_once_and_the_doubt_is_told(kind: Kind, status: int) -> None:
    server = Script(answer(ERROR, status), answer(chat()))
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, send)
    assert [request.method for request in server.requests] == ["POST", "GET"][: 2 if status == 404 else 1]
    assert (caught.value.status, caught.value.code) == (status, "not_found")
    assert caught.value.operation == "messages.send"
    assert isinstance(caught.value.__cause__, errors.APIStatusError)
    assert caught.value.__cause__.status == status
    assert caught.value.sent_at.tzinfo is not None
    assert len(caught.value.fingerprint) == 16


def test_a_send_to_a_chat_that_does_not_exist_was_not_sent(kind: Kind) -> None:
    server = Script(answer(ERROR, 404))
    with pytest.raises(errors.NotFoundError, match="; nothing was sent, because the chat does not exist") as caught:
        call(kind, server, send)
    assert [request.method for request in server.requests] == ["POST", "GET"]
    assert (caught.value.status, caught.value.code) == (404, "not_found")


@pytest.mark.parametrize(
    "reply",
    [answer(None, 500), httpx.ReadTimeout(""), httpx.Response(404, html="<p>Not found</p>"), answer("no chat")],
)
def test_a_send_stays_uncertain_if_a_read_does_not_show_whether_the_chat_exists(
    kind: Kind, reply: httpx.Response | Exception
) -> None:
    server = Script(answer(ERROR, 404), reply)
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, send)
    assert caught.value.status == 404
    assert sum(request.method == "POST" for request in server.requests) == 1


@pytest.mark.parametrize(
    "trouble",
    [httpx.ReadTimeout("canary-text-2b9"), httpx.ReadError(""), httpx.RemoteProtocolError(""), httpx.WriteError("")],
)
def test_a_send_cut_off_or_timed_out_is_uncertain_too(kind: Kind, trouble: Exception) -> None:
    server = Script(trouble)
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, send)
    assert server.count == 1
    assert isinstance(caught.value.__cause__, errors.APIConnectionError)


@pytest.mark.parametrize(
    "trouble", [httpx.ConnectError("refused"), httpx.ConnectTimeout(""), httpx.PoolTimeout(""), httpx.ProxyError("")]
)
def test_a_send_that_never_left_is_no_doubt_and_is_tried_again(kind: Kind, trouble: Exception) -> None:
    server = Script(trouble)
    with pytest.raises(errors.APIConnectionError):
        call(kind, server, send)
    assert server.count == 3


def test_a_send_that_left_at_the_second_try_is_not_tried_a_third_time(kind: Kind) -> None:
    server = Script(httpx.ConnectError(""), httpx.ReadError(""), answer(SENT))
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, send)
    assert (server.count, caught.value.call.attempts) == (2, 2)


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (httpx.ConnectError(""), errors.APIConnectionError),
        (httpx.ReadError(""), errors.APIConnectionError),
        (httpx.ReadTimeout(""), errors.APITimeoutError),
        (httpx.PoolTimeout(""), errors.APITimeoutError),
    ],
)
def test_a_read_is_repeated_on_connection_errors(kind: Kind, trouble: Exception, error: type[Exception]) -> None:
    server = Script(trouble)
    with pytest.raises(error):
        call(kind, server, read)
    assert server.count == 3


def test_a_read_that_works_at_the_second_try_gives_its_value(kind: Kind) -> None:
    server = Script(httpx.ReadError(""), answer(chat()))
    assert call(kind, server, read).id == "!a:beeper.com"
    assert server.count == 2


def test_a_status_the_operation_calls_final_is_not_repeated(kind: Kind) -> None:
    server = Script(answer(ERROR, 502))
    with pytest.raises(errors.InternalServerError):
        call(kind, server, lambda beeper: beeper.assets.serve(url="mxc://x/y"))
    assert server.count == 1


def test_one_attempt_means_one(kind: Kind) -> None:
    server = Script(answer(ERROR, 500))
    with pytest.raises(errors.InternalServerError):
        call(kind, server, read, retry=RetryPolicy(attempts=1))
    assert server.count == 1


def test_a_wait_beyond_the_deadline_is_not_begun(kind: Kind) -> None:
    server = Script(answer(ERROR, 429, retry_after="3600"))
    with pytest.raises(errors.RateLimitError) as caught:
        call(kind, server, read)
    assert (server.count, caught.value.retry_after) == (1, 3600)


@pytest.mark.parametrize("header", ["1e18", "3601", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_without_a_deadline_a_pause_of_more_than_an_hour_ends_the_call_too(kind: Kind, header: str) -> None:
    server = Script(answer(ERROR, 429, retry_after=header))
    with pytest.raises(errors.RateLimitError) as caught:
        call(kind, server, lambda beeper: beeper.accounts.list(), retry=RetryPolicy(deadline=None))
    assert caught.value.retry_after is not None
    assert (server.count, 3600 < caught.value.retry_after <= 1e6) == (1, True)


def test_the_longest_numbers_that_are_allowed_work(kind: Kind, fake_beeper: FakeBeeper) -> None:
    async def run(options: Any) -> None:
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url, **options) as beeper:
            await beeper.messages.send((await beeper.chats.search(type="single").collect(1))[0].id, text="Hello")

    for deadline in (1e6, None):
        policy = RetryPolicy(attempts=10**9, base=1e6, cap=1e6, deadline=deadline)
        options: Any = {"timeout": 1e6 if deadline is None else None, "retry": policy}
        if kind == "sync":
            with Beeper(fake_beeper.token, base_url=fake_beeper.url, **options) as beeper:
                beeper.messages.send(beeper.chats.search(type="single").collect(1)[0].id, text="Hello")
        else:
            anyio.run(run, options, backend=kind)


def test_an_attempt_may_last_no_longer_than_what_is_left_of_the_deadline(kind: Kind) -> None:
    server = Script(answer(chat()))
    call(kind, server, read, timeout=None, retry=RetryPolicy(deadline=5))
    assert 4 < server.requests[0].extensions["timeout"]["read"] <= 5


@pytest.mark.parametrize("slow", ["guard", "access_token"])
def test_the_deadline_does_not_count_the_time_of_guards_and_token_sources(kind: Kind, slow: str) -> None:
    class Guard:
        def check(self, _: object) -> None:
            time.sleep(0.3)

    def source() -> str:
        time.sleep(0.3)
        return "canary-token-7c1"

    server = Script(answer(chat()))
    call(kind, server, read, retry=RetryPolicy(deadline=0.3), **{slow: Guard() if slow == "guard" else source})
    assert server.requests[0].extensions["timeout"]["read"] > 0.01


def test_a_send_is_not_cut_short_by_the_deadline_of_retries(kind: Kind) -> None:
    server = Script(answer(SENT))
    call(kind, server, send, timeout=30, retry=RetryPolicy(deadline=5))
    assert server.requests[0].extensions["timeout"]["read"] == 30


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (418, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (500, errors.InternalServerError),
        (520, errors.InternalServerError),
    ],
)
def test_each_status_has_its_error(kind: Kind, status: int, error: type[Exception]) -> None:
    with pytest.raises(errors.APIStatusError) as caught:
        call(kind, Script(answer(ERROR, status, x_beeper_desktop_version="4.3.0")), read)
    assert type(caught.value) is error
    assert (caught.value.code, caught.value.server_version) == ("not_found", "4.3.0")
    assert "canary" not in f"{caught.value!r}{caught.value}{caught.value.answer}"


def test_an_unknown_status_of_success_is_a_success(kind: Kind) -> None:
    assert call(kind, Script(answer(chat(), 299)), read).title == "t"


def test_a_redirect_is_an_error_and_nothing_follows_it(kind: Kind) -> None:
    server = Script(httpx.Response(307, headers={"location": "http://evil.example/"}))
    with pytest.raises(errors.APIStatusError, match="redirects are not followed") as caught:
        call(kind, server, read)
    assert (server.count, caught.value.status) == (1, 307)
    assert "evil" not in str(caught.value)


def test_nobody_there_is_one_error_that_says_what_to_look_at(kind: Kind) -> None:
    connect_error = httpx.ConnectError("All connection attempts failed")
    connect_error.__cause__ = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
    with pytest.raises(errors.APIConnectionError) as caught:
        call(kind, Script(connect_error), read, base_url="http://127.0.0.1:1/prefix")
    text = str(caught.value)
    for hint in ("http://127.0.0.1:1 ", "connection refused", "running", "API is enabled"):
        assert hint in text
    assert "prefix" not in text


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("where", ["in_wsl", "in_container"])
def test_a_hint_is_shown_only_where_it_applies(
    kind: Kind, monkeypatch: pytest.MonkeyPatch, where: str, inside: bool
) -> None:
    for name in ("in_wsl", "in_container"):
        monkeypatch.setattr(program, name, lambda detected=inside and name == where: detected)
    for url in ("http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", "https://beeper.example"):
        with pytest.raises(errors.APIConnectionError) as caught:
            call(kind, Script(httpx.ConnectError("")), read, base_url=url)
        text = str(caught.value)
        assert ("WSL or a container" in text) == (inside and "example" not in url)
        assert ("http://localhost:1 tries both" in text) == ("localhost:1" not in url and "example" not in url)
        assert ("python -m beeper_sdk doctor" in text) == ("example" not in url)
        assert ("remote access" in text) == ("example" in url)


def test_an_error_does_not_carry_the_librarys_request_with_its_token(kind: Kind) -> None:
    with pytest.raises(errors.APIConnectionError) as caught:
        call(kind, Script(httpx.ReadError("")), read)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
