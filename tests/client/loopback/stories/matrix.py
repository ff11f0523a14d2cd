"""The Matrix pass-through: account data, rooms, events, profiles; seen again through the other operations."""

from __future__ import annotations

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.seed.accounts import MATRIX_USER
from tests.client.loopback.helpers import Call, Story
from tests.testing.known_chats import BOB, message

DATA = {"empty": None, "list": [1, 2.5, "ä/ö"], "deep": {"a.b/c": {"x": True}}}


def data(_: FakeBeeper) -> Story:
    for kind in ("my.type", "org.example/a%b #1"):
        yield Call("matrix.set_account_data", kind, user_id=MATRIX_USER, body=DATA)
        assert (yield Call("matrix.get_account_data", kind, user_id=MATRIX_USER)) == DATA
        where = {"user_id": MATRIX_USER, "room_id": BOB}
        with pytest.raises(errors.NotFoundError):
            yield Call("matrix.get_room_account_data", kind, **where)
        yield Call("matrix.set_room_account_data", kind, **where, body={"only": "here"})
        assert (yield Call("matrix.get_room_account_data", kind, **where)) == {"only": "here"}
        assert (yield Call("matrix.get_account_data", kind, user_id=MATRIX_USER)) == DATA
    with pytest.raises(errors.PermissionDeniedError) as caught:
        yield Call("matrix.get_account_data", "my.type", user_id="@bob:beeper.local")
    assert caught.value.code == "M_FORBIDDEN"


def rooms(fake_beeper: FakeBeeper) -> Story:
    member = fake_beeper.world.chat(BOB)["participants"]["items"][0]
    states = yield Call("matrix.get_room_state", BOB)
    assert "m.room.member" in {event["type"] for event in states}
    seen = yield Call("matrix.get_room_state_event", member["id"], room_id=BOB, event_type="m.room.member")
    assert seen["displayname"] == member["fullName"]
    face = yield Call("matrix.get_profile", member["id"])
    assert face.displayname == member["fullName"]
    sent = yield Call("messages.send", BOB, text="by the other door")
    row = yield Call("messages.retrieve", sent.pending_message_id, chat_id=BOB)
    event = yield Call("matrix.get_room_event", f"$event{row.id}:beeper.local", room_id=BOB)
    assert (event["content"]["body"], event["sender"]) == ("by the other door", row.sender_id)
    assert message(fake_beeper, BOB)["id"] == row.id


def coming_and_going(fake_beeper: FakeBeeper) -> Story:
    member = fake_beeper.world.chat(BOB)["participants"]["items"][0]
    room = {"name": "Made / 1", "topic": "Ours", "invite": [member["id"]], "preset": "private_chat"}
    made = (yield Call("matrix.create_room", body=room)).room_id
    chat = yield Call("chats.retrieve", made)
    assert (chat.title, chat.description, chat.type) == ("Made / 1", "Ours", "group")
    yield Call("matrix.leave_room", made, reason="done")
    with pytest.raises(errors.NotFoundError):
        yield Call("chats.retrieve", made)
    back = yield Call("matrix.join_room", made, via=["beeper.local", "example.com"], reason="again")
    assert back.room_id == made
    assert fake_beeper.requests[-1].query == "via=beeper.local&via=example.com"
    assert made in {listed.id for listed in (yield Call("chats.list", limit=200))}
    with pytest.raises(errors.PermissionDeniedError):
        yield Call("matrix.join_room", "#unknown:beeper.local")


STORIES = (data, rooms, coming_and_going)
