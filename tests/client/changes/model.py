"""What a fake Beeper has, and what a client that follows it must have delivered. See `machine`."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from beeper_sdk import errors
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


class Model(RuleBasedStateMachine):
    """What was delivered, and what must hold. A subclass sets the class attributes."""

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
        self.number: int = 0
        self.names: dict[tuple[str, str], int] = {}
        self.late: set[int] = set()
        self.excused: set[int] = set()
        self.sent_here: set[int] = set()
        self.edits: Counter[int] = Counter()
        self.is_reinstalled = False
        self.failures: int = 0
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

    def _some_row(self, chat: int, pick: int, newest: int = 30) -> Any | None:
        rows = [row for row in self._rows(self._chat(chat))[-newest:] if self._name(row) > self.first]
        return rows[pick % len(rows)] if rows else None

    def _chat(self, number: int) -> str:
        return self.chats[number % len(self.chats)]

    def _everything(self) -> list[Any]:
        return [row for chat in self.chats for row in self.fake.world.messages(chat) if is_content(row)]

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
