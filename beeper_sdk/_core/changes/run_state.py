"""The state of one run, shared by the parts that read chats, list them, and compare messages."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

from ..util.bounded import BoundedDict
from .change import Gap, MessageAdded
from .chat_book import ChatBook
from .chat_mark import KEPT, ChatMark
from .fingerprints import Fingerprints, key_of, milliseconds
from .inbox import Inbox
from .requests import Requests
from .schedule import Schedule
from .selection import Selection
from .sent_ids import SentIds
from .steps import Deliver, Steps
from .unreported import Unreported

if TYPE_CHECKING:
    from ..generated import Json, models
    from .options import Options
    from .position_data import PositionData

DAY_MS = 86_400_000
KEPT_TO_COMPARE = 400
"""How many messages of a chat are kept to find edits, deletions and reactions."""
REMEMBERED = 1_000
"""How many messages are kept in memory for `MessageEdited.before`."""


@frozen
class Environment:
    """What a run needs from the client."""

    is_mine: Callable[[models.Message], bool | None]
    is_sending: Callable[[], bool]
    """Whether a send has no response yet."""
    clock: Callable[[], float]
    """Seconds of a clock that is never set."""
    now_ms: Callable[[], int]


class RunState:
    """The state of one iteration."""

    def __init__(self, options: Options, data: PositionData, environment: Environment) -> None:
        self.options: Options = options
        self.meta: dict[str, Json] = dict(data.tables["meta"])
        self.marks: dict[str, ChatMark] = {}
        self._stored_marks = data.tables["chats"]
        if self.meta and not (isinstance(self.meta.get("key"), str) and integer(self.meta.get("began")) is not None):
            raise ValueError("the position is damaged; delete it to start anew")
        self.key: str = str(self.meta.get("key") or os.urandom(8).hex())
        self.prints: Fingerprints = Fingerprints(self.key)
        self.began_ms: int = integer(self.meta.get("began")) or 0
        self.floor: int | None = integer(self.meta.get("floor"))
        self.swept_ms: int | None = integer(self.meta.get("swept"))
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
        self.is_sending: Callable[[], bool] = environment.is_sending
        self._sent = SentIds(self.requests, self.prints, data.tables["sent"])
        self.is_preparing: bool = False
        """Whether recent messages are read for the first time, to find edits, deletions and reactions."""
        self._messages: BoundedDict[tuple[str, str], models.Message] = BoundedDict(REMEMBERED)
        self.is_reindexed: bool = False
        """Whether known messages have other IDs, and not all chats have been read since."""

    @property
    def is_begun(self) -> bool:
        """Whether the position has a beginning, and what is needed to find changes from then on."""
        return bool(self.meta) and not self.is_preparing

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
        if self.is_reindexed:
            return
        self.is_reindexed = True
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

    @property
    def latest_ms(self) -> int:
        """The latest time that a message can have. Some have wrong times, years ahead."""
        return self.now_ms() + DAY_MS

    def know(self, mark: ChatMark, row: models.Message) -> None:
        """Count a message as known."""
        mark.add(row, self.prints.state(row), self.kept, self.latest_ms)

    def remember(self, row: models.Message) -> None:
        """Keep a message in memory."""
        self._messages[row.chat_id, key_of(row)] = row

    def recall(self, row: models.Message) -> models.Message | None:
        """A message as it was."""
        return self._messages.get((row.chat_id, key_of(row)))


def integer(value: object) -> int | None:
    """A stored number; None if it is something else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
