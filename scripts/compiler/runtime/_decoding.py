"""Decodes HTTP responses. Errors say where and why decoding failed, and contain nothing of the response."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ._model import DECODE_ERRORS, DecodeError, as_list, decode, decode_exactly, is_object

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from ._model import Report

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class ResponseLike(Protocol):
    """The attributes of an HTTP response that decoding needs. Those of httpx have them."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def content(self) -> bytes: ...


class _NoItems:
    """The response to a list of which nothing can match."""

    def __init__(self) -> None:
        self.status_code: int = 200
        self.headers: Mapping[str, str] = {"content-type": "application/json"}
        self.content: bytes = b'{"items":[],"hasMore":false}'


NOTHING: ResponseLike = _NoItems()


class Decoder(Protocol[T_co]):
    """Converts a response to the result of a call."""

    def __call__(self, response: ResponseLike, /, report: Report | None = None) -> T_co: ...

    def verify(self, response: ResponseLike, /) -> None:
        """Check scalar types as well. Raises DecodeError for the first value whose type is not as documented."""
        ...


class Content:
    """A file as received from the server."""

    __slots__ = ("content_range", "content_type", "data", "status")

    def __init__(self, data: bytes, content_type: str, content_range: str | None = None, status: int = 200) -> None:
        self.data: bytes = data
        """The bytes of the file; empty for status 304."""
        self.content_type: str = content_type
        """Media type, such as ``image/png``; ``application/octet-stream`` when unknown."""
        self.content_range: str | None = content_range
        """For a part of a file: its range, such as ``bytes 0-99/2048``."""
        self.status: int = status
        """200 for the whole file, 206 for a part, 304 if it has not changed (no data)."""

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the bytes to a file and return its path. After an error, the file has its old content.

        A file that has not changed (status 304) is not written.

        Args:
            path: The file to write. Its folder must exist.

        Raises:
            OSError: as `open` does.
        """
        from pathlib import Path

        from ._saving import replacing

        target = Path(path)
        if self.status != 304:
            with replacing(target) as file:
                file.write(self.data)
        return target

    def __bytes__(self) -> bytes:
        return self.data

    def __len__(self) -> int:
        return len(self.data)

    def __repr__(self) -> str:
        return f"<Content {self.content_type}, {len(self.data)} bytes>"


class _Emptied(list[Any]):
    """A list that is emptied while it is iterated, so that each item is freed when it has been read.

    A page has hundreds of containers then instead of a thousand, so Python's garbage collector, which runs when there
    are 700 new ones, does not run for it."""

    def __iter__(self) -> Iterator[Any]:
        self.reverse()
        return map(self.pop, repeat(-1, len(self)))


class JsonDecoder(Generic[T]):
    """Decodes JSON responses. `find` imports the reader at the first response.

    Args:
        find: Returns the reader.
        items: The JSON name of the list of a page.
    """

    __slots__ = ("_find", "_items", "_load")

    def __init__(self, find: Callable[[], Callable[[Any], T]], items: str | None = None) -> None:
        self._find = find
        self._items = items
        self._load: Callable[[Any], T] | None = None

    @property
    def load(self) -> Callable[[Any], T]:
        """Reads parsed JSON."""
        if self._load is None:
            self._load = self._find()
        return self._load

    def __call__(self, response: ResponseLike, /, report: Report | None = None) -> T:
        """The decoded response. `report` is called for each part of a list's items that cannot be read."""
        data = parse(response)
        if self._items is not None and is_object(data) and data.get(self._items):
            try:
                data[self._items] = _Emptied(as_list(data[self._items]))
                return decode_exactly(self.load, data)
            except DECODE_ERRORS:
                data = parse(response)  # again: the items before the one that failed are gone
        return decode(self.load, data, report)

    def verify(self, response: ResponseLike, /) -> None:
        """Raises DecodeError for the first mismatch, scalar types included."""
        from ._decode_errors import first_fault

        fault = first_fault(self.load, parse(response))
        if fault is not None:
            raise fault


@cache
def _reader() -> Callable[[bytes], Any]:
    """The JSON reader, imported at the first response. An import statement in `parse` would take 1 µs each time."""
    from ._json import loads

    return loads


def parse(response: ResponseLike) -> Any:
    """The JSON of a response. Raises DecodeError, which contains nothing of the body, if it is not JSON."""
    content = response.content
    try:
        return _reader()(content)
    except ValueError:
        pass
    raise DecodeError("$", "expected JSON, found an empty body" if not content else "it is not JSON")


class NoContent:
    """For responses without content, or with ``{"success": true}``.

    Args:
        empty: Whether an empty response with status 200 is documented. It is always accepted with another status.
    """

    __slots__ = ("_empty",)

    def __init__(self, *, empty: bool = False) -> None:
        self._empty = empty

    def __call__(self, response: ResponseLike, /, report: Report | None = None) -> None:
        """Raises DecodeError for a body that does not report success, such as null, a text or a page of a proxy."""
        lenient = self._empty or response.status_code != 200
        if lenient and not response.content:
            return
        body = parse(response)
        if not is_object(body):
            raise DecodeError("$", "expected an object")
        if body.get("success", lenient and not body.get("error")) is not True:
            raise DecodeError("$.success", "expected true")

    def verify(self, response: ResponseLike, /) -> None:
        """There is nothing else to check."""


class BinaryDecoder:
    """For responses that are files."""

    __slots__ = ()

    def __call__(self, response: ResponseLike, /, report: Report | None = None) -> Content:
        headers = response.headers
        kind = headers.get("content-type", "application/octet-stream")
        return Content(response.content, kind, headers.get("content-range"), response.status_code)

    def verify(self, response: ResponseLike, /) -> None:
        """There is nothing to check."""
