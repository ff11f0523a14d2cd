"""Whether the text of `chats.start` was sent: with an existing chat, some apps drop it and report success."""

from __future__ import annotations

import pickle
from copy import deepcopy
from itertools import count
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, models
from beeper_sdk._core.generated import base
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.types import AnyRequest
from tests.core.compat.helpers import BOTH, Kind
from tests.core.compat.helpers import play as play_once
from tests.core.delivery.helpers import Kind as ClientKind
from tests.core.delivery.helpers import Story, doubt, play
from tests.fake_state import state
from tests.scripted_server import Script, answer, call
from tests.scripted_server import chat as chat_of
from tests.testing.known_chats import BOB, WHATSAPP

NUMBERS = count()


def people(fake: FakeBeeper) -> tuple[str, str]:
    """Somebody with a chat, and somebody without one."""
    members = fake.world.chat(BOB)["participants"]["items"]
    known = next(person["id"] for person in members if not person.get("isSelf"))
    return known, fake.world.read(_without_chat)


def _without_chat(world: object) -> str:
    rooms, users = state(world).rooms.values(), state(world).strangers[WHATSAPP]
    met = {person["id"] for room in rooms if room.wire["type"] == "single" for person in room.roster}
    return next(str(user["id"]) for user in users if user["id"] not in met and not user.get("cannotMessage"))


def a_text() -> str:
    """Not that of another test, which `fake` may share: of two equal texts it is not clear whose they are."""
    return f"Hi, *Bob* {next(NUMBERS)}"


def checked(kind: Kind, fake: FakeBeeper, user: str, **arguments: Any) -> tuple[Any, Any, list[str]]:
    """The chat, whether its text was sent, and the requests."""
    text = a_text()

    def start(client: Any) -> Any:
        return client.chats.start(account_id=WHATSAPP, user={"id": user}, message_text=text)

    if kind == "sync":
        with Beeper(fake.token, base_url=fake.url) as beeper:
            chat = start(beeper)
            before = len(fake.requests)
            delivery = beeper.messages.check(chat, **arguments)
    else:

        async def run() -> tuple[Any, Any, int]:
            async with AsyncBeeper(fake.token, base_url=fake.url) as beeper:
                chat = await start(beeper)
                before = len(fake.requests)
                return chat, await beeper.messages.check(chat, **arguments), before

        chat, delivery, before = anyio.run(run)
    return chat, delivery, [f"{request.method} {request.operation}" for request in fake.requests[before:]]


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("version", ["4.2.557", "6.0"])
def test_row_36_a_text_that_was_dropped_is_said_to_be(kind: Kind, version: str) -> None:
    with FakeBeeper(version=version) as fake, fake.quirk("start_drops_text"):
        known, unknown = people(fake)
        before = len(fake.world.messages(BOB))
        chat, delivery, requests = checked(kind, fake, known)
        assert (chat.chat_id, chat.status, len(fake.world.messages(BOB))) == (BOB, "existing", before)
        dropped = version == "6.0"  # apps of that time do not say the network of a chat
        assert (delivery.status, delivery.was_sent) == (("failed", False) if dropped else ("not-seen", None))
        assert set(requests) == {"GET messages.list"}  # nothing is sent
        assert chat.text_status == "not-seen"  # the text may appear later
        assert checked(kind, fake, unknown)[1].was_sent is True


@pytest.mark.parametrize("kind", BOTH)
def test_a_text_that_was_sent_is_found(kind: Kind, fake: FakeBeeper) -> None:
    chat, delivery, requests = checked(kind, fake, people(fake)[0])
    assert (chat.id, delivery.was_sent, requests) == (BOB, True, ["GET messages.list"])
    assert delivery.message.id == fake.world.messages(BOB)[-1]["id"]
    assert chat.text_status == "delivered"


