"""A client that follows what is new, sync or async, with one blocking interface."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from threading import Thread
from types import TracebackType
from typing import Any, Self

from anyio.from_thread import start_blocking_portal

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy
from beeper_sdk.changes import Change, MessageAdded
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import Kind


class Follower:
    """Runs `changes` of either client."""

    def __init__(self, kind: Kind, fake: FakeBeeper, position: Any, **options: Any) -> None:
        self.kind, self.fake, self.position = kind, fake, position
        self._options: dict[str, Any] = {"retry": RetryPolicy(attempts=1), **options}
        self._stack = ExitStack()
        self._portal: Any = None

    def __enter__(self) -> Self:
        arguments: dict[str, Any] = {"base_url": self.fake.url, **self._options}
        if self.kind == "sync":
            self.client: Any = self._stack.enter_context(Beeper(self.fake.token, **arguments))
        else:
            self._portal = self._stack.enter_context(start_blocking_portal(self.kind))
            client = AsyncBeeper(self.fake.token, **arguments)
            self.client = self._stack.enter_context(self._portal.wrap_async_context_manager(client))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def call(self, function: Any, *arguments: Any, **keywords: Any) -> Any:
        """The result of a function, awaited if it is async."""
        if self._portal is None:
            return function(*arguments, **keywords)

        async def call() -> Any:
            result = function(*arguments, **keywords)
            return await result if hasattr(result, "__await__") else result

        return self._portal.call(call)

    def changes(self, **options: Any) -> Opened:
        """What `beeper.changes` returns."""
        return Opened(self, self.client.changes(self.position, **options))

    def changes_until_now(self, **options: Any) -> Opened:
        """The same until now."""
        return Opened(self, self.client.changes(self.position, **options).until_now())

    def news(self, **options: Any) -> list[Change]:
        """All that is new now. It is committed."""
        return self.changes(**options).until_now()

    def texts(self, **options: Any) -> list[str]:
        """The texts of new messages now. Nothing else may be new."""
        return texts(self.news(**options))

    @contextmanager
    def begun(self, **options: Any) -> Generator[Opened]:
        """An iteration whose position begins now."""
        opened = self.changes(**options)
        with self.context(opened):
            yield opened

    def context(self, opened: Opened) -> Any:
        """A block with an iteration."""
        changes = opened.changes
        return changes if self._portal is None else self._portal.wrap_async_context_manager(changes)


class Opened:
    """An iteration."""

    def __init__(self, follower: Follower, changes: Any) -> None:
        self._follower, self.changes = follower, changes

    def next(self) -> Change:
        name = "__next__" if self._follower.kind == "sync" else "__anext__"
        found: Change = self._follower.call(getattr(self.changes, name))
        return found

    def next_within(self, seconds: float) -> Change:
        """The next change. Raises TimeoutError, because a test would wait for ever for a change that is missed."""
        return self.next_soon().result(seconds)

    def next_soon(self) -> Future[Change]:
        """The next change, which a thread waits for."""
        found: Future[Change] = Future()
        Thread(target=lambda: _settle(found, self.next), daemon=True).start()
        return found

    def take(self, count: int) -> list[Change]:
        return [self.next() for _ in range(count)]

    def until_now(self) -> list[Change]:
        return self._all(self.changes.until_now())

    def _all(self, iterator: Any) -> list[Any]:
        if self._follower.kind == "sync":
            return list(iterator)

        async def collect() -> list[Any]:
            return [item async for item in iterator]

        found: list[Any] = self._follower.call(collect)
        return found

    def commit(self) -> None:
        self.changes.commit()

    def close(self) -> None:
        self._follower.call(self.changes.close)


def _settle(found: Future[Change], function: Callable[[], Change]) -> None:
    try:
        found.set_result(function())
    except BaseException as error:  # noqa: BLE001 - it is raised in the other thread
        found.set_exception(error)


def added(changes: Sequence[Change]) -> list[MessageAdded]:
    """Changes that must all be new messages."""
    found = [change for change in changes if isinstance(change, MessageAdded)]
    assert len(found) == len(changes), changes
    return found


def texts(changes: Sequence[Change]) -> list[str]:
    """The texts of changes that must all be new messages."""
    return [change.message.text or "" for change in added(changes)]


def change_rows(fake: FakeBeeper, chat_id: str, change: Callable[[list[Any]], object]) -> None:
    """Change the messages that the app has, as no person and no network does it."""

    def act(room: Any) -> None:
        change(room.messages)
        room.index_rows()

    fake.world.change(lambda world: act(world.rooms[chat_id]))
