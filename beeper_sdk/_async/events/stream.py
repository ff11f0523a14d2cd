"""The stream of events that programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.background import async_uncancelled
from ..._core.concurrency.mailbox import MailboxClosed
from ..._core.events.entries import is_upsert
from ..._core.events.subscription import ALL_CHATS, SubscribedChats, read_subscription
from ..._core.events.timing import STANDARD, Timing
from ..._core.events.values import Event, Interrupted
from ..._core.util.override import override
from ..._core.util.validation import check_flags
from .entries import fetch_entries

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..engine.sender import AsyncRequestSender
    from .reader import AsyncReader


class AsyncEvents:
    """A stream of events. Enter it once, with ``async with``, and iterate over it in one task.

    Entering it connects and subscribes: changes from then on have events. The block ends the connection.
    """

    def __init__(self, engine: AsyncRequestSender, chats: SubscribedChats, *, app_state: bool, fetch: bool) -> None:
        from .opener import AsyncOpener  # raises ModuleNotFoundError without the extra

        check_flags(fetch=fetch)
        self._opener = AsyncOpener
        self._engine = engine
        self._subscription = read_subscription(chats, app_state)
        self._fetch = fetch
        self._timing: Timing = STANDARD
        self._reader: AsyncReader | None = None
        self._next: Event | None = None
        """The event that is returned next; it stays here if fetching its entries fails or is cancelled."""
        self._next_is_complete = False

    async def __aenter__(self) -> Self:
        if self._reader is not None:
            raise RuntimeError("a stream of events can be entered once; call beeper.events() again")
        from .reader import AsyncReader

        opener = self._opener(self._engine, self._timing)
        try:
            connection = await opener.open(self._subscription)
            self._reader = AsyncReader(opener, connection, self._subscription, self._timing)
            await self._reader.start()
        except BaseException:
            await async_uncancelled(opener.close)
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._entered().end()

    def _entered(self) -> AsyncReader:
        if self._reader is None:
            raise RuntimeError("a stream of events must be entered first: async with beeper.events() as events: ...")
        return self._reader

    def __aiter__(self) -> Self:
        self._entered()
        return self

    async def __anext__(self) -> Event:
        """The next event. Waits for it as long as necessary.

        Raises:
            AuthenticationError, PermissionDeniedError: the server does not accept the token any more.
            NotSupportedByServer: the app was replaced by one without events.
            SubscriptionRejected: the server did not accept the subscription again after a reconnection.
            ClientClosed: the client was closed.
        """
        if self._next is None:
            try:
                event = await self._entered().events.get()
            except MailboxClosed:
                raise StopAsyncIteration from None
            self._next, self._next_is_complete = event, False
        event = self._next
        if self._fetch and not self._next_is_complete and is_upsert(event):
            is_complete = await fetch_entries(self._engine, event)
            self._next_is_complete = True
            if not is_complete:
                return Interrupted("entries")
        self._next = None
        return event

    async def subscribe(self, chats: SubscribedChats = ALL_CHATS, *, app_state: bool = False) -> None:
        """Replace the subscription, and wait until the server has confirmed it; while the app is closed, until it runs
        again. An `Interrupted` in the stream shows where the new subscription begins.

        Args:
            chats: As in `events`.
            app_state: As in `events`.

        Raises:
            SubscriptionRejected: the server does not accept it. The one before remains.
            NotSupportedByServer: the app is older than 4.3.0, and `app_state` is true.
        """
        reader, subscription = self._entered(), read_subscription(chats, app_state)
        try:
            await reader.subscribe(subscription)
        except MailboxClosed:
            raise RuntimeError("the stream of events has ended") from None

    async def close(self) -> None:
        """End the stream: iterating ends after the events that were already received. Can be called by any task."""
        if self._reader is not None:
            self._reader.stop()

    @override
    def __repr__(self) -> str:
        return f"<AsyncEvents, {'not entered' if self._reader is None else 'entered'}>"
