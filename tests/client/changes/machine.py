"""A client that follows a fake Beeper where anything happens in any order, and what it must have delivered then.

What happened is read from the fake server: the rows of its chats. Each message begins with a number of its own, by
which it is recognised also when the app gave it another ID.
"""

from __future__ import annotations

import shutil

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from beeper_sdk import errors
from beeper_sdk._core.util.override import override
from beeper_sdk.changes import Gap
from tests.client.changes.happenings import Happenings


class Machine(Happenings):
    """Rules: what a program does that follows what is new."""

    @precondition(lambda self: self.opened is None)
    @rule()
    def open(self) -> None:
        self.opened = self.follower.changes(**self.options)

    @precondition(lambda self: self.opened is not None)
    @rule(count=st.sampled_from([1, 2, 30]))
    def take(self, count: int) -> None:
        """Take changes, which commits all but the last. It must not wait for long."""
        assert self.opened is not None
        for _ in range(min(count, len(self._outstanding() - self.late))):
            if not self._outstanding() - self.late:
                return
            change = self.opened.next_within(20)
            self.processed += self.pending
            self.pending = [change]

    @precondition(lambda self: self.opened is not None)
    @rule(commit=st.booleans())
    def close(self, commit: bool) -> None:
        assert self.opened is not None
        if commit:
            self.opened.commit()
            self.processed += self.pending
        self.opened.close()
        self.opened, self.pending = None, []

    @precondition(lambda self: self.opened is not None)
    @rule()
    def crash(self) -> None:
        """The next process finds the files as they are now."""
        copy = self.folder.with_name("copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy)
        self.close(commit=False)
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)

    @precondition(lambda self: self.opened is None)
    @rule()
    def read_until_now(self) -> None:
        self._read_until_now()

    def _read_until_now(self) -> bool:
        """Whether it ended with all chats read. Each change is committed when the next one is requested."""
        opened, is_whole = self.follower.changes_until_now(**self.options), True
        while True:
            try:
                change = opened.next_within(20)
            except (StopIteration, StopAsyncIteration):
                return is_whole
            except errors.APIError as error:
                self.last_error = error
                return False
            is_whole = is_whole and not (isinstance(change, Gap) and change.reason == "unreadable")
            self.processed.append(change)

    @override
    def teardown(self) -> None:
        """The end: everything up to now is delivered."""
        if not hasattr(self, "first"):
            return
        if self.opened is not None:
            self.close(commit=True)
        for chat in self.chats:  # the list does not show a message that arrived late: it is found with the next one
            self._send(chat)
        assert any(self._read_until_now() for _ in range(self.failures + 2)), repr(self.last_error)
        self._check()
        rest = self.follower.news(**self.options)
        assert not rest, f"delivered too late: {[(type(change).__name__, self._key(change)) for change in rest]}"
