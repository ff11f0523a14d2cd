"""What OpenTelemetry receives about calls: one span an attempt, named for its operation, with nothing private in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from opentelemetry import trace

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, __version__, api, errors, otel
from beeper_sdk.hooks import Attempt, Result
from tests.client.otel.collected import Collected
from tests.scripted_server import KINDS, SENT, TOKEN, Kind, Script, answer, call, chat, message

SECRETS = ("canary", TOKEN, "beeper.com", "!a")


@pytest.fixture
def collected() -> Collected:
    return Collected()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Which client, and where it runs."""
    selected: Kind = request.param
    return selected


def test_a_span_says_which_operation_where_and_how_it_ended(kind: Kind, collected: Collected) -> None:
    server = Script(answer(SENT))
    call(kind, server, lambda b: b.messages.send("!a:beeper.com", text="canary"), hooks=collected.hooks)
    span = collected.span
    assert (span.name, span.kind, span.parent) == ("messages.send", trace.SpanKind.CLIENT, None)
    assert span.status.status_code is trace.StatusCode.UNSET
    assert dict(span.attributes or {}) == {
        "http.request.method": "POST",
        "url.template": "/v1/chats/{chatID}/messages",
        "url.scheme": "http",
        "server.address": "localhost",
        "server.port": 23373,
        "http.request.body.size": len(server.requests[0].content),
        "http.response.status_code": 200,
        "http.response.body.size": len(answer(SENT).content),
    }
    assert span.instrumentation_scope is not None
    assert (span.instrumentation_scope.name, span.instrumentation_scope.version) == ("beeper_sdk", __version__)


def test_each_attempt_has_a_span_that_counts_the_ones_before(kind: Kind, collected: Collected) -> None:
    server = Script(httpx.ConnectError(""), answer({}, 503), answer(chat()))
    call(kind, server, lambda b: b.chats.retrieve("!a:beeper.com"), hooks=collected.hooks)
    attributes = [dict(span.attributes or {}) for span in collected.spans]
    assert [span_attributes.get("http.request.resend_count") for span_attributes in attributes] == [None, 1, 2]
    assert [span_attributes.get("http.response.status_code") for span_attributes in attributes] == [None, 503, 200]
    assert [span_attributes.get("error.type") for span_attributes in attributes] == ["connect", "503", None]
    error, unset = trace.StatusCode.ERROR, trace.StatusCode.UNSET
    assert [span.status.status_code for span in collected.spans] == [error, error, unset]
    assert {span.status.description for span in collected.spans} == {None}


def packed_badly(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, stream=httpx.ByteStream(b"x"), headers={"content-encoding": "gzip"})


