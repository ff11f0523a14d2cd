"""Unpacks gzip and deflate piece by piece, so that a few packed bytes can never become more memory than allowed.

The HTTP library would unpack all of what it has at once: 1 MB of zeros packed in 1 kB, a thousand times over.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

PIECE = 1 << 16
"""Bytes, unpacked, at a time."""
MOST_LAYERS = 2
"""Nobody packs what is packed already more than once by mistake."""


class Unreadable(ValueError):
    """Not packed in a way that is known, or badly."""


class _Layer:
    """One packing of a body."""

    def __init__(self, open_: Callable[[bytes], zlib._Decompress], many: bool) -> None:
        self._open = open_
        self._many = many
        """May another packed part follow the first?"""
        self._open_one: zlib._Decompress | None = None
        self._held = b""
        """The first byte, while it is alone: it takes two to tell how something is packed."""

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """What these bytes unpack to, at most `PIECE` bytes at a time."""
        packed, self._held = self._held + packed, b""
        while packed:
            if self._open_one is None:
                if len(packed) == 1:
                    self._held = packed
                    return
                self._open_one = self._open(packed)
            one = self._open_one
            while True:
                piece = one.decompress(packed, PIECE)
                if piece:
                    yield piece
                packed = one.unconsumed_tail
                if one.eof or (not packed and len(piece) < PIECE):
                    break
            if not one.eof:
                return
            packed = one.unused_data.lstrip(b"\0") if self._many else b""
            if packed:
                self._open_one = None

    @property
    def complete(self) -> bool:
        """Did it come to its end?"""
        return not self._held and (self._open_one is None or self._open_one.eof)


def _gzip(_: bytes) -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _deflate(packed: bytes) -> zlib._Decompress:
    """With the header the standard asks for, or without, as some servers send it."""
    with_header = len(packed) > 1 and packed[0] & 0x0F == 8 and (packed[0] << 8 | packed[1]) % 31 == 0
    return zlib.decompressobj(zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS)


class Unpacker:
    """Unpacks one body, fed bit by bit."""

    def __init__(self, codings: list[str]) -> None:
        """Raises Unreadable for a coding that was not asked for."""
        self._layers: list[_Layer] = []
        for coding in reversed(codings):
            if coding in ("gzip", "x-gzip"):
                self._layers.append(_Layer(_gzip, many=True))
            elif coding == "deflate":
                self._layers.append(_Layer(_deflate, many=False))
            else:
                raise Unreadable("packed in a way that was not asked for")
        if len(self._layers) > MOST_LAYERS:
            raise Unreadable("packed too often")

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        """What these bytes unpack to. Raises Unreadable."""
        try:
            yield from self._through(packed, 0)
        except zlib.error:
            raise Unreadable("badly packed") from None

    def _through(self, packed: bytes, depth: int) -> Iterator[bytes]:
        if depth == len(self._layers):
            yield packed
            return
        for piece in self._layers[depth].pieces(packed):
            yield from self._through(piece, depth + 1)

    def end(self) -> None:
        """Nothing follows. Raises Unreadable when something should."""
        if not all(layer.complete for layer in self._layers):
            raise Unreadable("packed, and cut off")


def unpacker(content_encoding: str | None) -> Unpacker | None:
    """For a body with this header; None for one that is not packed."""
    codings = [coding for part in (content_encoding or "").lower().split(",") if (coding := part.strip())]
    codings = [coding for coding in codings if coding != "identity"]
    return Unpacker(codings) if codings else None
