# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.background import uncancelled
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

    from ..engine.sender import RequestSender
    from .reader import Reader


class Events:
    """A stream of events. Enter it once, with ``with``, and iterate over it in one task.

    Entering it connects and subscribes: changes from then on have events. The block ends the connection.
    """

    def __init__(self, engine: RequestSender, chats: SubscribedChats, *, app_state: bool, fetch: bool) -> None:
        from .opener import Opener  # raises ModuleNotFoundError without the extra

        check_flags(fetch=fetch)
        self._opener = Opener
        self._engine = engine
        self._subscription = read_subscription(chats, app_state)
        self._fetch = fetch
        self._timing: Timing = STANDARD
        self._reader: Reader | None = None
        self._next: Event | None = None
        self._next_is_complete = False

    def __enter__(self) -> Self:
        if self._reader is not None:
            raise RuntimeError("a stream of events can be entered once; call beeper.events() again")
        from .reader import Reader

        opener = self._opener(self._engine, self._timing)
        try:
            connection = opener.open(self._subscription)
            self._reader = Reader(opener, connection, self._subscription, self._timing)
            self._reader.start()
        except BaseException:
            uncancelled(opener.close)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._entered().end()

    def _entered(self) -> Reader:
        if self._reader is None:
            raise RuntimeError("a stream of events must be entered first: with beeper.events() as events: ...")
        return self._reader

    def __iter__(self) -> Self:
        self._entered()
        return self

    def __next__(self) -> Event:
        """The next event. Waits for it as long as necessary.

        Raises:
            AuthenticationError, PermissionDeniedError: the server does not accept the token any more.
            NotSupportedByServer: the app was replaced by one without events.
            SubscriptionRejected: the server did not accept the subscription again after a reconnection.
            ClientClosed: the client was closed.
        """
        if self._next is None:
            try:
                event = self._entered().events.get()
            except MailboxClosed:
                raise StopIteration from None
            self._next, self._next_is_complete = event, False
        event = self._next
        if self._fetch and not self._next_is_complete and is_upsert(event):
            is_complete = fetch_entries(self._engine, event)
            self._next_is_complete = True
            if not is_complete:
                return Interrupted("entries")
        self._next = None
        return event

    def subscribe(self, chats: SubscribedChats = ALL_CHATS, *, app_state: bool = False) -> None:
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
            reader.subscribe(subscription)
        except MailboxClosed:
            raise RuntimeError("the stream of events has ended") from None

    def close(self) -> None:
        """End the stream: iterating ends after the events that were already received. Can be called by any task."""
        if self._reader is not None:
            self._reader.stop()

    @override
    def __repr__(self) -> str:
        return f"<Events, {'not entered' if self._reader is None else 'entered'}>"
