"""What a server full of canaries answers: success, and each way to fail."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import httpx
from typing_extensions import override

from scripts.compiler.plan.plan import Operation
from tests.generated.contract import source
from tests.privacy.canaries import NUMBER, WORD, word
from tests.privacy.planted import half_broken, keys_of, lacking, planted

T = TypeVar("T")
STATUSES = (300, 302, 304, 400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 429, 500, 501, 502, 503, 504, 520, 599)
FAILURES: tuple[Callable[[str], Exception], ...] = (
    httpx.ConnectError, httpx.ConnectTimeout, httpx.ReadTimeout, httpx.WriteTimeout, httpx.PoolTimeout,
    httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError, httpx.LocalProtocolError, httpx.ProxyError,
    httpx.UnsupportedProtocol, httpx.DecodingError, httpx.InvalidURL, ConnectionResetError, httpx.TooManyRedirects,
)  # fmt: skip
HEADERS = {
    "X-Canary": WORD, "X-Beeper-Desktop-Version": f"4.3.73-{WORD}", "Location": f"http://{WORD}/{WORD}",
    "Set-Cookie": f"{WORD}={WORD}", "Server": WORD, "Content-Range": WORD, "Retry-After": WORD,
    "WWW-Authenticate": f'Bearer realm="{WORD}"', "Content-Disposition": f'attachment; filename="{WORD}"',
}  # fmt: skip


class Way(NamedTuple):
    """One way in which a server answers."""

    name: str
    answer: Callable[[], httpx.Response]
    """Raises where no answer comes."""

    @property
    def logged(self) -> bool:
        """Does it go through a client of httpx, which logs every URL?"""
        return self.name.startswith(("success", "status 4", "ReadTimeout"))


def ways(operation: Operation, position: int) -> Iterator[Way]:
    """All of them. What is too much to try with each operation is spread over them, by their position in the list."""
    for variant in range(3):
        yield _json(f"success {variant}", success(operation, variant))
    yield from _misfits(operation, position)
    yield from _spread(list(_unreadable(operation, position)), position, 4)
    for failure in _spread(FAILURES, position, 5):
        yield Way(f"{failure.__name__}", _raising(failure))
    for index, status in _spread(list(enumerate(STATUSES)), position, 7):  # each status comes with each envelope
        kind = (position + index) % len(ENVELOPES)
        yield _json(f"status {status}, envelope {kind}", ENVELOPES[kind](), status)
        if index % 2 == 0:
            yield _page(f"status {status}, page", status)


def _spread(things: Sequence[T], position: int, distance: int) -> Sequence[T]:
    """Every so many of them, others for the next operation: what an operation has no part in needs not be tried with
    each. All together they are tried with more than ten operations each."""
    return things[position % distance :: distance]


def success(operation: Operation, variant: int) -> Any:
    """What the spec says it answers, with canaries."""
    responses = operation.raw["responses"]
    good = next((responses[code] for code in sorted(responses) if code.startswith("2")), None)
    content: dict[str, Any] = source().resolve(good).get("content", {}) if good else {}
    schema = next((kind["schema"] for name, kind in content.items() if "json" in name), None)
    return {"success": True, word(): word()} if schema is None else planted(schema, variant)


def _misfits(operation: Operation, position: int) -> Iterator[Way]:
    """JSON that is not what the operation gives: which models read it depends on the operation."""
    whole = success(operation, position)
    for name, wrong in (
        ("a word", word()), ("a list", [word()]), ("a map", {word(): {word(): word()}}), ("a number", NUMBER),
        ("all broken", keys_of(whole)), ("broken", half_broken(whole, position)),
        ("broken deeper", half_broken(whole, 4)), ("broken elsewhere", half_broken(whole, position + 7)),
        ("lacking", lacking(whole, position)), ("lacking more", lacking(whole, position + 3)),
    ):  # fmt: skip
        yield _json(name, wrong)


def _unreadable(operation: Operation, position: int) -> Iterator[Way]:
    """What cannot be read whatever was asked for."""
    whole = success(operation, position)
    text = json.dumps(whole).encode()
    yield _raw("cut JSON", text[: len(text) // 2])
    yield _raw("not JSON", word().encode())
    yield _raw("not text", b"\xff\xfe" + WORD.encode())
    yield _raw("packed badly", word().encode(), {"Content-Encoding": "gzip"})
    yield _raw("nothing", b"")
    yield _raw("odd type", text[:-1], {"Content-Type": f"text/{WORD} {WORD}; charset={WORD}"})
    yield _page("page", 200)
    yield Way("cut off", _cut_off)


def _json(name: str, body: object, status: int = 200) -> Way:
    return _raw(name, json.dumps(body).encode(), {"Content-Type": f"application/json; {WORD}={WORD}"}, status)


def _page(name: str, status: int) -> Way:
    page = f"<html><title>{WORD} {word()}: {NUMBER}</title><body>{word()}</body></html>".encode()
    return _raw(name, page, {"Content-Type": f"text/html; {WORD}"}, status)


def _raw(name: str, body: bytes, headers: dict[str, str] | None = None, status: int = 200) -> Way:
    return Way(name, lambda: httpx.Response(status, headers={**HEADERS, **(headers or {})}, content=_Whole(body)))


def _raising(failure: Callable[[str], Exception]) -> Callable[[], httpx.Response]:
    def answer() -> httpx.Response:
        raise failure(word())

    return answer


class _Whole(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is still to be read, as those from a socket are."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield self._body

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body


class _Broken(_Whole):
    """A body that breaks off."""

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield self._body
        raise httpx.ReadError(word())

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body
        raise httpx.ReadError(word())


def _cut_off() -> httpx.Response:
    return httpx.Response(200, headers=HEADERS, content=_Broken(word().encode()))


def _issue() -> dict[str, Any]:
    path = ["body", word(), 0, NUMBER, f"!{WORD}:x", f"{WORD} {WORD}", f"user_{NUMBER}"]
    return {"code": word(), "path": path, "message": word(), "param": word()}


# A code that is spelled like one could be private data: these are spelled like names, numbers, mails, ids.
ENVELOPES: tuple[Callable[[], Any], ...] = (
    lambda: {"message": word(), "code": f"{WORD} {WORD}", "details": {"issues": [_issue()], word(): word()}},
    lambda: {"message": word(), "code": f"not_found_{NUMBER}", "details": {WORD: {WORD: word()}}},
    lambda: {"error": {"code": f"{WORD}@mail.test", "message": word(), "param": f"body.{word()}", "type": word()}},
    lambda: {"error": word(), "code": f"@{WORD}:x", "details": {word(): word(), f"body.{word()}": word()}},
    lambda: {"success": False, "error": f"no {WORD}"},
    lambda: {"error": f"+{NUMBER}", "error_description": word()},
    lambda: {"errcode": f"M_{word()}", "error": word()},
    lambda: {"error": f"{WORD}/{WORD}", "code": str(NUMBER), "status": word()},
    lambda: [word()],
    word,
)
