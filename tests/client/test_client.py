"""What goes over the wire, and the calls that are no operation's own: raw, request, stream."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from typing_extensions import override

from beeper_sdk import AsyncBeeper, Beeper, Response, __version__, api, errors
from tests.scripted_server import AT_ONCE, SENT, TOKEN, Kind, Script, answer, call, chat

RECURSIVE: list[object] = []
RECURSIVE.append(RECURSIVE)


def test_a_call_says_who_asks_and_for_what(kind: Kind) -> None:
    server = Script(answer(chat()))
    call(kind, server, lambda beeper: beeper.chats.retrieve("!a/b%:#x", max_participant_count=5))
    (request,) = server.requests
    assert request.url.raw_path == b"/v1/chats/%21a%2Fb%25%3A%23x?maxParticipantCount=5"
    headers = dict(request.headers)
    assert headers.pop("user-agent").startswith(f"beeper-sdk-python/{__version__} python/3.")
    assert headers == {
        "host": "localhost:23373",
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "authorization": f"Bearer {TOKEN}",
    }


def test_json_forms_and_files_are_sent_as_such(kind: Kind) -> None:
    server = Script(answer(SENT), answer({"access_token": "t", "token_type": "Bearer", "expires_in": 1, "scope": "r"}),
                    answer({"uploadID": "u"}))  # fmt: skip
    call(kind, server, lambda b: b.messages.send("!a:x", text="naïve \N{PARTY POPPER}"))
    call(kind, server, lambda b: b.oauth.token(grant_type="authorization_code", code="a b&c", code_verifier="v"))
    call(kind, server, lambda b: b.assets.upload(file=("b.bin", io.BytesIO(b"\x00bytes"), "application/x-b")))
    sent, form, upload = server.requests
    assert json.loads(sent.content) == {"text": "naïve \N{PARTY POPPER}"}
    assert sent.headers["content-type"] == "application/json"
    assert b"code=a+b%26c" in form.content
    assert form.headers["content-type"] == "application/x-www-form-urlencoded"
    assert upload.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'filename="b.bin"\r\nContent-Type: application/x-b\r\n\r\n\x00bytes\r\n' in upload.content


def test_raw_gives_status_headers_version_and_an_id_of_its_own(kind: Kind) -> None:
    server = Script(answer(chat(), 203, x_beeper_desktop_version="4.3.73"))

    def act(beeper: Any) -> Any:
        return beeper.raw(api.chats.retrieve("!a:x"))

    response: Response[Any] = call(kind, server, act)
    assert (response.status, response.value.title, response.server_version) == (203, "t", "4.3.73")
    assert response.headers["X-BEEPER-desktop-version"] == "4.3.73"
    assert response.request_id != call(kind, server, act).request_id
    assert "!a" not in repr(response)


def test_what_the_sdk_does_not_know_can_be_called(kind: Kind) -> None:
    server = Script(answer({"new": [1]}), httpx.Response(204))
    response = call(kind, server, lambda b: b.request("post", "/v1/brand-new/%21a", query={"a": [1, True], "b": None},
                                                      json={"x": None}))  # fmt: skip
    assert response.value == {"new": [1]}
    assert call(kind, server, lambda beeper: beeper.request("GET", "/v1/brand-new")).value is None
    first, second = server.requests
    assert (first.method, first.url.raw_path) == ("POST", b"/v1/brand-new/%21a?a=1&a=true")
    assert (json.loads(first.content), second.content) == ({"x": None}, b"")
    assert first.headers["authorization"] == f"Bearer {TOKEN}"


def test_an_unknown_call_is_sent_once_unless_said(kind: Kind) -> None:
    server = Script(answer({}, 500))
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda beeper: beeper.request("POST", "/v1/brand-new"))
    assert server.count == 1
    with pytest.raises(errors.InternalServerError) as caught:
        call(kind, server, lambda beeper: beeper.request("GET", "/v1/things/secret-id"))
    assert server.count == 4
    assert "request (GET /v1/things/…" in str(caught.value)
    with pytest.raises(errors.WriteRefused):
        call(kind, server, lambda beeper: beeper.request("GET", "/v1/brand-new", effect="once"), read_only=True)


@pytest.mark.parametrize("method", ["GET", "HEAD", "get"])
def test_an_unknown_call_that_gets_something_is_a_read(kind: Kind, method: str) -> None:
    with pytest.raises(errors.NotFoundError):
        call(kind, Script(answer({}, 404)), lambda beeper: beeper.request(method, "/v1/brand-new"), read_only=True)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("FETCH", "/v1/x"), "method"),
        (("GET", "v1/x"), "path"),
        (("GET", "//evil.example/x"), "path"),
        (("GET", "http://evil.example/"), "path"),
        (("GET", "/v1/x?a=b"), "path"),
        (("GET", "/v1/x y"), "path"),
        (("GET", "/v1/x/../y"), "path"),
        (("GET", "/v1/x/%2E%2e/y"), "path"),
        (("GET", "/v1/ä"), "path"),
    ],
)
def test_an_unknown_call_that_does_not_fit_is_refused(kind: Kind, arguments: tuple[str, str], name: str) -> None:
    server = Script(answer())
    with pytest.raises(ValueError, match=f"^{name} must"):
        call(kind, server, lambda beeper: beeper.request(*arguments))
    with pytest.raises(ValueError, match="effect must be"):
        call(kind, server, lambda beeper: beeper.request("GET", "/v1/x", effect="maybe"))
    assert server.count == 0


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"query": {"a": object()}}, TypeError, "a value in query must be a str, int, float, bool or None, or a list"),
        ({"query": {"a": ["x", {}]}}, TypeError, "a value in query must be .*, not dict"),
        ({"query": {"a": b"x"}}, TypeError, "a value in query must be .*, not bytes"),
        ({"query": {1: "x"}}, TypeError, "a name in query must be a str, not int"),
        ({"query": {"a": float("nan")}}, ValueError, "query must not contain infinity or NaN"),
        ({"query": {"a": "\ud800"}}, ValueError, "query must be text that UTF-8 can encode"),
        ({"json": float("nan")}, ValueError, "json must not contain infinity or NaN"),
        ({"json": {"a": [float("inf")]}}, ValueError, "json must not contain infinity or NaN"),
        ({"json": {"a": object()}}, TypeError, "json must be a JSON value"),
        ({"json": RECURSIVE}, ValueError, "json must not .* be nested too deeply"),
    ],
)
def test_what_cannot_be_sent_is_named(kind: Kind, arguments: dict[str, Any], error: type[Exception], said: str) -> None:
    server = Script(answer([]))
    with pytest.raises(error, match=said) as caught:
        call(kind, server, lambda b: b.request("POST", "/v1/chats", **arguments))
    assert server.count == 0
    assert "object at" not in str(caught.value)


def test_a_file_comes_whole_with_its_type(kind: Kind) -> None:
    picture = httpx.Response(200, content=b"\x89PNG", headers={"content-type": "image/png"})
    server = Script(picture)
    content = call(kind, server, lambda beeper: beeper.assets.serve(url="mxc://x/y"))
    assert (content.data, content.content_type) == (b"\x89PNG", "image/png")
    assert server.requests[0].headers["accept-encoding"] == "identity"


def stream_it(kind: Kind, server: Script, target: Path) -> tuple[int, str, bytes, Path]:
    """Read a file piece by piece, and save it."""
    options: dict[str, Any] = {"transport": httpx.MockTransport(server), "retry": AT_ONCE}
    request = api.assets.serve(url="mxc://x/y")
    if kind == "sync":
        with Beeper(TOKEN, **options) as beeper:
            with beeper.stream(request) as file:
                data = b"".join(file.iter_bytes())
            with beeper.stream(request) as file:
                return file.status, file.content_type, data, file.save(target)

    async def run() -> tuple[int, str, bytes, Path]:
        async with AsyncBeeper(TOKEN, **options) as beeper:
            async with beeper.stream(request) as file:
                data = b"".join([piece async for piece in file.iter_bytes()])
            async with beeper.stream(request) as file:
                return file.status, file.content_type, data, await file.save(target)

    return anyio.run(run, backend=kind)


def test_a_file_can_be_read_piece_by_piece_and_saved(kind: Kind, tmp_path: Path) -> None:
    server = Script(httpx.Response(206, content=b"x" * 100_000, headers={"content-type": "video/mp4"}))
    status, content_type, data, path = stream_it(kind, server, tmp_path / "film")
    assert (status, content_type, len(data)) == (206, "video/mp4", 100_000)
    assert path.read_bytes() == data


def test_a_stream_that_does_not_begin_is_an_error_like_any_other(kind: Kind, tmp_path: Path) -> None:
    server = Script(answer({"code": "gone"}, 500), answer({"code": "gone"}, 404))
    with pytest.raises(errors.NotFoundError) as caught:
        stream_it(kind, server, tmp_path / "film")
    assert (caught.value.code, server.count) == ("gone", 2)


class Breaking(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Some bytes, and then nothing more."""

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield b"some"
        raise httpx.ReadError("canary")

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"some"
        raise httpx.ReadError("canary")


