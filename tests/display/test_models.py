"""The repr of chats, messages, people and accounts: two lines with what people look for. That of others: not long."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from time import process_time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typing_extensions import override

from beeper_sdk import models
from beeper_sdk._core.display.texts import id_text
from beeper_sdk._core.generated import base
from tests.display.samples import ACCOUNT, CHAT, HOSTILE, MAX_LINE, MESSAGE, MODELS, chat, is_terminal_safe, message
from tests.each import each_of

PLAIN = "<Chat \"Family\" WhatsApp group, 5 members, 3 unread, pinned, muted, id='!family:beeper.local'>"
LOCAL_ID = "!acLaq4ZaoDjGZmjFGc:ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc.local-whatsapp.localhost"
IDS = "2026-11-30 14:05 UTC, id='1343993', chat_id="
IN_FAMILY = f"{IDS}'!family:beeper.local'"
VALUES = st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text()))


@each_of(
    [
        (chat(), PLAIN),
        (
            chat(id=LOCAL_ID, type="single", isPinned=None, isMuted=None, title="Bob", unreadCount=1),
            f"<Chat \"Bob\" WhatsApp, 5 members, 1 unread\n id='{LOCAL_ID}'>",
        ),
        (chat(title=None), PLAIN.replace("Family", "Bob +3")),
        (chat(network=None), PLAIN.replace("WhatsApp", "whatsapp")),
        (message(), f'<Message Bob: "See you at the station"\n {IN_FAMILY}>'),
        (message(isSender=True, text="Hi", chatID="!a"), f"<Message Bob (you): \"Hi\", {IDS}'!a'>"),
        (message(senderName=None, text="Hi", chatID="!a"), f"<Message @bob:beeper.local: \"Hi\", {IDS}'!a'>"),
        (message(isDeleted=True), f'<Message Bob: "[deleted message]"\n {IN_FAMILY}>'),
        (message(text="a" * 60), f'<Message Bob: "{"a" * 60}"\n {IN_FAMILY}>'),
        (message(text="a" * 61), f'<Message Bob: "{"a" * 59}…"\n {IN_FAMILY}>'),
        (message(senderName="B" * 99), f'<Message {"B" * 25}…: "See you at the station"\n {IN_FAMILY}>'),
        (models.User(id="@b:x", phone_number="+15550100"), "<User \"+15550100\", id='@b:x'>"),
        (chat().participants.items[1], "<Participant \"Alice\", you, admin, id='@alice:beeper.local'>"),
        (models.Account.from_dict(ACCOUNT), "<Account WhatsApp \"Alice\", connected, account_id='whatsapp'>"),
    ]
)
def test_a_repr_shows_what_people_look_for(model: object, shown: str) -> None:
    assert repr(model) == shown


def test_subclasses_and_models_of_v0_have_the_same_form() -> None:
    listed = models.ChatWithPreview.from_dict(CHAT)
    assert repr(listed).startswith('<ChatWithPreview "Family" WhatsApp group, 5 members')
    assert repr(models.V0Chat.from_dict(CHAT)).startswith('<V0Chat "Family" WhatsApp group, 5 members, 3 unread')
    assert repr(models.V0Message.from_dict(MESSAGE)).startswith('<V0Message Bob: "See you at the station"')
    assert repr(models.V0Account.from_dict(ACCOUNT)).startswith('<V0Account WhatsApp "Alice"')


def test_all_of_a_model_is_in_its_dict() -> None:
    assert message(text="a" * 1000).to_dict()["text"] == "a" * 1000


def check_text(shown: str) -> None:
    assert is_terminal_safe(shown)
    assert shown.count("\n") <= 1
    assert max(map(len, shown.split("\n"))) <= MAX_LINE
    shown.encode()


def test_whatever_a_server_sends_is_shown_in_two_lines() -> None:
    for known, model in MODELS:
        check_text(repr(model.from_dict({})))
        for key in (*known, "network", "isSender", "attachments", "links", "reactions", "isArchived", "merge"):
            check_text(repr(model.from_dict({name: item for name, item in known.items() if name != key})))
            for value in HOSTILE:
                check_text(repr(model.from_dict({**known, key: value})))


@given(st.dictionaries(st.sampled_from([*CHAT, *MESSAGE]), VALUES), st.booleans())
@example(dict.fromkeys((*CHAT, *MESSAGE), "\u202e\x1b" * 200), False)
def test_a_repr_never_raises_and_is_never_long(changes: dict[str, Any], only: bool) -> None:
    for known, model in MODELS:
        check_text(repr(model.from_dict(changes if only else {**known, **changes})))


def test_long_names_and_many_attachments_are_not_read_whole() -> None:
    long = "é x" * 300_000
    people = [{"id": f"@{number}:x", "fullName": long, "isSelf": True} for number in range(100)]
    attached = [{"type": "img", "fileName": "f" * 1000}] * 5000
    started = process_time()
    check_text(repr(chat(title=long, participants={"items": people, "hasMore": False, "total": 100})))
    check_text(repr(message(attachments=attached)))
    assert process_time() - started < 10  # it would take minutes


class Odd:
    """An object without a repr."""

    @override
    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize("kind", [models.Chat, models.Message, models.Account, models.Participant])
def test_whatever_somebody_assigns_is_shown(kind: type[models.Chat]) -> None:
    assert kind.__name__ in repr(kind.__new__(kind))
    made = next(model.from_dict(known) for known, model in MODELS if model is kind)
    too_long = 10 ** (sys.get_int_max_str_digits() + 1)
    for value in (Odd(), too_long, [[[[[[["x"]]]]]]], datetime.max.replace(tzinfo=UTC), models.Label(id="", name="")):
        for name in made._ATTRIBUTES.values():
            assert len(repr(made.evolve(**{name: value}))) <= 900


def test_a_model_inside_of_itself_is_shown() -> None:
    label = models.Label(id="1", name="a").evolve(name=[])
    named: Any = label.name
    named.append(label)
    assert repr(label) == "Label(id='1', name=[Label(id='1', name=[Label(...)])])"


def test_other_models_are_shown_like_calls_of_limited_length() -> None:
    page = {"items": [CHAT] * 30, "hasMore": False, "oldestCursor": "o", "newestCursor": "n"}
    listed = PLAIN.replace("<Chat", "<ChatWithPreview")
    shown = repr(models.ChatWithPreviewPage.from_dict(page))
    assert shown.startswith(f"ChatWithPreviewPage(items=[{listed}, {listed}, {listed}, {listed}, ... 26 more], ")
    assert shown.endswith(", has_more=False, oldest_cursor='o', newest_cursor='n')")
    assert repr(models.Label(id="1", name="x" * 1000)) == f"Label(id='1', name='{'x' * 79}…')"
    assert len(repr(models.ChatDraft(text="a\n" * 10_000))) < 200


def test_objects_of_unknown_kinds_are_shown_cut() -> None:
    unknown = repr(base.UnknownVariant({str(number): "y" * 1000 for number in range(1000)}))
    assert unknown.startswith("UnknownVariant({'0': 'yyyyy")
    assert unknown.endswith(", ... 996 more})")


@pytest.mark.parametrize("limit", [20, 50])
def test_an_id_is_cut_in_the_middle(limit: int) -> None:
    shown = id_text("id", LOCAL_ID, limit)
    assert shown is not None
    assert len(shown) == len("id=''") + limit
    assert shown.startswith("id='!acLaq4")
    assert shown.endswith("lhost'")
