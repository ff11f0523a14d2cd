"""The operations: how each is called, what its result must be, and how often it had its effect.

Everything that a call creates contains its mark.
"""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

from beeper_sdk import api
from beeper_sdk.testing.world.seed.accounts import MATRIX_USER
from tests.faults.absent import ABSENT
from tests.faults.lists import LISTS
from tests.faults.operation import Operation, Target
from tests.faults.scenario import FILE
from tests.testing.known_chats import SIGNAL

SOON = datetime(2037, 1, 1, tzinfo=UTC)


def _texts(target: Target) -> int:
    return target.scenario.texts(target.mark)


def _sent(value: Any, target: Target) -> bool:
    return bool(value.chat_id == target.chat) and target.scenario.sent(value.pending_message_id) == (
        target.chat,
        target.mark,
    )


def _same_words(target: Target) -> str:
    """A text that other calls send at the same time and to the same chat. A client that sent all of them can still
    assign them. Two clients never send the same text: they could not assign them."""
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
    return bool(target.scenario.fake.world.chat(target.idle_chat)["isArchived"]) is target.flag


def _started(b: Any, t: Target) -> Any:
    return b.chats.start(account_id=SIGNAL, user={"id": t.scenario.person(t.number)}, message_text=t.mark)


def _met(b: Any, t: Target) -> Any:
    person = t.scenario.known_people[t.number % len(t.scenario.known_people)]
    return b.chats.start(account_id=SIGNAL, user={"id": person}, message_text=t.mark)


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
    *ABSENT,
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
    Operation("messages.send (same words)", "once", _repeat, _repeated, weight=4, any_client=False),
    Operation(
        "v0.send_message", "once", lambda b, t: b.raw(api.v0.send_message(chat_id=t.chat, text=t.mark)),
        lambda v, t: _sent(v.value, t), _texts,
    ),
    Operation("chats.create", "once", _created, _made, lambda t: t.scenario.rooms(t.mark), 3),
    Operation("chats.start", "once", _started, _began, _texts, 3),
    Operation("chats.start (exists)", "once", _met, lambda v, _: v.status == "existing", _texts, 2,
              any_client=False, may_drop_text=True),
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
        "chats.notify_anyway", "once", lambda b, t: b.chats.notify_anyway(t.scenario.imessage_chat),
        lambda v, t: v.id == t.scenario.imessage_chat,
    ),
)  # fmt: skip

IDEMPOTENT: tuple[Operation, ...] = (
    Operation("chats.archive", "idempotent", lambda b, t: b.chats.archive(t.idle_chat, archived=t.flag),
              _archived, weight=3),
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
              undetectable=("page", "nonsense", "page-after", "empty", "nothing", "nothing-after", "failure")),
    Operation("assets.download", "read", lambda b, t: b.assets.download(url=t.scenario.file),
              lambda v, t: v.src_url == t.scenario.file),
)  # fmt: skip

ALL = (*ONCE, *IDEMPOTENT, *READS, *LISTS)
BY_NAME = {operation.name: operation for operation in ALL}
