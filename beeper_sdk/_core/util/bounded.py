"""`Latest` and `Recently`: a mapping and a set of bounded size. Not safe across threads by themselves."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Latest(Generic[K, V]):
    """A mapping that keeps only the entries put last, so many of them."""

    __slots__ = ("_entries", "_most")

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: K) -> bool:
        return key in self._entries

    def get(self, key: K) -> V | None:
        """The entry; None when there is none, or none any more."""
        return self._entries.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep an entry; when there are too many, the one put first goes."""
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def keep(self, wanted: Callable[[K, V], bool]) -> None:
        """Drop the entries that are not wanted."""
        self._entries = OrderedDict((key, value) for key, value in self._entries.items() if wanted(key, value))

    def items(self) -> list[tuple[K, V]]:
        """All entries with their keys, the one put first first."""
        return list(self._entries.items())

    def values(self) -> list[V]:
        """All entries, the one put last first."""
        return list(reversed(self._entries.values()))


class Recently(Generic[K]):
    """A set that keeps at least the last half of so many entries; cheap to add to by the thousand."""

    __slots__ = ("_new", "_old", "_room")

    def __init__(self, most: int) -> None:
        self._room = most // 2
        self._new: set[K] = set()
        self._old: set[K] = set()

    def __len__(self) -> int:
        return len(self._new) + len(self._old)

    def __contains__(self, entry: K) -> bool:
        return entry in self._new or entry in self._old

    def update(self, entries: set[K]) -> None:
        """Keep entries; when there are too many, those added first go."""
        if len(entries) > self._room:
            entries = set(list(entries)[: self._room])
        if len(self._new) + len(entries) > self._room:
            self._old, self._new = self._new, set()
        self._new |= entries
