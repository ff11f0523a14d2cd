"""Whether the text of `chats.start` was sent: with an existing chat, some apps drop it and report success."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from beeper_sdk import Beeper, errors, models
from beeper_sdk._core.delivery import started_chat
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.types import AnyRequest, StartedChat
from tests.core.compat.helpers import BOTH, Kind, play
from tests.fake_state import state
from tests.scripted_server import Script, answer, call, chat, message
from tests.testing.known_chats import BOB, WHATSAPP

NUMBERS = count()


@pytest.fixture(autouse=True)
def shortly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(started_chat, "SECONDS", 0.15)  # two reads


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


def started(kind: Kind, fake: FakeBeeper, user: str, *, text: bool = True) -> tuple[StartedChat, list[str]]:
    """The result, and the requests."""
    message_text = a_text() if text else None
    played = play(
        kind, fake, lambda b: b.chats.start(account_id=WHATSAPP, user={"id": user}, message_text=message_text)
    )
    assert isinstance(played.result, StartedChat)
    return played.result, [f"{sent.method} {sent.path.rpartition('/')[2]}" for sent in played.last]


@pytest.mark.parametrize("kind", BOTH)
def test_row_36_a_text_that_was_dropped_is_said_to_be(kind: Kind, fake: FakeBeeper) -> None:
    known, unknown = people(fake)
    with fake.quirk("start_drops_text"):
        before = len(fake.world.messages(BOB))
        made, requests = started(kind, fake, known)
        assert (made.id, made.text_sent, len(fake.world.messages(BOB))) == (BOB, False, before)
        assert requests[0] == "POST start"
        assert set(requests[1:]) == {"GET messages"}  # nothing is sent a second time
        made, requests = started(kind, fake, unknown)
        assert (made.status, made.text_sent) == ("created", True)


@pytest.mark.parametrize("kind", BOTH)
def test_a_text_that_was_sent_is_found_with_one_read(kind: Kind, fake: FakeBeeper) -> None:
    made, requests = started(kind, fake, people(fake)[0])
    assert (made.id, made.text_sent) == (BOB, True)
    assert requests == ["POST start", "GET messages"]


@pytest.mark.parametrize("kind", BOTH)
def test_a_text_that_appears_late_is_found_too(kind: Kind) -> None:
    old = message(1, "x")
    row = {**message(2, "Hi"), "timestamp": (datetime.now(UTC) + timedelta(seconds=1)).isoformat(), "isSender": True}
    made = {**chat(), "chatID": "!a:beeper.com", "status": "existing"}
    pages = [answer({"items": items, "hasMore": False}) for items in ([old], [row, old])]
    server = Script(answer(made), *pages)
    result = call(kind, server, lambda b: b.chats.start(account_id="a", user={"id": "u"}, message_text="Hi"))
    assert (result.text_sent, [request.method for request in server.requests]) == (True, ["POST", "GET", "GET"])


@pytest.mark.parametrize("kind", BOTH)
def test_without_a_text_nothing_is_read(kind: Kind, fake: FakeBeeper) -> None:
    made, requests = started(kind, fake, people(fake)[0], text=False)
    assert (made.text_sent, requests) == (None, ["POST start"])


@pytest.mark.parametrize("version", ["4.2.557", "4.2.808"])
def test_on_older_apps_too(version: str) -> None:
    with FakeBeeper(version=version) as fake:
        played = play("sync", fake, lambda b: b.accounts.list(), lambda b: _start(b, people(fake)[0]))
        assert played.result.text_sent is True
        with fake.quirk("start_drops_text"):
            played = play("sync", fake, lambda b: b.accounts.list(), lambda b: _start(b, people(fake)[0]))
        assert played.result.text_sent is False


def test_where_the_chat_cannot_be_read_nothing_is_known(fake: FakeBeeper) -> None:
    class NoReads:
        def check(self, request: AnyRequest, /) -> None:
            if request.operation.name == "messages.list":
                raise PermissionError

    with Beeper(fake.token, base_url=fake.url, guard=NoReads()) as beeper:
        assert _start(beeper, people(fake)[0]).text_sent is None


def test_the_result_is_a_chat_like_any_other(fake: FakeBeeper) -> None:
    made, _ = started("sync", fake, people(fake)[0])
    again: StartedChat = pickle.loads(pickle.dumps(made))
    assert (again, again.text_sent) == (made, True)
    assert isinstance(made, models.CreatedChat)
    assert "text_sent" not in made.to_dict()
    assert made.evolve(title="x").text_sent is True


def test_a_start_that_fails_reads_nothing(fake: FakeBeeper) -> None:
    with (
        fake.quirk("server_error"),
        Beeper(fake.token, base_url=fake.url) as beeper,
        pytest.raises(errors.DeliveryUncertain),
    ):
        _start(beeper, people(fake)[0])
    assert [request.path for request in fake.requests] == ["/v1/chats/start"]


def _start(beeper: Any, user: str) -> Any:
    return beeper.chats.start(account_id=WHATSAPP, user={"id": user}, message_text=a_text())
