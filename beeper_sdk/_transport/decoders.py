"""Decompresses gzip and deflate in pieces, so that a small compressed body cannot use more memory than allowed.

httpx decompresses all received bytes at once, and 1 kB of gzip can contain 1 MB of zeros.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

PIECE = 1 << 16
"""Maximum number of decompressed bytes at a time."""
MAX_LAYERS = 2
"""Maximum number of nested codings. Two occur if a proxy compresses again; more are an attack."""


class Unreadable(ValueError):
    """The body has an unsupported coding, or is corrupt. The message names the reason."""


class _Layer:
    """One content coding of a body."""

    def __init__(self, open_: Callable[[bytes], zlib._Decompress], multi_member: bool) -> None:
        self._open = open_
        self._multi_member = multi_member
        """Whether another compressed part may follow the first, as in gzip."""
        self._current: zlib._Decompress | None = None
        self._held = b""
        """A single first byte: two are needed to distinguish zlib from raw deflate."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """The decompressed bytes, at most `PIECE` at a time."""
        data, self._held = self._held + data, b""
        while data:
            if self._current is None:
                if len(data) == 1:
                    self._held = data
                    return
                self._current = self._open(data)
            current = self._current
            while True:
                piece = current.decompress(data, PIECE)
                if piece:
                    yield piece
                data = current.unconsumed_tail
                if current.eof or (not data and len(piece) < PIECE):
                    break
            if not current.eof:
                return
            # Gzip data may be padded with zeros, and may consist of several members.
            data = current.unused_data.lstrip(b"\0") if self._multi_member else b""
            if data:
                self._current = None

    @property
    def complete(self) -> bool:
        """Whether the end of the compressed data was reached."""
        return not self._held and (self._current is None or self._current.eof)


def _gzip(_: bytes) -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _deflate(data: bytes) -> zlib._Decompress:
    """With a zlib header, as the standard requires, or without one, as some servers send it."""
    with_header = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    return zlib.decompressobj(zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS)


class Decompressor:
    """Decompresses one body, fed in pieces."""

    def __init__(self, codings: list[str]) -> None:
        """Raise Unreadable for a coding that the request did not accept."""
        self._layers: list[_Layer] = []
        for coding in reversed(codings):
            if coding in ("gzip", "x-gzip"):
                self._layers.append(_Layer(_gzip, multi_member=True))
            elif coding == "deflate":
                self._layers.append(_Layer(_deflate, multi_member=False))
            else:
                raise Unreadable("unsupported content coding")
        if len(self._layers) > MAX_LAYERS:
            raise Unreadable("too many content codings")

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """The decompressed bytes. Raises Unreadable."""
        try:
            yield from self._decompress(data, 0)
        except zlib.error:
            raise Unreadable("corrupt compressed data") from None

    def _decompress(self, data: bytes, depth: int) -> Iterator[bytes]:
        if depth == len(self._layers):
            yield data
            return
        for piece in self._layers[depth].pieces(data):
            yield from self._decompress(piece, depth + 1)

    def end(self) -> None:
        """Check the end of the body. Raises Unreadable if the compressed data is incomplete."""
        if not all(layer.complete for layer in self._layers):
            raise Unreadable("incomplete compressed data")


def decompressor(content_encoding: str | None) -> Decompressor | None:
    """The decompressor for a Content-Encoding header; None for a body that is not compressed."""
    codings = [coding for part in (content_encoding or "").lower().split(",") if (coding := part.strip())]
    codings = [coding for coding in codings if coding != "identity"]
    return Decompressor(codings) if codings else None
