"""Hooks receive every attempt: what happened, never what was in it."""

from __future__ import annotations

import logging
import pickle
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, RetryPolicy
from beeper_sdk._core.config.retry_policy import Decide
from beeper_sdk._core.util.override import override
from beeper_sdk.hooks import Attempt, Hooks, Result
from tests.scripted_server import AT_ONCE, TOKEN, Kind, Script, answer, call, chat

SENT = {"chatID": "!canary:x", "pendingMessageID": "p1"}


class RecordingHooks:
    """Records what hooks receive."""

    def __init__(self) -> None:
        self.lines: list[tuple[Any, ...]] = []

    def hooks(self) -> Hooks:
        return Hooks(self.request, self.response, self.retry)

    def request(self, attempt: Attempt) -> None:
        self.lines.append(("request", attempt))

    def response(self, attempt: Attempt, result: Result) -> None:
        self.lines.append(("response", attempt, result))

    def retry(self, attempt: Attempt, result: Result, delay: float) -> None:
        self.lines.append(("retry", attempt, result, delay))


def test_every_attempt_is_told_with_what_came_of_it(kind: Kind) -> None:
    recorder = RecordingHooks()
    server = Script(httpx.ReadError(""), answer({}, 503, x_beeper_desktop_version="4.3.0"), answer(chat()))
    call(kind, server, lambda beeper: beeper.chats.retrieve("!canary:x"), hooks=recorder.hooks())
    assert [line[0] for line in recorder.lines] == ["request", "response", "retry"] * 2 + ["request", "response"]
    (_, first), (_, same, cut), (_, again, also_cut, delay) = recorder.lines[:3]
    assert first is same is again
    assert cut is also_cut
    assert (first.operation, first.method, first.template) == ("chats.retrieve", "GET", "/v1/chats/{chatID}")
    assert (first.effect, first.number, first.sent, first.scheme, first.host, first.port) == (
        "read", 1, 0, "http", "localhost", 23373
    )  # fmt: skip
    assert (cut.status, cut.failure, delay) == (None, "cut", 0)
    rejected, good = recorder.lines[4][2], recorder.lines[7][2]
    assert (rejected.status, rejected.failure, rejected.server_version) == (503, None, "4.3.0")
    assert good.status == 200
    assert good.received > 10
    assert {line[1].request_id for line in recorder.lines} == {first.request_id}
    assert [line[1].number for line in recorder.lines] == [1, 1, 1, 2, 2, 2, 3, 3]


def test_nothing_of_a_call_is_in_what_hooks_see(kind: Kind) -> None:
    recorder = RecordingHooks()
    sent = Script(answer(SENT))
    call(kind, sent, lambda beeper: beeper.messages.send("!canary:x", text="canary-text"), hooks=[recorder.hooks()])
    shown = repr(recorder.lines)
    assert "messages.send" in shown
    assert "canary" not in shown
    assert TOKEN not in shown
    assert recorder.lines[0][1].sent == len(sent.requests[0].content)


def test_a_hook_that_fails_changes_nothing_and_is_logged_without_its_words(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("canary")

    sent = call(kind, Script(answer(SENT)), lambda b: b.messages.send("!a:x", text="hi"), hooks=Hooks(fail, fail, fail))
    assert sent.pending_message_id == "p1"
    lines = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert lines == [
        f"the {name} hook raised RuntimeError; the exception is ignored" for name in ("on_request", "on_response")
    ]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_attempt_is_told_too(backend: str) -> None:
    recorder = RecordingHooks()

    class Silent(httpx.AsyncBaseTransport):
        @override
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await anyio.sleep_forever()
            raise AssertionError(request)

    async def run() -> None:
        async with AsyncBeeper(TOKEN, transport=Silent(), hooks=recorder.hooks()) as beeper:
            with anyio.move_on_after(0.05):
                await beeper.accounts.list()

    anyio.run(run, backend=backend)
    assert [line[0] for line in recorder.lines] == ["request", "response"]
    assert recorder.lines[1][2].failure == "cancelled"


def test_streams_are_told_before_their_body_is_read(kind: Kind) -> None:
    recorder = RecordingHooks()
    server = Script(httpx.Response(200, content=b"picture"))
    call(kind, server, lambda beeper: beeper.assets.serve(url="mxc://canary/x"), hooks=recorder.hooks())
    assert recorder.lines[-1][2].status == 200


@pytest.mark.parametrize("hooks", [print, [print], Hooks, [Hooks(), None]])
def test_only_hooks_are_taken(kind: Kind, hooks: Any) -> None:
    with pytest.raises(TypeError, match="hooks must be"):
        call(kind, Script(answer()), lambda beeper: beeper, hooks=hooks)


async def later(_: Attempt) -> None: ...


@pytest.mark.parametrize("hook", [3, later])
def test_a_hook_is_a_plain_function(hook: Any) -> None:
    with pytest.raises(TypeError, match="on_request must be a"):
        Hooks(on_request=hook)


def test_hooks_of_modules_pickle_with_their_client() -> None:
    hooks = Hooks(on_response=print)
    assert pickle.loads(pickle.dumps(hooks)) == hooks


def test_a_special_case_can_end_a_retry_or_stretch_its_pause(kind: Kind) -> None:
    decisions: list[tuple[str, int | None, float | None]] = []

    def decide(attempt: Attempt, result: Result, delay: float | None) -> float | None:
        decisions.append((attempt.operation, result.status, delay))
        return None if attempt.number == 2 else 0

    policy = RetryPolicy(attempts=5, base=0, decide=decide)
    server = Script(answer({}, 404), answer({}, 503), answer(chat()))
    with pytest.raises(Exception, match="503"):
        call(kind, server, lambda beeper: beeper.chats.retrieve("!a:x"), retry=policy)
    assert decisions == [("chats.retrieve", 404, None), ("chats.retrieve", 503, 0)]


@pytest.mark.parametrize("outcome", [answer({}, 500), answer({}, 429), httpx.ReadTimeout("")])
def test_a_special_case_is_never_asked_about_what_must_not_be_repeated(kind: Kind, outcome: Any) -> None:
    def decide(*_: object) -> float:
        raise AssertionError

    server = Script(outcome)
    with pytest.raises(Exception, match=r"messages\.send"):
        call(
            kind,
            server,
            lambda beeper: beeper.messages.send("!a:x", text="hi"),
            retry=RetryPolicy(decide=decide, base=AT_ONCE.base),
        )
    assert server.count == 1


def always(said: Any) -> Decide:
    """A special case for everything."""

    def decide(_: Attempt, __: Result, ___: float | None) -> float | None:
        delay: float | None = said
        return delay

    return decide


def test_a_conflict_is_not_repeated_whatever_is_decided(kind: Kind) -> None:
    server = Script(answer({}, 409))
    with pytest.raises(Exception, match="409"):
        call(kind, server, lambda beeper: beeper.accounts.list(), retry=RetryPolicy(decide=always(0)))
    assert server.count == 1


@pytest.mark.parametrize("said", [-1, float("nan"), 1e18, 10**400, "1", True])
def test_a_decision_that_is_no_pause_is_refused(kind: Kind, said: Any) -> None:
    with pytest.raises(ValueError, match="decide function of RetryPolicy must return"):
        call(kind, Script(answer({}, 503)), lambda b: b.accounts.list(), retry=RetryPolicy(decide=always(said)))


def test_decide_takes_a_function() -> None:
    wrong: Any = 3
    with pytest.raises(TypeError, match="decide must be a function"):
        RetryPolicy(decide=wrong)
