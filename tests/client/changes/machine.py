"""A client that follows a fake Beeper where anything happens in any order, and what it must have delivered then.

What happened is read from the fake server: the rows of its chats. Each message begins with a number of its own, by
which it is recognised also when the app gave it another ID.
"""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from beeper_sdk import errors
from beeper_sdk._core.util.override import override
from beeper_sdk.changes import (
    Change,
    Gap,
    MessageAdded,
    MessageDeleted,
    MessageEdited,
    Position,
    ReactionsChanged,
    SqlitePosition,
)
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, Opened
from tests.client.changes.own_store import OwnStore

FAILURES = 5
"""After so many failed requests in a row a chat counts as unreadable."""
INCLUDED = ("edits", "deletions", "reactions")
PEOPLE = ["Bob", "Carol", "Dave"]
CHATS = st.integers(0, 5)
PICK = st.integers(0, 1_000)


class Machine(RuleBasedStateMachine):
    """The state machine. A subclass sets the class attributes."""

    fake: FakeBeeper
    follower: Follower
    folder: Path

    @initialize(
        own=st.sampled_from(["all", "all", "elsewhere", "none"]),
        include=st.sets(st.sampled_from(INCLUDED)),
        store=st.sampled_from(["file", "sqlite", "own"]),
        live=st.booleans(),
        quirk=st.sampled_from([None, "ws_repeat", "ws_gap", "after_overlap", "stuck_has_more", "ignore_limit"]),
    )
    def begin(self, own: str, include: set[str], store: str, live: bool, quirk: str | None) -> None:
        self.fake.reset()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        path = self.folder / "position"
        self.follower.position = {"file": Position, "sqlite": SqlitePosition, "own": OwnStore}[store](path)
        self.own, self.include = own, include
        self.options: dict[str, Any] = {"own": own, "include": include, "poll_every": 0.05, "sweep_every": 0.2}
        self.options["live"] = live
        self.opened: Opened | None = None
        self.processed: list[Change] = []
        self.pending: list[Change] = []
        self.number = 0
        self.names: dict[tuple[str, str], int] = {}
        self.late: set[int] = set()
        self.excused: set[int] = set()
        self.sent_here: set[int] = set()
        self.edits: Counter[int] = Counter()
        self.is_reinstalled = False
        self.failures = 0
        self.last_error: errors.APIError | None = None
        self._fill()
        if quirk is not None:
            self.fake.quirk(quirk, optional=True)
        assert self.follower.news(**self.options) == []
        self.first = self.number

    def _fill(self) -> None:
        world = self.fake.world
        for network in ("whatsapp", "signal", "imessage"):
            world.add_account(network)
        networks = ["WhatsApp", "WhatsApp", "Signal", "Signal", "iMessage", "Signal"]
        self.chats = [world.add_chat(f"Chat {i}", PEOPLE, network=name) for i, name in enumerate(networks)]
        for chat, count in zip(self.chats, (3, 25, 0, 2, 1, 2), strict=True):
            for _ in range(count):
                self._send(chat)
        world.merge([self.chats[0], self.chats[4]])

    @override
    def teardown(self) -> None:
        """The end: everything up to now is delivered."""
        if not hasattr(self, "first"):
            return
        if self.opened is not None:
            self.close(commit=True)
        assert any(self._read_until_now() for _ in range(self.failures + 2)), repr(self.last_error)
        self._check()
        rest = self.follower.news(**self.options)
        assert not rest, f"delivered too late: {[(type(change).__name__, self._key(change)) for change in rest]}"

    # What happens in the app

    def _send(self, chat: str, **options: Any) -> Any:
        self.number += 1
        person = self.fake.world.person(PEOPLE[self.number % 3])
        return self._note(person.send(chat, f"{self.number}", **options))

    def _note(self, row: Any) -> Any:
        self.names[row["chatID"], str(row["id"])] = int(str(row["text"]).split()[0])
        return row

    def _rows(self, chat: str) -> list[Any]:
        return [row for row in self.fake.world.messages(chat) if is_content(row) and self._name(row) > 0]

    def _name(self, row: Any) -> int:
        return self.names.get((row["chatID"], str(row["id"])), 0)

    def _some_row(self, chat: int, pick: int) -> Any | None:
        rows = [row for row in self._rows(self._chat(chat))[-30:] if self._name(row) > self.first]
        return rows[pick % len(rows)] if rows else None

    def _chat(self, number: int) -> str:
        return self.chats[number % len(self.chats)]

    @rule(chat=CHATS, count=st.sampled_from([1, 1, 2, 3, 21, 45]))
    def others_write(self, chat: int, count: int) -> None:
        for _ in range(count):
            self._send(self._chat(chat))

    @rule(chat=CHATS, file=st.booleans())
    def i_write_elsewhere(self, chat: int, file: bool) -> None:
        self.number += 1
        attached = "image" if file else None
        self._note(self.fake.world.me.send(self._chat(chat), f"{self.number}", file=attached))

    @rule(chat=CHATS)
    def client_writes(self, chat: int) -> None:
        """In a client that uses the position: `own="elsewhere"` leaves it out."""
        self.number += 1
        chat_id, text = self._chat(chat), f"{self.number}"
        self.follower.call(self.follower.client.messages.send, chat_id, text=text)
        self._note(next(row for row in self.fake.world.messages(chat_id) if row.get("text") == text))
        if self.opened is not None:
            self.sent_here.add(self.number)

    @rule(chat=CHATS, pick=PICK)
    def a_message_arrives_late(self, chat: int, pick: int) -> None:
        """Between two others that were written since the beginning."""
        row = self._some_row(chat, pick)
        if row is not None:
            moment = datetime.fromisoformat(row["timestamp"]) + timedelta(milliseconds=1)
            self._send(self._chat(chat), at=min(moment, self.fake.clock.now))
            self.late.add(self.number)

    @rule(chat=CHATS, pick=PICK)
    def somebody_replies(self, chat: int, pick: int) -> None:
        row = self._some_row(chat, pick)
        if row is not None:
            self._send(self._chat(chat), reply_to=row)

    @rule(chat=CHATS, pick=PICK, again=st.booleans())
    def somebody_edits(self, chat: int, pick: int, again: bool) -> None:
        row = self._some_row(chat, pick)
        if row is not None and "attachments" not in row and not row.get("isSender"):
            for number in range(1 + again):
                self.edits[self._name(row)] += 1
                self._author(row).edit(row, f"{self._name(row)} edited {self.edits[self._name(row)]} {number}")

    def _author(self, row: Any) -> Any:
        return self.fake.world.person(row["senderName"])

    @rule(chat=CHATS, pick=PICK)
    def somebody_deletes(self, chat: int, pick: int) -> None:
        row = self._some_row(chat, pick)
        if row is not None and not row.get("isSender"):
            self._author(row).delete(row)

    @rule(chat=CHATS, pick=PICK, person=st.sampled_from(PEOPLE), back=st.booleans())
    def somebody_reacts(self, chat: int, pick: int, person: str, back: bool) -> None:
        row = self._some_row(chat, pick)
        if row is not None:
            self.fake.world.person(person).react(row, "👍")
            if back:
                self.fake.world.person(person).unreact(row, "👍")

    @rule(chat=CHATS, title=st.sampled_from(["One", "Two"]))
    def somebody_renames(self, chat: int, title: str) -> None:
        self.fake.world.person("Bob").rename(self._chat(chat), f"{title} {chat} {self.number}")

    @rule(chat=CHATS)
    def somebody_leaves_and_joins(self, chat: int) -> None:
        self.fake.world.person("Dave").leave(self._chat(chat))
        self.fake.world.person("Dave").join(self._chat(chat))

    @rule(network=st.sampled_from(["WhatsApp", "Signal", "iMessage"]), count=st.sampled_from([0, 1, 25]))
    def a_chat_is_new(self, network: str, count: int) -> None:
        self.chats.append(self.fake.world.add_chat(f"New {len(self.chats)}", PEOPLE, network=network))
        for _ in range(count):
            self._send(self.chats[-1])

    @rule(chat=st.sampled_from([0, 1, 3]))
    def history_grows_backwards(self, chat: int) -> None:
        """In chats that had messages before the beginning."""
        self.fake.world.backfill(self._chat(chat), 7)

    @precondition(lambda self: len(self.chats) < 9)
    @rule()
    def chats_are_merged(self) -> None:
        free = [chat for chat in self.chats if self.fake.world.chat(chat).get("mergedIntoChatID") is None]
        if len(free) >= 2:
            self.fake.world.merge(free[:2])

    @precondition(lambda self: not self.is_reinstalled and self.number > self.first + 30)
    @rule()
    def the_app_is_installed_again(self) -> None:
        """It gives other IDs. What was not delivered before may be missing."""
        self.is_reinstalled = True
        done = {self._key(change) for change in self.processed}
        self.excused |= {name for name in range(self.first + 1, self.number + 1) if name not in done}
        before = {row["timestamp"] + row["senderID"]: self._name(row) for row in self._everything()}
        self.fake.quirk("reinstall", optional=True)
        for row in self._everything():
            name = before.get(row["timestamp"] + row["senderID"], 0)
            if name:
                self.names[row["chatID"], str(row["id"])] = name

    def _everything(self) -> list[Any]:
        return [row for chat in self.chats for row in self.fake.world.messages(chat) if is_content(row)]

    @rule(seconds=st.sampled_from([1, 60, 600]))
    def time_passes(self, seconds: int) -> None:
        self.fake.clock.advance(seconds=seconds)

    @rule(drop=st.booleans())
    def connections_are_lost(self, drop: bool) -> None:
        if drop:
            self.fake.websockets.drop()
        else:
            self.fake.websockets.close()

    @rule(
        operation=st.sampled_from(["chats.list", "messages.list", "messages.retrieve"]),
        status=st.sampled_from([500, 502, 503]),
        count=st.integers(1, 2),
    )
    def requests_fail(self, operation: str, status: int, count: int) -> None:
        self.failures += count
        self.fake.fail(operation, status=status, times=count, optional=True)

    # What the program does

    @precondition(lambda self: self.opened is None)
    @rule()
    def open(self) -> None:
        self.opened = self.follower.changes(**self.options)

    @precondition(lambda self: self.opened is not None)
    @rule(count=st.sampled_from([1, 2, 30]))
    def take(self, count: int) -> None:
        """Take changes, which commits all but the last. It must not wait for long."""
        assert self.opened is not None
        for _ in range(min(count, len(self._outstanding()))):
            if not self._outstanding():
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
        """Whether it ended without an error. Each change is committed when the next one is requested."""
        opened = self.follower.changes_until_now(**self.options)
        while True:
            try:
                change = opened.next_within(20)
            except (StopIteration, StopAsyncIteration):
                return True
            except errors.APIError as error:
                self.last_error = error
                return False
            self.processed.append(change)

    # What must hold

    def _wanted(self, row: Any) -> bool:
        name = self._name(row)
        if name <= self.first:
            return False
        mine = bool(row.get("isSender"))
        return not (mine and self.own == "none") and not (self.own == "elsewhere" and name in self.sent_here)

    def _outstanding(self) -> set[int]:
        """What must come, but did not yet."""
        done = {self._key(change) for change in (*self.processed, *self.pending) if isinstance(change, MessageAdded)}
        return {self._name(row) for row in self._everything() if self._wanted(row)} - done - self.excused

    def _key(self, change: Change) -> int:
        match change:
            case MessageAdded(message) | MessageEdited(message) | ReactionsChanged(message):
                word = (message.text or "").partition(" ")[0]
                return int(word) if word.isdigit() else 0
            case MessageDeleted(chat_id, message_id):
                return self.names.get((chat_id, message_id), 0)
            case _:
                return 0

    @invariant()
    def nothing_is_wrong_so_far(self) -> None:
        if not hasattr(self, "first"):
            return
        counts = Counter(self._key(change) for change in self.processed if isinstance(change, MessageAdded))
        repeated = {name: count for name, count in counts.items() if count > 1}
        assert not repeated, f"repeated: {repeated}"
        assert all(name > self.first for name in counts), "delivered from before the beginning"
        reasons = {change.reason for change in self.processed if isinstance(change, Gap)}
        allowed = {"reindexed"} if self.is_reinstalled else set[str]()
        assert reasons <= allowed | ({"unreadable"} if self.failures >= FAILURES else set[str]()), reasons

    def _check(self) -> None:
        self.nothing_is_wrong_so_far()
        assert not self._outstanding(), f"missed: {sorted(self._outstanding())}"
        self._check_order()
        if not self.is_reinstalled:
            self._check_other_changes()

    def _check_order(self) -> None:
        for chat in self.chats:
            order = {self._name(row): place for place, row in enumerate(self.fake.world.messages(chat))}
            found = [
                order[self._key(change)]
                for change in self.processed
                if isinstance(change, MessageAdded)
                and change.message.chat_id == chat
                and self._key(change) in order.keys() - self.late
            ]
            assert found == sorted(found), f"not in order in {chat}"

    def _check_other_changes(self) -> None:
        """What was reported last of each message is how it is now; nothing was reported more often than it happened."""
        last: dict[int, Any] = {}
        deleted: Counter[int] = Counter()
        edited: Counter[int] = Counter()
        for change in self.processed:
            match change:
                case MessageAdded(message) | ReactionsChanged(message):
                    last[self._key(change)] = message
                case MessageEdited(message):
                    edited[self._key(change)] += 1
                    last[self._key(change)] = message
                case MessageDeleted():
                    deleted[self._key(change)] += 1
                case _:
                    pass
        assert edited <= Counter({name: count * 2 for name, count in self.edits.items()}), "edits that did not happen"
        for row in [row for chat in self.chats for row in self.fake.world.messages(chat)]:
            name = self._name(row)
            if name not in last:
                continue
            if row.get("isDeleted"):
                assert deleted[name] == int("deletions" in self.include), f"deletions of {name}: {deleted[name]}"
                continue
            assert not deleted[name]
            if "edits" in self.include:
                assert last[name].text == row["text"], f"an edit of {name} was missed"
            if "reactions" in self.include:
                shown = [(part.participant_id, part.reaction_key) for part in last[name].reactions or ()]
                there = [(part["participantID"], part["reactionKey"]) for part in row.get("reactions", [])]
                assert sorted(shown) == sorted(there), f"reactions to {name} were missed"


def is_content(row: Any) -> bool:
    """Whether a row of the fake server is a message that somebody wrote, and that is still there."""
    return row.get("type") not in ("REACTION", "NOTICE") and not row.get("isDeleted")