def test_the_chat_of_another_client_needs_its_text(fake: FakeBeeper) -> None:
    text = a_text()
    with Beeper(fake.token, base_url=fake.url) as beeper:
        chat = beeper.chats.start(account_id=WHATSAPP, user={"id": people(fake)[0]}, message_text=text)
        beeper.clear_cache()
        with pytest.raises(ValueError, match="pass text="):
            beeper.messages.check(chat)
        assert beeper.messages.check(chat, text=text).was_sent is True
        assert beeper.messages.check(chat, text="never").was_sent is False


def test_a_created_chat_is_checked_too(fake: FakeBeeper) -> None:
    user = people(fake)[1]
    with Beeper(fake.token, base_url=fake.url) as beeper:
        chat = beeper.chats.create(account_id=WHATSAPP, participant_ids=[user], type="single", message_text=a_text())
        assert beeper.messages.check(chat).was_sent is True


def starts(fake: FakeBeeper, *texts: str | None) -> list[Any]:
    user = people(fake)[0]
    return [
        lambda beeper, text=text: beeper.chats.start(account_id=WHATSAPP, user={"id": user}, message_text=text)
        for text in texts
    ]


def test_each_start_of_a_chat_has_its_own_text(kind: ClientKind, fake: FakeBeeper) -> None:
    first, second = a_text(), a_text()

    def story(beeper: Any) -> Story:
        start_first, start_none, start_second = starts(fake, first, None, second)
        one = yield start_first(beeper)
        none = yield start_none(beeper)
        other = yield start_second(beeper)
        assert one.id == none.id == other.id
        for chat, message in zip((one, other), fake.world.messages(BOB)[-2:], strict=True):
            assert (yield beeper.messages.check(chat)).message.id == message["id"]
        before = len(fake.requests)
        for arguments in ({}, {"text": first}):
            with pytest.raises(ValueError, match="the chat was started without a text: there is none to check"):
                yield beeper.messages.check(none, **arguments)
        for arguments in ({"chat_id": one}, {"upload_id": "x"}):
            with pytest.raises(ValueError, match="chat_id and upload_id are only valid for sends"):
                yield beeper.messages.check(one, **arguments)
        assert len(fake.requests) == before
        assert (yield beeper.messages.check(deepcopy(one), text=first)).status == "delivered"

    play(kind, fake, story)


def test_starts_and_sends_of_one_text_are_counted(kind: ClientKind, fake: FakeBeeper) -> None:
    text = a_text()

    def story(beeper: Any) -> Story:
        start, again = starts(fake, text, text)
        one = yield start(beeper)
        other = yield again(beeper)
        with fake.quirk("send_then_500", 1):
            error = yield from doubt(lambda: beeper.messages.send(BOB, text=text))
        for sent, message in zip((one, other, error), fake.world.messages(BOB)[-3:], strict=True):
            delivery = yield beeper.messages.check(sent)
            assert (delivery.status, delivery.message.id) == ("delivered", message["id"])
        with fake.quirk("server_error", 1):
            yield from doubt(lambda: beeper.messages.send(BOB, text=text))
        assert (yield beeper.messages.check(one)).status == "unknown"

    play(kind, fake, story)


def test_a_text_that_was_dropped_does_not_count(kind: ClientKind, fake: FakeBeeper) -> None:
    text = a_text()

    def story(beeper: Any) -> Story:
        with fake.quirk("start_drops_text"):
            chat = yield starts(fake, text)[0](beeper)
        assert (yield beeper.messages.check(chat)).status == "failed"
        with fake.quirk("send_then_500", 1):
            error = yield from doubt(lambda: beeper.messages.send(BOB, text=text))
        assert (yield beeper.messages.check(error)).status == "delivered"

    play(kind, fake, story)


def started(kind: Kind, fake: FakeBeeper, text: str | None, user: str, **options: Any) -> tuple[Any, list[str]]:
    """A started chat, and the operations of the requests. The chat may have several pages of new messages."""
    start: Any = lambda beeper: beeper.chats.start(account_id=WHATSAPP, user={"id": user}, message_text=text)  # noqa: E731
    fake.requests.clear()
    chat = play_once(kind, fake, start, **options).result
    return chat, list(dict.fromkeys(request.operation for request in fake.requests))


