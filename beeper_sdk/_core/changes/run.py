"""One iteration over what is new: sweeps, reads of chats, and pauses, as steps of a generator."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from ...errors import APITimeoutError, InternalServerError, NotFoundError, ResponseDecodeError
from ..generated import api, models
from ..util.bounded import BoundedDict
from .change import Gap, MessageAdded
from .chat_book import ChatBook
from .chat_mark import KEPT, ChatMark
from .fingerprints import Fingerprints, key_of, milliseconds
from .inbox import Inbox
from .listing import Listing
from .reader import ChatReader, UnreadableChat
from .requests import Requests
from .schedule import Schedule
from .selection import Selection
from .sent_ids import SentIds
from .steps import Deliver, Steps, Wait
from .unreported import Unreported

if TYPE_CHECKING:
    from ..generated import Json
    from .options import Options
    from .position_data import PositionData

KEPT_TO_COMPARE = 400
"""How many messages of a chat are kept to find edits, deletions and reactions."""
REMEMBERED = 1_000
"""How many messages are kept in memory for `MessageEdited.before`."""
FAILURES = 5
"""After so many failed reads in a row a chat counts as unreadable."""
DAY_MS = 86_400_000
SENDING_PAUSE = 0.05
CHAT_ERRORS = (InternalServerError, APITimeoutError, ResponseDecodeError)
"""Errors that may concern one chat only: the others go on."""


@frozen
class Environment:
    """What a run needs from the client."""

    is_mine: Callable[[models.Message], bool | None]
    is_sending: Callable[[], bool]
    """Whether a send has no response yet."""
    clock: Callable[[], float]
    """Seconds of a clock that is never set."""
    now_ms: Callable[[], int]


class Run:
    """An iteration. `steps` is its generator; events are passed to `receive`."""

    def __init__(self, options: Options, data: PositionData, environment: Environment) -> None:
        self.options: Options = options
        self.meta: dict[str, Json] = dict(data.tables["meta"])
        self.marks: dict[str, ChatMark] = {}
        self._stored_marks = data.tables["chats"]
        self.key: str = str(self.meta.get("key") or os.urandom(8).hex())
        self.prints: Fingerprints = Fingerprints(self.key)
        self.began_ms: int = _integer(self.meta.get("began")) or 0
        self.floor: int | None = _integer(self.meta.get("floor"))
        self.swept_ms: int | None = _integer(self.meta.get("swept"))
        self.now_ms: Callable[[], int] = environment.now_ms
        self.compares: bool = bool(options.include & {"edits", "deletions", "reactions"})
        self.kept: int = KEPT_TO_COMPARE if self.compares else KEPT
        self.schedule: Schedule = Schedule(environment.clock, options.poll_every, options.sweep_every)
        self.inbox: Inbox = Inbox(environment.clock)
        self.selection: Selection = Selection(options, environment.is_mine)
        self.requests: Requests = Requests(patient=not options.until_now)
        self.chats: ChatBook = ChatBook(self.requests, self.selection, by_account=options.by_account)
        self.unreported: Unreported = Unreported()
        self.is_deaf: bool = False
        """Whether the connection for events is open but seems to report nothing."""
        self._is_sending = environment.is_sending
        self._listing = Listing(self)
        self._sent = SentIds(self.requests, self.prints, data.tables["sent"])
        self._messages: BoundedDict[tuple[str, str], models.Message] = BoundedDict(REMEMBERED)
        self._has_swept = False
        self._is_reindexed = False

    def steps(self) -> Steps[None]:
        """What to do, step by step. It ends only with `until_now`."""
        if self.options.by_account or self.options.own != "all":
            self.selection.set_accounts((yield from self.requests.fetch(api.accounts.list())))
        if not self.is_begun:
            yield from self._listing.begin()
            self._has_swept = self.options.start == "now"
        elif self.now_ms() - (_integer(self.meta.get("full")) or 0) < DAY_MS:
            self.schedule.skip_full()
        while not self._is_done:
            if self.schedule.is_due and not (self.options.until_now and self._has_swept):
                yield from self._sweep()
            elif (chat_id := self.inbox.next()) is not None:
                yield from self._read(chat_id)
            elif (chat_id := self.inbox.next_chat()) is not None:
                yield from self._read_chat_itself(chat_id)
            else:
                left = self.inbox.seconds_left
                yield Wait(min(self.schedule.seconds_left, self.schedule.seconds_left if left is None else left))

    @property
    def is_begun(self) -> bool:
        """Whether the position has a beginning."""
        return bool(self.meta)

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
        except CHAT_ERRORS:
            if self.options.until_now:
                raise
            self.schedule.swept(full=False)
        else:
            self._has_swept = True
            self.inbox.add_next_deep()

    def _read(self, chat_id: str) -> Steps[None]:
        """Read what is new in a chat."""
        if self.options.own == "elsewhere" and self._is_sending():
            # Its message may be listed before its response is received, which says that this client sent it.
            self.inbox.postpone(chat_id, SENDING_PAUSE)
            return
        try:
            chat = yield from self.chats.find(chat_id)
            if chat is None:
                self.inbox.take_named(chat_id)
                return
            yield from ChatReader(self, chat, chat_id, self.mark(chat_id)).read()
        except NotFoundError:  # the chat was deleted
            return
        except (*CHAT_ERRORS, UnreadableChat):
            if self.inbox.failed(chat_id) == FAILURES:
                yield Deliver(Gap((chat_id,), "unreadable"), [])
            return
        self.inbox.read(chat_id)

    def _read_chat_itself(self, chat_id: str) -> Steps[None]:
        """Read a chat that an event named: it is new, or what is shown of it was changed."""
        was_listed = self.chats.is_listed(chat_id)
        try:
            chat = yield from self.requests.fetch(api.chats.retrieve(chat_id))
        except (NotFoundError, ValueError, *CHAT_ERRORS):
            return
        if chat.merged_into_chat_id is None:
            self.chats.observe(chat)
            yield from self._listing.check_chat(chat)
        if not was_listed:
            for message_chat in self.chats.message_chats(chat):
                self.inbox.add(message_chat)

    def mark(self, chat_id: str) -> ChatMark:
        """What is known of a chat."""
        mark = self.marks.get(chat_id)
        if mark is None:
            stored = self._stored_marks.get(chat_id)
            mark = ChatMark(self.floor) if stored is None else ChatMark.from_json(stored)
            self.marks[chat_id] = mark
        return mark

    def added(self, row: models.Message, chat: models.Chat) -> Steps[MessageAdded | None]:
        """The change that a new message is; None if it is not delivered."""
        if not self.selection.is_content(row):
            return None
        if self.options.own == "none" and self.selection.is_mine(row):
            return None
        if (
            self.options.own == "elsewhere"
            and self.selection.is_mine(row)
            and (yield from self._sent.is_sent_here(row))
        ):
            return None
        return MessageAdded(row, chat)

    def reindexed(self) -> Steps[None]:
        """Known messages have other IDs. All chats are read again, once; messages are recognised by their contents."""
        if self._is_reindexed:
            return
        self._is_reindexed = True
        self.schedule.request(full=True)
        yield Deliver(Gap(tuple(self._stored_marks.keys() | self.marks.keys()), "reindexed"), [])

    @property
    def window_ms(self) -> int:
        """The time from which on messages are recent enough to look for edits, deletions and reactions."""
        return self.now_ms() - round(self.options.reconcile.total_seconds() * 1000)

    def is_in_window(self, row: models.Message) -> bool:
        """Whether a message is recent enough for that."""
        moment = milliseconds(row.timestamp)
        return moment is not None and moment >= self.window_ms

    def remember(self, row: models.Message) -> None:
        """Keep a message in memory."""
        self._messages[row.chat_id, key_of(row)] = row

    def recall(self, row: models.Message) -> models.Message | None:
        """A message as it was."""
        return self._messages.get((row.chat_id, key_of(row)))


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
