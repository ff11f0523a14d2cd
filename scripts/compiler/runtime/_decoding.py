"""From an HTTP answer to the result of a call. What fails here says where and why, and quotes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ._model import DecodeError, decode

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class ResponseLike(Protocol):
    """What decoding needs of an HTTP response: httpx's has it."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def content(self) -> bytes: ...


class Decoder(Protocol[T_co]):
    """Makes the result of a call from its response."""

    def __call__(self, response: ResponseLike, /) -> T_co: ...

    def verify(self, response: ResponseLike, /) -> None:
        """Check scalar types too. Raises DecodeError at the first value of another type than documented."""
        ...


class Content:
    """A file as the server gave it."""

    __slots__ = ("content_range", "content_type", "data", "status")

    def __init__(self, data: bytes, content_type: str, content_range: str | None = None, status: int = 200) -> None:
        self.data = data
        self.content_type = content_type
        """Media type, such as ``image/png``; ``application/octet-stream`` when unknown."""
        self.content_range = content_range
        """For a part of a file: which bytes, as in ``bytes 0-99/2048``."""
        self.status = status
        """200 for the whole file, 206 for a part, 304 when it has not changed (no data)."""

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the bytes to a file and return its path. Raises OSError as `open` does."""
        from pathlib import Path

        target = Path(path)
        target.write_bytes(self.data)
        return target

    def __bytes__(self) -> bytes:
        return self.data

    def __len__(self) -> int:
        return len(self.data)

    def __repr__(self) -> str:
        return f"<Content {self.content_type}, {len(self.data)} bytes>"


class JsonDecoder(Generic[T]):
    """Reads a JSON answer. `find` imports what reads it, at the first answer."""

    __slots__ = ("_find", "_load")

    def __init__(self, find: Callable[[], Callable[[Any], T]]) -> None:
        self._find = find
        self._load: Callable[[Any], T] | None = None

    @property
    def load(self) -> Callable[[Any], T]:
        """Reads parsed JSON."""
        if self._load is None:
            self._load = self._find()
        return self._load

    def __call__(self, response: ResponseLike, /) -> T:
        """The decoded answer."""
        return decode(self.load, parse(response))

    def verify(self, response: ResponseLike, /) -> None:
        """Raises DecodeError at the first departure, scalar types included."""
        from ._decode_errors import first_fault

        fault = first_fault(self.load, parse(response))
        if fault is not None:
            raise fault


def parse(response: ResponseLike) -> Any:
    """The JSON of an answer. Raises DecodeError (never with a piece of the body) when it is none."""
    from ._json import loads

    content = response.content
    try:
        return loads(content)
    except (ValueError, RecursionError):  # the second: brackets without end
        pass
    raise DecodeError("$", "expected JSON, found an empty body" if not content else "is not JSON")


class NoContent:
    """For answers without content. Some versions send a small JSON body with them: it is not read."""

    __slots__ = ()

    def __call__(self, response: ResponseLike, /) -> None:
        """Raises DecodeError for a page: it comes from whatever stands before the server, which never heard of it."""
        if response.content and "html" in response.headers.get("content-type", "").lower():
            raise DecodeError("$", "expected no content, found a page")

    def verify(self, response: ResponseLike, /) -> None:
        """Nothing else can be wrong."""


class BinaryDecoder:
    """Takes the bytes of an answer."""

    __slots__ = ()

    def __call__(self, response: ResponseLike, /) -> Content:
        headers = response.headers
        kind = headers.get("content-type", "application/octet-stream")
        return Content(response.content, kind, headers.get("content-range"), response.status_code)

    def verify(self, response: ResponseLike, /) -> None:
        """Nothing can be wrong."""
