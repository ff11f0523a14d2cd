"""`sanitize`: what is personal is gone, what refers goes on referring, and the rest is as it was."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk import Beeper, Response, api, models, sanitize
from beeper_sdk.testing import FakeBeeper
from tests.generated.contract import example, model

KEY = "a key of these tests"
ALICE, BOB = "@signal_2a1b5f3e-0c9d-4b7a-8e6f-123456789abc:beeper.local", "@whatsapp_491701234567:beeper.local"
ROOM = "!NCdzlIaMjZUmvmvyHU:beeper.com"


def person(user_id: str, name: str) -> dict[str, Any]:
    return {
        "id": user_id,
        "fullName": name,
        "phoneNumber": "+491701234567",
        "email": f"{name.split(maxsplit=1)[0]}@mail.test",
    }


def chat() -> models.Chat:
    people = {"items": [person(ALICE, "Alice Smith"), person(BOB, "Bob Jones")], "hasMore": False, "total": 2}
    return models.Chat.from_dict(
        {**example("Chat"), "id": ROOM, "title": "Alice Smith", "participants": people, "newField": "Alice"}
    )


def message(text: str = "Dear Bob") -> models.Message:
    reaction = {"id": f"{ALICE}👍", "reactionKey": "👍", "participantID": ALICE}
    more = {"senderName": "Alice Smith", "text": text, "mentions": [BOB, "@room"], "linkedMessageID": "1343992"}
    refers = {"seen": {BOB: True, ALICE: "2026-08-31T19:42:00.000Z"}, "reactions": [reaction]}
    return models.Message.from_dict(
        {**example("Message"), "id": "1343993", "chatID": ROOM, "senderID": ALICE, **more, **refers}
    )


def test_the_result_is_a_copy_of_the_same_type_that_decodes_again() -> None:
    given = chat()
    before = given.to_dict()
    made = sanitize(given, key=KEY)
    assert type(made) is models.Chat
    assert models.Chat.from_dict(made.to_dict()) == made
    assert given.to_dict() == before != made.to_dict()


def test_references_go_on_referring_over_calls_and_shapes() -> None:
    made_chat, made_message = sanitize(chat(), key=KEY), sanitize(message(), key=KEY)
    alice, bob = made_chat.participants.items
    assert made_message.chat_id == made_chat.id != ROOM
    assert (made_message.sender_id, made_message.sender_name, made_chat.title) == (
        alice.id,
        alice.full_name,
        alice.full_name,
    )
    assert made_message.mentions == [bob.id, "@room"]
    assert isinstance(made_message.seen, dict)
    assert made_message.seen.keys() == {alice.id, bob.id}
    assert made_message.reactions is not None
    assert (made_message.reactions[0].participant_id, made_message.reactions[0].id) == (alice.id, f"{alice.id}👍")


def test_what_is_kept_is_what_fixtures_need() -> None:
    given, made = message(), sanitize(message(), key=KEY)
    fields = ("timestamp", "type", "is_sender", "is_hidden", "is_deleted", "is_unread", "edited_timestamp")
    assert [getattr(made, name) for name in fields] == [getattr(given, name) for name in fields]
    assert isinstance(given.attachments, list)
    assert isinstance(made.attachments, list)
    for was, now in zip(given.attachments, made.attachments, strict=True):
        assert (now.type, now.mime_type, now.size) == (was.type, was.mime_type, was.size)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (ROOM, r"!(?!NCd)[A-Z]{2}[a-z]{3}[A-Z][a-z][A-Z][a-z][A-Z]{2}[a-z]{5}[A-Z]{2}:beeper\.com"),
        (ALICE, r"@signal_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:beeper\.local"),
        (BOB, r"@whatsapp_(?!491701234567)[1-9][0-9]{11}:beeper\.local"),
        ("1343993", r"(?!1343993)[1-9][0-9]{6}"),
        ("local-whatsapp_ba_EvYDBBsZbRQAy3UO", r"local-whatsapp_ba_(?!EvYDB)[A-Za-z0-9]{16}"),
        ("imsg##participant:alice@icloud.com", r"[a-z]{4}##[a-z]{11}:[a-z]+@example\.com"),
        ("slackgo.T01ABC-U02DEF", r"slackgo\.[A-Z][0-9]{2}[A-Z]{3}-[A-Z][0-9]{2}[A-Z]{3}"),
        ("~beeper-mautrix-go_1234567", r"~beeper-mautrix-go_(?!1234567)[1-9][0-9]{6}"),
        ("matrix", "matrix"),
        ("@room", "@room"),
        ("", ""),
    ],
)
def test_ids_keep_their_shape(value: str, shape: str) -> None:
    made = sanitize(models.User(id=value), key=KEY).id
    assert re.fullmatch(shape, made)


@pytest.mark.parametrize(
    ("field", "value", "shape"),
    [
        ("phone_number", "+49 170 1234567", r"\+999[0-9]{12}"),
        ("phone_number", "0170/12345", r"999[0-9]{9}"),
        ("email", "Alice@Mail.test", r"[a-z]{12}@example\.com"),
        ("full_name", "Alice B. Smith", r"[A-Z][a-z]{5} [A-Z][a-z]{5}"),
        ("username", "@alice", r"@[a-z]{12}"),
        ("username", "Alice", r"[A-Z][a-z]{11}"),
        ("img_url", "mxc://beeper.com/AbC123?key=secret", r"mxc://beeper\.com/[A-Z][a-z][A-Z][0-9]{3}\?x=[a-z]{12}"),
        ("img_url", "file:///Users/alice/pic%20one.JPG", r"file:///[A-Z][a-z]{4}/[a-z]{5}/[a-z]{16,}\.JPG"),
        ("img_url", "https://cdn.site.test/u/alice.png#x", r"https://[a-z]{12}\.invalid/[a-z]/[a-z]{5}\.png\?x=[a-z]+"),
        ("img_url", "http://127.0.0.1:23373/v1/assets", r"http://127\.0\.0\.1:23373/v1/assets"),
        ("img_url", "http://LocalHost:1/x", r"http://LocalHost:1/[a-z]"),
        ("img_url", "http://alice.localhost:1/x", r"http://[a-z]{12}\.invalid/[a-z]"),
        ("img_url", "http://smith.ALICE.LocalHost./x", r"http://[a-z]{12}\.invalid/[a-z]"),
        ("img_url", "https://alice:pw@site.test/", r"https://[a-z]{12}\.invalid/"),
        ("img_url", "data:image/png;base64,QWxpY2U=", r"data:;base64,[A-Za-z0-9+/]{24}"),
        ("img_url", "/home/alice/a.b", r"/[a-z]{4}/[a-z]{5}/[a-z]\.[a-z]"),
        ("img_url", "alice says hi", r"[a-z]{5} [a-z]{4} [a-z]{2}"),
    ],
)
def test_what_tells_who_somebody_is_becomes_made_up(field: str, value: str, shape: str) -> None:
    made = getattr(sanitize(models.User(id="1").evolve(**{field: value}), key=KEY), field)
    assert re.fullmatch(shape, made), made
    assert not set(re.findall(r"alice|smith|icloud|secret|\bpw\b|mail\.test", value.lower())) & set(
        re.findall(r"\w+", made.lower())
    )


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Dear Bob, 12 eggs!", r"[A-Z][a-z]{3} [A-Z][a-z]{2}, [0-9]{2} [a-z]{4}!"),
        ("<b>Bob</b> &amp; <br/>me", r"<b>[A-Z][a-z]{2}</b> &amp; <br />[a-z]{2}"),
        (
            '<a href="https://matrix.to/#/!Room:x.y" title="Bob">x</a>',
            r'<a href="https://matrix.to/#/!\w{4}:\w\.\w">\w</a>',
        ),
        ("<Bob Smith>", r"<[A-Z][a-z]{2} [A-Z][a-z]{4}>"),
        ("see https://site.test/a?b=c", r"[a-z]{3} https://[a-z]{12}\.invalid/\w\?x=[a-z]{12}"),
        ("mail bob@site.test or +49 170 1234567", r"[a-z]{4} [a-z]{12}@example\.com [a-z]{2} \+999\d{12}"),
        ("Grüße aus 北京", r"[A-Z][a-z]{4} [a-z]{3} [a-z]{2}"),
        ("👍🏽", r"\W+"),
    ],
)
def test_texts_keep_their_build(text: str, shape: str) -> None:
    made = sanitize(message(text), key=KEY).text
    assert made is not None
    assert re.fullmatch(shape, made), made
    assert text.lower() != made.lower()


def test_a_person_in_a_text_is_the_same_as_elsewhere() -> None:
    made = sanitize(message(f"ask {ALICE}"), key=KEY)
    assert made.text is not None
    assert made.text.endswith(made.sender_id)


def test_sort_keys_and_cursors_keep_their_order() -> None:
    keys = ["9", "10", "821744079", "1756379069621"]
    page = models.MessagePage.from_dict(
        {
            "items": [{**example("Message"), "sortKey": key} for key in keys],
            "hasMore": True,
            "oldestCursor": keys[0],
            "newestCursor": f"{keys[3]}|c29tZQ",
        }
    )
    made = sanitize(page, key=KEY)
    made_keys = [int(item.sort_key) for item in made.items]
    assert made_keys == sorted(made_keys) != [int(key) for key in keys]
    assert made.oldest_cursor == made.items[0].sort_key
    assert made.newest_cursor is not None
    assert made.newest_cursor.startswith(f"{made.items[3].sort_key}|")
    assert "c29tZQ" not in made.newest_cursor


def test_secrets_become_the_same_word_whatever_they_were() -> None:
    both = [models.RecoveryKeyRequest(recovery_key=text) for text in ("one", "another")]
    assert [request.recovery_key for request in sanitize(both, key=KEY)] == ["redacted"] * 2


def test_what_the_spec_does_not_know_is_taken_for_personal() -> None:
    unknown_fields = {"newText": "Alice", "newNumber": 491701234567, "newPlace": [52.5201, 13.4], "newFlag": True,
                      "newMap": {ALICE: {"nick": "Ally"}}, "newNull": None}  # fmt: skip
    made = sanitize(models.User.from_dict({"id": ALICE, **unknown_fields}), key=KEY).to_dict()
    assert made["newFlag"] is True
    assert made["newNull"] is None
    assert made.keys() == {"id", *unknown_fields}
    assert list(made["newMap"]) == [made["id"]]
    shown = json.dumps(made)
    assert [word for word in ("Alice", "491701234567", "52.52", "13.4", "Ally", "nick", ALICE) if word in shown] == []


def test_a_value_of_another_type_than_documented_is_not_let_through() -> None:
    given = models.Chat.from_dict(
        {**example("Chat"), "unreadCount": "Alice", "network": {"who": "Alice"}, "title": 4917}
    )
    made = sanitize(given, key=KEY)
    assert "Alice" not in repr(made)
    assert made.to_dict()["title"] != 4917


def test_json_is_sanitized_as_the_model_it_is_of() -> None:
    given = [chat().to_dict()]
    assert sanitize(given, key=KEY, as_=models.Chat) == [sanitize(chat(), key=KEY).to_dict()]
    lost = json.dumps(sanitize(given, key=KEY))
    assert [word for word in ("Alice", "WhatsApp", "single") if word in lost] == []


def test_containers_of_models_keep_their_type_and_their_keys_refer() -> None:
    given: Any = {ROOM: (chat(), [message()]), "n": None}
    made = sanitize(given, key=KEY)
    (room, (made_chat, [made_message])), (_, nothing) = made.items()
    assert room == made_chat.id == made_message.chat_id
    assert nothing is None


def test_pages_and_responses_are_sanitized_with_what_is_around_them(fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        page = next(iter(beeper.chats.list().pages()))
        response = beeper.raw(api.chats.list())
    made, answer = sanitize(page, key=KEY), sanitize(response, key=KEY)
    assert type(made) is type(page)
    assert (
        [item.id for item in made.items] == [item.id for item in answer.value.items] != [item.id for item in page.items]
    )
    assert made.checkpoint != page.checkpoint
    assert isinstance(answer, Response)
    assert answer.status == 200
    assert set(answer.headers) <= {"content-type", "content-length", "date", "x-beeper-desktop-version"}


def test_a_whole_world_is_told_apart_as_before(fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        chats = beeper.chats.list().collect()
        talk = beeper.messages.list(chats[0].id).collect(limit=40)
    made, said = sanitize(chats, key=KEY), sanitize(talk, key=KEY)
    assert len({item.id for item in made}) == len({item.id for item in chats})
    people = {participant.id: participant.full_name for chat in chats for participant in chat.participants.items}
    made_people = {participant.id: participant.full_name for chat in made for participant in chat.participants.items}
    assert len(made_people) == len(people)
    assert len(set(made_people.values())) == len(set(people.values()))
    assert sorted(said, key=lambda item: int(item.sort_key)) == sanitize(
        sorted(talk, key=lambda item: int(item.sort_key)), key=KEY
    )


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=40), st.binary(min_size=16, max_size=20))
@settings(max_examples=60)
def test_different_ids_stay_different(ids: list[str], key: bytes) -> None:
    made = sanitize([models.User(id=user_id) for user_id in ids], key=key)
    assert len({user.id for user in made}) == len(ids)


@given(st.from_regex(r"[A-Za-z0-9]{1,3}", fullmatch=True))
def test_short_ids_of_a_shape_are_changed_among_themselves(word: str) -> None:
    made = sanitize(models.User(id=word), key=KEY).id
    assert [char.isdigit() for char in made] == [char.isdigit() for char in word]


def test_short_ids_stay_different_over_calls_and_none_becomes_itself() -> None:
    ids = [*map(str, range(1, 100)), *map(str, range(1000, 3000))]
    together = [user.id for user in sanitize([models.User(id=user_id) for user_id in ids], key=KEY)]
    apart = [sanitize(models.User(id=user_id), key=KEY).id for user_id in reversed(ids)]
    assert len(set(together)) == len(ids)
    assert apart == together[::-1]
    assert [user_id for user_id, made in zip(ids[:99], together, strict=False) if made == user_id] == []


def test_without_a_key_pseudonyms_hold_for_one_run_only() -> None:
    assert sanitize(chat()) == sanitize(chat())
    assert len({_id_in_another_process(), _id_in_another_process(), sanitize(chat()).id}) == 3


def test_with_a_key_they_are_the_same_in_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = sanitize(chat(), key=KEY)
    assert sanitize(chat(), key=KEY.encode()) == expected != sanitize(chat(), key=KEY + "2")
    monkeypatch.setenv("BEEPER_SANITIZE_KEY", KEY)
    assert sanitize(chat()) == expected
    assert _id_in_another_process() == expected.id


def _id_in_another_process() -> str:
    code = f"from beeper_sdk import sanitize, models; print(sanitize(models.User(id={ROOM!r})).id)"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_bad_input_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    invalid: Any = 7
    with pytest.raises(ValueError, match="key must have at least 16 bytes"):
        sanitize([], key="short")
    with pytest.raises(TypeError, match="key must be bytes or str, not int"):
        sanitize([], key=invalid)
    with pytest.raises(TypeError, match=r"obj must contain only models, .* not object"):
        sanitize([object()])
    with pytest.raises(TypeError, match="as_ must be a model class"):
        sanitize([], as_=invalid)
    with pytest.raises(ValueError, match=r"\$\.accountID"):
        sanitize({"id": "1"}, as_=models.Chat)
    monkeypatch.setenv("BEEPER_SANITIZE_KEY", "short")
    with pytest.raises(ValueError, match="BEEPER_SANITIZE_KEY must have at least 16 bytes"):
        sanitize([])


def test_values_of_every_kind_of_json_are_taken() -> None:
    when = datetime(2026, 12, 24, tzinfo=UTC)
    given: Any = [None, True, 12, 1.5, "x", b"x", when, {"a": deepcopy([1])}]
    made = sanitize(given, key=KEY)
    assert [type(value) for value in made] == [type(value) for value in given]
    assert (made[0], made[1], made[5], made[6]) == (None, True, b"redacted", when)


def test_a_subclass_of_a_model_and_an_unknown_variant_keep_their_class() -> None:
    session: Any = {**example("LoginSession"), "currentStep": {"type": "brand-new", "name": "Alice", "id": "7"}}
    made = sanitize(model("LoginSession").from_dict(session), key=KEY).to_dict()
    assert made["currentStep"]["type"] == "brand-new"
    assert "Alice" not in json.dumps(made)
