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
SOON = datetime(2027, 1, 1, tzinfo=UTC)


class Place(NamedTuple):
    """Where one call takes place: all that makes it differ from others."""

    scenario: Scenario
    mark: str
    number: int

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
    def row(self) -> str:
        """A message there."""
        return self.scenario.row(self.number)


Act: TypeAlias = Callable[[Any, Place], Any]
Right: TypeAlias = Callable[[Any, Place], bool]
Count: TypeAlias = Callable[[Place], int]


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


def _texts(place: Place) -> int:
    return place.scenario.texts(place.mark)


def _sent(value: Any, place: Place) -> bool:
    return bool(value.chat_id == place.chat) and place.scenario.sent(value.pending_message_id) == (
        place.chat,
        place.mark,
    )


def _same_words(place: Place) -> str:
    """What others say too, at the same time and in the same chat: the client knows who, if it sent all of it."""
    return ("hello", "fine", "see you")[place.number % 3]


def _repeat(b: Any, p: Place) -> Any:
    return b.messages.send(p.scenario.chat(p.number % 2), text=_same_words(p))


def _repeated(value: Any, place: Place) -> bool:
    return place.scenario.sent(value.pending_message_id) == (place.scenario.chat(place.number % 2), _same_words(place))


def _made(value: Any, place: Place) -> bool:
    return (value.title, value.status) == (place.mark, "created")


def _began(value: Any, place: Place) -> bool:
    return place.scenario.fake.world.messages(value.chat_id)[-1].get("text") is not None and bool(value.status)


def _kept(value: Any, place: Place) -> bool:
    return place.scenario.uploaded(value.upload_id) == (place.mark, FILE)


def _uploads(place: Place) -> int:
    return place.scenario.uploads(place.mark)


def _reacted(value: Any, place: Place) -> bool:
    return (value.message_id, value.reaction_key) == (place.row, place.mark)


def _is_chat(value: Any, place: Place) -> bool:
    return bool(value.id == place.chat)


def _archived(_: object, place: Place) -> bool:
    return bool(place.scenario.fake.world.chat(place.quiet)["isArchived"]) is place.side


def _started(b: Any, p: Place) -> Any:
    return b.chats.start(account_id=SIGNAL, user={"id": p.scenario.person(p.number)}, message_text=p.mark)


def _created(b: Any, p: Place) -> Any:
    three = [p.scenario.person(p.number + step) for step in range(3)]
    return b.chats.create(account_id=SIGNAL, participant_ids=three, type="group", title=p.mark, message_text=p.mark)


def _remind(b: Any, p: Place) -> Any:
    return b.chats.reminders.create(p.chat, reminder={"remind_at": SOON + timedelta(minutes=p.number % 500)})


def _edit(b: Any, p: Place) -> Any:
    return b.messages.update(p.scenario.own(p.number), chat_id=p.chat, text="edited")


def _find(b: Any, p: Place) -> Any:
    return b.messages.search(query="something", chat_ids=[p.chat]).collect(5)


ONCE: tuple[Operation, ...] = (
    Operation(
        "messages.send", "once", lambda b, p: b.messages.send(p.chat, text=p.mark), _sent, _texts, 8
    ),
    Operation(
        "messages.send (reply)", "once",
        lambda b, p: b.messages.send(p.chat, text=p.mark, reply_to_message_id=p.row), _sent, _texts, 2,
    ),
    Operation(
        "messages.send (file)", "once",
        lambda b, p: b.messages.send(p.chat, text=p.mark, attachment={"upload_id": p.scenario.upload}),
        _sent, _texts, 2,
    ),
    Operation("messages.send (same words)", "once", _repeat, _repeated, weight=4, anywhere=False),
    Operation(
        "v0.send_message", "once", lambda b, p: b.raw(api.v0.send_message(chat_id=p.chat, text=p.mark)),
        lambda v, p: _sent(v.value, p), _texts,
    ),
    Operation("chats.create", "once", _created, _made, lambda p: p.scenario.rooms(p.mark), 3),
    Operation("chats.start", "once", _started, _began, _texts, 3),
    Operation(
        "assets.upload", "once", lambda b, p: b.assets.upload(file=FILE, file_name=p.mark), _kept, _uploads, 3
    ),
    Operation(
        "assets.upload_base64", "once",
        lambda b, p: b.assets.upload_base64(content=base64.b64encode(FILE).decode(), file_name=p.mark),
        _kept, _uploads,
    ),
    Operation(
        "chats.messages.reactions.add", "once",
        lambda b, p: b.chats.messages.reactions.add(p.row, chat_id=p.chat, reaction_key=p.mark), _reacted, weight=3,
    ),
    Operation(
        "matrix.create_room", "once", lambda b, p: b.matrix.create_room(body={"name": p.mark}),
        lambda v, p: p.scenario.fake.world.chat(v.room_id)["title"] == p.mark, lambda p: p.scenario.rooms(p.mark),
    ),
    Operation(
        "oauth.register", "once",
        lambda b, p: b.oauth.register(client_name=p.mark, redirect_uris=["http://127.0.0.1:1/"]),
        lambda v, p: v.client_name == p.mark,
    ),
    Operation(
        "chats.notify_anyway", "once", lambda b, p: b.chats.notify_anyway(p.scenario.native),
        lambda v, p: v.id == p.scenario.native,
    ),
)  # fmt: skip

