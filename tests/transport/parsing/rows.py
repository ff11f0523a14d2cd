"""Responses, and what must become of them."""

from __future__ import annotations

from typing import NamedTuple

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
FIVE = b"Content-Length: 5\r\n\r\nhello"


class Row(NamedTuple):
    raw: bytes
    status: int = 0
    """0: refused."""
    body: bytes = b""
    reusable: bool = True
    method: str = "GET"


def closing(raw: bytes, status: int = 200, body: bytes = b"", method: str = "GET") -> Row:
    """Accepted, but the connection cannot be used again."""
    return Row(raw, status, body, reusable=False, method=method)


VALID = {
    "length": Row(OK + FIVE, 200, b"hello"),
    "length in lower case": Row(OK + b"content-length: 5\r\n\r\nhello", 200, b"hello"),
    "length without space": Row(OK + b"Content-Length:5\r\n\r\nhello", 200, b"hello"),
    "length between spaces": Row(OK + b"Content-Length: \t 5 \t\r\n\r\nhello", 200, b"hello"),
    "length with zeros": Row(OK + b"Content-Length: 005\r\n\r\nhello", 200, b"hello"),
    "empty": Row(OK + b"Content-Length: 0\r\n\r\n", 200),
    "line ends in the body": Row(OK + b"Content-Length: 8\r\n\r\n\r\n\r\n\n\r\n\n", 200, b"\r\n\r\n\n\r\n\n"),
    "a head in the body": Row(OK + b"Content-Length: 19\r\n\r\n" + OK + b"\r\n", 200, OK + b"\r\n"),
    "error": Row(b"HTTP/1.1 404 Not Found\r\n" + FIVE, 404, b"hello"),
    "error that closes": closing(b"HTTP/1.1 500 Oops\r\nConnection: close\r\n" + FIVE, 500, b"hello"),
    "close among options": closing(OK + b"Connection: foo , CLOSE,\r\n" + FIVE, 200, b"hello"),
    "close in a second header": closing(OK + b"Connection: foo\r\nConnection: close\r\n" + FIVE, 200, b"hello"),
    "closed is another option": Row(OK + b"Connection: closed\r\n" + FIVE, 200, b"hello"),
    "keep-alive": Row(OK + b"Connection: keep-alive\r\nKeep-Alive: timeout=72\r\n" + FIVE, 200, b"hello"),
    "keep-alive and close": closing(OK + b"Connection: keep-alive, close\r\n" + FIVE, 200, b"hello"),
    "until the connection ends": closing(OK + b"\r\nhello", 200, b"hello"),
    "until it ends, empty": closing(OK + b"\r\n", 200),
    "chunks": Row(CHUNKED + b"5\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n", 200, b"helloyou"),
    "chunks, empty": Row(CHUNKED + b"0\r\n\r\n", 200),
    "chunks with extensions": Row(CHUNKED + b'5;a=b;c="d;e"\r\nhello\r\n0;z\r\n\r\n', 200, b"hello"),
    "chunks with trailers": Row(CHUNKED + b"5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n", 200, b"hello"),
    "chunk sizes in hex": Row(CHUNKED + b"00A\r\n0123456789\r\n0a\r\n0123456789\r\n00\r\n\r\n", 200, b"0123456789" * 2),
    "chunk size before spaces": Row(CHUNKED + b"5 \t\r\nhello\r\n0 \r\n\r\n", 200, b"hello"),
    "chunks that close": closing(CHUNKED[:-2] + b"Connection: close\r\n\r\n1\r\nx\r\n0\r\n\r\n", 200, b"x"),
    "chunked in capitals": Row(OK + b"Transfer-Encoding: CHUNKED\r\n\r\n1\r\nx\r\n0\r\n\r\n", 200, b"x"),
    "head": Row(OK + b"Content-Length: 5\r\n\r\n", 200, method="HEAD"),
    "head, chunked": Row(CHUNKED, 200, method="HEAD"),
    "head without length": Row(OK + b"\r\n", 200, method="HEAD"),
    "head that closes": closing(OK + b"Connection: close\r\n\r\n", 200, method="HEAD"),
    "204": Row(b"HTTP/1.1 204 No Content\r\n\r\n", 204),
    "204 with length": Row(b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", 204),
    "304 with length": Row(b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304),
    "304, chunked": Row(b"HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n", 304),
    "100 before": Row(b"HTTP/1.1 100 Continue\r\n\r\n" + OK + FIVE, 200, b"hello"),
    "103 before": Row(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nContent-Length: 9\r\n\r\n" + OK + FIVE, 200, b"hello"
    ),
    "many before": Row((b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 199 X\r\n\r\n") * 5 + OK + FIVE, 200, b"hello"),
    "close in an interim one": Row(b"HTTP/1.1 103 A\r\nConnection: close\r\n\r\n" + OK + FIVE, 200, b"hello"),
    "interim of 1.0": Row(b"HTTP/1.0 100 A\r\n\r\n" + OK + FIVE, 200, b"hello"),
    "interim with a chunked body": Row(
        b"HTTP/1.1 102 A\r\nTransfer-Encoding: chunked\r\n\r\n" + OK + FIVE, 200, b"hello"
    ),
    "upgrade offered": Row(OK + b"Connection: upgrade\r\nUpgrade: h2c\r\n" + FIVE, 200, b"hello"),
    "UTF-8 in a value": Row(OK + "X: Zoë\r\n".encode() + FIVE, 200, b"hello"),
    "Latin-1 in a value": Row(OK + b"X: Zo\xeb\r\n" + FIVE, 200, b"hello"),
    "UTF-8 in the reason": Row("HTTP/1.1 200 Füß\r\n".encode() + FIVE, 200, b"hello"),
    "repeated name": Row(OK + b"Set-Cookie: a=b\r\nset-cookie: c=d\r\n" + FIVE, 200, b"hello"),
    "empty value": Row(OK + b"X:\r\nY: \r\nZ: \t \r\n" + FIVE, 200, b"hello"),
    "odd name": Row(OK + b"!#$%&'*+-.^_`|~09Az: x\r\n" + FIVE, 200, b"hello"),
    "value with colons": Row(OK + b"X:: a: b:\r\n" + FIVE, 200, b"hello"),
}
ODD = {
    "no reason": Row(b"HTTP/1.1 200 \r\n" + FIVE, 200, b"hello"),
    "no space after the status": Row(b"HTTP/1.1 200\r\n" + FIVE, 200, b"hello"),
    "space after the reason": Row(b"HTTP/1.1 200 OK \r\n" + FIVE, 200, b"hello"),
    "control character in the reason": Row(b"HTTP/1.1 200 O\x01\x7fK\r\n" + FIVE, 200, b"hello"),
    "HTTP/1.0": closing(b"HTTP/1.0 200 OK\r\n" + FIVE, 200, b"hello"),
    "HTTP/1.0 with keep-alive": closing(b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + FIVE, 200, b"hello"),
    "HTTP/1.0, chunked": closing(CHUNKED.replace(b"1.1", b"1.0") + b"1\r\nx\r\n0\r\n\r\n", 200, b"x"),
    "HTTP/0.9 as a version": closing(b"HTTP/0.9 200 OK\r\n" + FIVE, 200, b"hello"),
    "HTTP/1.2": Row(b"HTTP/1.2 200 OK\r\n" + FIVE, 200, b"hello"),
    "HTTP/2.0 as a version": Row(b"HTTP/2.0 200 OK\r\n" + FIVE, 200, b"hello"),
    "status 600": Row(b"HTTP/1.1 600 X\r\n" + FIVE, 600, b"hello"),
    "status 999": Row(b"HTTP/1.1 999 X\r\n" + FIVE, 999, b"hello"),
    "folded value": Row(OK + b"X: a\r\n \t b\r\nY: c\r\n" + FIVE, 200, b"hello"),
    "folded length": Row(OK + b"Content-Length:\r\n 5\r\n\r\nhello", 200, b"hello"),
    "control character in a value": Row(OK + b"X: a\x01\x1b\x7fb\r\n" + FIVE, 200, b"hello"),
    "spaces around a value": Row(OK + b"X: \t a \t b \t\r\n" + FIVE, 200, b"hello"),
    "LF only": Row(OK.replace(b"\r", b"") + FIVE.replace(b"\r", b""), 200, b"hello"),
    "LF after one header": Row(OK + b"X: a\n" + FIVE, 200, b"hello"),
    "LF before the empty line": Row(OK + b"Content-Length: 5\n\r\nhello", 200, b"hello"),
    "LF as the empty line": Row(OK + b"Content-Length: 5\r\n\nhello", 200, b"hello"),
    "the same length twice": Row(OK + b"Content-Length: 5\r\n" + FIVE, 200, b"hello"),
    "the same length in a list": Row(OK + b"Content-Length: 5, 5\r\n\r\nhello", 200, b"hello"),
    "length of 20 digits": Row(OK + b"Content-Length: 00000000000000000005\r\n\r\nhello", 200, b"hello"),
    "length and chunks": closing(
        OK + b"Content-Length: 9\r\n" + CHUNKED[len(OK) :] + b"1\r\nx\r\n0\r\n\r\n", 200, b"x"
    ),
    "chunks and length": closing(CHUNKED[:-2] + b"Content-Length: 5\r\n\r\n1\r\nx\r\n0\r\n\r\n", 200, b"x"),
}
SURPLUS = {
    "after a length": closing(OK + FIVE + b"X", 200, b"hello"),
    "an empty line": closing(OK + FIVE + b"\r\n", 200, b"hello"),
    "another response": closing(OK + FIVE + OK + FIVE, 200, b"hello"),
    "an interim response": closing(OK + FIVE + b"HTTP/1.1 100 Continue\r\n\r\n", 200, b"hello"),
    "after an empty body": closing(OK + b"Content-Length: 0\r\n\r\nhello", 200),
    "after HEAD": closing(OK + FIVE, 200, method="HEAD"),
    "chunks after HEAD": closing(CHUNKED + b"0\r\n\r\n", 200, method="HEAD"),
    "after 204": closing(b"HTTP/1.1 204 No Content\r\n" + FIVE, 204),
    "after 304": closing(b"HTTP/1.1 304 Not Modified\r\n" + FIVE, 304),
    "after chunks": closing(CHUNKED + b"1\r\nx\r\n0\r\n\r\nX", 200, b"x"),
    "an LF after chunks": closing(CHUNKED + b"1\r\nx\r\n0\r\n\r\n\n", 200, b"x"),
    "empty lines after chunks": closing(CHUNKED + b"1\r\nx\r\n0\r\n\r\n\r\n\r\n", 200, b"x"),
    "another response after chunks": closing(CHUNKED + b"1\r\nx\r\n0\r\n\r\n" + OK + FIVE, 200, b"x"),
    "chunks after chunks": closing((CHUNKED + b"1\r\nx\r\n0\r\n\r\n") * 2, 200, b"x"),
}
REFUSED = {
    name: Row(raw)
    for name, raw in {
        "nothing": b"",
        "HTTP/0.9": b"hello",
        "TLS": b"\x16\x03\x01\x00\x05hello",
        "SSH": b"SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "HTTP/2 frame": b"\x00\x00\x12\x04\x00\x00\x00\x00\x00",
        "a request": b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "empty line before": b"\r\n" + OK + FIVE,
        "space before": b" " + OK + FIVE,
        "cut in the status line": b"HTTP/1.1 20",
        "cut in a header": OK + b"Content-Le",
        "cut before the empty line": OK + b"Content-Length: 5\r\n",
        "cut in a body": OK + b"Content-Length: 6\r\n\r\nhello",
        "cut before a body": OK + b"Content-Length: 6\r\n\r\n",
        "cut after an interim response": b"HTTP/1.1 100 Continue\r\n\r\n",
        "cut in a chunk size": CHUNKED + b"5",
        "cut in a chunk": CHUNKED + b"5\r\nhell",
        "cut after a chunk": CHUNKED + b"5\r\nhello",
        "cut after the end of a chunk": CHUNKED + b"5\r\nhello\r\n",
        "cut in the last chunk": CHUNKED + b"5\r\nhello\r\n0\r\n",
        "cut in the last line": CHUNKED + b"5\r\nhello\r\n0\r\n\r",
        "cut in a trailer": CHUNKED + b"0\r\nA: b\r\n",
        "101": b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "101 with upgrade": b"HTTP/1.1 101 A\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n" + OK + FIVE,
        "status 99": b"HTTP/1.1 99 X\r\n" + FIVE,
        "status 099": b"HTTP/1.1 099 X\r\n" + FIVE,
        "status 000": b"HTTP/1.1 000 X\r\n" + FIVE,
        "status 003 before": b"HTTP/1.1 003 X\r\n\r\n" + OK + FIVE,
        "status 1000": b"HTTP/1.1 1000 X\r\n" + FIVE,
        "status -200": b"HTTP/1.1 -200 X\r\n" + FIVE,
        "status of letters": b"HTTP/1.1 abc X\r\n" + FIVE,
        "no status": b"HTTP/1.1\r\n" + FIVE,
        "two spaces before the status": b"HTTP/1.1  200 OK\r\n" + FIVE,
        "tab before the status": b"HTTP/1.1\t200 OK\r\n" + FIVE,
        "tab after the status": b"HTTP/1.1 200\tOK\r\n" + FIVE,
        "http in lower case": b"http/1.1 200 OK\r\n" + FIVE,
        "version of two digits": b"HTTP/1.10 200 OK\r\n" + FIVE,
        "version of one number": b"HTTP/1 200 OK\r\n" + FIVE,
        "ICY": b"ICY 200 OK\r\n" + FIVE,
        "NUL in the reason": b"HTTP/1.1 200 O\0K\r\n" + FIVE,
        "form feed in the reason": b"HTTP/1.1 200 O\x0cK\r\n" + FIVE,
        "CR in the reason": b"HTTP/1.1 200 O\rK\r\n" + FIVE,
        "CR only": (OK + FIVE).replace(b"\n", b""),
        "CR CR LF": OK + b"X: a\r\r\n" + FIVE,
        "NUL in a value": OK + b"X: a\0b\r\n" + FIVE,
        "CR in a value": OK + b"X: a\rb\r\n" + FIVE,
        "form feed in a value": OK + b"X: a\x0cb\r\n" + FIVE,
        "folded first line": OK + b" X: a\r\n" + FIVE,
        "space before the colon": OK + b"Content-Length : 5\r\n\r\nhello",
        "empty name": OK + b": a\r\n" + FIVE,
        "no colon": OK + b"X\r\n" + FIVE,
        "space in a name": OK + b"X Y: a\r\n" + FIVE,
        "NUL in a name": OK + b"X\0Y: a\r\n" + FIVE,
        "UTF-8 in a name": OK + "Zoë: a\r\n".encode() + FIVE,
        "two lengths": OK + b"Content-Length: 4\r\n" + FIVE,
        "two lengths in a list": OK + b"Content-Length: 4, 5\r\n\r\nhello",
        "length with a sign": OK + b"Content-Length: +5\r\n\r\nhello",
        "negative length": OK + b"Content-Length: -5\r\n\r\nhello",
        "length in hex": OK + b"Content-Length: 0x5\r\n\r\nhello",
        "length with a space": OK + b"Content-Length: 5 5\r\n\r\nhello",
        "length with a point": OK + b"Content-Length: 5.0\r\n\r\nhello",
        "length with an underscore": OK + b"Content-Length: 5_0\r\n\r\nhello",
        "empty length": OK + b"Content-Length:\r\n\r\nhello",
        "length of other digits": OK + "Content-Length: \u0665\r\n\r\nhello".encode(),
        "huge length": OK + b"Content-Length: 99999999999999999999\r\n\r\nhello",
        "length of 21 digits": OK + b"Content-Length: 000000000000000000005\r\n\r\nhello",
        "length of an interim response": b"HTTP/1.1 103 A\r\nContent-Length: x\r\n\r\n" + OK + FIVE,
        "gzip as a transfer coding": OK + b"Transfer-Encoding: gzip\r\n\r\nhello",
        "gzip and chunked": OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "chunked twice": OK + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        "chunked in two headers": OK + b"Transfer-Encoding: chunked\r\n" + CHUNKED[len(OK) :] + b"0\r\n\r\n",
        "identity": OK + b"Transfer-Encoding: identity\r\n" + FIVE,
        "empty transfer coding": OK + b"Transfer-Encoding:\r\n" + FIVE,
        "chunked with a parameter": OK + b"Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n",
        "chunk size with a sign": CHUNKED + b"+5\r\nhello\r\n0\r\n\r\n",
        "negative chunk size": CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n",
        "chunk size after a space": CHUNKED + b" 5\r\nhello\r\n0\r\n\r\n",
        "chunk size with 0x": CHUNKED + b"0x5\r\nhello\r\n0\r\n\r\n",
        "chunk size of letters": CHUNKED + b"xyz\r\nhello\r\n0\r\n\r\n",
        "no chunk size": CHUNKED + b"\r\nhello\r\n0\r\n\r\n",
        "huge chunk size": CHUNKED + b"fffffffffffffffff\r\nhello\r\n0\r\n\r\n",
        "chunk size of 21 digits": CHUNKED + b"f00000000000000000005\r\nhello\r\n0\r\n\r\n",
        "chunk longer than its size": CHUNKED + b"4\r\nhello\r\n0\r\n\r\n",
        "no line end after a chunk": CHUNKED + b"5\r\nhello0\r\n\r\n",
        "LF after a chunk": CHUNKED + b"5\r\nhello\n0\r\n\r\n",
        "LF after a chunk size": CHUNKED + b"5\nhello\r\n0\r\n\r\n",
        "trailer without colon": CHUNKED + b"0\r\nA\r\n\r\n",
        "NUL in a trailer": CHUNKED + b"0\r\nA: \0\r\n\r\n",
    }.items()
}
ROWS = {**VALID, **ODD, **{f"surplus: {name}": row for name, row in SURPLUS.items()}, **REFUSED}

CHUNK_DIFFERENCES = {
    "space in an extension": (CHUNKED + b"5; a\r\nhello\r\n0\r\n\r\n", "h11"),
    "empty extension": (CHUNKED + b"5;\r\nhello\r\n0\r\n\r\n", "h11"),
    "control character in an extension": (CHUNKED + b"5;\x01\r\nhello\r\n0\r\n\r\n", "h11"),
    "CR in an extension": (CHUNKED + b"5;a\rb\r\nhello\r\n0\r\n\r\n", "h11"),
    "LF after a trailer": (CHUNKED + b"5\r\nhello\r\n0\r\nA: b\n\r\n", "h11"),
    "LF as the last line": (CHUNKED + b"5\r\nhello\r\n0\r\n\n", "h11"),
    "folded trailer": (CHUNKED + b"5\r\nhello\r\n0\r\nA: b\r\n c\r\n\r\n", "h11"),
    "control character in a trailer": (CHUNKED + b"5\r\nhello\r\n0\r\nA: \x01\r\n\r\n", "h11"),
    "length in a trailer": (CHUNKED + b"5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n", "h11"),
    "coding in a trailer": (CHUNKED + b"5\r\nhello\r\n0\r\nTransfer-Encoding: gzip\r\n\r\n", "httptools"),
    "space before an extension": (CHUNKED + b"5 ;a\r\nhello\r\n0\r\n\r\n", "httptools"),
    "chunk size with 20 zeros": (CHUNKED + b"000000000000000000005\r\nhello\r\n0\r\n\r\n", "httptools"),
}
"""By the library that accepts them; the other one refuses them. Harmless: both know where the body is, neither reads
extensions or trailers, and no server is known to send these."""
