"""Decompresses the body of a response and checks its limits. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import monotonic

from .._core.http.outcome import HttpResponse, ReadLimits, TransportFailure
from .budget import Budget
from .decoders import Decompressor, Unreadable, decompressor


class BodyCollector:
    """Collects a whole body, and stops when a limit is reached."""

    def __init__(
        self, status_code: int, headers: Mapping[str, str], encoding: str | None, limits: ReadLimits, budget: Budget
    ) -> None:
        """`encoding` is the content coding of the body; None if it is not compressed, or decompressed already."""
        self._head = HttpResponse(status_code, headers, b"")
        self._limit = limits.max_bytes if encoding is None else limits.max_decoded_bytes
        self._budget = budget
        if limits.body_timeout is not None:
            budget.deadline = monotonic() + limits.body_timeout
        budget.start_step()
        self._parts: list[bytes] = []
        self._size = 0
        self._received = 0
        self._decoder: Decompressor | None = None
        self._failure: TransportFailure | None = None
        if encoding is not None:
            try:
                self._decoder = decompressor(encoding)
            except Unreadable as problem:
                self._failure = TransportFailure("unreadable", str(problem))

    def feed(self, raw: bytes) -> bool:
        """Add received bytes. Returns False if no more are needed."""
        self._received += len(raw)
        if self._failure is not None:
            return False
        if self._decoder is None:
            self._add(raw)
        else:
            try:
                all(map(self._add, self._decoder.pieces(raw)))  # stops at the first piece above the limit
            except Unreadable as problem:
                self._failure = TransportFailure("unreadable", str(problem))
        if self._failure is None and monotonic() > self._budget.deadline:
            self._failure = TransportFailure("timeout", "deadline of the call")
        self._budget.start_step()
        return self._failure is None

    def _add(self, piece: bytes) -> bool:
        """Add decompressed bytes. Returns False if the body exceeds its limit."""
        self._size += len(piece)
        if self._limit is not None and self._size > self._limit:
            self._parts.clear()
            self._failure = TransportFailure("too-large", f"more than {self._limit} bytes")
            return False
        self._parts.append(piece)
        return True

    def end(self) -> HttpResponse | TransportFailure:
        """The response. If the body of an error response cannot be read, the response is returned without it, because
        its status is more useful than a decoding error."""
        if self._failure is None and self._decoder is not None:
            try:
                self._decoder.end()
            except Unreadable as problem:
                self._failure = TransportFailure("unreadable", str(problem))
        if self._failure is None:
            content = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
            return HttpResponse(self._head.status_code, self._head.headers, content)
        return self._without_body(self._failure, self._size)

    def interrupted(self, failure: TransportFailure) -> HttpResponse | TransportFailure:
        """The outcome after a failure while reading. If a limit was reached before, that is the outcome."""
        return self.end() if self._failure is not None else self._without_body(failure, self._received)

    def _without_body(self, failure: TransportFailure, received: int) -> HttpResponse | TransportFailure:
        return self._head if self._head.status_code >= 400 else failure._replace(head=self._head, received=received)


class BodyPieces:
    """A body in pieces, decompressed if the server compressed it although the request did not accept that."""

    def __init__(self, encoding: str | None) -> None:
        """`encoding` as in `BodyCollector`."""
        self._encoding = encoding
        self._decoder: Decompressor | None = None
        self._waiting: Iterator[bytes] = iter(())

    def feed(self, raw: bytes) -> None:
        """Add received bytes. Raises Unreadable."""
        if self._encoding is not None:
            self._decoder, self._encoding = decompressor(self._encoding), None
        self._waiting = iter((raw,)) if self._decoder is None else self._decoder.pieces(raw)

    def next(self) -> bytes:
        """The next piece; ``b""`` if more bytes must be received first. Raises Unreadable."""
        return next((piece for piece in self._waiting if piece), b"")

    def end(self) -> bytes:
        """Check the end of the body. Raises Unreadable if the compressed data is incomplete."""
        if self._decoder is not None:
            self._decoder.end()
        return b""
