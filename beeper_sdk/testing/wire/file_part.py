"""A part of a file as the body of a response: read while it is sent, and never as a whole."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

PART_BYTES = 256 * 1024
"""Bytes of a file that are read, written or sent at once. Reading them from a disk blocks the server for a moment."""


class Readable(Protocol):
    """A file that can be opened."""

    def open(self) -> BinaryIO:
        """The bytes as a seekable file, which the caller closes. Raises OSError."""
        ...


@dataclass(frozen=True, slots=True)
class FilePart:
    """The bytes of a file from `low` up to `high`, which is not included. They are read while they are sent."""

    file: Readable
    low: int
    high: int

    @property
    def size(self) -> int:
        """The number of bytes."""
        return self.high - self.low

    def parts(self) -> Generator[bytes]:
        """The bytes in parts of ``PART_BYTES`` at most. It ends early if the file does. Raises OSError."""
        left = self.size
        with self.file.open() as file:
            file.seek(self.low)
            while left and (part := file.read(min(left, PART_BYTES))):
                left -= len(part)
                yield part
