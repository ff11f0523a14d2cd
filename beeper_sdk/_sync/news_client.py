# @generated


from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .base_client import BaseClient

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._core.changes.options import Include, Own, Start
    from .._core.changes.store import PositionLike
    from .._core.events.subscription import SubscribedChats
    from .._core.generated import ItemsOf, models
    from .changes.changes import Changes
    from .events.stream import Events


class NewsClient(BaseClient):
    """A client with `events` and `changes`."""

    def events(self, chats: SubscribedChats = "*", *, app_state: bool = False, fetch: bool = True) -> Events:
        """Events of what changes: ``with beeper.events() as events: for event in events: ...``.

        Entering the block connects and subscribes. A lost connection is opened again; an `Interrupted` then says that
        events may have been missed. `beeper_sdk.events` has the classes of events. Requires ``beeper-sdk[events]``.

        Args:
            chats: ``*`` for all chats; a chat or its ID, or several of them; an empty list for none.
            app_state: Also report the setup state of the app and verifications (app 4.3.0).
            fetch: Request the chats and messages that upserts lack, when an event is read. False leaves them out.

        Raises:
            ValueError, TypeError: an argument is invalid.
            ModuleNotFoundError: the extra is not installed.
            APIError: when the block is entered: the connection cannot be opened.
            NotSupportedByServer: when the block is entered: the app is older than 4.2.557.
            SubscriptionRejected: when the block is entered: a chat does not exist.
        """
        from .events.stream import Events

        return Events(self._engine, chats, app_state=app_state, fetch=fetch)

    def changes(
        self,
        position: PositionLike,
        *,
        start: Start = "now",
        chats: str | models.Chat | ItemsOf[str | models.Chat] | None = None,
        accounts: str | ItemsOf[str] | None = None,
        networks: str | ItemsOf[str] | None = None,
        include: Iterable[Include] = (),
        own: Own = "all",
        reconcile: timedelta = timedelta(days=2),
        live: bool = True,
        poll_every: float = 5.0,
        sweep_every: float = 60.0,
    ) -> Changes:
        """What is new, complete and in the order of each chat: ``for change in beeper.changes("position.json"): ...``.

        The position is kept: the next iteration, also of another process, goes on where this one has processed
        everything. Asking for the next change says that the one before was processed. `beeper_sdk.changes` has the
        classes of changes and positions.

        Args:
            position: A path, a `Position`, a `SqlitePosition`, or a store of your own. Only one iteration can use it at
                a time.
            start: Where a new position begins: ``now``, ``all``, or a datetime with a time zone. It has no effect on a
                position that was used before.
            chats: Only these chats: a chat, its ID, or a list of them.
            accounts: Only chats of these accounts: IDs. Of a merged chat, the members that fit stand for themselves.
            networks: The same with names of networks, such as ``WhatsApp``.
            include: What to deliver in addition to new messages: ``edits``, ``deletions``, ``reactions``, ``chats``.
            own: Your own messages: ``all``; ``elsewhere``, those that were not sent by clients of this position; or
                ``none``.
            reconcile: How old a message may be whose edits, deletions and reactions are found.
            live: Whether to use events, so that changes are found within milliseconds. Requires
                ``beeper-sdk[events]`` and app 4.2.557; otherwise the chats are polled.
            poll_every: Seconds between two polls without events, 0.05 to 86,400.
            sweep_every: Seconds between two polls with events, which find what events do not report.

        Raises:
            ValueError, TypeError: an argument is invalid.
            PositionInUse: when iterating: another iteration or process uses the position.
            APIError: when iterating: for example, the token is no longer valid. While the app is closed, the iteration
                waits.
        """
        from .._core.changes.options import check_options
        from .changes.changes import Changes

        options = check_options(
            chats=chats,
            accounts=accounts,
            networks=networks,
            include=include,
            own=own,
            start=start,
            reconcile=reconcile,
            live=live,
            poll_every=poll_every,
            sweep_every=sweep_every,
        )
        return Changes(self._engine, position, options)
