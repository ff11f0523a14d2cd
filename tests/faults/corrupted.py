"""The server processes the request, and its response is lost, cut off, replaced or made unreadable."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from random import Random

from tests.faults.fault import Ending, Fault, KnownResponse, MakeFault, Output
from tests.faults.spoofed import FAILURES, PAGE, empty_success, error_reply, known_error, no_route_reply
from tests.faults.wire import Reply

Corrupt = Callable[[Reply, Random], Output]
MEBIBYTE = 1 << 20
BOMB = 12 * MEBIBYTE
"""Size that some 50 kB of a bomb decompress to."""
LATE = 0.5
"""Seconds after which a request is forwarded, when its client has given up."""


def _end(chance: Random) -> Ending:
    return "reset" if chance.random() < 0.5 else "close"


def _is_json(reply: Reply) -> bool:
    return "json" in reply.header("content-type")


def _lost(_: Reply, chance: Random) -> Output:
    return Output(end=_end(chance))


def _hanging(_: Reply, __: Random) -> Output:
    return Output(end="hang")


def _cut(reply: Reply, chance: Random) -> Output:
    """Cut off after any byte, in the head or the body."""
    raw = (
        reply.whole() if chance.random() < 0.6 or reply.status == 204 else reply.chunked(50 + len(reply.body) // 2_000)
    )
    end: Ending = chance.choice(("reset", "close", "close", "hang"))
    return Output((raw[: chance.randrange(len(raw))],), end)


def _endless(reply: Reply, chance: Random) -> Output:
    """Chunks without the last one."""
    return Output((reply.chunked(100 + len(reply.body) // 2_000, ended=False),), _end(chance))


def _failing(_: Reply, chance: Random) -> Output:
    reply = error_reply(chance.choice(FAILURES), chance)
    return Output((reply.whole(),), "keep", known=known_error(reply))


def _not_found(_: Reply, chance: Random) -> Output:
    reply = error_reply(404, chance)
    return Output((reply.whole(),), "keep", known=known_error(reply))


def _no_route(_: Reply, chance: Random) -> Output:
    reply, known = no_route_reply(chance)
    return Output((reply.whole(),), "keep", known=known)


def _nothing(_: Reply, chance: Random) -> Output:
    reply, known = empty_success(chance)
    return Output((reply.whole(),), "keep", known=known)


def _empty(reply: Reply, _: Random) -> Output:
    return Output((Reply(200, b"", reply.headers).whole(),), "keep", known=KnownResponse(200, body="nothing"))


def _page(reply: Reply, _: Random) -> Output:
    return Output((reply.with_body(PAGE, content_type="text/html").whole(),), "keep")


def _truncated(reply: Reply, chance: Random) -> Output:
    """JSON that is cut off, with a content-length that fits. (That cannot be noticed in a file.)"""
    if not _is_json(reply):
        return _lost(reply, chance)
    at = chance.randrange(len(reply.body)) if reply.body else 0
    return Output((reply.with_body(reply.body[:at]).whole(),), "keep")


def _recoded(reply: Reply, chance: Random) -> Output:
    if not _is_json(reply):
        return _lost(reply, chance)
    text = reply.body.decode("utf-8", "replace")
    coding = chance.choice(("utf-16", "utf-32", "utf-16-be"))
    return Output(
        (reply.with_body(text.encode(coding), content_type=f"application/json; charset={coding}").whole(),), "keep"
    )


def _oversized(reply: Reply, chance: Random) -> Output:
    """The right response and megabytes of blanks: with a content-length, in chunks, or until the connection ends."""
    if not _is_json(reply):
        return _lost(reply, chance)
    big = reply.with_body(reply.body + b" " * 3 * MEBIBYTE)
    form = chance.randrange(3)
    if form == 0:
        return Output((big.whole(),), "keep")
    return Output((big.chunked(1 << 16),), "keep") if form == 1 else Output((big.head(), big.body))


def _bomb(reply: Reply, chance: Random) -> Output:
    """Some kilobytes that decompress to many megabytes: the right response, and blanks."""
    filled = reply.body + b" " * BOMB
    form = chance.choice(("gzip", "deflate", "gzip, gzip", "deflate, gzip"))
    compressed = filled
    for coding in form.split(", "):
        compressed = gzip.compress(compressed, 1) if coding == "gzip" else zlib.compress(compressed, 1)
    return Output((reply.with_body(compressed, content_encoding=form).whole(),), "keep")


def _badly_compressed(reply: Reply, chance: Random) -> Output:
    good = gzip.compress(reply.body + b" " * 200)
    coding, body = chance.choice((
        ("gzip", good[: chance.randrange(len(good))]),
        ("gzip", good[:-8] + b"\0" * 8),
        ("gzip", reply.body or b"{}"),
        ("deflate", b"\xff" * 40),
        ("zz", reply.body),
        ("gzip, " * 20 + "gzip", good),
        ("br", good),
    ))  # fmt: skip
    return Output((reply.with_body(body, content_encoding=coding).whole(),), "keep")


def _header_bomb(reply: Reply, chance: Random) -> Output:
    if chance.random() < 0.5:
        return Output((reply.head(f"x-bomb: {'z' * 300_000}"), reply.body), "close")
    return Output((reply.whole(*(f"x-bomb-{number}: {'z' * 60}" for number in range(5_000))),), "keep")


def _switched(_: Reply, chance: Random) -> Output:
    return Output((b"HTTP/1.1 101 Switching Protocols\r\nupgrade: odd\r\nconnection: upgrade\r\n\r\n",), _end(chance))


def _misframed(reply: Reply, chance: Random) -> Output:
    lines = chance.choice((
        ("content-length: 999999",),
        ("content-length: -5",),
        ("content-length: 3", "content-length: 4"),
        ("content-length: many",),
        ("transfer-encoding: odd",),
        ("transfer-encoding: chunked",),
    ))  # fmt: skip
    return Output((reply.head(*lines), reply.body or b"{}"))


def _trickled(reply: Reply, _: Random) -> Output:
    """One byte at a time: the client never waits long for the next one, but the whole takes too long."""
    raw = reply.whole()
    cut = min(len(raw) - 1, len(raw) - len(reply.body) + 1)
    single = (raw[at : at + 1] for at in range(cut, min(len(raw), cut + 60)))
    return Output((raw[:cut], *single), "close", 0.04)


_KINDS: tuple[tuple[str, Corrupt], ...] = (
    ("lost", _lost),
    ("silent-after", _hanging),
    ("cut", _cut),
    ("endless", _endless),
    ("failed-after", _failing),
    ("not-found-after", _not_found),
    ("no-route-after", _no_route),
    ("nothing-after", _nothing),
    ("empty", _empty),
    ("page-after", _page),
    ("truncated", _truncated),
    ("recoded", _recoded),
    ("oversized", _oversized),
    ("bomb", _bomb),
    ("badly-compressed", _badly_compressed),
    ("header-bomb", _header_bomb),
    ("switched", _switched),
    ("misframed", _misframed),
    ("trickled", _trickled),
)


def _maker(name: str, corrupt: Corrupt) -> Callable[[Random], Fault]:
    def make(chance: Random) -> Fault:
        seed = chance.random()
        return Fault(name, lambda reply: corrupt(reply, Random(seed)))

    return make


def _after_timeout(_: Random) -> Fault:
    """It reaches the server after the client has given up."""
    return Fault("late", lambda reply: Output((reply.whole(),)), delay=LATE)


FAULTS: dict[str, MakeFault] = {name: _maker(name, corrupt) for name, corrupt in _KINDS} | {"late": _after_timeout}