@pytest.mark.parametrize("kind", BOTH)
def test_the_result_itself_says_whether_the_text_was_sent(kind: Kind, fake: FakeBeeper) -> None:
    known, unknown = people(fake)
    chat, requests = started(kind, fake, a_text(), known)
    assert (chat.status, chat.text_status, requests) == ("existing", "delivered", ["chats.start", "messages.list"])
    with fake.quirk("start_drops_text"):
        chat, requests = started(kind, fake, a_text(), known)
    assert (chat.text_status, requests) == ("not-seen", ["chats.start", "messages.list"])  # it may appear later
    chat, requests = started(kind, fake, None, known)
    assert (chat.text_status, requests) == (None, ["chats.start"])
    chat, requests = started(kind, fake, a_text(), unknown)
    assert (chat.status, chat.text_status, requests) == ("created", "delivered", ["chats.start"])


@pytest.mark.parametrize("kind", BOTH)
def test_a_read_that_fails_leaves_it_unknown_and_is_not_retried(kind: Kind, fake: FakeBeeper) -> None:
    known = people(fake)[0]
    for quirk in ("server_error", "rate_limited", "not_json"):
        with fake.quirk(quirk, operation="messages.list"):
            chat, _ = started(kind, fake, a_text(), known)
        assert (chat.text_status, len(fake.requests)) == ("unknown", 2)


@pytest.mark.parametrize("kind", BOTH)
def test_an_exception_of_a_guard_for_the_read_is_not_raised(kind: Kind, fake: FakeBeeper) -> None:
    class Sends:
        def check(self, request: AnyRequest) -> None:
            if request.operation.effect == "read":
                raise LookupError

    chat, requests = started(kind, fake, a_text(), people(fake)[0], guard=Sends())
    assert (chat.text_status, requests) == ("unknown", ["chats.start"])


@pytest.mark.parametrize("version", ["4.1.92", "4.1.294"])
def test_an_app_that_does_not_say_whether_the_chat_existed(version: str) -> None:
    with FakeBeeper(version=version) as fake:
        chat, requests = started("sync", fake, a_text(), people(fake)[0])
    assert chat.text_status == "unknown"
    assert not any("messages" in name for name in requests)


def test_it_is_no_field_and_survives_copies(fake: FakeBeeper) -> None:
    chat, _ = started("sync", fake, a_text(), people(fake)[0])
    plain = models.CreatedChat.from_dict(chat.to_dict())
    assert "textStatus" not in chat.to_dict()
    assert "text_status" not in repr(chat)
    assert (plain, plain.text_status, chat.additional_properties) == (chat, None, {})
    for copy in (deepcopy(chat), pickle.loads(pickle.dumps(chat)), chat.evolve(title="x")):
        assert copy.text_status == "delivered"
    assert (chat.missing_fields, chat.evolve(title="x").to_dict()["title"]) == ((), "x")
    legacy = models.LegacyChatCreateResult.from_dict({"chatID": "!a:b", "status": "existing", "more": None})
    base.set_text_status(legacy, "failed")
    assert (legacy.text_status, legacy.to_dict()) == ("failed", {"chatID": "!a:b", "status": "existing", "more": None})


@pytest.mark.parametrize("kind", BOTH)
def test_create_says_it_too(kind: Kind) -> None:
    made = {**chat_of("!a:b"), "chatID": "!a:b", "status": "existing"}
    page = {"items": [], "hasMore": False}
    server = Script(answer(made), answer(page), answer({**chat_of("!a:b")}))
    create: Any = lambda beeper: beeper.chats.create(  # noqa: E731
        account_id="a", participant_ids=["u"], type="single", message_text="Hi"
    )
    result = call(kind, server, create)
    assert result.text_status == "not-seen"
    assert result.to_dict() == made
