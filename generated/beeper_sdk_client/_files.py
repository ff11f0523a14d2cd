# @generated


from __future__ import annotations

import io
import os
import re
import stat
from inspect import iscoroutinefunction
from mimetypes import guess_type
from pathlib import Path
from threading import Lock
from typing import IO, cast

from ._request import FileContent, FileLike, FileProblem, Upload

_FORMS = "a path, bytes, a file opened with 'rb', or (file name, one of these[, content type])"
_UNSENDABLE = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_OWN_FILES = (io.BytesIO, io.FileIO, io.BufferedReader, io.BufferedRandom)
_MEDIA_TYPE = re.compile("[!#$&^.+\\w-]+/[!#$&^.+\\w-]+( *;[ -~]*)?", re.ASCII)


def upload(argument: str, value: FileLike) -> Upload:
    name, media_type = None, None
    if isinstance(value, tuple):
        given: tuple[object, ...] = (*value,)
        if len(given) not in (2, 3) or not all(isinstance(part, str) for part in (given[0], *given[2:])):
            raise TypeError(f"{argument} must be {_FORMS}, not this tuple")
        name, media_type, value = value[0], value[2] if len(value) == 3 else None, value[1]
        if not name:
            raise ValueError(f"{argument} must have a file name that is not empty")
    if media_type is not None and not _MEDIA_TYPE.fullmatch(media_type):  # a line break would be another header
        raise ValueError(f"{argument} must have a content type of printable ASCII characters, such as image/png")
    content = _content(argument, value)
    name = _name(value) if name is None else name
    if _UNSENDABLE.search(name):
        raise ValueError(
            f"{argument} must have a file name without control characters and lone surrogates; to send it under "
            f"another name, pass (file name, file)"
        )
    return name, content, media_type or guess_type(f"./{name}")[0] or "application/octet-stream"


def _name(value: FileContent) -> str:
    if isinstance(value, str | os.PathLike):
        return Path(os.fsdecode(value)).name
    name: object = getattr(value, "name", None)
    return (isinstance(name, str | bytes | Path) and Path(os.fsdecode(name)).name) or "upload"


def _content(argument: str, value: FileContent) -> bytes | IO[bytes]:
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value)
    if isinstance(value, str | os.PathLike):
        return cast("IO[bytes]", _path_file(argument, Path(os.fsdecode(value))))
    given: object = value
    if isinstance(given, io.TextIOBase) or isinstance(getattr(given, "encoding", None), str):
        raise TypeError(f"{argument} must be {_FORMS}, not a file opened in text mode")
    read: object = getattr(given, "read", None)
    if not callable(read) or iscoroutinefunction(read):
        raise TypeError(f"{argument} must be {_FORMS}, not {type(value).__name__}")
    if getattr(given, "closed", False) is True or (isinstance(given, io.IOBase) and not given.readable()):
        raise ValueError(f"{argument} must be a file that is open for reading")
    file = SentFile(value)
    if isinstance(given, _OWN_FILES) and file.is_at_end():
        raise ValueError(f"{argument} must have something to read after its position: it is at its end, call seek(0)")
    return cast("IO[bytes]", file)


def _path_file(argument: str, path: Path) -> PathFile:
    if not path.name:
        raise ValueError(f"{argument} must be the path of a file")
    try:
        _open(path).close()
    except _NotRegularError:
        problem: Exception = ValueError(
            f"{argument} must be the path of a regular file, not of a pipe or device; pass it opened with 'rb'"
        )
    except OSError as error:
        hint = " (~ is not expanded; content must be bytes)" if isinstance(error, FileNotFoundError) else ""
        reason = os.strerror(error.errno or 0)
        problem = type(error)(error.errno, f"{argument} cannot be read: {reason}{hint}")
    except ValueError:
        problem = ValueError(f"{argument} must be a path; it contains a null character or a lone surrogate")
    else:
        return PathFile(path)
    raise problem


class _NotRegularError(OSError):
    pass


def _open(path: Path) -> io.FileIO:
    file = io.FileIO(path, opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0)))
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise _NotRegularError


class SentFile:
    def __init__(self, file: IO[bytes] | None) -> None:
        self._file = file
        self._start = None if file is None else _position(file)
        self._is_read = False
        self._lock = Lock()
        self.count: int = 0
        self.size: int | None = None

    @property
    def can_repeat(self) -> bool:
        return self._start is not None or not self._is_read

    @property
    def may_block(self) -> bool:
        return type(self._file) is not io.BytesIO

    @property
    def can_look_ahead(self) -> bool:
        return self._start is not None and type(self._file) in _OWN_FILES

    def is_at_end(self) -> bool:
        return bool(self._start) and not self._size()

    def read(self, size: int = -1, /) -> bytes:
        with self._lock:
            if self._file is None:
                raise FileProblem("it is not open")
            self._is_read = True
            piece = cast("object", self._file.read(size))
        if isinstance(piece, bytes | bytearray):
            self.count += len(piece)
            return bytes(piece)
        raise FileProblem(f"its read() returned {type(piece).__name__}, not bytes")

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        with self._lock:
            if whence == os.SEEK_END:
                self.size = self._size()
                return offset + self.size
            self.count = 0
            if self._start is not None:
                self._opened().seek(self._start)
            elif self._is_read:
                raise FileProblem("it was read before and cannot be rewound")
            return 0

    def release(self) -> None:
        """Close the file if this module has opened it."""

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            raise FileProblem("it is not open")
        return self._file

    def _size(self) -> int:
        if self._start is None:
            raise FileProblem("its size is unknown")
        file = self._opened()
        file.seek(0, os.SEEK_END)
        end = file.tell()
        file.seek(self._start)
        return max(0, end - self._start)


class PathFile(SentFile):
    def __init__(self, path: Path) -> None:
        super().__init__(None)
        self._path = path
        self._start = 0
        self._released = False

    @property
    def can_look_ahead(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        piece = super().read(size)
        if not piece or self._released:
            self.release()
        return piece

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._released = False
        try:
            return super().seek(offset, whence)
        finally:
            if self._released:
                self.release()

    def release(self) -> None:
        self._released = True
        if self._lock.acquire(blocking=False):
            try:
                if self._file is not None:
                    self._file.close()
                self._file = None
            finally:
                self._lock.release()

    def _size(self) -> int:
        return super()._size() if self._file is not None else self._path.stat().st_size

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            self._file = cast("IO[bytes]", _open(self._path))
        return self._file


def _position(file: IO[bytes]) -> int | None:
    try:
        if hasattr(file, "seekable") and not file.seekable():
            return None
        position = file.tell()
        file.seek(position)
    except Exception:  # noqa: BLE001 - an object of the user may raise anything
        return None
    return position
