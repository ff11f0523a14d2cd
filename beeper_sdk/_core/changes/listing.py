"""Lists the chats: to begin a position, and to find the chats where something is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..generated import api, models
from ..http.outcome import http_date
from ..paging.checkpoint import starting_checkpoint
from ..paging.pagination import Pagination
from ..util.validation import usable_id
from .change import ChatChanged
from .chat_mark import ChatMark
from .fingerprints import milliseconds
from .steps import Deliver, Fetch, Save, Steps

if TYPE_CHECKING:
    from datetime import datetime

    from .position_data import Record
    from .run_state import RunState

RULE = api.chats.LIST_PAGES
SWEEP_PAGE, FULL_PAGE = 50, 200
"""Chats per request. Older apps return 25 whatever is requested."""
GRACE_MS = 300_000
"""A message in a chat that was empty or not listed when the position began is new if it is at most this much older."""


class Listing:
    """Lists chats for one run."""

    def __init__(self, run: RunState) -> None:
        self._run = run
        self._has_compared = False
        self._unsaved: list[Record] = []
        self._checked: dict[str, str] = {}
        """By chat: its last message and activity when it was listed."""

    def begin(self) -> Steps[None]:
        """Begin a new position: with ``start="now"``, the last message of each chat is known, and all before it."""
        run, pages = self._run, _pages(FULL_PAGE)
        began: int | None = None
        records: list[Record] = []
        while (request := pages.next_request()) is not None:
            fetch = yield from run.requests.fetched(request)
            pages.receive_page(fetch.result())
            # The earlier of both clocks: one may be wrong, and what is older than the beginning is not delivered.
            began = min(_time_of(fetch), run.now_ms()) if began is None else began
            if run.options.start != "now":
                break  # the first sweep lists the chats
            run.floor = began - GRACE_MS
            for chat in [pages.next_item() for _ in range(pages.remaining)]:
                run.chats.observe(chat)
                records += self._first_marks(chat)
        yield from self._save_begin(began or 0, records)

    def _save_begin(self, began: int, records: list[Record]) -> Steps[None]:
        run = self._run
        is_listed = run.options.start == "now"
        if is_listed:
            run.schedule.swept(full=True)
        else:
            run.floor = run.options.first_ms
        run.began_ms = began
        first: list[Record] = [("meta", "key", run.key), ("meta", "began", run.began_ms)]
        if run.floor is not None:
            first.append(("meta", "floor", run.floor))
        run.meta.update({key: value for table, key, value in first if table == "meta"})
        yield Save([*first, *records, *self._sweep_records(full=is_listed)])

    def _first_marks(self, chat: models.ChatWithPreview) -> Iterator[Record]:
        preview, run = chat.preview, self._run
        at = (None if preview is None else milliseconds(preview.timestamp)) or milliseconds(chat.last_activity)
        for chat_id in run.chats.message_chats(chat):
            # In a member of a merged chat, the last message of the whole is usually that of another member.
            mark = ChatMark(run.floor if at is None else at + 1)
            if preview is not None and usable_id(preview.id) and chat_id in (preview.chat_id, chat.id):
                mark = ChatMark(at if at is not None and at <= run.latest_ms else run.floor)
                run.know(mark, preview)
            run.marks[chat_id] = mark
            yield "chats", chat_id, mark.to_json()
        if "chats" in run.options.include:
            yield "meta", f"chat {chat.id}", run.prints.chat(chat)

    def sweep(self, *, full: bool) -> Steps[None]:
        """Find the chats where something is new: those that were active since the last sweep, or all."""
        run = self._run
        full = full or run.swept_ms is None
        until = self._until()
        newest, pages = run.swept_ms, _pages(FULL_PAGE if full else SWEEP_PAGE)
        while (request := pages.next_request()) is not None:
            pages.receive_page((yield from run.requests.fetch(request)))
            rows = [pages.next_item() for _ in range(pages.remaining)]
            for chat in rows:
                yield from self._check(chat)
            times = [moment for chat in rows if (moment := milliseconds(chat.last_activity)) is not None]
            known = [moment for moment in times if moment <= run.latest_ms]
            newest = max([*known, *(() if newest is None else (newest,))], default=None)
            # The rest of this page overlaps with the last sweep: messages of several networks do not arrive in the
            # order of their times. What is further down is found by the next listing of all chats.
            if not full and times and min(times) <= until:
                break
        run.swept_ms = newest
        run.schedule.swept(full=full)
        self._compare_recent()
        self._unsaved += self._sweep_records(full=full)

    def save(self) -> Steps[None]:
        """Save until when chats were listed. To be called when all chats that were found have been read: the next
        process does not list them again."""
        records, self._unsaved = self._unsaved, []
        if records:
            yield Save(records)

    def _until(self) -> int:
        """The time until which a sweep lists chats. The first one finds all whose messages may have been changed."""
        until = self._run.swept_ms or 0
        return min(until, self._run.window_ms) if self._run.compares and not self._has_compared else until

    def _compare_recent(self) -> None:
        """Compare the recent messages of all chats at first, and then of one after the other."""
        run = self._run
        if not run.compares:
            return
        recent = [
            chat_id
            for chat in run.chats.listed
            if (milliseconds(chat.last_activity) or 0) >= run.window_ms and run.chats.is_selected(chat)
            for chat_id in run.chats.message_chats(chat)
        ]
        run.inbox.rotate(recent)
        if not self._has_compared:
            self._has_compared = True
            for chat_id in recent:
                run.inbox.add(chat_id, with_older=True)

    def _sweep_records(self, *, full: bool) -> Iterator[Record]:
        if self._run.swept_ms is not None:
            yield "meta", "swept", self._run.swept_ms
        if full:
            yield "meta", "full", self._run.now_ms()

    def _check(self, chat: models.ChatWithPreview) -> Steps[None]:
        """Note the parts of a chat that must be read, and deliver changes of the chat itself."""
        run = self._run
        run.chats.observe(chat)
        if not run.chats.is_selected(chat):
            if self._is_behind(chat):  # what a filter leaves out is not delivered by a later run either
                self._unsaved += self._first_marks(chat)
            return
        last, before = _last_of(chat), self._checked.get(chat.id)
        # A late message is not the last one of its chat, but it changes when the chat was active, or its unread count.
        is_changed = before is not None or self._is_behind(chat) or self._may_hide(chat)
        self._checked[chat.id] = last
        if before != last and is_changed:
            if run.schedule.is_regular:
                run.unreported.found(chat)
            for chat_id in run.chats.message_chats(chat):
                run.inbox.add(chat_id)
        yield from self.check_chat(chat)

    def check_chat(self, chat: models.Chat) -> Steps[None]:
        """Deliver the change of a chat, if it is new or what is shown of it differs."""
        run = self._run
        if "chats" not in run.options.include or not run.selection.has_account(chat):
            return
        key, digest = f"chat {chat.id}", run.prints.chat(chat)
        if run.meta.get(key) != digest:
            run.meta[key] = digest
            yield Deliver(ChatChanged(chat), [("meta", key, digest)])

    def _may_hide(self, chat: models.ChatWithPreview) -> bool:
        """Whether a member of a merged chat may have new messages below the last one of another member: one whose
        messages no event reports, for example. Of a chat that is not merged, all are read with the last one."""
        moment, swept = milliseconds(chat.last_activity), self._run.swept_ms
        return chat.merge is not None and (moment is None or swept is None or moment > swept)

    def _is_behind(self, chat: models.ChatWithPreview) -> bool:
        """Whether the last message of a chat is not known."""
        members, preview = self._run.chats.message_chats(chat), chat.preview
        if preview is not None and preview.chat_id in members:
            members = [preview.chat_id]  # another member may have a message with the same ID
        marks = [self._run.mark(chat_id) for chat_id in members]
        if preview is None:
            moment = milliseconds(chat.last_activity)
            return moment is not None and not any(mark.at is not None and moment <= mark.at for mark in marks)
        if not any(mark.is_known(preview, self._run.prints) for mark in marks):
            return True
        if (milliseconds(preview.timestamp) or 0) > self._run.latest_ms:
            return True  # it stays the last one, whatever is added
        return self._run.compares and not any(mark.has_state(preview, self._run.prints) for mark in marks)


def _pages(limit: int) -> Pagination[models.ChatWithPreviewPage, models.ChatWithPreview]:
    request = api.chats.list(limit=limit)
    return Pagination(request, RULE, starting_checkpoint(request, RULE, None))


def _last_of(chat: models.ChatWithPreview) -> str:
    preview: models.Message | None = chat.preview
    activity: datetime | None = chat.last_activity
    edited = None if preview is None else preview.edited_timestamp
    return f"{None if preview is None else preview.id} {edited} {activity} {chat.unread_count}"


def _time_of(fetch: Fetch[models.ChatWithPreviewPage]) -> int:
    moment = milliseconds(http_date(fetch.date))
    if moment is None:
        times = [milliseconds(chat.last_activity) for chat in fetch.result().items]
        moment = max((time for time in times if time is not None), default=0)
    return moment
