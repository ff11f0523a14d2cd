# @generated


from __future__ import annotations

import io
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ._request import FileContent, FileLike, Upload

if TYPE_CHECKING:
    from typing_extensions import Buffer

_FORMS = "a path, bytes, a file opened with 'rb', or (file name, one of these[, content type])"


def upload(argument: str, value: FileLike) -> Upload:
    if not isinstance(value, tuple):
        content = _content(argument, value)
        return (_path(value).name, content) if isinstance(value, str | os.PathLike) else content
    given: tuple[object, ...] = (*value,)
    if len(given) not in (2, 3) or not all(isinstance(part, str) for part in (given[0], *given[2:])):
        raise TypeError(f"{argument} must be {_FORMS}, not this tuple")
    if not (value[-1].isascii() and value[-1].isprintable() if len(value) == 3 else True):  # a line break is a header
        raise ValueError(f"{argument} must have a content type of printable ASCII characters")
    content = _content(argument, value[1])
    return (value[0], content, value[2]) if len(value) == 3 else (value[0], content)


def release(file: Upload) -> None:
    raw = getattr(file[1] if isinstance(file, tuple) else file, "raw", None)
    if isinstance(raw, _PathFile):
        raw.release()


def _content(argument: str, value: FileContent) -> bytes | IO[bytes]:
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value)
    if isinstance(value, str | os.PathLike):
        return _opened_later(argument, _path(value))
    given: object = value
    if isinstance(given, io.TextIOBase):
        raise TypeError(f"{argument} must be {_FORMS}, not a file opened in text mode")
    if not hasattr(given, "read"):
        raise TypeError(f"{argument} must be {_FORMS}, not {type(value).__name__}")
    if getattr(given, "closed", False) is True or (isinstance(given, io.IOBase) and not given.readable()):
        raise ValueError(f"{argument} must be a file that is open for reading")
    return value


def _path(value: str | os.PathLike[str]) -> Path:
    return Path(os.fsdecode(value))


def _opened_later(argument: str, path: Path) -> IO[bytes]:
    if not path.name:
        raise ValueError(f"{argument} must be the path of a file")
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        kind, code, reason = type(error), error.errno, os.strerror(error.errno or 0)
    except ValueError:  # a null character or a lone surrogate; it may hold the path, so it must not become the context
        kind, code, reason = OSError, None, ""
    else:
        return io.BufferedReader(_PathFile(path))
    if code is None:
        raise ValueError(f"{argument} must be a path; it contains a null character or a lone surrogate")
    hint = " (~ is not expanded; content must be bytes)" if kind is FileNotFoundError else ""
    raise kind(code, f"{argument} cannot be read: {reason}{hint}")


class _PathFile(io.RawIOBase):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: io.FileIO | None = None
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        if self._file is None:
            self._file = io.FileIO(self._path)
            self._file.seek(self._position)
        count = self._file.readinto(buffer)
        self._position += count
        if not count:
            self.release()
        return count

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position}
        self._position = offset + (self._path.stat().st_size if whence == os.SEEK_END else start[whence])
        if self._file is not None:
            self._file.seek(self._position)
        return self._position

    def close(self) -> None:
        self.release()
        super().close()

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
