"""Documented sets of values are closed in arguments and open in responses; and what must not be empty is not sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import httpx
import pytest

from beeper_sdk import models
from scripts.compiler.plan.plan import Argument
from scripts.compiler.spec.schema_types import Enum, List, Shape, not_null
from tests.each import each_of
from tests.generated.arguments import minimal
from tests.generated.contract import function, operation, plan
from tests.scripted_server import Kind, Script, answer, call, chat


def enum_of(shape: Shape) -> Enum | None:
    shape = not_null(shape)
    inner = shape.item if isinstance(shape, List) else shape
    return inner if isinstance(inner, Enum) else None


def closed() -> Iterator[tuple[str, Argument, Enum]]:
    for planned in plan().operations:
        for argument in planned.arguments:
            enum = enum_of(argument.shape)
            if enum is not None:
                yield planned.name, argument, enum


CLOSED = {f"{name}({argument.name})": (name, argument, enum) for name, argument, enum in closed()}


def request(name: str, argument: Argument, value: object) -> Any:
    arguments = minimal(operation(name)) | {argument.name: [value] if isinstance(argument.shape, List) else value}
    path = operation(name).of("path")
    first = (arguments.pop(path[-1].name),) if path else ()
    return function(name)(*first, **arguments)


@each_of(CLOSED)
def test_another_value_is_an_error_that_lists_the_known_ones(where: str) -> None:
    name, argument, enum = CLOSED[where]
    for bad in ("sideways", str(enum.values[0]).upper(), f" {enum.values[0]}", ""):
        if bad == "" and isinstance(argument.shape, List):
            continue  # an empty item of a list is another error
        with pytest.raises(ValueError, match=rf"^{argument.name}(\[0\])? must be '") as caught:
            request(name, argument, bad)
        assert all(repr(value) in str(caught.value) for value in enum.values)
        assert "beeper.request()" in str(caught.value)
        assert "sideways" not in str(caught.value)


@each_of(CLOSED)
def test_each_known_value_is_sent(where: str) -> None:
    name, argument, enum = CLOSED[where]
    for value in enum.values:
        request(name, argument, value)


@pytest.mark.parametrize(
    ("attachment", "error"),
    [
        ({"upload_id": "u", "type": "voice"}, ValueError),
        (models.MessageAttachmentInput(upload_id="u", type="voice"), ValueError),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        ({"upload_id": "u", "type": 5}, TypeError),
    ],
)
def test_nested_values_are_checked_too(kind: Kind, attachment: Any, error: type[Exception]) -> None:
    server = Script(answer(chat()))
    with pytest.raises(error, match=r"^attachment\.type must be "):
        call(kind, server, lambda b: b.messages.send("c", attachment=attachment))
    draft = {"text": "x", "attachments": {"1": attachment if isinstance(attachment, dict) else attachment.to_dict()}}
    if "upload_id" in draft["attachments"]["1"]:  # type: ignore[index]  # a mapping of mappings
        with pytest.raises(error, match=r"^draft\.attachments\.\*\.type must be "):
            call(kind, server, lambda b: b.chats.update("c", draft=draft))
    assert server.count == 0


def test_responses_stay_open(kind: Kind) -> None:
    found = call(kind, Script(answer(chat() | {"type": "channel"})), lambda b: b.chats.retrieve("c"))
    assert (found.type, found.missing_fields) == ("channel", ())


EMPTY: list[Callable[[Any], Any]] = [
    lambda b: b.messages.send("c"),
    lambda b: b.messages.send("c", text=""),
    lambda b: b.messages.send("c", text=" \n\t"),
    lambda b: b.messages.send("c", reply_to_message_id="7"),
    lambda b: b.messages.update("7", chat_id="c", text=""),
    lambda b: b.messages.update("7", chat_id="c", text=" \n"),
    lambda b: b.chats.update("c"),
    lambda b: b.chats.update("c", is_muted=None),
    lambda b: b.chats.messages.reactions.add("7", chat_id="c", reaction_key=""),
    lambda b: b.v0.send_message(chat_id="c"),
    lambda b: b.messages.send("c", text="\u200b \u2060\ufeff\u200d\ufe0f"),
    lambda b: b.messages.update("7", chat_id="c", text="\u2063"),
    lambda b: b.v0.send_message(chat_id="c", text="\u3164"),
    lambda b: b.messages.send("c", text="hi", reply_to_message_id=""),
    lambda b: b.messages.send("c", attachment={"upload_id": ""}),
    lambda b: b.messages.send("c", attachment=models.MessageAttachmentInput(upload_id="\u200b")),
    lambda b: b.messages.list("c", cursor="").collect(),
    lambda b: b.messages.list("\u200b").collect(),
    lambda b: b.messages.search(sender=" ").collect(),
    lambda b: b.messages.search(chat_ids=[" "]).collect(),
    lambda b: b.chats.list(account_ids=["\u2060"]).collect(),
    lambda b: b.chats.search(label_id="").collect(),
    lambda b: b.chats.create(account_id="", participant_ids=["p"], type="single"),
    lambda b: b.chats.create(account_id="a", participant_ids=["p"], type="single", message_text=" "),
    lambda b: b.chats.start(account_id="a", user={"id": "p"}, message_text=""),
    lambda b: b.v0.create_chat(account_id="a", participant_ids=["p"], type="single", message_text=""),
    lambda b: b.chats.start(account_id="a", user={}),
    lambda b: b.chats.start(account_id="a", user={"id": "", "email": None, "username": "\ufeff"}),
    lambda b: b.chats.start(account_id="a", user=models.StartChatUser(phone_number=" ")),
    lambda b: b.focus(chat_id=""),
    lambda b: b.focus(message_id=" "),
]


@pytest.mark.parametrize("act", EMPTY)
def test_an_empty_write_is_refused(kind: Kind, act: Callable[[Any], Any]) -> None:
    server = Script(answer(chat()))
    with pytest.raises(
        ValueError, match=r"must not be blank|is required|must have (at least 1 character|a value for at least one)"
    ):
        call(kind, server, act)
    assert server.count == 0


def _send_text(beeper: Any, text: str) -> Any:
    return beeper.messages.send("c", text=text)


VISIBLE = ("\u2764\ufe0f", "\U0001f468\u200d\U0001f469", ".", "\uf8ff", "\U0001fae9", "\u200ba")


def test_a_text_with_a_visible_character_is_sent(kind: Kind) -> None:
    server = Script(answer({"chatID": "c", "pendingMessageID": "p"}))
    for text in VISIBLE:
        call(kind, server, partial(_send_text, text=text))
    assert server.count == len(VISIBLE)


PAST: list[Callable[[Any], Any]] = [
    lambda b: b.chats.remind("c", at="2024-12-24 18:00"),
    lambda b: b.chats.reminders.create("c", reminder={"remind_at": "2024-12-24 18:00"}),
    lambda b: b.chats.reminders.create("c", reminder=models.ReminderInput(remind_at=datetime(2024, 1, 1))),  # noqa: DTZ001
    lambda b: b.chats.reminders.create("c", reminder={"remind_at": timedelta(0)}),
    lambda b: b.v0.set_chat_reminder(chat_id="c", reminder={"remind_at_ms": 1735063200000}),
]


@pytest.mark.parametrize("act", PAST)
def test_a_reminder_in_the_past_is_refused(kind: Kind, act: Callable[[Any], Any]) -> None:
    server = Script(httpx.Response(204))
    with pytest.raises(ValueError, match=r"^(at|reminder\.remind_at|reminder\.remind_at_ms) must be in the future"):
        call(kind, server, act)
    assert server.count == 0
    call(kind, server, lambda b: b.chats.reminders.create("c", reminder={"remind_at": timedelta(hours=1)}))


def _send(beeper: Any, text: str | None) -> Any:
    return beeper.messages.send("c", text=text, attachment={"upload_id": "u"})


def test_an_attachment_needs_no_text(kind: Kind) -> None:
    server = Script(answer({"chatID": "c", "pendingMessageID": "p"}))
    texts: list[str | None] = [None, "", "See"]
    for text in texts:
        send = partial(_send, text=text)
        call(kind, server, send)
    assert server.count == 3


def _search(beeper: Any, day: Any) -> Any:
    return beeper.messages.search(date_after=day).collect()


def test_a_date_is_the_beginning_of_that_day(kind: Kind) -> None:
    server = Script(answer({"items": [], "hasMore": False, "chats": {}}))
    for day in (date(2026, 8, 1), datetime(2026, 8, 1), "2026-08-01"):  # noqa: DTZ001  # local time
        call(kind, server, partial(_search, day=day))
    assert len({str(request.url) for request in server.requests}) == 1
    at = call(kind, Script(httpx.Response(204)), lambda b: b.chats.remind("c", at=date(2099, 1, 1)))
    assert at.astimezone() == datetime(2099, 1, 1).astimezone()  # local time
