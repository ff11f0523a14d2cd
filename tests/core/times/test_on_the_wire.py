"""Reminders and expiry: datetimes and timedeltas outside, and inside whatever the wire counts in."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from dateutil.relativedelta import relativedelta

from beeper_sdk import Beeper, models
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import Kind, Script, answer, call, chat

DAY = timedelta(days=1)
CHOICES = {"capabilities": {"disappearingTimer": {"timers": [604_800_000, 0, 86_400_000]}}}


def server() -> Script:
    return Script(httpx.Response(204))


def body(script: Script) -> Any:
    (request,) = script.requests
    return json.loads(request.content)


@pytest.mark.parametrize(
    ("at", "sent"),
    [
        (datetime(2099, 12, 24, 18, tzinfo=UTC), "2099-12-24T18:00:00.000Z"),
        ("2099-12-24T18:00:00.1239+05:45", "2099-12-24T12:15:00.123Z"),
        ("24 Dec 2099 6 pm UTC", "2099-12-24T18:00:00.000Z"),
    ],
)
def test_a_reminder_is_sent_as_iso_text(kind: Kind, at: Any, sent: str) -> None:
    script = server()
    set_for = call(kind, script, lambda beeper: beeper.chats.remind("!a:x", at=at))
    assert body(script) == {"reminder": {"remindAt": sent}}
    assert script.requests[0].url.raw_path == b"/v1/chats/%21a%3Ax/reminders"
    assert set_for == datetime.fromisoformat(sent)


@pytest.mark.parametrize("at", [timedelta(hours=2), relativedelta(hours=+2)])
def test_a_reminder_from_now(kind: Kind, at: Any) -> None:
    script = server()
    before = datetime.now(UTC)
    given = models.Chat.from_dict(chat("!b:x"))
    set_for = call(kind, script, lambda beeper: beeper.chats.remind(given, at=at, dismiss_on_incoming_message=True))
    assert timedelta(hours=1, minutes=59) < set_for - before < timedelta(hours=2, minutes=1)
    sent = body(script)["reminder"]
    assert (datetime.fromisoformat(sent["remindAt"]), sent["dismissOnIncomingMessage"]) == (set_for, True)


def test_a_naive_reminder_is_local(kind: Kind, zone: Callable[[str], None]) -> None:
    zone("Asia/Kathmandu")
    script = server()
    call(kind, script, lambda beeper: beeper.chats.remind("!a:x", at="2099-12-24 18:00"))
    assert body(script) == {"reminder": {"remindAt": "2099-12-24T12:15:00.000Z"}}


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (timedelta(0), "at must be in the future"),
        ("2020-01-01", "at must be in the future"),
        ("03/04/2099", "could mean 2099-03-04 or 2099-04-03"),
        ("10", "could mean day 10 of a month or 10 o'clock"),
    ],
)
def test_a_reminder_that_makes_no_sense_is_not_sent(kind: Kind, at: Any, said: str) -> None:
    script = server()
    with pytest.raises(ValueError, match=said):
        call(kind, script, lambda beeper: beeper.chats.remind("!a:x", at=at))
    assert script.count == 0


def test_a_reminder_is_read_back_as_it_was_set(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    chat_id = fake_beeper.world.chats()[0]["id"]
    set_for = beeper.chats.remind(chat_id, at=relativedelta(days=1))
    assert [request.operation for request in fake_beeper.requests] == ["chats.reminders.create"]
    reminder = beeper.chats.retrieve(chat_id).reminder
    assert reminder is not None
    assert reminder.remind_at == set_for
    beeper.chats.reminders.delete(chat_id)
    assert beeper.chats.retrieve(chat_id).reminder is None


@pytest.mark.parametrize(("after", "sent"), [(DAY, 86_400), (timedelta(seconds=1), 1), (None, None)])
def test_expiry_is_sent_in_seconds(kind: Kind, after: timedelta | None, sent: int | None) -> None:
    script = Script(answer(chat() | {"messageExpirySeconds": sent}))
    now = call(kind, script, lambda beeper: beeper.chats.set_expiry("!a:x", after=after))
    assert body(script) == {"messageExpirySeconds": sent}
    assert script.requests[0].method == "PATCH"
    assert call(kind, script, lambda beeper: beeper.chats.retrieve("!a:x")) == now


@pytest.mark.parametrize(("seconds", "after"), [(86_400, DAY), (0, None), (None, None)])
def test_expiry_is_read_in_seconds(seconds: int | None, after: timedelta | None) -> None:
    with Beeper("t") as beeper:
        assert beeper.chats.expiry(models.Chat.from_dict(chat() | {"messageExpirySeconds": seconds})) == after


def test_what_a_chat_allows_is_read_in_milliseconds() -> None:
    with Beeper("t") as beeper:
        assert beeper.chats.expiry_choices(models.Chat.from_dict(chat() | CHOICES)) == [DAY, 7 * DAY]
        assert beeper.chats.expiry_choices(models.Chat.from_dict(chat())) is None
        assert beeper.chats.expiry_choices(models.Chat.from_dict(chat() | {"capabilities": {}})) is None


def test_what_a_chat_does_not_allow_is_not_sent(kind: Kind) -> None:
    script, given = Script(answer(chat())), models.Chat.from_dict(chat() | CHOICES)
    with pytest.raises(ValueError, match="after must be one of 86400, 604800 seconds"):
        call(kind, script, lambda beeper: beeper.chats.set_expiry(given, after=timedelta(hours=1)))
    assert script.count == 0
    call(kind, script, lambda beeper: beeper.chats.set_expiry(given, after=DAY))
    call(kind, script, lambda beeper: beeper.chats.set_expiry(given, after=None))
    assert script.count == 2


@pytest.mark.parametrize(
    ("after", "error"),
    [(timedelta(0), ValueError), (-DAY, ValueError), (timedelta(seconds=1.5), ValueError), (86_400, TypeError),
     (relativedelta(days=1), TypeError), ("1 day", TypeError)],
)  # fmt: skip
def test_an_expiry_that_is_none(kind: Kind, after: Any, error: type[Exception]) -> None:
    script = Script(answer(chat()))
    with pytest.raises(error, match=r"after must be a (timedelta or None|whole number of seconds)"):
        call(kind, script, lambda beeper: beeper.chats.set_expiry("!a:x", after=after))
    assert script.count == 0


def test_expiry_is_read_back_as_it_was_set(beeper: Beeper) -> None:
    given = next(candidate for candidate in beeper.chats.search(limit=200) if beeper.chats.expiry_choices(candidate))
    choices = beeper.chats.expiry_choices(given)
    assert choices is not None
    assert beeper.chats.expiry(beeper.chats.set_expiry(given, after=choices[0])) == choices[0]
    assert beeper.chats.expiry(beeper.chats.retrieve(given.id)) == choices[0]
    assert beeper.chats.expiry(beeper.chats.set_expiry(given, after=None)) is None
