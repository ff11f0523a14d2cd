"""The chats, messages and people of the fake server that operations use, and what operations changed there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self, TypeAlias

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from tests.fake_state import state
from tests.testing.known_chats import IMESSAGE, SIGNAL, chat, first_chat

Json: TypeAlias = dict[str, Any]
FIXED_MESSAGES = 45
"""Messages of the chat that no operation changes: some pages."""
FILE = bytes(range(256)) * 600
"""Long enough for a connection to be cut in the middle of it."""


@dataclass(frozen=True)
class Scenario:
    """The IDs that operations need."""

    fake: FakeBeeper
    chats: tuple[str, ...]
    """Direct chats that can be written to."""
    messages: tuple[str, ...]
    """A message in each of them, newest last."""
    own_messages: tuple[str, ...]
    """A message of the user in each of them."""
    idle_chats: tuple[str, ...]
    """Many more chats."""
    imessage_chat: str
    people: tuple[str, ...]
    """User IDs that a chat can be opened with."""
    upload: str
    file: str
    """URL of a file."""
    bridge: str
    fixed_chat: str
    """A chat that no operation changes."""
    group: str
    """A group whose members no operation changes."""
    known_people: tuple[str, ...]
    """User IDs of people that the user has a chat with."""
    originals: dict[str, list[Json]]
    """Lists as the server sends them, which no operation changes."""

    @classmethod
    def of(cls, fake: FakeBeeper) -> Self:
        """The scenario of a fake server that was just started."""
        chats = tuple(str(number) for number in range(100, 116))
        chat_ids = tuple(fake.world.chat(number)["id"] for number in chats)
        messages = tuple(str(fake.world.receive(number, "something to look at")["id"]) for number in chat_ids)
        people = fake.world.read(
            lambda world: [user["id"] for user in state(world).strangers[SIGNAL] if not user.get("cannotMessage")]
        )
        bridge = fake.world.read(lambda world: next(iter(world.bridges)))
        upload, url, own_messages = _prepared(fake, chat_ids)
        fixed_chat = _fixed_chat(fake)
        group = first_chat(fake, lambda wire: wire["title"] == "Flat 4B")["id"]
        originals, known_people = _lists(fake, fixed_chat, group)
        imessage_chat, idle_chats = chat(fake, accountID=IMESSAGE)["id"], tuple(fake.world.add_chats(SIGNAL, 300))
        return cls(
            fake, chat_ids, messages, own_messages, idle_chats, imessage_chat, tuple(people),
            upload, url, bridge, fixed_chat, group, known_people, originals,
        )  # fmt: skip

    def chat(self, number: int) -> str:
        """One of the chats."""
        return self.chats[number % len(self.chats)]

    def message(self, number: int) -> str:
        """The message in the chat of this number."""
        return self.messages[number % len(self.messages)]

    def own(self, number: int) -> str:
        """The message of the user in the chat of this number."""
        return self.own_messages[number % len(self.own_messages)]

    def person(self, number: int) -> str:
        """One of the people."""
        return self.people[number % len(self.people)]

    def texts(self, mark: str) -> int:
        """Number of messages with this text, in any chat."""
        return self.fake.world.read(
            lambda world: len(
                [1 for room in world.rooms.values() for message in room.messages if message.get("text") == mark]
            )
        )

    def sent(self, pending: str) -> tuple[str, str]:
        """Chat and text of the message that a pending ID stands for."""

        def look(world: Any) -> tuple[str, str]:
            chat_id, row_id = world.pending[pending]
            return chat_id, str(world.rooms[chat_id].find(row_id).get("text"))

        return self.fake.world.read(look)

    def rooms(self, title: str) -> int:
        """Chats with this title."""
        return self.fake.world.read(lambda world: [room.wire.get("title") for room in world.rooms.values()]).count(
            title
        )

    def uploads(self, name: str) -> int:
        """Files of this name that were uploaded."""
        return self.fake.world.read(
            lambda world: sum(upload.file.name == name for upload in state(world).uploads.values())
        )

    def uploaded(self, upload_id: str) -> tuple[str, bytes]:
        """Name and contents of an upload."""
        return self.fake.world.read(
            lambda world: (
                state(world).uploads[upload_id].file.name,
                state(world).uploads[upload_id].file.contents.read(),
            )
        )


def _fixed_chat(fake: FakeBeeper) -> str:
    chat_id = str(fake.world.add_chats(SIGNAL, 1)[0])
    for number in range(FIXED_MESSAGES):
        fake.world.receive(chat_id, f"something to keep, number {number}")
    return chat_id


def _prepared(fake: FakeBeeper, chats: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """What only a client can create: an upload, its URL, and a message in each chat."""
    with Beeper(fake.token, base_url=fake.url) as beeper:
        up = beeper.assets.upload(file=FILE, file_name="known.bin")
        pending = [beeper.messages.send(chat_id, text="to be edited").pending_message_id for chat_id in chats]
    own_messages = fake.world.read(lambda world: [state(world).pending[pending_id][1] for pending_id in pending])
    return up.upload_id or "", up.src_url or "", tuple(own_messages)


def _lists(fake: FakeBeeper, fixed_chat: str, group: str) -> tuple[dict[str, list[Json]], tuple[str, ...]]:
    """The undisturbed lists, and the people of direct chats."""
    with Beeper(fake.token, base_url=fake.url) as beeper:
        direct = beeper.chats.search(account_ids=[SIGNAL], type="single").collect(30)
        lists: dict[str, list[Any]] = {
            "messages": beeper.messages.list(fixed_chat).collect(),
            "chats": beeper.chats.search(account_ids=[IMESSAGE]).collect(),
            "contacts": beeper.accounts.contacts.list(SIGNAL).collect(),
            "accounts": beeper.accounts.list(),
            "participants": beeper.chats.participants(group).collect(),
        }
    assert len(lists["messages"]) == FIXED_MESSAGES
    known = {contact.id for contact in lists["contacts"]}
    known_people = [member.id for one in direct for member in one.participants.items if member.id in known]
    return {name: [item.to_dict() for item in items] for name, items in lists.items()}, tuple(known_people)
