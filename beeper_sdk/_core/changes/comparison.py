"""Finds edits, deletions and changed reactions of known messages, where a page shows them or an event names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .change import MessageDeleted, MessageEdited, ReactionsChanged
from .fingerprints import DELETED, LENGTH, TOMBSTONE, key_of, milliseconds
from .steps import Deliver, Steps

if TYPE_CHECKING:
    from ..generated import models
    from .change import Change
    from .chat_mark import ChatMark
    from .run_state import RunState

REACTION = "reaction"


class Comparison:
    """The comparison of one read of a chat. It does nothing if only new messages are to be delivered."""

    def __init__(self, run: RunState, chat_id: str, mark: ChatMark) -> None:
        self._run = run
        self._chat_id = chat_id
        self._mark = mark
        self._seen: set[str] = set()
        self.named: list[str] = run.inbox.take_named(chat_id) if run.compares else []
        """The messages that events named, or that new reactions belong to."""

    def add_new(self, row: models.Message) -> None:
        """Note a new message: a reaction changes the message that it belongs to."""
        if not self._run.compares:
            return
        self._seen.add(key_of(row))
        self._run.remember(row)
        target = row.linked_message_id
        if row.kind == REACTION and isinstance(target, str) and target not in self.named:
            self.named.append(target)

    def compare(self, rows: Sequence[models.Message]) -> Steps[None]:
        """Compare messages of a page, newest first, with what is kept of them, and deliver the changes."""
        if not self._run.compares:
            return
        self._note_absent(rows)
        for row in reversed(rows):
            if key_of(row) not in self._seen:
                self._seen.add(key_of(row))
                yield from self._compare(row)

    def finish(self) -> Steps[None]:
        """Look at the messages that events named and no page showed."""
        for key in self.named:
            if key in self._seen:
                continue
            self._seen.add(key)
            row = yield from self._run.requests.message(self._chat_id, key)
            if row is not None:
                yield from self._compare(row)
            elif self._is_known(key) and self._run.requests.can_retrieve:
                self._mark.recent[key] += TOMBSTONE
                yield from self._deliver(MessageDeleted(self._chat_id, key), "deletions")

    def _note_absent(self, rows: Sequence[models.Message]) -> None:
        """Note known messages above the lowest of a page that are not on it: the app no longer has them, or they are on
        another page."""
        keys, shown = list(self._mark.recent), {key_of(row) for row in rows}
        first = next((index for index, key in enumerate(keys) if key in shown), len(keys))
        self.named += [key for key in keys[first:] if key not in shown and self._is_known(key)]

    def _compare(self, row: models.Message) -> Steps[None]:
        key = key_of(row)
        for digest, change, name in self._changes(row, self._mark.recent.get(key)):
            # After each change, so that a process that is killed between two of them repeats the second.
            if key in self._mark.recent:
                self._mark.recent[key] = digest
            if change is not None:
                yield from self._deliver(change, name)
        if key not in self._mark.recent and self._run.is_in_window(row):
            self._mark.add_old(row, self._run.prints.state(row), self._run.kept)
        self._run.remember(row)

    def _changes(self, row: models.Message, digest: str | None) -> Iterator[tuple[str, Change | None, str]]:
        """What is kept of a message after each of its changes, the change, and the name that includes it."""
        if digest is not None and not self._is_known(key_of(row)):
            return
        if row.kind == DELETED:
            if digest is not None:
                yield digest + TOMBSTONE, MessageDeleted(self._chat_id, key_of(row)), "deletions"
            return
        state = self._run.prints.state(row)
        if digest is None:
            edited = milliseconds(row.edited_timestamp)
            if edited is not None and edited >= self._run.began_ms and self._run.is_in_window(row):
                yield state, MessageEdited(row, self._run.recall(row)), "edits"
            return
        if digest[LENGTH:-LENGTH] != state[LENGTH:-LENGTH]:
            digest = state[:-LENGTH] + digest[-LENGTH:]
            yield digest, MessageEdited(row, self._run.recall(row)), "edits"
        if digest[-LENGTH:] != state[-LENGTH:]:
            yield state, ReactionsChanged(row), "reactions"

    def _is_known(self, key: str) -> bool:
        """Whether a message is known, and its deletion was not delivered."""
        return not self._mark.recent.get(key, TOMBSTONE).endswith(TOMBSTONE)

    def _deliver(self, change: Change, name: str) -> Steps[None]:
        if name in self._run.options.include and self._run.selection.is_wanted_change(change):
            yield Deliver(change, [("chats", self._chat_id, self._mark.to_json())])
