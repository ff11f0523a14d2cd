"""What older apps with v1 say differently: attachments, labels, direct chats, answers, and the rows of traps.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk import Beeper, errors, models
from beeper_sdk.testing import FakeBeeper
from tests.core.compat.conftest import Fakes
from tests.core.compat.helpers import KINDS, VERSIONS, Kind, play
from tests.core.compat.operations import by, in_turn, learn, unsupported
from tests.scripted_server import Script, call
from tests.testing.known_chats import BOB, READ_ONLY, WHATSAPP, group

# Attachments and labels


@pytest.mark.parametrize(
    ("name", "expected"), [("4.2.557", "voiceNote"), ("4.2.808", "voice-note"), ("6.0", "voice-note")]
)
@pytest.mark.parametrize("known", [True, False])
def test_the_kind_of_an_attachment_is_spelled_as_the_app_does(
    kind: Kind, fakes: Fakes, name: str, expected: str, known: bool
) -> None:
    fake = fakes(name)
    with Beeper(fake.token, base_url=fake.url) as beeper:
        upload = beeper.assets.upload_base64(content="c291bmQ=", file_name="a.ogg", mime_type="audio/ogg").upload_id
    given = {"upload_id": upload, "type": "voice-note"}
    before = len(fake.world.messages(BOB))
    operations = [learn] * known + [lambda b: b.messages.send(BOB, attachment=given)]
    played = play(kind, fake, *operations)
    assert isinstance(played.result, models.MessageSendResult), played.result
    assert played.last[-1].body["attachment"]["type"] == expected
    assert len(fake.world.messages(BOB)) == before + 1
    if known or name != "4.2.557":
        assert len(played.last) == 1


def test_a_kind_that_apps_found_out_themselves_is_left_out(kind: Kind, fakes: Fakes) -> None:
    fake = fakes("4.2.557")
    with Beeper(fake.token, base_url=fake.url) as beeper:
        upload = beeper.assets.upload_base64(content="c291bmQ=", file_name="a.png", mime_type="image/png").upload_id
    given = {"upload_id": upload, "type": "image", "file_name": "b.png"}
    played = play(kind, fake, learn, lambda b: b.messages.send(BOB, text="x", attachment=given))
    assert isinstance(played.result, models.MessageSendResult)
    assert played.last[0].body == {"text": "x", "attachment": {"uploadID": upload, "fileName": "b.png"}}


@pytest.mark.parametrize("name", ["4.1.92", "4.1.294"])
def test_an_attachment_that_would_be_ignored_is_refused_unsent(kind: Kind, fakes: Fakes, name: str) -> None:
    given = {"upload_id": "u"}
    played = play(kind, fakes(name), learn, lambda b: b.messages.send(BOB, text="look", attachment=given))
    assert unsupported(played.result)[:2] == ("messages.send", "4.2.499")
    assert ": a call with an attachment requires Beeper 4.2.499" in str(played.result)
    assert played.last == []


@pytest.mark.parametrize("name", ["4.1.92", "4.1.294"])
def test_a_person_without_an_id_cannot_be_started_with(kind: Kind, fakes: Fakes, name: str) -> None:
    start: Any = lambda b: b.chats.start(account_id="a", user={"phone_number": "+491700000000"})  # noqa: E731
    played = play(kind, fakes(name), learn, start)
    assert ": a call without a user ID requires Beeper 4.2.557 or later" in str(played.result)
    assert played.last == []


@pytest.mark.parametrize("name", ["4.1.92", "4.1.294", "4.2.808", "4.3.0"])
@pytest.mark.parametrize("known", [True, False])
def test_a_filter_that_would_be_ignored_is_refused(kind: Kind, fakes: Fakes, name: str, known: bool) -> None:
    operations = [learn] * known + [lambda b: b.chats.search(label_id="label-1")]
    played = play(kind, fakes(name), *operations)
    assert unsupported(played.result)[:2] == ("chats.search", "4.3.1")
    assert ": a call with label_id requires Beeper 4.3.1" in str(played.result)
    assert len(played.last) == 0 if known else played.last


# Opening chats by the old create


@pytest.mark.parametrize(("name", "by_more"), [("4.1.92", False), ("4.1.294", False), ("4.2.557", True)])
def test_what_create_could_not_say_is_refused(kind: Kind, fakes: Fakes, name: str, by_more: bool) -> None:
    fake = fakes(name)
    members = fake.world.chat(BOB)["participants"]["items"]
    user = {"phone_number": next(person["phoneNumber"] for person in members if not person.get("isSelf"))}
    played = play(kind, fake, learn, lambda b: b.chats.start(account_id=WHATSAPP, user=user))
    if by_more:
        assert played.last[0].body["mode"] == "start"
        assert played.result.chat_id == BOB
        return
    assert unsupported(played.result)[:2] == ("chats.start", "4.2.557")
    assert played.last == []


def test_where_the_chat_cannot_be_read_after_it_was_opened_nothing_is_certain(kind: Kind) -> None:
    server = Script(by("4.2.557", []), by("4.2.557", {"chatID": "!a:x"}), by("4.2.557", None, 500))
    start: Callable[[Any], Any] = lambda b: b.chats.start(account_id="a", user={"id": "u"})  # noqa: E731
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda b: in_turn(kind, b, learn, start))
    assert [request.method for request in server.requests] == ["GET", "POST", "GET", "GET", "GET"]


# Answers of older shape


@pytest.mark.parametrize("name", VERSIONS[1:])
def test_messages_are_walked_whole_on_every_app_with_them(kind: Kind, fakes: Fakes, name: str) -> None:
    fake = fakes(name)
    room = group(fake)["id"]
    messages = play(kind, fake, lambda b: b.messages.list(room)).result
    assert [item.id for item in messages] == [row["id"] for row in reversed(fake.world.messages(room))]


@pytest.mark.parametrize(
    ("name", "gives"), [("4.2.557", models.LegacyMessageUpdateResult), ("6.0", models.EditedMessage)]
)
def test_an_edit_answers_in_either_shape(kind: Kind, fakes: Fakes, name: str, gives: type[Any]) -> None:
    fake = fakes(name)
    play(kind, fake, lambda b: b.messages.send(BOB, text="good"))
    own = fake.world.messages(BOB)[-1]["id"]
    edited = play(kind, fake, lambda b: b.messages.update(own, chat_id=BOB, text="better")).result
    assert isinstance(edited, gives)
    assert edited.message_id == own


def test_what_v0_refused_with_a_flag_is_an_error(kind: Kind, fakes: Fakes) -> None:
    played = play(kind, fakes("4.1.92"), learn, lambda b: b.messages.send(READ_ONLY, text="x"))
    assert isinstance(played.result, errors.BadRequestError)
    assert [request.path for request in played.last] == ["/v0/send-message"]


def test_ids_that_need_encoding_arrive_whole_in_v0(kind: Kind, fakes: Fakes) -> None:
    chat_id = "!a/b%:#x \N{PARTY POPPER}&=:y"
    played = play(
        kind, fakes("4.1.92"), learn, lambda b: b.chats.retrieve(chat_id), lambda b: b.messages.send(chat_id, text="t")
    )
    assert played.sent[1][0].query["chatID"] == chat_id
    assert played.sent[2][0].body == {"chatID": chat_id, "text": "t"}


# The quirks of these rows


@pytest.mark.parametrize("kind", KINDS)
def test_row_31_actions_may_answer_with_a_body(kind: Kind) -> None:
    with FakeBeeper() as fake, fake.quirk("success_body"):
        assert play(kind, fake, lambda b: b.chats.archive(BOB, archived=False)).results == [None]


@pytest.mark.parametrize("kind", KINDS)
def test_row_32_pages_may_have_no_cursors(kind: Kind) -> None:
    with FakeBeeper() as fake, fake.quirk("legacy_pages"):
        room = group(fake)["id"]
        messages = play(kind, fake, lambda b: b.messages.list(room)).result
        assert len(messages) == len(fake.world.messages(room))


@pytest.mark.parametrize("kind", KINDS)
def test_row_33_errors_wear_three_envelopes(kind: Kind) -> None:
    for quirk in ("v0_errors", "wip_errors", None):
        with FakeBeeper() as fake:
            if quirk is not None:
                fake.quirk(quirk)
            error = play(kind, fake, lambda b: b.chats.retrieve("!nobody:x")).result
            assert isinstance(error, errors.NotFoundError)
            assert error.code == "not_found"


@pytest.mark.parametrize("kind", KINDS)
def test_row_34_v0_only_and_v0_gone(kind: Kind) -> None:
    with FakeBeeper() as fake, fake.quirk("v0_only"):
        played = play(kind, fake, lambda b: b.chats.retrieve(BOB), lambda b: b.messages.send(BOB, text="x"))
        assert [[request.path for request in requests] for requests in played.sent] == [
            ["/v1/chats/" + BOB.replace("!", "%21").replace(":", "%3A"), "/v0/get-chat"], ["/v0/send-message"],
        ]  # fmt: skip
    with FakeBeeper() as fake, fake.quirk("no_v0", optional=True) as no_v0:
        assert isinstance(play(kind, fake, lambda b: b.chats.retrieve(BOB)).result, models.Chat)
        assert no_v0.hits == 0  # v0 is not used
