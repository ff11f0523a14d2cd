"""What happens as time passes, whether a test moves the clock or the clock runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.rules.due import DELIVERY_MS, LOGIN_MS, UPLOAD_MS
from beeper_sdk.testing.world.journal import Change
from tests.fake_state import state
from tests.testing.known_chats import BOB, chat, first_chat
from tests.testing.wire import Wire, enc

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
PATH = f"/v1/chats/{enc(BOB)}"
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def _in(wire: Wire, by: timedelta) -> str:
    return (wire.fake.clock.now + by).isoformat()


def _changes(fake: FakeBeeper, *chat_ids: str) -> list[tuple[str, str]]:
    """The list to which all further changes of these chats are added, as events are sent of them."""
    changes: list[tuple[str, str]] = []

    def note(change: Change) -> None:
        if change.chat_id in chat_ids:
            changes.append((change.kind, change.id))

    fake.world.change(lambda world: state(world).journal.listeners.append(note))
    return changes


def test_a_reminder_comes_due_and_its_chat_returns_to_the_inbox_unread(wire: Wire) -> None:
    wire.post(f"{PATH}/archive")
    wire.post(f"{PATH}/reminders", {"reminder": {"remindAt": _in(wire, HOUR)}})
    wire.fake.clock.advance(minutes=59, seconds=59)
    before = wire.get(PATH)
    assert before["reminder"] is not None
    assert before["isArchived"] is True
    changes = _changes(wire.fake, BOB)
    wire.fake.clock.advance(seconds=1)
    assert changes == [("chat.upserted", BOB)]
    after = wire.get(PATH)
    assert (after["reminder"], after["isArchived"], after["isMarkedUnread"]) == (None, False, True)
    assert after["lastActivity"] == before["lastActivity"]


def test_only_the_reminder_that_is_set_comes_due(wire: Wire) -> None:
    wire.post(f"{PATH}/reminders", {"reminder": {"remindAt": _in(wire, HOUR)}})
    wire.post(f"{PATH}/reminders", {"reminder": {"remindAt": _in(wire, 3 * HOUR)}})
    wire.fake.clock.advance(hours=2)
    assert wire.get(PATH)["reminder"] is not None
    wire.ok("DELETE", f"{PATH}/reminders")
    wire.fake.clock.advance(hours=2)
    assert wire.get(PATH)["isMarkedUnread"] is False


def test_the_reminder_and_the_snooze_of_the_data_end(wire: Wire) -> None:
    reminded = first_chat(wire.fake, lambda room: room["reminder"])
    snoozed = first_chat(wire.fake, lambda room: room["snooze"])
    changes = _changes(wire.fake, snoozed["id"], reminded["id"])
    wire.fake.clock.advance(days=3)
    assert changes == [("chat.upserted", snoozed["id"]), ("chat.upserted", reminded["id"])]
    assert wire.get(f"/v1/chats/{enc(reminded['id'])}")["reminder"] is None
    assert wire.get(f"/v1/chats/{enc(snoozed['id'])}")["snooze"] is None


def test_dates_that_a_test_sets_end_too(wire: Wire) -> None:
    until = {"snoozeUntil": _in(wire, HOUR), "userSnoozedAt": _in(wire, -HOUR)}
    wire.fake.world.change(lambda world: world.room(BOB).wire.update(snooze=until, isArchived=True))
    wire.fake.clock.advance(hours=1)
    now = wire.get(PATH)
    assert (now["snooze"], now["isArchived"], now["isMarkedUnread"]) == (None, False, False)


@pytest.mark.parametrize("path", ["/v1", "/v0"])
def test_a_reminder_in_the_past_is_refused(wire: Wire, path: str) -> None:
    now = wire.fake.clock.now
    for moment in (now, now - HOUR):
        if path == "/v1":
            body: Any = {"reminder": {"remindAt": moment.isoformat()}}
            refused = wire.rejected("POST", f"{PATH}/reminders", 400, json=body)["message"]
        else:
            body = {"chatID": BOB, "reminder": {"remindAtMs": int(moment.timestamp() * 1000)}}
            refused = wire.post("/v0/set-chat-reminder", body)["error"]
        assert refused == "remindAt must be in the future"
    assert wire.get(PATH)["reminder"] is None


def test_messages_of_a_chat_with_a_timer_disappear_and_older_ones_stay(wire: Wire) -> None:
    old = wire.fake.world.receive(BOB, "from before")
    wire.ok("PATCH", PATH, json={"messageExpirySeconds": 86_400})
    own = wire.get(f"{PATH}/messages/{enc(wire.post(f'{PATH}/messages', {'text': 'own'})['pendingMessageID'])}")
    wire.fake.clock.advance(hours=1)
    other = wire.fake.world.receive(BOB, "an xylophone")
    wire.post(f"{PATH}/messages/{other['id']}/reactions", {"reactionKey": "👍"})
    wire.ok("PATCH", PATH, json={"messageExpirySeconds": None})  # for what is sent from now on
    changes = _changes(wire.fake, BOB)
    wire.fake.clock.advance(hours=23)
    assert changes == [("message.deleted", own["id"]), ("chat.upserted", BOB)]
    wire.rejected("GET", f"{PATH}/messages/{own['id']}", 404)
    unread = wire.get(PATH)["unreadCount"]
    changes.clear()
    wire.fake.clock.advance(hours=1, seconds=1)
    assert [kind for kind, _ in changes] == ["message.deleted", "message.deleted", "chat.upserted"]
    assert wire.get(PATH)["unreadCount"] == unread - 1
    assert wire.get("/v1/messages/search", query="xylophone")["items"] == []
    assert wire.get(f"{PATH}/messages")["items"][0]["id"] == old["id"]
    wire.rejected("POST", f"{PATH}/messages/{other['id']}/reactions", 404, json={"reactionKey": "👍"})


def test_the_messages_of_a_chat_that_begins_with_a_timer_stay(wire: Wire) -> None:
    target = chat(wire.fake, messageExpirySeconds=604_800)
    before = len(wire.fake.world.messages(target["id"]))
    wire.fake.world.receive(target["id"], "soon gone")
    wire.fake.clock.advance(days=8)
    assert len(wire.fake.world.messages(target["id"])) == before


def test_a_delayed_send_arrives_as_time_passes(wire: Wire) -> None:
    wire.fake.quirk("slow_delivery")
    pending = wire.post(f"{PATH}/messages", {"text": "slowly"})["pendingMessageID"]
    wire.fake.clock.advance(milliseconds=DELIVERY_MS - 1)
    assert wire.fake.world.messages(BOB)[-1].get("text") != "slowly"
    changes = _changes(wire.fake, BOB)
    wire.fake.clock.advance(milliseconds=2)
    row = wire.fake.world.messages(BOB)[-1]
    assert ("message.upserted", row["id"]) in changes
    assert (row["text"], row["sendStatus"]["status"]) == ("slowly", "SUCCESS")
    wire.rejected("GET", f"{PATH}/messages/{enc(pending)}", 404)
    assert wire.fake.world.deliver() == []


def test_a_pending_send_gets_its_status_as_time_passes(wire: Wire) -> None:
    wire.fake.quirk("send_pending")
    path = f"{PATH}/messages/{enc(wire.post(f'{PATH}/messages', {'text': 'slowly'})['pendingMessageID'])}"
    assert wire.get(path)["sendStatus"]["status"] == "PENDING"
    changes = _changes(wire.fake, BOB)
    wire.fake.clock.advance(milliseconds=DELIVERY_MS + 1)
    assert ("message.upserted", wire.fake.world.messages(BOB)[-1]["id"]) in changes
    assert wire.get(path)["sendStatus"]["status"] == "SUCCESS"


def test_delayed_sends_that_a_read_or_a_test_delivered_do_not_arrive_again(wire: Wire) -> None:
    wire.fake.quirk("slow_delivery")
    wire.post(f"{PATH}/messages", {"text": "once"})
    wire.fake.world.deliver()
    wire.fake.clock.advance(minutes=5)
    assert [row.get("text") for row in wire.fake.world.messages(BOB)].count("once") == 1


def test_everything_happens_in_order_of_time(wire: Wire) -> None:
    wire.fake.quirk("slow_delivery")
    wire.post(f"{PATH}/reminders", {"reminder": {"remindAt": _in(wire, 10 * SECOND)}})
    wire.post(f"{PATH}/messages", {"text": "late"})
    changes: list[tuple[str, datetime]] = []

    def listen(world: Any) -> None:
        clock, listeners = state(world).clock, state(world).journal.listeners

        def note(change: Change) -> None:
            changes.append((change.kind, datetime.fromtimestamp(clock.milliseconds() / 1000, UTC)))

        listeners.append(note)

    wire.fake.world.change(listen)
    wire.fake.clock.advance(hours=1)
    assert ("chat.upserted", NOON + 10 * SECOND) in changes
    assert [moment for _, moment in changes] == sorted(moment for _, moment in changes)
    arrived = datetime.fromisoformat(wire.fake.world.messages(BOB)[-1]["timestamp"])
    assert NOON + timedelta(milliseconds=DELIVERY_MS) <= arrived < NOON + timedelta(milliseconds=DELIVERY_MS + 10)
    assert wire.fake.clock.now == NOON + HOUR


def test_the_clock_of_the_machine_does_the_same_before_each_request_and_look() -> None:
    moment = [NOON]
    looks: list[Callable[[FakeBeeper, Wire], Any]] = [
        lambda _, wire: wire.get(PATH),
        lambda fake, _: fake.world.chat(BOB),
        lambda fake, _: fake.world.read(lambda world: world.room(BOB).wire),
    ]
    with FakeBeeper(now=lambda: moment[0]) as fake, Wire(fake) as wire:
        for look in looks:
            remind_at = moment[0] + HOUR
            wire.post(f"{PATH}/reminders", {"reminder": {"remindAt": remind_at.isoformat()}})
            moment[0] = remind_at - SECOND
            assert look(fake, wire)["reminder"] is not None
            moment[0] = remind_at
            assert look(fake, wire)["reminder"] is None


def test_an_upload_expires(wire: Wire) -> None:
    upload = wire.post("/v1/assets/upload/base64", {"content": "YQ=="})["uploadID"]
    wire.fake.clock.advance(milliseconds=UPLOAD_MS - 1)
    body = {"attachment": {"uploadID": upload}}
    wire.post(f"{PATH}/messages", body)
    wire.fake.clock.advance(milliseconds=1)
    assert wire.rejected("POST", f"{PATH}/messages", 404, json=body)["message"] == "Upload not found"
    draft = {"draft": {"text": "x", "attachments": {"a": {"uploadID": upload}}}}
    assert wire.rejected("PATCH", PATH, 404, json=draft)["message"] == "Upload not found"
    assert wire.get(PATH)["draft"] is None


def test_tokens_expire(wire: Wire) -> None:
    short, forever = wire.fake.issue_token("read", lifetime=60), wire.fake.issue_token("read")
    with Beeper(short, base_url=wire.fake.url) as beeper:
        assert beeper.accounts.list()
    wire.fake.clock.advance(seconds=60)
    with Wire(wire.fake, short) as late, Wire(wire.fake, forever) as good:
        late.rejected("GET", "/v1/accounts", 401)
        good.get("/v1/accounts")
        wire.get("/v1/accounts")


def test_codes_expire(wire: Wire) -> None:
    code = wire.post("/oauth/authorize/callback", {"codeChallenge": "c" * 43})["code"]
    wire.fake.clock.advance(minutes=10)
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": "v" * 43}
    assert wire.rejected("POST", "/oauth/token", 400, data=form)["error"] == "invalid_grant"


def test_sign_ins_expire(wire: Wire) -> None:
    sessions = "/v1/bridges/local-telegram/login-sessions"
    first, second = (f"{sessions}/{wire.post(sessions)['loginSessionID']}" for _ in range(2))
    wire.ok("DELETE", first)
    setup = wire.post("/v1/app/setup/start")["setupRequestID"]
    body = {"setupRequestID": setup, "email": "alice@example.com"}
    wire.fake.clock.advance(milliseconds=LOGIN_MS - 1)
    assert wire.get(second)["status"] == "waiting_for_input"
    wire.post("/v1/app/setup/email", body)
    wire.fake.clock.advance(milliseconds=1)
    assert (wire.get(first)["status"], wire.get(second)["status"]) == ("cancelled", "failed")
    assert wire.get(second)["error"]["code"] == "timeout"
    fields = {"type": "user_input", "fields": {"phone_number": "+15550100"}}
    wire.rejected("POST", f"{second}/steps/number", 409, json=fields)
    wire.rejected("POST", "/v1/app/setup/email", 404, json=body)


def test_a_chat_that_was_left_has_no_reminder_to_come(wire: Wire) -> None:
    wire.post(f"{PATH}/reminders", {"reminder": {"remindAt": _in(wire, HOUR)}})
    wire.post(f"/_matrix/client/v3/rooms/{enc(BOB)}/leave")
    changes = _changes(wire.fake, BOB)
    wire.fake.clock.advance(hours=2)
    assert changes == []
