"""One iteration over what is new: sweeps, reads of chats, and pauses, as steps of a generator."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...errors import (
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    InternalServerError,
    MissingScope,
    NotFoundError,
    RateLimitError,
    ResponseDecodeError,
)
from ..generated import api
from ..util.log import WARNING, log
from .change import Gap
from .listing import Listing
from .reader import ChatReader, UnreadableChat
from .run_state import DAY_MS, Environment, RunState, integer
from .steps import Deliver, Steps, Wait

if TYPE_CHECKING:
    from .options import Options
    from .position_data import PositionData

FAILURES = 5
"""After so many failed reads in a row a chat counts as unreadable."""
SENDING_PAUSE = 0.05
CHAT_ERRORS = (InternalServerError, APITimeoutError, ResponseDecodeError)
"""Errors that may concern one chat only: the others go on."""
ALL_CHATS_ERRORS = (AuthenticationError, MissingScope, RateLimitError)
"""Errors that concern all chats."""


class Run(RunState):
    """An iteration. `steps` is its generator; events are passed to `receive`."""

    def __init__(self, options: Options, data: PositionData, environment: Environment) -> None:
        super().__init__(options, data, environment)
        self._listing = Listing(self)
        self._has_swept = False
        self._failed_sweeps = 0

    def steps(self) -> Steps[None]:
        """What to do, step by step. It ends only with `until_now`."""
        if self.options.by_account or self.options.own != "all":
            self.selection.set_accounts((yield from self.requests.fetch(api.accounts.list())))
        if not self.is_begun:
            # To find edits, deletions and reactions, more must be known than the last message of each chat.
            self.is_preparing = self.compares
            yield from self._listing.begin()
            self._has_swept = self.options.start == "now" and not self.compares
            if not self._has_swept:
                self.schedule.request()
        elif self.now_ms() - (integer(self.meta.get("full")) or 0) < DAY_MS:  # older: list all chats again
            self.schedule.skip_full()
        while not self._is_done:
            if self._sweeps and self.schedule.is_due:
                yield from self._sweep()
            elif (chat_id := self.inbox.next()) is not None:
                yield from self._read(chat_id)
            elif (chat_id := self.inbox.next_chat()) is not None:
                yield from self._read_chat_itself(chat_id)
            else:
                yield from self._save_sweep()
                self.is_preparing = False
                yield Wait(self._seconds_left)
        self.is_preparing = False
        yield from self._save_sweep()

    @property
    def _seconds_left(self) -> float:
        """Seconds until there is something to do."""
        sweep = self.schedule.seconds_left if self._sweeps else None
        return min((left for left in (sweep, self.inbox.seconds_left) if left is not None), default=0.0)

    @property
    def _sweeps(self) -> bool:
        """Whether chats are listed again: with `until_now`, they are listed once."""
        return not (self.options.until_now and self._has_swept)

    def _save_sweep(self) -> Steps[None]:
        if self.inbox.is_empty:
            self.is_reindexed = False
            yield from self._listing.save()

    @property
    def _is_done(self) -> bool:
        return self.options.until_now and self._has_swept and self.inbox.is_done(FAILURES)

    def receive(self, kind: str, chat_id: str, ids: Iterable[str]) -> None:
        """Note an event: something was changed in a chat. What it is is read."""
        self.unreported.reported(chat_id)
        if kind == "message.upserted":
            mark = self.mark(chat_id)
            names = [name for name in ids if self.compares or name not in mark.recent]
            if names:
                self.inbox.add(chat_id, names if self.compares else ())
        elif kind == "message.deleted" and self.compares:
            self.inbox.add(chat_id, ids)
        elif kind == "chat.upserted" and ("chats" in self.options.include or not self.chats.is_listed(chat_id)):
            self.inbox.add_chat(chat_id)

    def interrupted(self) -> None:
        """Events may have been missed: everything that changed since the last sweep is found by another one."""
        self.schedule.request()

    def _sweep(self) -> Steps[None]:
        full, self.is_deaf = self.schedule.is_full_due, self.schedule.has_events and self.unreported.take()
        try:
            yield from self._listing.sweep(full=full)
        except CHAT_ERRORS as error:
            if self.options.until_now:
                raise
            self.schedule.swept(full=False)
            self._failed_sweeps += 1
            if self._failed_sweeps == FAILURES:
                log(WARNING, "changes: the chats cannot be listed (%s); trying again", type(error).__name__)
        else:
            self._has_swept, self._failed_sweeps = True, 0
            self.inbox.add_next_with_older()

    def _read(self, chat_id: str) -> Steps[None]:
        """Read what is new in a chat."""
        if self.options.own == "elsewhere" and self.is_sending():
            # Its message may be listed before its response is received, which says that this client sent it.
            self.inbox.postpone(chat_id, SENDING_PAUSE)
            return
        try:
            chat = yield from self.chats.find(chat_id)
            if chat is None:
                self.inbox.take_named(chat_id)
                return
            yield from ChatReader(self, chat, chat_id, self.mark(chat_id)).read()
        except NotFoundError:
            if (yield from self._exists(chat_id)):
                yield from self._failed(chat_id)
        except ALL_CHATS_ERRORS:
            raise
        except (*CHAT_ERRORS, APIStatusError, UnreadableChat):
            yield from self._failed(chat_id)
        else:
            self.inbox.read(chat_id)

    def _failed(self, chat_id: str) -> Steps[None]:
        if self.inbox.failed(chat_id) == FAILURES:
            yield Deliver(Gap((chat_id,), "unreadable"), [])

    def _exists(self, chat_id: str) -> Steps[bool]:
        """Whether a chat that was not found is there all the same: one 404 does not prove that it was deleted."""
        try:
            yield from self.requests.fetch(api.chats.retrieve(chat_id))
        except NotFoundError:
            return False
        except CHAT_ERRORS:
            return True
        return True

    def _read_chat_itself(self, chat_id: str) -> Steps[None]:
        """Read a chat that an event named: it is new, or what is shown of it was changed."""
        was_listed = self.chats.is_listed(chat_id)
        try:
            chat = yield from self.requests.fetch(api.chats.retrieve(chat_id))
        except (NotFoundError, ValueError):
            return
        except CHAT_ERRORS:
            self.schedule.request()  # the list shows what was changed, too
            return
        if chat.merged_into_chat_id is None:
            self.chats.observe(chat)
            yield from self._listing.check_chat(chat)
        if not was_listed:
            for message_chat in self.chats.message_chats(chat):
                self.inbox.add(message_chat)
