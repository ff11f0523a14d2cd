"""Edits that respond with the old message, and edits and deletions that nobody is told of."""

from __future__ import annotations

from typing import Any

from beeper_sdk import api
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, play
from tests.testing.websocket.helpers import ERIN, listening
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(ERIN)}/messages"


def _sent(wire: Wire) -> Json:
    pending = wire.post(MESSAGES, {"text": "first"})["pendingMessageID"]
    row: Json = wire.get(f"{MESSAGES}/{enc(pending)}")
    return row


def test_stale_edit_responds_with_the_message_as_it_was(wire: Wire) -> None:
    row = _sent(wire)
    path = f"{MESSAGES}/{row['id']}"
    with wire.fake.quirk("stale_edit") as quirk:
        answer = wire.ok("PUT", path, json={"text": "second"})
        assert answer == {**row, "messageID": row["id"], "success": True}
        assert wire.get(path)["text"] == "second"
        wire.rejected("PUT", f"{MESSAGES}/nothing", 404, json={"text": "second"})
        assert quirk.hits == 1
    assert wire.ok("PUT", path, json={"text": "third"})["text"] == "third"


def test_silent_edit_sends_no_events(wire: Wire) -> None:
    fake = wire.fake
    rows = [_sent(wire) for _ in range(2)]
    with listening(fake, ERIN) as client:
        with fake.quirk("silent_edit") as quirk:
            wire.ok("PUT", f"{MESSAGES}/{rows[0]['id']}", json={"text": "second"})
            wire.ok("DELETE", f"{MESSAGES}/{rows[1]['id']}")
            assert quirk.hits == 2
            fake.world.receive(ERIN, "news")
        assert [kind for kind, _ in client.seen()] == ["message.upserted", "chat.upserted"]
        wire.ok("PUT", f"{MESSAGES}/{rows[0]['id']}", json={"text": "third"})
        wire.ok("DELETE", f"{MESSAGES}/{rows[0]['id']}")
        assert client.seen() == [("message.upserted", rows[0]["id"]), ("message.deleted", rows[0]["id"])]


def test_silent_edit_hides_what_others_and_tests_change(wire: Wire) -> None:
    fake = wire.fake
    received = fake.world.receive(ERIN, "hello")["id"]

    def change(world: Any) -> None:
        world.room(ERIN).find(received)["text"] += " again"

    erin = fake.world.person(fake.world.chat(ERIN)["title"])
    with listening(fake, ERIN) as client:
        with fake.quirk("silent_edit", 3) as quirk:
            fake.world.change(change)
            sent = erin.send(ERIN, "hi")
            erin.edit(sent, "hi there")
            erin.delete(sent)
            assert quirk.hits == 3
        assert [kind for kind, _ in client.seen()] == ["message.upserted", "chat.upserted"]
        fake.world.change(change)
        assert client.seen() == [("message.upserted", received)]
    assert wire.get(f"{MESSAGES}/{received}")["text"] == "hello again again"


def test_edits_and_deletions_leave_last_activity_as_it_was(wire: Wire) -> None:
    row, other = _sent(wire), _sent(wire)
    last = wire.fake.world.chat(ERIN)["lastActivity"]
    assert last == other["timestamp"]
    wire.ok("PUT", f"{MESSAGES}/{row['id']}", json={"text": "second"})
    wire.ok("DELETE", f"{MESSAGES}/{other['id']}")
    assert wire.fake.world.chat(ERIN)["lastActivity"] == last


def test_the_client_decodes_a_stale_edit(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        sent = yield beeper.messages.send(ERIN, text="first")
        with fake_beeper.quirk("stale_edit"):
            request = api.messages.update(sent.pending_message_id, chat_id=ERIN, text="second")
            edited = (yield beeper.raw(request)).value  # the method would read it again
        assert (edited.text, edited.success) == ("first", True)
        assert (yield beeper.messages.retrieve(edited.id, chat_id=ERIN)).text == "second"

    play(kind, fake_beeper, story)