@pytest.mark.parametrize(
    ("step", "wrong", "status"),
    [
        (answer({}, 404), "404", 404),
        (answer({}, 500), "500", 500),
        (httpx.ReadTimeout(""), "timeout", None),
        (httpx.ReadError(""), "cut", None),
        (packed_badly, "unreadable", 200),
    ],
)
def test_a_failure_is_an_error_with_its_kind(
    kind: Kind, step: Any, wrong: str, status: int | None, collected: Collected
) -> None:
    with pytest.raises(errors.APIError):
        call(kind, Script(step), lambda b: b.messages.send("!a:x", text="canary"), hooks=collected.hooks)
    attributes = dict(collected.span.attributes or {})
    assert (attributes["error.type"], attributes.get("http.response.status_code")) == (wrong, status)
    assert collected.span.status.status_code is trace.StatusCode.ERROR


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_cancelled_call_ends_its_span(loop: str, collected: Collected) -> None:
    async def wait(_: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    async def main() -> None:
        transport = httpx.MockTransport(wait)
        async with AsyncBeeper(TOKEN, transport=transport, hooks=collected.hooks) as beeper:
            with anyio.move_on_after(0.01):
                await beeper.chats.retrieve("!a:x")

    anyio.run(main, backend=loop)
    assert dict(collected.span.attributes or {})["error.type"] == "cancelled"


def test_an_interrupted_call_ends_its_span(collected: Collected) -> None:
    def interrupt(_: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call("sync", interrupt, lambda b: b.chats.retrieve("!a:x"), hooks=collected.hooks)
    assert dict(collected.span.attributes or {})["error.type"] == "cancelled"


def test_spans_are_children_of_the_one_that_is_current_at_the_call(kind: Kind, collected: Collected) -> None:
    """Also those of a page that is asked for ahead of time, in a thread or task."""
    page = answer({"items": [message(1)], "hasMore": True, "newestCursor": "2", "oldestCursor": "1"})

    def sync(beeper: Beeper) -> None:
        for name in ("one", "two"):
            with collected.tracer.start_as_current_span(name), beeper.messages.list("!a:x").prefetch() as ahead:
                next(iter(ahead))

    async def tasks(beeper: AsyncBeeper) -> None:
        async def read_page(name: str) -> None:
            with collected.tracer.start_as_current_span(name):
                async with beeper.messages.list("!a:x").prefetch() as ahead:
                    await anext(aiter(ahead))

        async with anyio.create_task_group() as group:
            for name in ("one", "two"):
                group.start_soon(read_page, name)

    act: Callable[[Any], Any] = sync if kind == "sync" else tasks
    call(kind, Script(page), act, hooks=collected.hooks)
    owners = {
        span.context.span_id: span.name for span in collected.spans if span.context and span.name in ("one", "two")
    }
    parents = [owners[span.parent.span_id] for span in collected.spans if span.parent is not None]
    assert set(parents) == {"one", "two"}
    assert len(parents) == len(collected.spans) - 2


def test_many_at_once_each_have_their_own_span(kind: Kind, collected: Collected) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        return answer(chat(), 203 if request.url.path.endswith("3") else 200)

    async def tasks(beeper: AsyncBeeper) -> None:
        async with anyio.create_task_group() as group:
            for number in range(100):
                group.start_soon(beeper.chats.retrieve, f"c{number}")

    def threads(beeper: Beeper) -> None:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(beeper.chats.retrieve, [f"c{number}" for number in range(100)]))

    act: Callable[[Any], Any] = threads if kind == "sync" else tasks
    call(kind, serve, act, hooks=collected.hooks)
    statuses = [dict(span.attributes or {})["http.response.status_code"] for span in collected.spans]
    assert (statuses.count(200), statuses.count(203)) == (90, 10)


def test_a_stream_ends_its_span_with_the_head_of_the_answer(kind: Kind, collected: Collected) -> None:
    file = httpx.Response(200, content=b"x" * 1000, headers={"content-type": "image/png"})

    def sync(beeper: Beeper) -> None:
        with beeper.stream(api.assets.serve(url="mxc://canary")) as _:
            assert len(collected.spans) == 1

    async def tasks(beeper: AsyncBeeper) -> None:
        async with beeper.stream(api.assets.serve(url="mxc://canary")) as _:
            assert len(collected.spans) == 1

    act: Callable[[Any], Any] = sync if kind == "sync" else tasks
    call(kind, Script(file), act, hooks=collected.hooks)
    assert "http.response.body.size" not in dict(collected.span.attributes or {})


def test_durations_are_measured_in_seconds_in_the_buckets_of_the_conventions(collected: Collected) -> None:
    server = Script(answer({}, 503), answer(chat()), answer(chat()))
    call("sync", server, lambda b: (b.chats.retrieve("!a:x"), b.chats.retrieve("!b:x")), hooks=collected.hooks)
    points = collected.histogram.data_points
    point_by_status = {dict(point.attributes or {})["http.response.status_code"]: point for point in points}
    assert {status: point.count for status, point in point_by_status.items()} == {503: 1, 200: 2}
    assert dict(point_by_status[503].attributes or {}) == {
        "http.request.method": "GET",
        "url.template": "/v1/chats/{chatID}",
        "url.scheme": "http",
        "server.address": "localhost",
        "server.port": 23373,
        "http.response.status_code": 503,
        "error.type": "503",
    }
    assert tuple(point_by_status[200].explicit_bounds) == otel._BUCKETS
    assert 0 < point_by_status[200].sum < 10


PRIVATE: list[Callable[[Any], Any]] = [
    lambda b: b.messages.send("!a:beeper.com", text="canary"),
    lambda b: b.messages.search(query="canary").first(),
    lambda b: b.request("GET", "/v1/things/canary", query={"q": "canary"}, effect="read"),
]


def test_nothing_private_is_told_and_no_trace_header_is_sent(kind: Kind, collected: Collected) -> None:
    outcomes = (
        answer(SENT),
        answer({"message": "canary"}, 404),
        httpx.ReadError("canary"),
        answer({"items": "canary"}),
    )
    for outcome in outcomes:
        server = Script(outcome)
        for act in PRIVATE:
            with collected.tracer.start_as_current_span("mine"):
                try:
                    call(kind, server, act, hooks=collected.hooks, retry=RetryPolicy(attempts=2, base=0))
                except errors.BeeperError:
                    continue
        assert not {"traceparent", "tracestate", "baggage"} & {n.lower() for r in server.requests for n in r.headers}
    exported = collected.everything()
    assert [secret for secret in SECRETS if secret in exported] == []
    assert "messages.search" in exported


def test_without_providers_those_of_the_program_are_used_and_nothing_fails_where_none_is_set() -> None:
    assert call("sync", Script(answer(chat())), lambda b: b.chats.retrieve("!a:x"), hooks=otel.hooks()).title == "t"


def test_spans_whose_end_never_comes_do_not_pile_up(collected: Collected) -> None:
    on_request = collected.hooks.on_request
    assert on_request is not None
    for number in range(otel._MAX_SPANS + 3):
        on_request(Attempt("chats.list", "GET", "/v1/chats", "read", f"r{number}", 1, 0, "http", "127.0.0.1", 80))
    assert [dict(span.attributes or {})["error.type"] for span in collected.spans] == ["_OTHER"] * 3


def test_an_unknown_method_is_told_as_the_conventions_say(collected: Collected) -> None:
    on_request = collected.hooks.on_request
    on_response = collected.hooks.on_response
    assert on_request is not None
    assert on_response is not None
    attempt = Attempt("request", "PURGE", "/v1/x", "once", "r", 1, None, "https", "beeper.example", 443)
    on_request(attempt)
    on_response(attempt, Result(200, None, 0.1, 5, None))
    assert dict(collected.span.attributes or {})["http.request.method"] == "_OTHER"


def test_where_opentelemetry_is_missing_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['opentelemetry'] = None\nimport beeper_sdk.otel"
    root = Path(__file__).parents[3]
    paths = {"PYTHONPATH": f"{root}:{root / 'generated'}"}
    done = subprocess.run([sys.executable, "-c", code], env=paths, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith("install beeper-sdk[otel]")
