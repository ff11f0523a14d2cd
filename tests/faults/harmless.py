"""Responses in odd but valid forms, and data after a response: the outcome must be the same as without them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from random import Random

from tests.faults.fault import Fault, MakeFault, Output
from tests.faults.wire import Reply

Rewrite = Callable[[Reply, Random], Output]
STRANGER = Reply(200, b'{"chatID":"!stranger:x","pendingMessageID":"stranger","id":"stranger","items":[]}')


def _passed(reply: Reply, _: Random) -> Output:
    return Output((reply.whole(),), "keep")


def _closing(reply: Reply, _: Random) -> Output:
    return Output((reply.whole("connection: close"),), "close")


def _old(reply: Reply, _: Random) -> Output:
    """HTTP/1.0: the end of the connection is the end of the body."""
    return Output((reply.head(version="1.0"), reply.body))


def _chunked(reply: Reply, chance: Random) -> Output:
    if reply.status == 204:
        return _passed(reply, chance)
    size = max(chance.choice((1, 7, 1000)), len(reply.body) // 2_000)  # reading each chunk takes time
    return Output((reply.chunked(size),), "keep")


def _informed(reply: Reply, chance: Random) -> Output:
    status = chance.choice((b"100 Continue", b"102 Processing", b"103 Early Hints\r\nlink: </a>; rel=preload"))
    return Output((b"HTTP/1.1 %s\r\n\r\n" % status * chance.randint(1, 3) + reply.whole(),), "keep")


def _compressed(reply: Reply, chance: Random) -> Output:
    coding = chance.choice(("gzip", "deflate", "raw"))
    if reply.status == 204 or reply.header("content-encoding"):
        return _passed(reply, chance)
    if coding == "gzip":
        compressed = gzip.compress(reply.body)
    elif coding == "deflate":
        compressed = zlib.compress(reply.body)
    else:
        compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        compressed = compressor.compress(reply.body) + compressor.flush()
    return Output(
        (reply.with_body(compressed, content_encoding="deflate" if coding == "raw" else coding).whole(),), "keep"
    )


def _in_pieces(reply: Reply, chance: Random) -> Output:
    raw = reply.whole()
    cuts = sorted(chance.randrange(len(raw)) for _ in range(4))
    ends = [*cuts, len(raw)]
    return Output(tuple(raw[a:b] for a, b in zip([0, *cuts], ends, strict=True)), "keep", 0.001)


def _mislabelled(reply: Reply, chance: Random) -> Output:
    kind = chance.choice(("text/plain", "application/json; charset=utf-16", "", "nonsense", "text/html"))
    if reply.header("content-type") != "application/json; charset=utf-8" and "json" not in reply.header("content-type"):
        return _passed(reply, chance)
    return Output((reply.with_body(reply.body, content_type=kind).whole(),), "keep")


def _twice(reply: Reply, chance: Random) -> Output:
    """The same response again, or that of another call: it must not be read as the response to the next call."""
    more = chance.choice((reply, STRANGER)).whole()
    return Output((reply.whole() + more * chance.randint(1, 2),), "keep")


def _tailed(reply: Reply, chance: Random) -> Output:
    tail = chance.choice((b"\r\n\r\n", b"}", b"HTTP/1.1 200 OK\r\n", b"\0" * 300, b"<html>"))
    return Output((reply.whole() + tail,), "keep")


def _many_headers(reply: Reply, _: Random) -> Output:
    return Output((reply.whole(*(f"x-odd-{number}: {'y' * 40}" for number in range(200))),), "keep")


def _version(reply: Reply, chance: Random) -> Output:
    """A version header that is not a version."""
    value = chance.choice(("", "9" * 3000, "4.3.73; drop", "-", "\u00ff\u00fe"))
    return Output((reply.with_body(reply.body, x_beeper_desktop_version=value).whole(),), "keep")


_REWRITES: tuple[tuple[str, Rewrite], ...] = (
    ("pass", _passed),
    ("closing", _closing),
    ("http-1.0", _old),
    ("chunked", _chunked),
    ("informed", _informed),
    ("compressed", _compressed),
    ("in-pieces", _in_pieces),
    ("mislabelled", _mislabelled),
    ("twice", _twice),
    ("tailed", _tailed),
    ("many-headers", _many_headers),
    ("odd-version", _version),
)


def _maker(name: str, rewrite: Rewrite) -> Callable[[Random], Fault]:
    def make(chance: Random) -> Fault:
        seed = chance.random()
        return Fault(name, lambda reply: rewrite(reply, Random(seed)))

    return make


def _delayed(chance: Random) -> Fault:
    return Fault("delay", lambda reply: Output((reply.whole(),), "keep"), delay=chance.uniform(0.001, 0.02))


FAULTS: dict[str, MakeFault] = {name: _maker(name, rewrite) for name, rewrite in _REWRITES} | {"delay": _delayed}
