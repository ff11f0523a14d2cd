"""The Matrix pass-through shows the same world, and refuses in Matrix's own envelope."""

from __future__ import annotations

from beeper_sdk.testing.world.seed.accounts import MATRIX_USER
from tests.testing.known_chats import BOB, group, message
from tests.testing.wire import Wire, enc

ROOT = "/_matrix/client/v3"


def test_account_data_is_kept_globally_and_by_room(wire: Wire) -> None:
    user = f"{ROOT}/user/{enc(MATRIX_USER)}"
    paths = (f"{user}/account_data/com.example", f"{user}/rooms/{enc(BOB)}/account_data/com.example")
    for number, path in enumerate(paths):
        assert wire.rejected("GET", path, 404)["errcode"] == "M_NOT_FOUND"
        assert wire.ok("PUT", path, json={"number": number, "nested": {"a": None}}) == {}
    for number, path in enumerate(paths):
        assert wire.get(path) == {"number": number, "nested": {"a": None}}
    path_of_another_user = f"{ROOT}/user/{enc('@bob:beeper.local')}/account_data/x"
    assert wire.rejected("GET", path_of_another_user, 403)["errcode"] == "M_FORBIDDEN"
    assert wire.rejected("PUT", f"{user}/account_data/m.push_rules", 405, json={})["errcode"] == "M_BAD_JSON"


def test_room_state_names_the_chat_and_its_members(wire: Wire) -> None:
    chat = group(wire.fake)
    wire.ok("PATCH", f"/v1/chats/{enc(chat['id'])}", json={"title": "New name", "description": "Topic"})
    state = wire.get(f"{ROOT}/rooms/{enc(chat['id'])}/state")
    contents = {event["type"]: event["content"] for event in state}
    assert contents["m.room.name"] == {"name": "New name"}
    assert contents["m.room.topic"] == {"topic": "Topic"}
    members = [event["state_key"] for event in state if event["type"] == "m.room.member"]
    assert members == [person["id"] for person in chat["participants"]["items"]]
    member = wire.get(f"{ROOT}/rooms/{enc(chat['id'])}/state/m.room.member/{enc(members[0])}")
    assert member["membership"] == "join"
    wire.rejected("GET", f"{ROOT}/rooms/{enc(chat['id'])}/state/m.room.member/nobody", 404)
    assert wire.rejected("GET", f"{ROOT}/rooms/nowhere/state", 403)["errcode"] == "M_FORBIDDEN"


def test_events_are_the_rows_of_a_chat(wire: Wire) -> None:
    row = message(wire.fake, BOB)
    wire.post(f"/v1/chats/{enc(BOB)}/messages/{row['id']}/reactions", {"reactionKey": "👍"})
    hidden = wire.get(f"/v1/chats/{enc(BOB)}/messages")["items"][0]
    event = wire.get(f"{ROOT}/rooms/{enc(BOB)}/event/{enc('$event' + hidden['id'] + ':beeper.local')}")
    assert event["type"] == "m.reaction"
    assert event["content"]["m.relates_to"]["event_id"] == f"$event{row['id']}:beeper.local"
    wire.rejected("GET", f"{ROOT}/rooms/{enc(BOB)}/event/{enc('$nothing')}", 404)


def test_profiles(wire: Wire) -> None:
    person = wire.fake.world.chat(BOB)["participants"]["items"][0]
    assert wire.get(f"{ROOT}/profile/{enc(person['id'])}")["displayname"] == person["fullName"]
    assert wire.get(f"{ROOT}/profile/{enc(MATRIX_USER)}")["displayname"]
    wire.rejected("GET", f"{ROOT}/profile/{enc('@nobody:nowhere')}", 404)


def test_a_room_is_made_left_and_joined_again(wire: Wire) -> None:
    body = {"name": "Planning", "topic": "Plans", "invite": ["@bob:beeper.local"]}
    room = wire.post(f"{ROOT}/createRoom", body)["room_id"]
    chat = wire.get(f"/v1/chats/{enc(room)}")
    assert (chat["title"], chat["description"], chat["participants"]["total"]) == ("Planning", "Plans", 2)
    wire.post(f"/v1/chats/{enc(room)}/messages", {"text": "hello"})
    assert wire.get("/v1/chats")["items"][0]["id"] == room
    assert wire.post(f"{ROOT}/rooms/{enc(room)}/leave", {"reason": "done"}) == {}
    wire.rejected("GET", f"/v1/chats/{enc(room)}", 404)
    assert wire.post(f"{ROOT}/join/{enc(room)}", {}) == {"room_id": room}
    assert wire.get(f"/v1/chats/{enc(room)}/messages")["items"][0]["text"] == "hello"
    wire.rejected("POST", f"{ROOT}/join/{enc('#nowhere:beeper.local')}", 403)
    assert wire.rejected("POST", f"{ROOT}/createRoom", 400, json={"invite": "bob"})["errcode"] == "M_BAD_JSON"
