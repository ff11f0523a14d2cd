"""Operations that must not be repeated and name something that does not exist: the error says that nothing was sent."""

from __future__ import annotations

from typing import Any

from tests.faults.operation import Operation, Target


def _never(_: object, __: Target) -> bool:
    return False


def _texts(target: Target) -> int:
    return target.scenario.texts(target.mark)


def _send(b: Any, t: Target) -> Any:
    return b.messages.send("!absent:beeper.local", text=t.mark)


def _react(b: Any, t: Target) -> Any:
    return b.chats.messages.reactions.add("99999999", chat_id=t.chat, reaction_key=t.mark)


def _create(b: Any, t: Target) -> Any:
    return b.chats.create(
        account_id="absent", participant_ids=["@a:b", "@c:d"], type="group", title=t.mark, message_text=t.mark
    )


def _start(b: Any, t: Target) -> Any:
    return b.chats.start(account_id="absent", user={"id": t.scenario.person(t.number)}, message_text=t.mark)


ABSENT: tuple[Operation, ...] = (
    Operation("messages.send (absent)", "once", _send, _never, _texts, 2, absent="chat"),
    Operation("chats.messages.reactions.add (absent)", "once", _react, _never, absent="message"),
    Operation("chats.create (absent)", "once", _create, _never, _texts, absent="account"),
    Operation("chats.start (absent)", "once", _start, _never, _texts, absent="account"),
    Operation(
        "chats.notify_anyway (absent)", "once", lambda b, _: b.chats.notify_anyway("!absent:beeper.local"), _never,
        absent="chat",
    ),
)  # fmt: skip
