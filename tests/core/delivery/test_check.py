"""Did it happen all the same? Asked of the fake server, after each way to leave a send open."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from beeper_sdk import errors, models, v0
from beeper_sdk.testing import FakeBeeper
from tests.core.delivery.helpers import Kind, Story, a_chat, doubt, play, requested_operations
from tests.scripted_server import Script, answer, call, message

TEXT = "See *you* at five & a half"
SHOWN = "See <em>you</em> at five &amp; a half"
HANGS: dict[str, Any] = {"timeout": 0.2}


@pytest.mark.parametrize("quirk", ["send_then_500", "send_then_404", "send_then_hang"])
def test_a_send_that_happened_is_found_and_never_repeated(kind: Kind, fake: FakeBeeper, chat: str, quirk: str) -> None:

    def story(beeper: Any) -> Story:
        fake.quirk(quirk, 1)
        error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        assert requested_operations(fake).count("send") == 1
        verdict = yield beeper.messages.check(error)
        assert (verdict.status, verdict.message.text) == ("delivered", SHOWN)
        assert verdict.message.id == fake.world.messages(chat)[-1]["id"]
        assert requested_operations(fake) == ["list"]

    play(kind, fake, story, **(HANGS if quirk == "send_then_hang" else {}))


def test_a_send_that_did_not_happen_is_not_seen(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        with fake.quirk("server_error", 1):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        verdict = yield beeper.messages.check(error)
        assert (verdict.status, verdict.message) == ("not-seen", None)
        assert "may still arrive" in verdict.reason
        assert requested_operations(fake) == ["send", "list"]

    play(kind, fake, story)


def test_not_seen_is_said_of_now(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        with fake.quirk("slow_delivery"), fake.quirk("send_then_500"):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        first = yield beeper.messages.check(error)
        second = yield beeper.messages.check(error)
        assert [first.status, second.status] == ["not-seen", "delivered"]

    play(kind, fake, story)


@pytest.mark.parametrize(
    ("minutes", "newer", "status"), [(1, 1, "unknown"), (300, 1, "unknown"), (300, 20, "not-seen")]
)
def test_what_others_write_is_no_evidence_nor_what_was_written_long_before(
    kind: Kind, fake: FakeBeeper, chat: str, minutes: int, newer: int, status: str
) -> None:
    before = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()
    own = {"text": SHOWN, "isSender": True, "timestamp": before}
    fake.world.change(lambda world: world.room(chat).messages[-1].update(own))

    def story(beeper: Any) -> Story:
        with fake.quirk("server_error", 1):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        for _ in range(newer):
            fake.world.receive(chat, SHOWN)
        assert (yield beeper.messages.check(error)).status == status

    play(kind, fake, story)


def test_replies_and_files_are_found(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        target = yield beeper.messages.list(chat).first()
        file = yield beeper.assets.upload(file=("photo.png", b"\x89PNG"))
        with fake.quirk("send_then_500", operation="messages.send"):
            send = beeper.messages.send
            reply = yield from doubt(lambda: send(chat, text=TEXT, reply_to_message_id=target.id))
            photo = yield from doubt(lambda: send(chat, attachment={"upload_id": file.upload_id}))
        verdict = yield beeper.messages.check(reply)
        assert (verdict.status, verdict.message.linked_message_id) == ("delivered", target.id)
        verdict = yield beeper.messages.check(photo)
        assert (verdict.status, verdict.message.attachments[0].file_name) == ("delivered", "photo.png")

    play(kind, fake, story)


def test_a_merged_chat_is_looked_for_in_its_members(kind: Kind, fake: FakeBeeper) -> None:
    merged = next(chat for chat in fake.world.chats() if chat.get("merge"))

    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500"):
            error = yield from doubt(lambda: beeper.messages.send(merged["id"], text=f"On {kind}"))
        verdict = yield beeper.messages.check(error)
        assert verdict.status == "delivered"
        assert verdict.message.chat_id in merged["merge"]["chatIDs"]
        with fake.quirk("server_error", 1):
            error = yield from doubt(lambda: beeper.messages.send(merged["id"], text=f"Nothing {kind}"))
        assert (yield beeper.messages.check(error)).status == "not-seen"

    play(kind, fake, story)


def test_the_same_text_twice_is_told_apart_only_where_the_count_does(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        yield beeper.messages.send(chat, text=TEXT)
        with fake.quirk("send_then_500", 1):
            happened = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        verdict = yield beeper.messages.check(happened)
        assert (verdict.status, verdict.message.id) == ("delivered", fake.world.messages(chat)[-1]["id"])
        with fake.quirk("server_error", 1):
            nothing = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        verdict = yield beeper.messages.check(nothing)
        assert verdict.status == "unknown"
        beeper.clear_cache()
        assert (yield beeper.messages.check(happened)).status == "unknown"

    play(kind, fake, story)


def test_a_refused_send_is_forgotten(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        with fake.quirk("conflict", 1), pytest.raises(errors.ConflictError):
            yield beeper.messages.send(chat, text=TEXT)
        with fake.quirk("send_then_500", 1):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        assert (yield beeper.messages.check(error)).status == "delivered"

    play(kind, fake, story)


def test_bridges_that_do_not_say_who_wrote(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500", 1):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        with fake.quirk("no_is_sender"), fake.quirk("no_is_self"):
            with fake.quirk("account_user_differs"):
                verdict = yield beeper.messages.check(error)
            assert (verdict.status, verdict.message.text) == ("unknown", SHOWN)
            beeper.clear_cache()
            assert (yield beeper.messages.check(error)).status == "delivered"

    play(kind, fake, story)


@pytest.mark.parametrize("quirk", ["epoch_timestamp", "blank_messages", "legacy_pages", "empty_first_page"])
def test_odd_lists_never_hide_what_happened(kind: Kind, fake: FakeBeeper, chat: str, quirk: str) -> None:

    def story(beeper: Any) -> Story:
        for number in range(4):
            with fake.quirk("send_then_500", 1):
                error = yield from doubt(lambda number=number: beeper.messages.send(chat, text=f"{TEXT} {number}"))
            with fake.quirk(quirk):
                assert (yield beeper.messages.check(error)).status in ("delivered", "unknown")

    play(kind, fake, story)


def test_a_message_that_failed_is_not_called_delivered(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500"), fake.quirk("send_fails"):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        verdict = yield beeper.messages.check(error)
        assert (verdict.status, verdict.message.send_status.status) == ("failed", "FAIL_PERMANENT")
        assert (verdict.was_sent, verdict.code, verdict.may_retry) == (False, "m.foreign_network_error", False)
        with fake.quirk("send_then_500"), fake.quirk("send_pending"):
            error = yield from doubt(lambda: beeper.messages.send(chat, text="More"))
        verdict = yield beeper.messages.check(error)
        assert verdict.status == "delivered"
        assert "still sending" in verdict.reason

    play(kind, fake, story)


def test_reactions_are_looked_for_on_their_message(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    target = fake.world.receive(chat, "News")["id"]

    def story(beeper: Any) -> Story:
        add = beeper.chats.messages.reactions.add
        with fake.quirk("server_error", 1):
            error = yield from doubt(lambda: add(target, chat_id=chat, reaction_key="\N{HEAVY BLACK HEART}\ufe0f"))
        assert (yield beeper.messages.check(error)).status == "not-seen"
        with fake.quirk("send_then_500", 1):
            error = yield from doubt(lambda: add(target, chat_id=chat, reaction_key="\N{HEAVY BLACK HEART}"))
        verdict = yield beeper.messages.check(error)
        assert (verdict.status, verdict.message.id) == ("delivered", target)
        with fake.quirk("server_error", 1):
            error = yield from doubt(lambda: add(target, chat_id=chat, reaction_key="\N{EYES}"))
        assert (yield beeper.messages.check(error)).status == "unknown"
        assert (yield beeper.messages.check(pickle.loads(pickle.dumps(error)))).status == "unknown"

    play(kind, fake, story)


def test_of_some_calls_nothing_can_be_seen(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        with fake.quirk("server_error"):
            upload = yield from doubt(lambda: beeper.assets.upload(file=b"data"))
            start = yield from doubt(
                lambda: beeper.chats.create(account_id="whatsapp", participant_ids=["@x:beeper.local"], type="single")
            )
            own = yield from doubt(lambda: beeper.request("POST", "/v1/new", json={}))
            send = yield from doubt(lambda: beeper.messages.send("!a:beeper.local", text="Hi"))
        fake.requests.clear()
        assert str(upload).endswith("and was not retried; it is safe to upload again")
        assert str(start).endswith("and was not retried; find out whether it did before repeating it")
        assert str(own).endswith("and was not retried; find out whether it did before repeating it")
        assert str(send).endswith("and was not retried; call messages.check(error) before sending again")
        verdict = yield beeper.messages.check(upload)
        assert (verdict.status, "safe to upload again" in verdict.reason) == ("unknown", True)
        verdict = yield beeper.messages.check(start)
        assert (verdict.status, "chats.create" in verdict.reason) == ("unknown", True)
        with pytest.raises(ValueError, match="chat_id, text and upload_id are only valid for sends"):
            yield beeper.messages.check(start, text="Hi")
        assert not fake.requests

    play(kind, fake, story)


def test_a_pickled_error_must_be_told_what_was_sent(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        file = yield beeper.assets.upload(file=("photo.png", b"\x89PNG"))
        with fake.quirk("send_then_500", operation="messages.send"):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
            photo = yield from doubt(lambda: beeper.messages.send(chat, attachment={"upload_id": file.upload_id}))
        error, photo = pickle.loads(pickle.dumps([error, photo]))
        for missing in ({}, {"chat_id": chat}, {"text": TEXT}):
            with pytest.raises(ValueError, match="pass chat_id= and text= or upload_id="):
                yield beeper.messages.check(error, **missing)
        assert (yield beeper.messages.check(error, chat_id=chat, text=TEXT)).status == "delivered"
        assert (yield beeper.messages.check(photo, chat_id=chat, upload_id=file.upload_id)).status == "delivered"
        whole = yield beeper.chats.retrieve(chat)
        assert (yield beeper.messages.check(error, chat_id=whole, text=TEXT)).status == "delivered"
        assert (yield beeper.messages.check(photo, chat_id=whole, upload_id=file)).status == "delivered"

    play(kind, fake, story)


def test_a_call_of_ones_own_making_can_be_checked_too(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    local = fake.world.chat(chat)["localChatID"]

    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500"):
            path = f"/v1/chats/{local}/messages"
            error = yield from doubt(lambda: beeper.request("POST", path, json={"text": TEXT}))
        assert (yield beeper.messages.check(error)).status == "unknown"
        assert (yield beeper.messages.check(error, chat_id=local, text=TEXT)).status == "delivered"

    play(kind, fake, story)


@pytest.mark.parametrize(
    ("arguments", "named_argument"),
    [({"chat_id": 7}, "chat_id must be a str or a Chat, not int"), ({"text": ""}, "text must not be empty"),
     ({"upload_id": b"x"}, "upload_id must be a str or an AssetUploadResult, not bytes")],
)  # fmt: skip
def test_bad_arguments_are_refused(
    kind: Kind, fake: FakeBeeper, chat: str, arguments: dict[str, Any], named_argument: str
) -> None:
    def story(beeper: Any) -> Story:
        with fake.quirk("server_error"):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        fake.requests.clear()
        with pytest.raises((TypeError, ValueError), match=named_argument):
            yield beeper.messages.check(error, **arguments)
        wrong = "error must be a DeliveryUncertain or the result of chats.start or chats.create, not "
        with pytest.raises(TypeError, match=f"{wrong}ValueError$"):
            yield beeper.messages.check(ValueError("x"))
        sent = models.MessageSendResult(chat_id=chat, pending_message_id="~1")
        with pytest.raises(TypeError, match=f"{wrong}MessageSendResult; for the result of a send, call messages.wait"):
            yield beeper.messages.check(sent)
        assert not fake.requests

    play(kind, fake, story)


def test_a_chat_that_cannot_be_read_leaves_it_open(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500", 1):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        verdict = yield beeper.messages.check(error, chat_id="!nowhere:beeper.local")
        assert (verdict.status, verdict.reason) == ("unknown", "the chat cannot be read")
        with fake.quirk("server_error"), pytest.raises(errors.InternalServerError):
            yield beeper.messages.check(error)

    play(kind, fake, story)


def test_neither_repr_nor_text_of_a_verdict_shows_what_was_sent(kind: Kind, fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500", 1):
            error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        verdict = yield beeper.messages.check(error)
        assert repr(verdict) == str(verdict) == "<Delivery delivered>"
        assert chat not in verdict.reason
        assert pickle.loads(pickle.dumps(verdict)) == verdict
        assert not hasattr(pickle.loads(pickle.dumps(beeper)), "_sends")

    play(kind, fake, story)


@pytest.mark.parametrize("version", ["4.1.294", "4.2.557", "4.2.808"])
def test_older_apps(kind: Kind, version: str) -> None:
    with FakeBeeper(version=version) as fake:
        chat = a_chat(fake)

        def story(beeper: Any) -> Story:
            with fake.quirk("send_then_500", 1, operation="messages.send"):
                error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
            assert (yield beeper.messages.check(error)).status == "delivered"

        play(kind, fake, story)


def test_an_app_that_does_not_list_messages_leaves_it_open(kind: Kind) -> None:
    with FakeBeeper(version="4.1.210") as fake:
        chat = a_chat(fake)

        def story(beeper: Any) -> Story:
            with fake.quirk("send_then_500", 1, operation="v0.send_message"):
                error = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
            verdict = yield beeper.messages.check(error)
            assert (verdict.status, verdict.reason) == ("unknown", "the chat cannot be read")

        play(kind, fake, story)


@pytest.mark.parametrize(
    ("hours", "minutes", "status"), [(-3, 1, "delivered"), (3, -10, "unknown"), (3, 1, "delivered")]
)
def test_the_date_of_the_answers_tells_how_far_the_clocks_are_apart(
    kind: Kind, hours: int, minutes: int, status: str
) -> None:
    there = datetime.now(UTC) + timedelta(hours=hours)
    row = message(5, TEXT) | {"isSender": True, "timestamp": (there + timedelta(minutes=minutes)).isoformat()}
    page = {"items": [row], "hasMore": False, "oldestCursor": None, "newestCursor": None}
    server = Script(answer({}, 500), answer(page, date=format_datetime(there.replace(microsecond=0), usegmt=True)))

    def act(beeper: Any) -> Any:
        return beeper.messages.send("!a:beeper.com", text=TEXT)

    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, act)
    verdict = call(kind, server, lambda beeper: beeper.messages.check(caught.value))
    assert verdict.status == status


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_sends_of_v0_are_checked_through_a_client_of_today(fake: FakeBeeper, chat: str) -> None:

    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500"), v0.Client(fake.token, base_url=fake.url) as old:
            error = yield from doubt(lambda: old.send_message(chat_id=chat, text=TEXT))
        assert beeper.messages.check(error).status == "delivered"

    play("sync", fake, story)
