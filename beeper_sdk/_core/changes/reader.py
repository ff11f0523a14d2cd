"""Reads what is new in one chat: the newest page, and as many more as lie between it and what is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...errors import BadRequestError
from ..generated import api, models
from ..paging.checkpoint import starting_checkpoint
from ..paging.cursors import next_cursor
from ..paging.pagination import Pagination
from .change import Gap
from .chat_mark import Split, split
from .comparison import Comparison
from .fingerprints import key_of
from .renaming import Renaming
from .steps import Deliver, Save, Steps

if TYPE_CHECKING:
    from ..generated import contract
    from .change import Change
    from .chat_mark import ChatMark
    from .position_data import Record
    from .run_state import RunState

RULE = api.messages.LIST_PAGES
OVERLAP = 10
"""If the newest page shows fewer known messages, another one is read, because a message may have arrived late."""
MAX_PAGES = 20
"""How many older pages are compared at most."""


class UnreadableChat(Exception):
    """The pages of a chat have no valid cursor to newer messages."""


class ChatReader:
    """One read of a chat that has messages of its own: not of a merged chat, but of each of its members."""

    def __init__(self, run: RunState, chat: models.Chat, chat_id: str, mark: ChatMark) -> None:
        self._run = run
        self._chat = chat
        self._chat_id = chat_id
        self._mark = mark
        self._comparison = Comparison(run, chat_id, mark)
        self._renaming = Renaming(run.requests, run.prints, chat_id, mark)
        self._gone: set[str] = set()
        self._added = 0
        """How many messages that were not known were read."""
        self._is_saved = True

    def read(self) -> Steps[None]:
        """Deliver what is new, oldest first."""
        try:
            yield from self._read()
        except Exception:
            self._run.inbox.name(self._chat_id, self._comparison.named)  # for the next attempt
            raise

    def _read(self) -> Steps[None]:
        pages = self._pages(api.messages.list(self._chat_id))
        rows = yield from self._next_rows(pages)
        if rows is not None:
            found = yield from self._split(rows)
            self._mark.protected = frozenset(key_of(row) for row in rows if self._mark.has(row))
            if found.is_covered or found.by_id or pages.ended or not (yield from self._continue()):
                yield from self._back(pages, rows, found)
            if self._run.inbox.take_with_older(self._chat_id):
                yield from self._reconcile(pages)
        yield from self._comparison.finish()
        yield from self._save()

    def _pages(self, request: contract.Request[models.MessagePage]) -> Pagination[models.MessagePage, models.Message]:
        return Pagination(request, RULE, starting_checkpoint(request, RULE, None))

    def _next_rows(self, pages: Pagination[models.MessagePage, models.Message]) -> Steps[list[models.Message] | None]:
        """The messages of the next page that were not on those before, newest first; None at the end."""
        while (request := pages.next_request()) is not None:
            page = yield from self._run.requests.fetch(request)
            pages.receive_page(page)
            if pages.has_item:
                return [pages.next_item() for _ in range(pages.remaining)]
        return None

    def _back(
        self,
        pages: Pagination[models.MessagePage, models.Message],
        rows: list[models.Message],
        found: Split,
    ) -> Steps[None]:
        """Go back to the page where the known messages begin. Only that page is kept: those above are read again,
        oldest first, so that memory does not grow with their number."""
        is_newest = True
        while not found.is_covered:
            older = yield from self._next_rows(pages)
            if older is None:
                yield from self._reached_beginning(rows)
                break
            rows, is_newest = older, False
            found = yield from self._split(rows)
        known = sum(self._mark.has(row) for row in rows)
        yield from self._deliver(rows[: found.above])
        yield from self._comparison.compare(rows)
        self._mark.sort(rows)
        self._set_cursor(pages)
        if not self._mark.recent:  # all is older than what can be new: from now on the newest is known
            self._run.know(self._mark, rows[0])
            self._is_saved = False
        if not is_newest and not (yield from self._forward_from_cursor()):
            raise UnreadableChat
        if is_newest and found.by_id and known < OVERLAP:
            yield from self._deliver_late(pages)

    def _reconcile(self, pages: Pagination[models.MessagePage, models.Message]) -> Steps[None]:
        """Compare older messages too, as far back as changes to them are delivered."""
        for _ in range(MAX_PAGES):
            rows = yield from self._next_rows(pages)
            if rows is None:
                return
            yield from self._comparison.compare(rows)
            if not any(self._run.is_in_window(row) for row in rows):
                return

    def _reached_beginning(self, rows: Sequence[models.Message]) -> Steps[None]:
        """The whole history was read, and what is known is not in it."""
        # One message may have been deleted since.
        if len(self._mark.recent) > 1 and not any(self._mark.has(row) for row in rows):
            yield Deliver(Gap((self._chat_id,), "history-dropped"), [])

    def _forward_from_cursor(self, *, late: bool = False) -> Steps[bool]:
        """Read page by page towards the newest message. Returns False if there is no valid cursor.

        `late`: also look for messages that were put before the cursor."""
        cursor = self._mark.cursor
        if cursor is None:
            return False
        try:
            if late:
                older = api.messages.list(self._chat_id, cursor=cursor, direction="before")
                yield from self._deliver_late(self._pages(older))
            yield from self._forward(cursor)
        except BadRequestError:
            self._mark.cursor = None
            return False
        return True

    def _deliver_late(self, pages: Pagination[models.MessagePage, models.Message]) -> Steps[None]:
        """Deliver messages that arrived late, and were put between known ones on the next older page."""
        rows = yield from self._next_rows(pages)
        if rows is not None:
            found = yield from self._existing(rows)
            yield from self._deliver(rows[: found.above] if found.by_id else [])
            yield from self._comparison.compare(rows)

    def _forward(self, cursor: str) -> Steps[None]:
        pages = self._pages(api.messages.list(self._chat_id, cursor=cursor, direction="after"))
        while (rows := (yield from self._next_rows(pages))) is not None:
            # Pages overlap in some apps: the lowest messages may be from before the beginning.
            yield from self._deliver([row for row in rows if not self._mark.is_from_before(row)])
            yield from self._comparison.compare(rows)
            self._mark.sort(rows)
            self._set_cursor(pages)
            yield from self._save()

    def _set_cursor(self, pages: Pagination[models.MessagePage, models.Message]) -> None:
        """Continue after the current page from now on."""
        page = pages.answer
        cursor = None if page is None else next_cursor(RULE, page, page.items, forward=True)
        if cursor is not None and cursor != self._mark.cursor:
            self._mark.cursor, self._is_saved = cursor, False

    def _continue(self) -> Steps[bool]:
        """Read on from the cursor if it is still valid. Returns whether it was."""
        if self._mark.cursor is None or not (yield from self._is_same_history()):
            return False
        before = self._added
        # Nothing is after the cursor of a message that is dated in the future and listed above all that follow.
        return (yield from self._forward_from_cursor(late=True)) and self._added > before

    def _is_same_history(self) -> Steps[bool]:
        """Whether the app still has the last known message under its ID. After the app was installed again, a cursor
        may lead anywhere."""
        for key, digest in reversed(self._mark.recent.items()):
            found = yield from self._run.requests.message(self._chat_id, key)
            return found is not None and self._run.prints.is_same(found, digest)
        return True

    def _split(self, rows: Sequence[models.Message]) -> Steps[Split]:
        """Where the known messages begin. If they have other IDs now, they are recognised by their contents."""
        renamed = yield from self._renaming.find(rows)
        if renamed is None:
            return (yield from self._existing(rows))
        yield from self._run.reindexed()
        self._mark.recent.clear()
        self._mark.cursor = None
        for row in reversed(renamed):
            self._run.know(self._mark, row)
        self._is_saved = False
        return split(self._mark, rows)

    def _existing(self, rows: Sequence[models.Message]) -> Steps[Split]:
        """Where the known messages begin, without those that the app no longer has."""
        while (key := (found := split(self._mark, rows, self._gone)).if_exists) is not None:
            if (yield from self._run.requests.message(self._chat_id, key)) is not None:
                break
            self._gone.add(key)
        return found

    def _deliver(self, rows: Sequence[models.Message]) -> Steps[None]:
        """Deliver messages, given newest first."""
        for row in reversed(rows):
            if self._mark.has(row):
                continue
            change = yield from self._run.added(row, self._chat)
            self._added += 1
            self._comparison.add_new(row)
            self._run.know(self._mark, row)
            self._is_saved = False
            if change is not None:
                yield from self._send(change)

    def _send(self, change: Change) -> Steps[None]:
        self._is_saved = True
        yield Deliver(change, [self._record()])

    def _save(self) -> Steps[None]:
        if not self._is_saved:
            self._is_saved = True
            yield Save([self._record()])

    def _record(self) -> Record:
        return ("chats", self._chat_id, self._mark.to_json())
