"""The part of a client that follows what is new: events as they arrive, changes since a position, and handlers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar, overload

from .resource_client import AsyncResourceClient

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .._core.bots.handlers import MessageHandler, OnError, OnGap
    from .._core.changes.options import Include, Own, Start
    from .._core.changes.store import PositionLike
    from .._core.events.subscription import SubscribedChats
    from .._core.generated import ItemsOf, models
    from .bots.bot import AsyncBot
    from .changes.changes import AsyncChanges
    from .events.stream import AsyncEvents


H = TypeVar("H", bound="MessageHandler")


class AsyncNewsClient(AsyncResourceClient):
    """A client with `events`, `changes` and handlers of messages."""

    _bot: AsyncBot | None = None

    def events(self, chats: SubscribedChats = "*", *, app_state: bool = False, fetch: bool = True) -> AsyncEvents:
        """Events of what changes: ``async with beeper.events() as events: async for event in events: ...``.

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
        from .events.stream import AsyncEvents

        return AsyncEvents(self._engine, chats, app_state=app_state, fetch=fetch)

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
    ) -> AsyncChanges:
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
            sweep_every: Seconds between two polls with events, which find what events do not report, 0.05 to 86,400.

        Raises:
            ValueError, TypeError: an argument is invalid.
            PositionInUse: when iterating: another iteration or process uses the position.
            APIError: when iterating: for example, the token is no longer valid. While the app is closed, the iteration
                waits.
        """
        from .._core.changes.options import check_options
        from .._core.changes.store import check_position
        from .changes.changes import AsyncChanges

        check_position(position)
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
        return AsyncChanges(self._engine, position, options)

    @overload
    def on_message(self, handler: H, /) -> H: ...
    @overload
    def on_message(
        self,
        handler: None = None,
        /,
        *,
        chats: str | models.Chat | ItemsOf[str | models.Chat] | None = None,
        accounts: str | ItemsOf[str] | None = None,
        networks: str | ItemsOf[str] | None = None,
        own: Own = "none",
    ) -> Callable[[H], H]: ...
    def on_message(
        self,
        handler: H | None = None,
        /,
        *,
        chats: str | models.Chat | ItemsOf[str | models.Chat] | None = None,
        accounts: str | ItemsOf[str] | None = None,
        networks: str | ItemsOf[str] | None = None,
        own: Own = "none",
    ) -> H | Callable[[H], H]:
        """Register a function for new messages of others: ``@beeper.on_message(chats=[...])``, then `run_forever`.

        The function is called with the message, or with the message and its chat if it has two parameters (without a
        default). It is returned unchanged. Reactions and notices are not passed to it. Handlers belong to this client,
        and not to copies made by `with_options`.

        Args:
            handler: The function, if no other argument is given: ``@beeper.on_message``.
            chats: Only messages in these chats: as in `changes`, like ``accounts`` and ``networks``.
            accounts: Only messages of these accounts.
            networks: Only messages of these networks.
            own: Your own messages: ``none``; ``elsewhere``, those that were not sent by clients of the position; or
                ``all``. A bot that replies to ``all`` replies to itself.

        Raises:
            ValueError, TypeError: an argument is invalid, or the function has other parameters. Handlers of one client
                cannot mix ``all`` and ``elsewhere``.
            RuntimeError: `run_forever` is running.
        """
        from .._core.bots.handlers import stream_options

        options = stream_options(chats=chats, accounts=accounts, networks=networks, own=own)
        bot = self._make_bot()

        def register(handler: H) -> H:
            bot.add(handler, options)
            return handler

        return register if handler is None else register(handler)

    async def run_forever(
        self,
        position: PositionLike | None = None,
        *,
        start: Start = "now",
        on_error: OnError | None = None,
        on_gap: OnGap | None = None,
        live: bool = True,
        poll_every: float = 5.0,
        sweep_every: float = 60.0,
    ) -> None:
        """Pass new messages to the handlers of `on_message`, until `stop`, SIGINT (Ctrl-C) or SIGTERM.

        The handlers of a message are called one after the other, in the order in which they were registered; then the
        position is saved, and the next message follows. If a handler raises an exception, this method raises it, and
        the position is not saved: the message is passed to all its handlers again by the next run.

        After the first signal or `stop`, the handler that is running goes on to its end, the position is saved, and
        this method returns. A second signal has its usual effect: Ctrl-C raises KeyboardInterrupt at once. Signals are
        received only in the main thread, and their handlers are restored at the end.

        Args:
            position: As in `changes`. Without one, a run misses the messages that arrived before it, which is logged as
                a warning.
            start: Where a new position begins: ``now``, ``all``, or a datetime with a time zone.
            on_error: Called with an exception of a handler and the `MessageAdded`. If it returns, the message counts as
                processed, and the run goes on.
            on_gap: Called with each `Gap`: messages may have been missed. Otherwise it is logged as a warning.
            live: As in `changes`, like ``poll_every`` and ``sweep_every``.
            poll_every: Seconds between two polls without events, 0.05 to 86,400.
            sweep_every: Seconds between two polls with events, 0.05 to 86,400.

        Raises:
            ValueError, TypeError: an argument is invalid.
            RuntimeError: there are no handlers, or a run of this client is in progress.
            PositionInUse: another iteration or process uses the position.
            APIError: for example, the token is no longer valid. While the app is closed, this method waits.
        """
        from .._core.bots.handlers import Running, check_function, stream_options

        check_function("on_error", on_error)
        check_function("on_gap", on_gap)
        options = stream_options(start=start, live=live, poll_every=poll_every, sweep_every=sweep_every)
        await self._make_bot().run(position, Running(options, on_error, on_gap))

    def stop(self) -> None:
        """End `run_forever` of this client after the handler that is running. No effect if it does not run.

        Can be called in handlers, and in other tasks and threads. A run that waits ends within 0.25 seconds, or after
        the request in progress.
        """
        if self._bot is not None:
            self._bot.stop()

    def _make_bot(self) -> AsyncBot:
        if self._bot is None:
            from .bots.bot import AsyncBot

            self._bot = AsyncBot(self._engine)
        return self._bot
