"""Operations to send through the faults: how each is called, what its answer must be, how often it has happened.

Everything they leave in the world carries the mark of the one call that left it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple, TypeAlias

from beeper_sdk import api
from beeper_sdk.testing.world.seed.accounts import MATRIX_USER
from tests.faults.scenario import FILE, Scenario
from tests.testing.known_chats import SIGNAL

Effect: TypeAlias = Literal["once", "idempotent", "read"]
SOON = datetime(2037, 1, 1, tzinfo=UTC)


class Target(NamedTuple):
    """What one call acts on: all that makes it differ from others."""

    scenario: Scenario
    mark: str
    number: int
    client: int = 0
    """The number of the client that sends."""

    @property
    def chat(self) -> str:
        """The chat of this call."""
        return self.scenario.chat(self.number)

    @property
    def quiet(self) -> str:
        """One of many chats, where hardly anybody else is at the same time."""
        return self.scenario.quiet[self.number % len(self.scenario.quiet)]

    @property
    def side(self) -> bool:
        """Yes or no."""
        return bool(self.number >> 12 & 1)

    @property
    def message(self) -> str:
        """A message there."""
        return self.scenario.message(self.number)


Act: TypeAlias = Callable[[Any, Target], Any]
Right: TypeAlias = Callable[[Any, Target], bool]
Count: TypeAlias = Callable[[Target], int]


@dataclass(frozen=True)
class Operation:
    """One way to call the SDK."""

    name: str
    effect: Effect
    act: Act
    right: Right
    """Is this the answer to that call?"""
    happened: Count | None = None
    """How often has it happened, as the world shows?"""
    weight: int = 1
    anywhere: bool = True
    """May it be sent by a client of its own, by another way in?"""
    blind: tuple[str, ...] = ()
    """Faults whose answer nobody could tell from a right one."""


def _texts(target: Target) -> int:
    return target.scenario.texts(target.mark)


def _sent(value: Any, target: Target) -> bool:
    return bool(value.chat_id == target.chat) and target.scenario.sent(value.pending_message_id) == (
        target.chat,
        target.mark,
    )


def _same_words(target: Target) -> str:
    """What others say too, at the same time and in the same chat: the client knows who, if it sent all of it.

    Two clients never say the same: one that begins just after another cannot tell their messages apart.
    """
    return f"{('hello', 'fine', 'see you')[target.number % 3]} from client {target.client}"


def _repeat(b: Any, t: Target) -> Any:
    return b.messages.send(t.scenario.chat(t.number % 2), text=_same_words(t))


def _repeated(value: Any, target: Target) -> bool:
    return target.scenario.sent(value.pending_message_id) == (
        target.scenario.chat(target.number % 2),
        _same_words(target),
    )


def _made(value: Any, target: Target) -> bool:
    return (value.title, value.status) == (target.mark, "created")


def _began(value: Any, target: Target) -> bool:
    return target.scenario.fake.world.messages(value.chat_id)[-1].get("text") is not None and bool(value.status)


def _stored(value: Any, target: Target) -> bool:
    return target.scenario.uploaded(value.upload_id) == (target.mark, FILE)


def _uploads(target: Target) -> int:
    return target.scenario.uploads(target.mark)


def _reacted(value: Any, target: Target) -> bool:
    return (value.message_id, value.reaction_key) == (target.message, target.mark)


def _is_chat(value: Any, target: Target) -> bool:
    return bool(value.id == target.chat)


def _archived(_: object, target: Target) -> bool:
    return bool(target.scenario.fake.world.chat(target.quiet)["isArchived"]) is target.side


def _started(b: Any, t: Target) -> Any:
    return b.chats.start(account_id=SIGNAL, user={"id": t.scenario.person(t.number)}, message_text=t.mark)


def _created(b: Any, t: Target) -> Any:
    three = [t.scenario.person(t.number + offset) for offset in range(3)]
    return b.chats.create(account_id=SIGNAL, participant_ids=three, type="group", title=t.mark, message_text=t.mark)


def _remind(b: Any, t: Target) -> Any:
    return b.chats.reminders.create(t.chat, reminder={"remind_at": SOON + timedelta(minutes=t.number % 500)})


def _edit(b: Any, t: Target) -> Any:
    return b.messages.update(t.scenario.own(t.number), chat_id=t.chat, text="edited")


def _find(b: Any, t: Target) -> Any:
    return b.messages.search(query="something", chat_ids=[t.chat]).collect(5)


ONCE: tuple[Operation, ...] = (
    Operation(
        "messages.send", "once", lambda b, t: b.messages.send(t.chat, text=t.mark), _sent, _texts, 8
    ),
    Operation(
        "messages.send (reply)", "once",
        lambda b, t: b.messages.send(t.chat, text=t.mark, reply_to_message_id=t.message), _sent, _texts, 2,
    ),
    Operation(
        "messages.send (file)", "once",
        lambda b, t: b.messages.send(t.chat, text=t.mark, attachment={"upload_id": t.scenario.upload}),
        _sent, _texts, 2,
    ),
    Operation("messages.send (same words)", "once", _repeat, _repeated, weight=4, anywhere=False),
    Operation(
        "v0.send_message", "once", lambda b, t: b.raw(api.v0.send_message(chat_id=t.chat, text=t.mark)),
        lambda v, t: _sent(v.value, t), _texts,
    ),
    Operation("chats.create", "once", _created, _made, lambda t: t.scenario.rooms(t.mark), 3),
    Operation("chats.start", "once", _started, _began, _texts, 3),
    Operation(
        "assets.upload", "once", lambda b, t: b.assets.upload(file=FILE, file_name=t.mark), _stored, _uploads, 3
    ),
    Operation(
        "assets.upload_base64", "once",
        lambda b, t: b.assets.upload_base64(content=base64.b64encode(FILE).decode(), file_name=t.mark),
        _stored, _uploads,
    ),
    Operation(
        "chats.messages.reactions.add", "once",
        lambda b, t: b.chats.messages.reactions.add(t.message, chat_id=t.chat, reaction_key=t.mark), _reacted, weight=3,
    ),
    Operation(
        "matrix.create_room", "once", lambda b, t: b.matrix.create_room(body={"name": t.mark}),
        lambda v, t: t.scenario.fake.world.chat(v.room_id)["title"] == t.mark, lambda t: t.scenario.rooms(t.mark),
    ),
    Operation(
        "oauth.register", "once",
        lambda b, t: b.oauth.register(client_name=t.mark, redirect_uris=["http://127.0.0.1:1/"]),
        lambda v, t: v.client_name == t.mark,
    ),
    Operation(
        "chats.notify_anyway", "once", lambda b, t: b.chats.notify_anyway(t.scenario.native),
        lambda v, t: v.id == t.scenario.native,
    ),
)  # fmt: skip

IDEMPOTENT: tuple[Operation, ...] = (
    Operation("chats.archive", "idempotent", lambda b, t: b.chats.archive(t.quiet, archived=t.side),
              _archived, weight=3, blind=("nonsense",)),
    Operation("chats.update", "idempotent", lambda b, t: b.chats.update(t.chat, title=t.mark),
              lambda v, t: v.id == t.chat and v.title == t.mark, weight=2),
    Operation("chats.mark_read", "idempotent", lambda b, t: b.chats.mark_read(t.chat), _is_chat),
    Operation("chats.reminders.create", "idempotent", _remind, lambda v, _: v is None),
    Operation("messages.update", "idempotent",
              _edit, lambda v, t: v.message_id == t.scenario.own(t.number)),
    Operation("matrix.set_room_account_data", "idempotent",
              lambda b, t: b.matrix.set_room_account_data(t.mark, user_id=MATRIX_USER, room_id=t.chat, body={"a": 1}),
              lambda _, __: True),
)  # fmt: skip

READS: tuple[Operation, ...] = (
    Operation("chats.retrieve", "read", lambda b, t: b.chats.retrieve(t.chat), _is_chat, weight=4),
    Operation("messages.retrieve", "read", lambda b, t: b.messages.retrieve(t.message, chat_id=t.chat),
              lambda v, t: (v.id, v.chat_id) == (t.message, t.chat), weight=2),
    Operation("messages.list", "read", lambda b, t: b.messages.list(t.chat).collect(40),
              lambda v, t: bool(v) and {row.chat_id for row in v} == {t.chat}, weight=2),
    Operation("messages.search", "read", _find,
              lambda v, t: all(row.chat_id == t.chat for row in v)),
    Operation("chats.list", "read", lambda b, _: b.chats.list(limit=5).collect(12), lambda v, _: len(v) == 12),
    Operation("chats.participants", "read", lambda b, t: b.chats.participants(t.chat).collect(),
              lambda v, _: len(v) > 0),
    Operation("accounts.list", "read", lambda b, _: b.accounts.list(),
              lambda v, t: len(v) == len(t.scenario.fake.world.accounts())),
    Operation("accounts.retrieve", "read", lambda b, _: b.accounts.retrieve(SIGNAL),
              lambda v, _: v.account_id == SIGNAL),
    Operation("accounts.contacts.list", "read", lambda b, _: b.accounts.contacts.list(SIGNAL, limit=9).collect(12),
              lambda v, _: len(v) == 12),
    Operation("search", "read", lambda b, _: b.search(query="hiking"), lambda v, _: v.results is not None),
    Operation("labels.list", "read", lambda b, _: b.labels.list(), lambda v, _: len(v) == 3),
    Operation("info.retrieve", "read", lambda b, _: b.info.retrieve(), lambda v, _: v.server.status == "running"),
    Operation("bridges.retrieve", "read", lambda b, t: b.bridges.retrieve(t.scenario.bridge),
              lambda v, t: v.id == t.scenario.bridge),
    Operation("oauth.userinfo", "read", lambda b, _: b.oauth.userinfo(), lambda v, _: "read" in v.scope),
    Operation("assets.serve", "read", lambda b, t: b.assets.serve(url=t.scenario.file), lambda v, _: v.data == FILE,
              blind=("page", "nonsense", "page-after", "empty")),
    Operation("assets.download", "read", lambda b, t: b.assets.download(url=t.scenario.file),
              lambda v, t: v.src_url == t.scenario.file),
)  # fmt: skip

ALL = (*ONCE, *IDEMPOTENT, *READS)
BY_NAME = {operation.name: operation for operation in ALL}
