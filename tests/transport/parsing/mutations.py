"""Random responses: valid and odd ones, and what is left of them after random edits."""

from __future__ import annotations

from itertools import pairwise
from random import Random

_STATUS_LINES = (
    *(b"HTTP/1.1 200 OK\r\n",) * 6,
    *(b"HTTP/1.1 404 Not Found\r\n", b"HTTP/1.1 204 No Content\r\n", b"HTTP/1.1 304 X\r\n", b"HTTP/1.0 200 OK\r\n"),
    *(
        b"HTTP/1.1 200\r\n",
        b"HTTP/1.1 500 \r\n",
        b"HTTP/1.1 599 a b \r\n",
        b"HTTP/1.1 101 X\r\n",
        b"HTTP/1.2 200 A\r\n",
    ),
)
_INTERIM = (
    b"HTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
    b"HTTP/1.1 102\r\n\r\n",
)
_HEADERS = (
    *(
        b"Content-Type: application/json",
        b"content-type: text/html",
        b"X-Beeper-Desktop-Version: 4.3.73",
        b"A:",
        b"B: ",
    ),
    *(b"Connection: close", b"Connection: keep-alive", b"connection: Close, x", b"Connection: upgrade", b"Upgrade: a"),
    *(
        b"Content-Length: 5",
        b"content-length: 0",
        b"Content-Length: 5, 5",
        b"Content-Length:  007 ",
        b"Content-Length: x",
    ),
    *(b"Transfer-Encoding: chunked", b"transfer-encoding: CHUNKED", b"Transfer-Encoding: gzip", b"Set-Cookie: a=b"),
    *(b"X: a\r\n b", b"X: \xc3\xab", b"X: \xeb", b"X:\ta\t", b"X : a", b": a", b"X: \x01"),
)
_SIZES = (b"0", b"00", b"5", b"a", b"A", b"05", b"5 ", b"5;a", b"5;a=b", b'0;a="b"', b"+5", b"fffffffffffffffff")
_LAST_CHUNKS = (
    *(b"0\r\n\r\n",) * 4,
    *(b"0\r\nA: b\r\n\r\n", b"00;a\r\n\r\n", b"0\r\nA: b\r\nA:c\r\n\r\n"),
    *(b"0\r\nA: b\n\r\n", b"0\r\nA: b\r\n c\r\n\r\n", b"0\r\n\n", b"0\r\nContent-Length: 5\r\n\r\n", b"0\r\n"),
)
_BYTES = (*b"\r\n\r\n\r\n  \t::;,,=\0\x01\x0b\x0c\x7f\x80\xff\"'+-019afxHT/.", *range(32, 127))
_PIECES = (b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"\r\n ", b": ", b"0\r\n\r\n", b", ", b"HTTP/1.1 ", b"chunked", b"close")


def response(random: Random) -> bytes:
    """A response; sometimes with interim ones, surplus, or an odd part."""
    raw = b"".join(random.choices(_INTERIM, k=random.choice((0, 0, 0, 1, 2))))
    raw += random.choice(_STATUS_LINES)
    body = random.randbytes(random.choice((0, 1, 5, 5, 40)))
    headers = random.choices(_HEADERS, k=random.choice((0, 1, 2, 5))) if random.random() < 0.4 else []
    if random.random() < 0.4:
        body = b"".join(_chunk(random) for _ in range(random.randrange(4))) + random.choice(_LAST_CHUNKS)
        headers.append(b"Transfer-Encoding: chunked")
    elif random.random() < 0.8:
        headers.append(b"Content-Length: %d" % len(body))
    random.shuffle(headers)
    raw += b"".join(header + b"\r\n" for header in headers) + b"\r\n" + body
    return raw + random.choice((b"", b"", b"", b"", b"\r\n", b"X", raw))


def _chunk(random: Random) -> bytes:
    data = random.randbytes(random.choice((1, 5, 10)))
    size = b"%x" % len(data) if random.random() < 0.8 else random.choice(_SIZES)
    return size + b"\r\n" + data + b"\r\n"


def mutated(raw: bytes, random: Random) -> bytes:
    """The same with up to three edits."""
    changed = bytearray(raw)
    for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
        at = random.randrange(len(changed) + 1)
        match random.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([random.choice(_BYTES)])
            case 1:
                changed[at:at] = random.choice(_PIECES)
            case 2:
                del changed[at : at + random.randrange(1, 5)]
            case 3:
                changed[at:at] = changed[random.randrange(len(changed) + 1) :][: random.randrange(1, 30)]
            case _:
                changed[at:at] = bytes([random.choice(_BYTES)])
    return bytes(changed)


def split(raw: bytes, random: Random) -> list[bytes]:
    """The same in pieces."""
    cuts = sorted({random.randrange(len(raw) + 1) for _ in range(random.randrange(6))} | {0, len(raw)})
    return [raw[begin:end] for begin, end in pairwise(cuts) if begin < end]
