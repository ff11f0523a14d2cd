"""What becomes of a response: by the parsers of this package, and by httpcore as httpx uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

import httpcore
import httpx

from beeper_sdk._core.http.outcome import ResponseHead
from beeper_sdk._transport.parsing import Library, ProtocolViolation, ResponseParser, make_parser

LIBRARIES: tuple[Library, ...] = ("h11", "httptools")


class Accepted(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes
    reusable: bool


VIOLATIONS = {
    "the server sent an invalid response head",
    "the server sent an invalid chunked body",
    "the server sent an invalid response on this connection",
    "the server closed the connection before the end of the response headers",
    "the server closed the connection before the end of the response body",
}
Outcome: TypeAlias = Accepted | None
"""None: refused."""


def finish(parser: ResponseParser, pieces: Iterable[bytes]) -> Outcome:
    """Feed the pieces of a response to a parser that was started, and then the end of the connection."""
    body, reusable, violation = b"", False, None
    try:
        for piece in pieces:
            body += parser.feed(piece)
        reusable = parser.reusable
        if not parser.complete:
            body += parser.feed(b"")
    except ProtocolViolation as error:
        violation = error
    if violation is not None:
        check_error(violation)
        assert not parser.reusable
        return None
    assert parser.complete
    head: ResponseHead | None = parser.head
    assert head is not None
    return Accepted(head.status_code, dict(head.headers), body, reusable)


def check_error(error: ProtocolViolation) -> None:
    """Check that an error contains no part of the response."""
    assert str(error) in VIOLATIONS
    assert error.__context__ is error.__cause__ is None


def parsed(library: Library, pieces: Iterable[bytes], method: str = "GET") -> Outcome:
    """The outcome of the first response on a connection."""
    parser = make_parser(library)
    parser.start(method)
    return finish(parser, pieces)


def by_httpx(raw: bytes, method: str = "GET") -> Outcome:
    """The outcome with the connection pool of httpx."""
    pieces = [raw[at : at + 65536] for at in range(0, len(raw), 65536)]
    with httpcore.ConnectionPool(network_backend=httpcore.MockBackend(pieces)) as pool:
        try:
            response = pool.request(method, "http://localhost/")
        except httpcore.RemoteProtocolError:
            return None
        reusable = any(connection.is_idle() for connection in pool.connections)
        return Accepted(response.status, dict(httpx.Headers(response.headers)), response.content, reusable)


def in_two(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The response, split at each byte."""
    return ((raw[:at], raw[at:]) for at in range(1, len(raw)))


def in_bytes(raw: bytes) -> list[bytes]:
    return [raw[at : at + 1] for at in range(len(raw))]
