"""Passes items from one thread or task to another. Both versions are written by hand, as in `primitives`."""

from __future__ import annotations

from threading import Condition
from time import monotonic
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from anyio import Event as TaskEvent

T = TypeVar("T")


class Items(Protocol[T]):
    """A queue, such as a deque."""

    def __len__(self) -> int: ...

    def append(self, item: T, /) -> None:
        """Add an item."""

    def popleft(self) -> T:
        """Remove the oldest item, and return it."""
        ...


class MailboxClosed(Exception):
    """No item will come any more."""


class Mailbox(Generic[T]):
    """Passes items from one thread to another. Its end can be an exception."""

    def __init__(self, items: Items[T]) -> None:
        self._items = items
        self._changed = Condition()
        self._end: Exception | None = None

    def put(self, item: T) -> None:
        """Add an item. Ignored after `close`."""
        with self._changed:
            if self._end is None:
                self._items.append(item)
                self._changed.notify_all()

    def close(self, error: Exception | None = None) -> None:
        """End the mailbox after the items in it. Only the first call has an effect."""
        with self._changed:
            self._end = self._end or error or MailboxClosed()
            self._changed.notify_all()

    def get(self, seconds: float | None = None) -> T:
        """Wait for the next item. Raises what the mailbox was closed with, or TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._items) or self._end is not None, seconds):
                raise TimeoutError
            if len(self._items):
                return self._items.popleft()
            assert self._end is not None  # noqa: S101 - for the type checkers
            raise self._end


class AsyncMailbox(Generic[T]):
    """The same between tasks of one event loop."""

    def __init__(self, items: Items[T]) -> None:
        self._items = items
        self._waiting: set[TaskEvent] = set()
        self._end: Exception | None = None

    def _notify(self) -> None:
        for waiting in self._waiting:
            waiting.set()

    def put(self, item: T) -> None:
        """Add an item. Ignored after `close`."""
        if self._end is None:
            self._items.append(item)
            self._notify()

    def close(self, error: Exception | None = None) -> None:
        """End the mailbox after the items in it. Only the first call has an effect."""
        self._end = self._end or error or MailboxClosed()
        self._notify()

    async def get(self, seconds: float | None = None) -> T:
        """Wait for the next item. Raises what the mailbox was closed with, or TimeoutError. A cancelled call takes
        none."""
        from anyio.lowlevel import checkpoint

        await checkpoint()  # other tasks run, also while there are always items
        deadline = None if seconds is None else monotonic() + seconds
        while not len(self._items):
            if self._end is not None:
                raise self._end
            left = None if deadline is None else deadline - monotonic()
            if left is not None and left <= 0:
                raise TimeoutError
            await self._wait(left)
        return self._items.popleft()

    async def _wait(self, seconds: float | None) -> None:
        import anyio

        changed = anyio.Event()
        self._waiting.add(changed)
        try:
            with anyio.move_on_after(seconds):
                await changed.wait()
        finally:
            self._waiting.discard(changed)