IDEMPOTENT: tuple[Operation, ...] = (
    Operation("chats.archive", "idempotent", lambda b, p: b.chats.archive(p.quiet, archived=p.side),
              _archived, weight=3, blind=("nonsense",)),
    Operation("chats.update", "idempotent", lambda b, p: b.chats.update(p.chat, title=p.mark),
              lambda v, p: v.id == p.chat and v.title == p.mark, weight=2),
    Operation("chats.mark_read", "idempotent", lambda b, p: b.chats.mark_read(p.chat), _is_chat),
    Operation("chats.reminders.create", "idempotent", _remind, lambda v, _: v is None),
    Operation("messages.update", "idempotent",
              _edit, lambda v, p: v.message_id == p.scenario.own(p.number)),
    Operation("matrix.set_room_account_data", "idempotent",
              lambda b, p: b.matrix.set_room_account_data(p.mark, user_id=MATRIX_USER, room_id=p.chat, body={"a": 1}),
              lambda _, __: True),
)  # fmt: skip

READS: tuple[Operation, ...] = (
    Operation("chats.retrieve", "read", lambda b, p: b.chats.retrieve(p.chat), _is_chat, weight=4),
    Operation("messages.retrieve", "read", lambda b, p: b.messages.retrieve(p.row, chat_id=p.chat),
              lambda v, p: (v.id, v.chat_id) == (p.row, p.chat), weight=2),
    Operation("messages.list", "read", lambda b, p: b.messages.list(p.chat).collect(40),
              lambda v, p: bool(v) and {row.chat_id for row in v} == {p.chat}, weight=2),
    Operation("messages.search", "read", _find,
              lambda v, p: all(row.chat_id == p.chat for row in v)),
    Operation("chats.list", "read", lambda b, _: b.chats.list(limit=5).collect(12), lambda v, _: len(v) == 12),
    Operation("chats.participants", "read", lambda b, p: b.chats.participants(p.chat).collect(),
              lambda v, _: len(v) > 0),
    Operation("accounts.list", "read", lambda b, _: b.accounts.list(),
              lambda v, p: len(v) == len(p.scenario.fake.world.accounts())),
    Operation("accounts.retrieve", "read", lambda b, _: b.accounts.retrieve(SIGNAL),
              lambda v, _: v.account_id == SIGNAL),
    Operation("accounts.contacts.list", "read", lambda b, _: b.accounts.contacts.list(SIGNAL, limit=9).collect(12),
              lambda v, _: len(v) == 12),
    Operation("search", "read", lambda b, _: b.search(query="hiking"), lambda v, _: v.results is not None),
    Operation("labels.list", "read", lambda b, _: b.labels.list(), lambda v, _: len(v) == 3),
    Operation("info.retrieve", "read", lambda b, _: b.info.retrieve(), lambda v, _: v.server.status == "running"),
    Operation("bridges.retrieve", "read", lambda b, p: b.bridges.retrieve(p.scenario.bridge),
              lambda v, p: v.id == p.scenario.bridge),
    Operation("oauth.userinfo", "read", lambda b, _: b.oauth.userinfo(), lambda v, _: "read" in v.scope),
    Operation("assets.serve", "read", lambda b, p: b.assets.serve(url=p.scenario.file), lambda v, _: v.data == FILE,
              blind=("page", "nonsense", "page-after", "empty")),
    Operation("assets.download", "read", lambda b, p: b.assets.download(url=p.scenario.file),
              lambda v, p: v.src_url == p.scenario.file),
)  # fmt: skip

ALL = (*ONCE, *IDEMPOTENT, *READS)
BY_NAME = {operation.name: operation for operation in ALL}
