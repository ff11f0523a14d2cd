"""Where responses and their bodies begin and end; the same for both libraries, which parse heads and chunks.

httptools does not say where in the received bytes a response ended, and has neither responses to HEAD nor bodies that
end with the connection. h11 copies each piece of a body three times. So neither reads bodies of a known length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeAlias

from ..._core.http.headers import Headers

MAX_HEAD_SIZE = 100 * 1024
"""As in httpcore. Each interim response has its own head."""
_HEAD_END = re.compile(rb"\n\r?\n")  # h11 accepts lines that end in LF only
_HEAD_START = b"HTTP/"
_WITHOUT_BODY = (204, 304)


class ProtocolViolation(Exception):
    """The server did not send valid HTTP/1.1. The text contains no data of the server."""


class ParsedHead(NamedTuple):
    """Status and headers of a response."""

    status_code: int
    headers: Headers


class ChunkDecoder(Protocol):
    """Decodes a chunked body."""

    @property
    def done(self) -> bool:
        """Whether the body is complete."""
        ...

    @property
    def surplus(self) -> bool:
        """Whether bytes were received after it."""
        ...

    def decode(self, data: bytes) -> bytes | None:
        """The part of the body in `data`; None if it is invalid."""


HeadFields: TypeAlias = tuple[ParsedHead, bool, ChunkDecoder | None]
"""A head, whether its version of HTTP keeps connections open by default, and the decoder if the body is chunked."""
HeadParser: TypeAlias = Callable[[bytes], HeadFields | None]
"""Parses a head with its empty line; None if it is invalid."""


class FramedParser:
    """Finds heads and bodies in the received bytes."""

    __slots__ = ("_broken", "_buffer", "_chunks", "_method", "_overhead", "_parse_head", "_persistent", "_remaining",
                 "complete", "head", "reusable")  # fmt: skip

    def __init__(self, parse_head: HeadParser) -> None:
        self._parse_head = parse_head
        self.reusable = True
        self._reset(None)

    def _reset(self, method: str | None) -> None:
        self._method = method
        self.head: ParsedHead | None = None
        self.complete = False
        self._broken = False
        self._buffer: bytes = b""
        """The beginning of a head."""
        self._persistent = False
        self._chunks: ChunkDecoder | None = None
        self._remaining: int | None = None
        """Missing bytes of the body; None if it is chunked or ends with the connection."""
        self._overhead = 0

    def start(self, method: str) -> None:
        """See `ResponseParser.start`."""
        if not self.reusable:
            raise RuntimeError("the connection cannot be used for another request")
        if method == "CONNECT":
            raise ValueError("CONNECT is not supported")
        self._reset(method)
        self.reusable = False

    def feed(self, data: bytes) -> bytes:
        """See `ResponseParser.feed`."""
        if self._broken:
            raise ProtocolViolation("the server sent an invalid response on this connection")
        if self.complete or self._method is None:
            self.reusable = False  # data that no request asked for, or the end of the connection
            return b""
        if self.head is not None:
            return self._read_body(data)
        if not data:
            raise self._violation("the server closed the connection before the end of the response headers")
        rest = self._read_heads(data)
        return self._read_body(rest) if rest else b""

    def _read_heads(self, data: bytes) -> bytes:
        """Read heads up to the final one; return what follows it."""
        begin = searched = 0
        if self._buffer:
            searched = max(0, len(self._buffer) - 2)
            data = self._buffer + data
        while match := _HEAD_END.search(data, searched):
            end = searched = match.end()
            fields = self._parse_head(data[begin:end]) if end - begin <= MAX_HEAD_SIZE else None
            if fields is None:
                raise self._violation("the server sent an invalid response head")
            begin = end
            if fields[0].status_code >= 200:
                self._buffer = b""
                self._enter_body(*fields)
                return data[end:]
        self._buffer = data[begin:]
        if len(self._buffer) > MAX_HEAD_SIZE or self._buffer[:5] != _HEAD_START[: len(self._buffer)]:
            raise self._violation("the server sent an invalid response head")
        return b""

    def _enter_body(self, head: ParsedHead, persistent: bool, chunks: ChunkDecoder | None) -> None:
        """Decide where the body ends: RFC 9112, 6.3."""
        self.head = head
        values = head.headers.by_name()
        length = values.get(b"content-length")
        if (options := values.get(b"connection", b"keep-alive")) != b"keep-alive":
            persistent = persistent and b"close" not in map(bytes.strip, options.lower().split(b","))
        if chunks is not None and length is not None:
            persistent = False  # the length does not count, but may be a part of an attack
        self._persistent = persistent
        if self._method == "HEAD" or head.status_code in _WITHOUT_BODY:
            self._remaining = 0
        elif chunks is not None:
            self._chunks = chunks
        elif length is not None:
            self._remaining = int(length)
        if self._remaining == 0:
            self._finish(surplus=False)

    def _read_body(self, data: bytes) -> bytes:
        if self._chunks is not None:
            return self._read_chunks(self._chunks, data)
        remaining = self._remaining
        if remaining is None:
            if not data:
                self._finish(surplus=True)
            return data
        if not data:
            raise self._incomplete()
        if len(data) < remaining:
            self._remaining = remaining - len(data)
            return data
        self._finish(surplus=len(data) > remaining)
        return data[:remaining]

    def _read_chunks(self, chunks: ChunkDecoder, data: bytes) -> bytes:
        if not data:
            raise self._incomplete()
        body = chunks.decode(data)
        # h11 limits the size of extensions and trailers, but not httptools, where they would take time and memory.
        self._overhead = 0 if body else self._overhead + len(data)
        if body is None or self._overhead > MAX_HEAD_SIZE:
            raise self._violation("the server sent an invalid chunked body")
        if chunks.done:
            self._finish(surplus=chunks.surplus)
        return body

    def _finish(self, *, surplus: bool) -> None:
        self.complete = True
        self.reusable = self._persistent and not surplus
        self._chunks = None

    def _incomplete(self) -> ProtocolViolation:
        return self._violation("the server closed the connection before the end of the response body")

    def _violation(self, reason: str) -> ProtocolViolation:
        self._broken = True
        self._buffer = b""
        self._chunks = None
        return ProtocolViolation(reason)
