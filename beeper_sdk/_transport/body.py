"""Reading an answer of the HTTP library: to its end or piece by piece, unpacked, in time and no longer than allowed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from time import monotonic

import httpx

from .._core.http.outcome import Answer, Failure, Limits
from .._core.util.log import quietly
from . import httpx_mapping as values
from .decoders import Unpacker, Unreadable, unpacker


def _encoding(response: httpx.Response) -> str | None:
    """How the body is packed. Hooks of the user's client may have read it, and unpacked it, already."""
    return None if response.is_stream_consumed else response.headers.get("content-encoding")


def _raw(response: httpx.Response) -> Iterator[bytes]:
    return iter((response.content,)) if response.is_stream_consumed else response.iter_raw()


async def _async_raw(response: httpx.Response) -> AsyncIterator[bytes]:
    if response.is_stream_consumed:
        yield response.content
    else:
        async for piece in response.aiter_raw():
            yield piece


class _Whole:
    """An answer on its way to being whole; the pure half of reading one."""

    def __init__(self, response: httpx.Response, limits: Limits) -> None:
        self._head = response
        self._most = limits.bytes if _encoding(response) is None else limits.packed
        self._until = limits.until if limits.reading is None else monotonic() + limits.reading
        self._parts: list[bytes] = []
        self._size = 0
        self._unpacker: Unpacker | None = None
        self._refused: Failure | None = None
        encoding = _encoding(response)
        if encoding is not None:
            try:
                self._unpacker = unpacker(encoding)
            except Unreadable as problem:
                self._refused = Failure("unreadable", str(problem))

    def feed(self, raw: bytes) -> bool:
        """Take a piece as it came. False when there is no need for more."""
        if self._refused is None:
            try:
                pieces = (raw,) if self._unpacker is None else self._unpacker.pieces(raw)
                self._refused = next(filter(None, map(self._add, pieces)), None)
            except Unreadable as problem:
                self._refused = Failure("unreadable", str(problem))
        if self._refused is None and self._until is not None and monotonic() > self._until:
            self._refused = Failure("timeout", "the whole call's deadline")
        return self._refused is None

    def _add(self, piece: bytes) -> Failure | None:
        self._size += len(piece)
        most = self._most
        if most is not None and self._size > most:
            self._parts.clear()
            return Failure("too-large", f"more than {most} bytes")
        self._parts.append(piece)
        return None

    def end(self) -> Answer | Failure:
        """The answer; an error's status says enough where its body cannot be had."""
        if self._refused is None and self._unpacker is not None:
            try:
                self._unpacker.end()
            except Unreadable as problem:
                self._refused = Failure("unreadable", str(problem))
        status, headers = self._head.status_code, self._head.headers
        if self._refused is None:
            return Answer(status, headers, self._parts[0] if len(self._parts) == 1 else b"".join(self._parts))
        head = Answer(status, headers, b"")
        return head if status >= 400 else self._refused._replace(head=head, received=self._size)

    def broken(self, error: Exception) -> Answer | Failure:
        """What is left of one whose body broke off."""
        if self._refused is not None:
            return self.end()
        head = Answer(self._head.status_code, self._head.headers, b"")
        if head.status_code >= 400:
            return head
        return values.failure(error)._replace(head=head, received=self._head.num_bytes_downloaded)


class _Pieces:
    """A body as it comes, unpacked in case it is packed after all; the pure half of a stream."""

    def __init__(self, response: httpx.Response) -> None:
        self._encoding = _encoding(response)
        self._unpacker: Unpacker | None = None
        self._waiting: Iterator[bytes] = iter(())

    def take(self, raw: bytes) -> None:
        """Take a piece as it came. Raises Unreadable."""
        if self._encoding is not None:
            self._unpacker, self._encoding = unpacker(self._encoding), None
        self._waiting = iter((raw,)) if self._unpacker is None else self._unpacker.pieces(raw)

    def next(self) -> bytes:
        """What can be handed out, ``b""`` when more must come first. Raises Unreadable."""
        return next((piece for piece in self._waiting if piece), b"")

    def end(self) -> bytes:
        """Nothing follows. Raises Unreadable when something should."""
        if self._unpacker is not None:
            self._unpacker.end()
        return b""


class Body:
    """An answer whose body is still to come."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._raw: Iterator[bytes] | None = None
        self._pieces = _Pieces(response)
        self.status_code = response.status_code
        self.headers: Mapping[str, str] = response.headers

    def next(self) -> bytes | Failure:
        """The next piece, not empty; ``b""`` at the end."""
        with quietly():
            try:
                if self._raw is None:
                    self._raw = _raw(self._response)
                while not (piece := self._pieces.next()):
                    raw = next(self._raw, None)
                    if raw is None:
                        return self._pieces.end()
                    self._pieces.take(raw)
            except Unreadable as problem:
                return Failure("unreadable", str(problem))
            except values.ERRORS as error:
                return values.failure(error)
            return piece

    def read(self, limits: Limits) -> Answer | Failure:
        """All of it."""
        with quietly():
            whole = _Whole(self._response, limits)
            try:
                for raw in _raw(self._response):
                    if not whole.feed(raw):
                        break
                return whole.end()
            except values.ERRORS as error:
                return whole.broken(error)
            finally:
                self._response.close()

    def close(self) -> None:
        """Give the connection back, read or not."""
        with quietly():
            self._response.close()


class AsyncBody:
    """An answer whose body is still to come."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._raw: AsyncIterator[bytes] | None = None
        self._pieces = _Pieces(response)
        self.status_code = response.status_code
        self.headers: Mapping[str, str] = response.headers

    async def next(self) -> bytes | Failure:
        """The next piece, not empty; ``b""`` at the end."""
        with quietly():
            try:
                if self._raw is None:
                    self._raw = _async_raw(self._response)
                while not (piece := self._pieces.next()):
                    raw = await anext(self._raw, None)
                    if raw is None:
                        return self._pieces.end()
                    self._pieces.take(raw)
            except Unreadable as problem:
                return Failure("unreadable", str(problem))
            except values.ERRORS as error:
                return values.failure(error)
            return piece

    async def read(self, limits: Limits) -> Answer | Failure:
        """All of it."""
        with quietly():
            whole = _Whole(self._response, limits)
            try:
                async for raw in _async_raw(self._response):
                    if not whole.feed(raw):
                        await self._response.aclose()  # ends the loop: a generator left in the middle makes trio warn
                return whole.end()
            except values.ERRORS as error:
                return whole.broken(error)
            finally:
                await self._response.aclose()

    async def close(self) -> None:
        """Give the connection back, read or not."""
        with quietly():
            await self._response.aclose()
            if self._raw is not None:
                try:
                    async for _ in self._raw:
                        pass  # to its end, which is near now: a generator left in the middle makes trio warn
                except values.ERRORS:
                    self._raw = None
