"""The request does not reach the server: the proxy responds in its place or closes the connection. It has no effect."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.utils import formatdate
from random import Random
from time import time

from tests.faults.fault import Ending, Fault, KnownResponse, MakeFault, Output
from tests.faults.wire import Reply

REFUSALS = (400, 401, 403, 409, 413, 422, 429)
"""Statuses after which it is certain that the request had no effect."""
FAILURES = (408, 500, 502, 503, 504, 520)
PAGE = b"<!doctype html><html><head><title>502 Bad Gateway</title></head><body>" + b"gateway " * 20 + b"</body></html>"
JSON = "application/json; charset=utf-8"


def _waits(chance: Random) -> dict[str, str]:
    """Headers that request a delay: none, short ones in every form, ones that are too long, invalid ones."""
    choices: tuple[dict[str, str], ...] = (
        {},
        {"retry_after": "0"},
        {"retry_after": formatdate(time() - 5, usegmt=True)},
        {"retry_after_ms": str(chance.randint(0, 20))},
        {"retry_after_ms": "1.5", "retry_after": "3600"},
        {"retry_after": "3600"},
        {"retry_after": formatdate(time() + 3600, usegmt=True)},
        {"retry_after": chance.choice(("soon", "-1", "", "inf", "nan", "Mon, 99 Foo 2026", "9" * 40))},
    )
    return chance.choice(choices)


def body_of(status: int, chance: Random) -> tuple[bytes, str]:
    """A body for a status, and its content type: of an app, an older app or a proxy, invalid, or none."""
    envelope = json.dumps({"message": "It did not work", "code": "odd", "details": None}).encode()
    old_envelope = json.dumps({"error": "It did not work"}).encode()
    return chance.choice(
        ((envelope, JSON), (old_envelope, JSON), (b"", ""), (PAGE, "text/html"), (b"{", JSON), (b"\xff\xfe\0", ""))
        if status != 404
        else ((envelope, JSON),)
    )


def error_reply(status: int, chance: Random) -> Reply:
    """A response with this error status."""
    body, kind = body_of(status, chance)
    return Reply(status).with_body(body, **({"content_type": kind} if kind else {}), **_waits(chance))


def known_error(reply: Reply) -> KnownResponse:
    """The content of a response with an error status."""
    return KnownResponse(reply.status, "odd" if b'"code"' in reply.body else None)


EMPTY = ((b"null", JSON), (b"OK", "text/plain"), (b"", ""), (b"", JSON), (b"null", ""))
NO_ROUTE = ((PAGE, "text/html"), (b"Cannot POST /v1/chats", "text/plain; charset=utf-8"), (b"404 page not found", ""))
FAILED = json.dumps({"success": False, "error": "It did not work", "code": "odd"}).encode()


def _replaced(name: str, choose: Callable[[Random], tuple[Reply, KnownResponse]]) -> Callable[[Random], Fault]:
    """A whole response in place of the server's."""

    def make(chance: Random) -> Fault:
        reply, known = choose(chance)
        return Fault(name, lambda _: Output((reply.whole(),), "keep", known=known), forward=0)

    return make


def _not_found(chance: Random) -> tuple[Reply, KnownResponse]:
    reply = error_reply(404, chance)
    return reply, known_error(reply)


def no_route_reply(chance: Random) -> tuple[Reply, KnownResponse]:
    """A 404 that no endpoint of an app sends."""
    body, kind = chance.choice(NO_ROUTE)
    return Reply(404).with_body(body, **({"content_type": kind} if kind else {})), KnownResponse(404, body="page")


def empty_success(chance: Random) -> tuple[Reply, KnownResponse]:
    """A success without a result."""
    body, kind = chance.choice(EMPTY)
    return Reply(200).with_body(body, **({"content_type": kind} if kind else {})), KnownResponse(200, body="nothing")


def _failure(chance: Random) -> tuple[Reply, KnownResponse]:
    body = FAILED if chance.random() < 0.7 else b'{"success": false}'
    return Reply(200).with_body(body, content_type=JSON), KnownResponse(
        200, "odd" if body is FAILED else None, "failure"
    )


def _not_loaded(_: Random) -> tuple[Reply, KnownResponse]:
    body = json.dumps({"message": "The tool could not be executed", "code": "TOOL_EXECUTION_ERROR"}).encode()
    return Reply(500).with_body(body, content_type=JSON), KnownResponse(500, "TOOL_EXECUTION_ERROR")


def _status(name: str, statuses: tuple[int, ...]) -> Callable[[Random], Fault]:
    def make(chance: Random) -> Fault:
        reply = error_reply(chance.choice(statuses), chance)
        early = chance.random() < 0.2
        end: Ending = "close" if early or chance.random() < 0.5 else "keep"
        known = None if early else known_error(reply)  # what is unread is reset, and the response with it
        return Fault(name, lambda _: Output((reply.whole(),), end, known=known), forward=0, early=early)

    return make


def _dropped(name: str, end: Ending) -> Callable[[Random], Fault]:
    def make(chance: Random) -> Fault:
        return Fault(name, lambda _: Output(end=end), forward=0, early=chance.random() < 0.5)

    return make


def _part(chance: Random) -> Fault:
    """The server gets the beginning of a request, and then both connections end."""
    size = chance.choice((1, 20, 150, 400, 700, 5_000, 100_000))
    end: Ending = chance.choice(("close", "reset"))
    return Fault("part", lambda _: Output(end=end), forward=size)


def _page(_: Random) -> Fault:
    """A page of a proxy, with a status of success."""
    reply = Reply(200).with_body(PAGE, content_type="text/html")
    return Fault("page", lambda _: Output((reply.whole(),), "keep"), forward=0)


def _nonsense(chance: Random) -> Fault:
    body, kind = chance.choice(((b"ok", "text/plain"), (b"[1, 2", JSON), (b"\xff" * 50, JSON), (b"[" * 50_000, JSON)))
    reply = Reply(200).with_body(body, content_type=kind)
    return Fault("nonsense", lambda _: Output((reply.whole(),), "keep"), forward=0)


def _gibberish(chance: Random) -> Fault:
    text = chance.choice(
        (b"SSH-2.0-OpenSSH_9.6\r\n", b"\x15\x03\x01\x00\x02\x02\x28", b"HTTP/1.1 good\r\n\r\n", b"\r\n" * 9)
    )
    return Fault("gibberish", lambda _: Output((text,)), forward=0)


def _moved(chance: Random) -> Fault:
    reply = Reply(chance.choice((301, 302, 307, 308))).with_body(b"", location="http://127.0.0.1:1/v1/elsewhere")
    return Fault("moved", lambda _: Output((reply.whole(),), "keep"), forward=0)


FAULTS: dict[str, MakeFault] = {
    "refused": _status("refused", REFUSALS),
    "busy": _status("busy", (429, 503)),
    "failed": _status("failed", FAILURES),
    "dropped-reset": _dropped("dropped-reset", "reset"),
    "dropped-close": _dropped("dropped-close", "close"),
    "silent": _dropped("silent", "hang"),
    "part": _part,
    "page": _page,
    "nonsense": _nonsense,
    "gibberish": _gibberish,
    "moved": _moved,
    "not-found": _replaced("not-found", _not_found),
    "no-route": _replaced("no-route", no_route_reply),
    "nothing": _replaced("nothing", empty_success),
    "failure": _replaced("failure", _failure),
    "not-loaded": _replaced("not-loaded", _not_loaded),
}
