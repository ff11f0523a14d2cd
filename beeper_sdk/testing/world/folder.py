"""The files of one server on disk: a temporary folder, and files that are being received in it."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from .contents import Contents, InMemory, OnDisk

IN_MEMORY = 1 << 20
"""Bytes of the largest file that is kept in memory; larger ones are on disk."""


class Folder:
    """A folder that is created for the first file in it. It is removed when it is closed and no longer in use.

    What is open cannot be removed on Windows, and a request ends on the data that it began with: requests, and tests
    that give a file to the server, use the folder until they are done, on threads of their own.
    """

    def __init__(self) -> None:
        self.path: Path | None = None
        self._lock = threading.Lock()
        self._users = self._count = 0
        self._closed = False

    @contextmanager
    def in_use(self) -> Generator[None]:
        """Keep the folder until the end of the block.

        Raises:
            RuntimeError: It was removed.
        """
        with self._lock:
            self._check()
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                self._clean()

    def place(self, name: str) -> Path:
        """The path of a new file with this name, in a folder of its own.

        Raises:
            RuntimeError: The folder was removed.
        """
        with self._lock:
            self._check()
            if self.path is None:
                self.path = Path(tempfile.mkdtemp(prefix="beeper-fake-"))
            folder = self.path / str(self._count)
            self._count += 1
        folder.mkdir()
        return folder / name

    def close(self) -> None:
        """Remove the folder, now or when it is no longer in use."""
        with self._lock:
            self._closed = True
            self._clean()

    def _check(self) -> None:
        if self._closed and not self._users:
            raise RuntimeError("the fake server was stopped or reset")

    def _clean(self) -> None:
        if self._closed and not self._users and self.path is not None:
            shutil.rmtree(self.path, ignore_errors=True)


class Incoming:
    """A file that is being received. At the end of its ``with`` block it is closed, and removed unless it is complete.

    It is written to disk when it is larger than ``IN_MEMORY``, and hashed meanwhile.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._hash = hashlib.sha256()
        self._start = bytearray()
        self._file: BinaryIO | None = None
        self._path: Path | None = None

    def write(self, part: bytes | memoryview) -> None:
        """Add bytes. Raises OSError."""
        self._hash.update(part)
        if self._file is None:
            self._start += part
            if len(self._start) <= IN_MEMORY:
                return
            self._path = self._folder.place("contents")
            self._file = self._path.open("xb")
            self._file.write(self._start)
            self._start.clear()
        else:
            self._file.write(part)

    def finish(self) -> Contents:
        """All that was written. Raises OSError."""
        if self._file is None or self._path is None:
            return InMemory(bytes(self._start))
        self._file.close()
        contents = OnDisk(self._path, self._hash.hexdigest())
        self._path = None
        return contents

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
        if self._path is not None:
            self._path.unlink(missing_ok=True)
            self._path.parent.rmdir()