def test_a_stream_that_breaks_off_is_an_error_and_leaves_no_file(kind: Kind, tmp_path: Path) -> None:
    def serve(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Breaking())

    target = tmp_path / "film"
    with pytest.raises(errors.APIConnectionError, match="lost"):
        stream_it(kind, Script(serve), target)

    def save(beeper: Beeper) -> None:
        with beeper.stream(api.assets.serve(url="mxc://x/y")) as file:
            file.save(target)

    async def async_save() -> None:
        async with (
            AsyncBeeper(TOKEN, transport=httpx.MockTransport(Script(serve))) as beeper,
            beeper.stream(api.assets.serve(url="mxc://x/y")) as file,
        ):
            await file.save(target)

    with pytest.raises(errors.APIConnectionError):
        call("sync", Script(serve), save) if kind == "sync" else anyio.run(async_save, backend=kind)
    assert not target.exists()


def test_an_unmodified_file_is_no_error(kind: Kind) -> None:
    content = call(kind, Script(httpx.Response(304)), lambda beeper: beeper.assets.serve(url="mxc://x/y"))
    assert (content.status, len(content)) == (304, 0)


def test_one_client_serves_many_threads_each_call_with_its_own_id() -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        return answer(chat(request.url.path.rpartition("/")[2]))

    with Beeper(TOKEN, transport=httpx.MockTransport(serve)) as beeper, ThreadPoolExecutor(16) as pool:
        calls = [pool.submit(beeper.raw, api.chats.retrieve(f"c{n}")) for n in range(200)]
        responses = [future.result() for future in calls]
    assert [response.value.id for response in responses] == [f"c{n}" for n in range(200)]
    assert len({response.request_id for response in responses}) == 200


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_one_async_client_serves_many_tasks(loop: str) -> None:
    async def run() -> list[str]:
        ids: list[str] = []
        server = Script(lambda request: answer(chat(request.url.path.rpartition("/")[2])))
        async with AsyncBeeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:

            async def retrieve(number: int) -> None:
                ids.append((await beeper.chats.retrieve(f"c{number}")).id)

            async with anyio.create_task_group() as group:
                for number in range(200):
                    group.start_soon(retrieve, number)
        return ids

    assert sorted(anyio.run(run, backend=loop)) == sorted(f"c{n}" for n in range(200))
