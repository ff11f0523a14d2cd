"""The bytes of files: those of small ones in memory, those of large ones on disk. Both have a hash, made once."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from abc import ABC, abstractmethod
from pathlib import Path
from typing import BinaryIO

from ..._core.util.override import override


class Changed(OSError):
    """A file on disk is not the one that was stored: a program wrote to it."""


class Contents(ABC):
    """The bytes of a file. They never change; two of the same bytes are equal."""

    size: int
    """The number of bytes."""

    @property
    @abstractmethod
    def digest(self) -> str:
        """The SHA-256 of all bytes, as hexadecimal digits."""

    @abstractmethod
    def open(self) -> BinaryIO:
        """The bytes as a seekable file, which the caller closes.

        Raises:
            OSError: They are on disk, and were removed or changed (`Changed`) there.
        """

    def read(self, low: int = 0, high: int | None = None) -> bytes:
        """The bytes from `low` up to `high`, which is not included; by default to the end. Raises as `open` does."""
        with self.open() as file:
            file.seek(low)
            return file.read(-1 if high is None else max(0, high - low))

    def is_intact(self) -> bool:
        """Whether `open` succeeds."""
        try:
            self.open().close()
        except OSError:
            return False
        return True

    @abstractmethod
    def put(self, path: Path) -> None:
        """Create a file with these bytes. Raises OSError."""

    @abstractmethod
    def discard(self) -> None:
        """Free what was received and is not used."""

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Contents) and (self.size, self.digest) == (other.size, other.digest)

    @override
    def __hash__(self) -> int:
        return hash(self.digest)


class InMemory(Contents):
    """Bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self._data, self._digest = data, ""
        self.size: int = len(data)

    @property
    @override
    def digest(self) -> str:
        """The SHA-256 of all bytes."""
        if not self._digest:
            self._digest = hashlib.sha256(self._data).hexdigest()
        return self._digest

    @override
    def open(self) -> BinaryIO:
        """The bytes as a file."""
        return io.BytesIO(self._data)

    @override
    def put(self, path: Path) -> None:
        """Create a file with these bytes. Raises OSError."""
        path.write_bytes(self._data)

    @override
    def discard(self) -> None:
        """There is nothing to free."""


class OnDisk(Contents):
    """A complete file in the folder of a server, alone in a folder of its own. Nothing writes to it any more."""

    def __init__(self, path: Path, digest: str) -> None:
        status = path.stat()
        self.size: int = status.st_size
        self._path, self._digest, self._written_ns = path, digest, status.st_mtime_ns

    @property
    @override
    def digest(self) -> str:
        """The SHA-256 of all bytes."""
        return self._digest

    @override
    def open(self) -> BinaryIO:
        """The file, if it is still the one that was stored. Raises OSError."""
        file = self._path.open("rb")
        status = os.fstat(file.fileno())
        if (status.st_size, status.st_mtime_ns) != (self.size, self._written_ns):
            file.close()
            raise Changed("a file in the media folder of the fake server was changed")
        return file

    @override
    def put(self, path: Path) -> None:
        """Give the file a second name, so that it is not written twice. A program that writes to it is noticed."""
        try:
            os.link(self._path, path)
        except OSError:  # FAT has no second names
            shutil.copyfile(self._path, path)

    @override
    def discard(self) -> None:
        """Remove the file."""
        self._path.unlink(missing_ok=True)
        self._path.parent.rmdir()
