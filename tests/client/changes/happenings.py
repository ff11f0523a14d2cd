"""What happens in a fake Beeper that a client follows, in any order. See `machine`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.client.changes.model import CHATS, PEOPLE, PICK, Model


class Happenings(Model):
    """Rules: what people, networks and the app do."""

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
        """Between two others that were written since the beginning, and are on the newest page."""
        row = self._some_row(chat, pick, newest=15)
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
