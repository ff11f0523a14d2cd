"""A dict and a set of bounded size. They are not thread-safe by themselves."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from .override import override

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class BoundedDict(OrderedDict[K, V]):
    """A dict that keeps the `limit` entries that were set last.

    Args:
        limit: Maximum number of entries.
        on_evict: Called with each value that is removed because the limit is exceeded.
    """

    def __init__(self, limit: int, on_evict: Callable[[V], object] | None = None) -> None:
        super().__init__()
        self._limit = limit
        self._on_evict = on_evict

    @override
    def __setitem__(self, key: K, value: V) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        while len(self) > self._limit:
            _, evicted = self.popitem(last=False)
            if self._on_evict is not None:
                self._on_evict(evicted)


class BoundedSet(Generic[K]):
    """A set that keeps the `limit` entries that were added last. Adding an entry again does not change its position."""

    __slots__ = ("_entries", "_limit")

    def __init__(self, limit: int, entries: Iterable[K] = ()) -> None:
        self._limit = limit
        self._entries: OrderedDict[K, None] = OrderedDict()
        self.update(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry: K) -> bool:
        return entry in self._entries

    def add(self, entry: K) -> bool:
        """Add an entry. Returns whether it was new."""
        if entry in self._entries:
            return False
        self._entries[entry] = None
        if len(self._entries) > self._limit:
            self._entries.popitem(last=False)
        return True

    def update(self, entries: Iterable[K]) -> None:
        """Add several entries. For thousands of entries this is faster than `add`."""
        self._entries.update(dict.fromkeys(entries))
        while len(self._entries) > self._limit:
            self._entries.popitem(last=False)
