"""Each change of the data of a fake server is an event, whoever makes it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.rules.device_verification import INCOMING
from beeper_sdk.testing.server.middleware import Gate
from beeper_sdk.testing.server.websocket.session import Session
from beeper_sdk.testing.wire.requests import Call
from beeper_sdk.testing.world.room import FrozenRoom, Room
from beeper_sdk.testing.world.world import World
from tests.testing.every_operation import PARTS
from tests.testing.known_chats import BOB, IMESSAGE, MERGED, SIGNAL, chat, group, message
from tests.testing.websocket.helpers import ERIN, Client, listening
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(ERIN)}/messages"


@contextmanager
def both(fake: FakeBeeper) -> Iterator[tuple[Client, Wire]]:
    """A client of the WebSocket and one of HTTP."""
    with listening(fake) as client, Wire(fake) as wire:
        yield client, wire


def test_a_message_is_sent_as_lists_have_it_and_its_chat_by_id_alone(fake_beeper: FakeBeeper) -> None:
    with both(fake_beeper) as (client, wire):
        row = fake_beeper.world.receive(ERIN, "hello")
        new, updated = client.events()
        assert new["entries"] == [wire.get(MESSAGES)["items"][0]] == [row]
        assert (new["type"], new["chatID"], new["ids"], new["seq"]) == ("message.upserted", ERIN, [row["id"]], 1)
        assert updated == {"type": "chat.upserted", "seq": 2, "ts": updated["ts"], "chatID": ERIN, "ids": [ERIN]}
        assert row["timestamp"] <= new["ts"] <= updated["ts"]


def test_an_older_app_sends_messages_in_its_own_form() -> None:
    with FakeBeeper(version="4.2.557") as fake, both(fake) as (client, wire):
        row = fake.world.receive(ERIN, "hello")
        assert row["mentions"] == []
        entries = client.events()[0]["entries"]
        assert entries == [wire.get(MESSAGES)["items"][0]]
        assert entries != [row]


def test_a_reaction_is_two_events_and_so_is_taking_it_back(fake_beeper: FakeBeeper) -> None:
    target = message(fake_beeper, ERIN)
    with both(fake_beeper) as (client, wire):
        path = f"{MESSAGES}/{target['id']}/reactions"
        wire.post(path, {"reactionKey": "👍"})
        reaction, changed = client.events()
        assert reaction["entries"][0]["type"] == "REACTION"
        assert reaction["entries"][0]["linkedMessageID"] == target["id"]
        assert changed["entries"][0]["timestamp"] == target["timestamp"]
        assert [each["reactionKey"] for each in changed["entries"][0]["reactions"]] == ["👍"]
        wire.ok("DELETE", f"{path}/{enc('👍')}")
        assert client.seen() == [("message.deleted", reaction["ids"][0]), ("message.upserted", target["id"])]


def test_a_delete_is_an_id_alone(fake_beeper: FakeBeeper) -> None:
    sent = message(fake_beeper, ERIN, isSender=True)
    with both(fake_beeper) as (client, wire):
        wire.ok("DELETE", f"{MESSAGES}/{sent['id']}")
        (event,) = client.events()
        assert event == {
            "type": "message.deleted", "seq": 1, "ts": event["ts"], "chatID": ERIN, "ids": [sent["id"]]
        }  # fmt: skip
        assert wire.get(f"{MESSAGES}/{sent['id']}")["isDeleted"]


def test_a_message_repeats_for_each_report_and_is_silent_until_it_can_be_read(fake_beeper: FakeBeeper) -> None:
    with both(fake_beeper) as (client, wire):
        with fake_beeper.quirk("slow_delivery", times=1):
            wire.post(MESSAGES, {"text": "late"})
        assert client.events() == []
        (late,) = fake_beeper.world.deliver()
        assert client.seen() == [("message.upserted", late["id"]), ("chat.upserted", ERIN)]
        with fake_beeper.quirk("send_pending", times=1):
            wire.post(MESSAGES, {"text": "pending"})
        assert client.events()[0]["entries"][0]["sendStatus"]["status"] == "PENDING"
        wire.get(MESSAGES)
        assert client.events() == []
        wire.get(MESSAGES)
        (reported,) = client.events()
        assert reported["entries"][0].get("sendStatus", {}).get("status") != "PENDING"
        fake_beeper.world.report(ERIN, late["id"], "FAIL_PERMANENT")
        wire.ok("PUT", f"{MESSAGES}/{late['id']}", json={"text": "edited"})
        assert client.seen() == [("message.upserted", late["id"])] * 2


def test_reading_and_archiving_change_the_chat(fake_beeper: FakeBeeper) -> None:
    with both(fake_beeper) as (client, wire):
        fake_beeper.world.receive(ERIN, "unread")
        client.events()
        for method, path, body in (
            ("POST", "read", {}), ("POST", "unread", {}), ("POST", "archive", {}),
            ("POST", "reminders", {"reminder": {"remindAt": "2030-01-01T00:00:00Z"}}), ("DELETE", "reminders", None),
        ):  # fmt: skip
            wire.ok(method, f"/v1/chats/{enc(ERIN)}/{path}", json=body)
            assert client.seen() == [("chat.upserted", ERIN)], path


def test_who_tests_change_the_state_the_changes_are_found(fake_beeper: FakeBeeper) -> None:
    def change(world: Any) -> None:
        room = world.room(ERIN)
        room.wire["title"] = "Renamed"
        first, second, third = room.messages[:3]
        first["text"] = "changed"
        second["isDeleted"] = True
        room.drop(third)
        del world.rooms[other]

    other = chat(fake_beeper, accountID=SIGNAL)["id"]
    rows = [row["id"] for row in fake_beeper.world.messages(ERIN)[:3]]
    expected = [
        ("message.deleted", rows[2]), ("message.upserted", rows[0]), ("message.deleted", rows[1]),
        ("chat.upserted", ERIN), ("chat.deleted", other),
    ]  # fmt: skip
    with both(fake_beeper) as (client, wire):
        fake_beeper.before("accounts.list", change)
        wire.get("/v1/accounts")
        assert client.seen() == expected
    fake_beeper.reset()
    with listening(fake_beeper) as client:
        fake_beeper.world.change(change)
        assert client.seen() == expected
        assert fake_beeper.world.read(lambda world: world.room(ERIN).wire["title"]) == "Renamed"
        assert client.events() == []


def test_a_room_that_was_never_read_is_compared_with_its_beginning(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as client:
        fake_beeper.world.change(lambda world: [list(room.messages) for room in world.rooms.values()])
        assert client.events() == []
        fake_beeper.world.change(lambda world: world.room(ERIN).messages[0].update(text="changed"))
        assert [kind for kind, _ in client.seen()] == ["message.upserted"]


def test_plenty_at_once_is_one_event_for_each(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as client:
        ids = fake_beeper.world.add_messages(ERIN, 30)
        assert client.seen() == [*(("message.upserted", each) for each in ids), ("chat.upserted", ERIN)]
        chats = fake_beeper.world.add_chats(SIGNAL, 2)
        assert client.seen() == [("chat.upserted", each) for each in chats]
        fake_beeper.world.add_members(ERIN, 2)
        person = fake_beeper.world.join(ERIN)
        fake_beeper.world.leave(ERIN, person["id"])
        assert client.seen() == [("chat.upserted", ERIN)] * 3


def test_a_merged_chat_follows_its_members_and_older_apps_have_none(fake_beeper: FakeBeeper) -> None:
    member: str = fake_beeper.world.chat(MERGED)["merge"]["chatIDs"][0]
    with listening(fake_beeper) as client:
        row = fake_beeper.world.receive(member, "hello")
        seen = [("message.upserted", row["id"]), ("chat.upserted", member), ("chat.upserted", MERGED)]
        assert client.seen() == seen
        client.subscribe(MERGED)
        fake_beeper.world.receive(member, "hello")
        assert client.seen() == seen[2:]
    with FakeBeeper(version="4.3.0") as fake, listening(fake) as client:
        row = fake.world.receive(member, "hello")
        assert client.seen() == seen[:2]


def test_imessage_has_no_events(fake_beeper: FakeBeeper) -> None:
    native = chat(fake_beeper, accountID=IMESSAGE)["id"]
    with listening(fake_beeper) as client:
        fake_beeper.world.receive(native, "silent")
        assert client.events() == []
        with fake_beeper.quirk("ws_imessage"):
            fake_beeper.world.receive(native, "loud")
            with fake_beeper.quirk("ws_no_imessage", times=1):
                fake_beeper.world.receive(native, "its chat")
        assert [kind for kind, _ in client.seen()] == ["message.upserted", "chat.upserted", "chat.upserted"]


def test_own_sends_echo_after_and_before_the_response_in_turn(
    fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    send, post = Gate._send, Session.send

    async def sends(self: Gate, call: Call, *arguments: Any) -> None:
        await send(self, call, *arguments)
        if call.name == "messages.send":
            order.append("response")

    def posts(self: Session, kind: str, event: Json) -> None:
        post(self, kind, event)
        order.append(kind)

    monkeypatch.setattr(Gate, "_send", sends)
    monkeypatch.setattr(Session, "send", posts)
    late, early = ["response", "message.upserted", "chat.upserted"], ["message.upserted", "chat.upserted", "response"]
    with both(fake_beeper) as (client, wire):
        for quirk, expected in (
            (None, late), (None, early), ("ws_echo_last", late), ("ws_echo_last", late), (None, late), (None, early),
            ("ws_echo_first", early), ("ws_echo_first", early),
        ):  # fmt: skip
            order.clear()
            if quirk is not None:
                fake_beeper.quirk(quirk, times=1)
            pending = wire.post(MESSAGES, {"text": "mine"})["pendingMessageID"]
            events = client.events()
            assert order == expected
            assert events[0]["ids"] == [wire.get(f"{MESSAGES}/{pending}")["id"]]
            assert events[0]["entries"][0]["isSender"]


def test_changes_of_the_setup_are_events_for_who_subscribes_to_them() -> None:
    with FakeBeeper(signed_in=False) as fake, Client(fake) as client, listening(fake) as chats, Wire(fake) as wire:
        client.recv()
        client.subscribe(app={"state": True})
        started = wire.post("/v1/app/setup/start")["setupRequestID"]
        wire.post("/v1/app/setup/email", {"setupRequestID": started, "email": "alice@example.com"})
        assert client.events() == []
        wire.post("/v1/app/setup/response", {"setupRequestID": started, "response": "123456"})
        (event,) = client.events()
        assert (event["type"], event["seq"], event["appState"]["state"]) == (
            "app.state.updated", 1, "needs-verification"
        )  # fmt: skip
        path = f"/v1/app/setup/verifications/{INCOMING}"
        states: list[list[str]] = []
        for action in ("/accept", "/sas/start", "/sas/confirm"):
            wire.post(path + action)
            states.append([event["type"] for event in client.events()])
        both_changed = ["verification.updated", "app.state.updated"]
        assert states == [both_changed] * 2 + [["verification.updated", "verification.removed", "app.state.updated"]]
        assert wire.get("/v1/app/setup")["state"] == "needs-first-sync"
        assert [event["appState"]["state"] for event in client.events()] == ["ready"]
        assert chats.events() == []


State = dict[str, tuple[Room, FrozenRoom]]


def _state(fake: FakeBeeper) -> State:
    return fake.world._on_loop.run(
        lambda: {room.id: (room, room.freeze()) for room in fake.world._on_loop.world().rooms.values()}
    )


def _changed(fake: FakeBeeper, before: State) -> set[tuple[str, str]]:
    """What is new or different, found without the journal. Whether a message is unread is reported by its chat."""

    def read(row: Json) -> Json:
        return {key: value for key, value in row.items() if key != "isUnread"}

    def compare(world: World) -> set[tuple[str, str]]:
        found = {("chat.deleted", chat_id) for chat_id in before if chat_id not in world.rooms}
        for room in world.rooms.values():
            if room.id in before and room.freeze() == before[room.id][1]:
                continue
            wire, rows = room.thaw(before[room.id][1]) if room.id in before else ({}, [])
            old, new = ({row["id"]: read(row) for row in each} for each in (rows, room.messages))
            found |= {("chat.upserted", room.id)} if wire != room.wire else set()
            found |= {("message.deleted", each) for each in old.keys() - new.keys()}
            for message_id, row in new.items():
                if row != old.get(message_id):
                    found.add(("message.deleted" if row.get("isDeleted") else "message.upserted", message_id))
        return found

    return fake.world._on_loop.run(lambda: compare(fake.world._on_loop.world()))


def test_every_operation_that_changes_a_chat_or_a_message_has_events(fake_beeper: FakeBeeper) -> None:
    """The events of each request are the differences that it makes. Setting what is set already is an event as well."""
    fake_beeper.quirk("ws_imessage", optional=True)

    class Watched(Wire):
        @override
        def send(self, method: str, path: str, **options: Any) -> httpx.Response:
            if method == "GET":
                return super().send(method, path, **options)
            before = _state(fake_beeper)
            answer = super().send(method, path, **options)
            expected = _changed(fake_beeper, before)
            events = client.seen()
            assert expected <= set(events), path
            assert all(kind == "chat.upserted" for kind, _ in set(events) - expected), path
            assert len(events) == len(set(events))
            covered.update(kind for kind, _ in expected)
            return answer

    big = group(fake_beeper)["id"]

    def keep_some(world: Any) -> None:
        """To compare all chats about each request would take 8 s."""
        kept = {ERIN, BOB, MERGED, *world.rooms[MERGED].wire["merge"]["chatIDs"], big}
        rest = [chat_id for chat_id in world.rooms if chat_id not in kept]
        native = [chat_id for chat_id in rest if world.rooms[chat_id].account_id == IMESSAGE]
        for chat_id in set(rest) - set(rest[-10:]) - set(native[:2]):
            del world.rooms[chat_id]

    covered: set[str] = set()
    fake_beeper.world.change(keep_some)
    with listening(fake_beeper) as client, Watched(fake_beeper) as wire:
        for part in PARTS:
            if part.__name__ in ("_chats", "_messages", "_bridges", "_matrix", "_v0"):
                part(wire)
        wire.ok("POST", "/v1/focus", json={"chatID": ERIN, "draftText": "draft"})
        for login in wire.get("/v1/bridges/signal/logins")["items"]:
            path = f"/v1/bridges/signal/logins/{enc(login['loginID'])}/remove"
            wire.post(path, {"scope": "current-device"})
    assert covered == {"chat.upserted", "chat.deleted", "message.upserted", "message.deleted"}


def test_nothing_is_recorded_while_nobody_is_subscribed(fake_beeper: FakeBeeper) -> None:
    def recorded() -> tuple[int, int]:
        journal = fake_beeper.world._on_loop.world().journal
        return fake_beeper.world._on_loop.run(lambda: (len(journal.listeners), len(journal._changes)))

    with Client(fake_beeper) as client, Wire(fake_beeper) as wire:
        client.recv()
        wire.post(MESSAGES, {"text": "unheard"})
        assert recorded() == (0, 0)
        client.subscribe(ERIN)
        assert recorded() == (1, 0)
        client.subscribe(app={"state": True})
        assert recorded() == (0, 0)
        wire.post(MESSAGES, {"text": "unheard"})
        assert client.events() == []


def test_many_clients_at_once_lose_no_event(fake_beeper: FakeBeeper) -> None:
    def send(number: int) -> None:
        with Wire(fake_beeper) as mine:
            for index in range(10):
                assert mine.http.post(MESSAGES, json={"text": f"{number} {index}"}).is_success

    with listening(fake_beeper) as client:
        threads = [threading.Thread(target=send, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        events = client.events()
    sent = [event["entries"][0]["text"] for event in events if event["type"] == "message.upserted"]
    assert sorted(sent) == sorted(f"{number} {index}" for number in range(4) for index in range(10))
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))


def test_each_connection_counts_its_own_events(fake_beeper: FakeBeeper) -> None:
    other = group(fake_beeper)["id"]
    with listening(fake_beeper) as every, listening(fake_beeper, other) as one:
        fake_beeper.world.receive(ERIN, "hello")
        fake_beeper.world.receive(other, "hello")
        assert [event["seq"] for event in every.events()] == [1, 2, 3, 4]
        assert [event["seq"] for event in one.events()] == [1, 2]
        assert [(each.chat_ids, each.events) for each in fake_beeper.websockets] == [(("*",), 4), ((other,), 2)]
