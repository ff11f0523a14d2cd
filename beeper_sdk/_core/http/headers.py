"""The headers of a response, as received."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar, overload

from ..util.override import override

T = TypeVar("T")


class Headers(Mapping[str, str]):
    """Headers of a response. Lookup ignores case; the values of a repeated name are joined with ", ".

    Nothing is decoded before it is looked up: most calls read one or two headers of ten. The encoding is that of
    `httpx.Headers`: UTF-8 if all headers are valid in it, otherwise Latin-1.
    """

    __slots__ = ("_index", "_pairs")

    def __init__(self, pairs: Collection[tuple[bytes, bytes]], index: dict[bytes, bytes] | None = None) -> None:
        """`index` has the same by names in lower case, if none is repeated."""
        self._pairs = pairs
        self._index = index

    def by_name(self) -> dict[bytes, bytes]:
        """The undecoded values, by names in lower case."""
        if self._index is None:
            self._index = {name.lower(): value for name, value in self._pairs}
            if len(self._index) != len(self._pairs):
                self._index = {name: b", ".join(self._values(name)) for name in self._index}
        return self._index

    @override
    def __getitem__(self, name: str) -> str:
        return self._decoded(self.by_name()[_key(name)])

    @overload
    def get(self, key: str, /) -> str | None: ...
    @overload
    def get(self, key: str, /, default: str | T) -> str | T: ...
    @override
    def get(self, key: str, /, default: str | T | None = None) -> str | T | None:
        # That of Mapping raises and catches KeyError, which takes three times as long.
        value = self.by_name().get(_key(key))
        return default if value is None else self._decoded(value)

    def get_list(self, name: str) -> list[str]:
        """The values of a header, one for each time it was received."""
        return [self._decoded(value) for value in self._values(_key(name))]

    @override
    def __iter__(self) -> Iterator[str]:
        return map(self._decoded, self.by_name())

    @override
    def __len__(self) -> int:
        return len(self.by_name())

    @override
    def __repr__(self) -> str:
        # Values can be private, and names are the server's choice too.
        return f"<Headers: {len(self)}>"

    @override
    def __reduce__(self) -> tuple[type[Headers], tuple[list[tuple[bytes, bytes]]]]:
        return Headers, (list(self._pairs),)

    def _values(self, key: bytes) -> list[bytes]:
        return [value for name, value in self._pairs if name.lower() == key]

    def _decoded(self, value: bytes) -> str:
        if value.isascii():
            return value.decode("ascii")
        try:
            b"\n".join(part for pair in self._pairs for part in pair).decode()
        except UnicodeDecodeError:
            return value.decode("latin-1")
        return value.decode()


def _key(name: str) -> bytes:
    return name.lower().encode("ascii", "replace")  # "?" occurs in no name
