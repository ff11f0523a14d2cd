"""Messages: sent, found, edited, deleted, reacted to; the window of the app; the search over everything."""

from __future__ import annotations

from datetime import timedelta

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import Call, Story
from tests.testing.known_chats import BOB, MERGED, group, message

REACTIONS = ("👍", "🏳️‍🌈", "a/b", "100%", "shrug#1?")


def sending(fake_beeper: FakeBeeper) -> Story:
    chat_id = group(fake_beeper)["id"]
    first = message(fake_beeper, chat_id)["id"]
    sent = yield Call("messages.send", chat_id, text="**Tomorrow** at 7? 🥾", reply_to_message_id=first)
    assert sent.chat_id == chat_id
    row = yield Call("messages.retrieve", sent.pending_message_id, chat_id=chat_id)
    assert (row.text, row.linked_message_id) == ("<strong>Tomorrow</strong> at 7? 🥾", first)
    assert (row.is_sender, row.send_status.status, row.timestamp.tzinfo is not None) == (True, "SUCCESS", True)
    listed = yield Call("messages.list", chat_id)
    assert listed[0] == row
    assert [item.id for item in listed] == [item["id"] for item in reversed(fake_beeper.world.messages(chat_id))]
    assert (yield Call("chats.retrieve", chat_id)).last_activity == row.timestamp
    matches = yield Call("messages.search", query="tomorrow 🥾", chat_ids=[chat_id], sender="me", limit=20)
    assert row.id in {item.id for item in matches}

    edited = yield Call("messages.update", row.id, chat_id=chat_id, text="Tomorrow at 8")
    assert edited.message_id == row.id
    seen = yield Call("messages.retrieve", row.id, chat_id=chat_id)
    assert (seen.text, seen.edited_timestamp) == ("Tomorrow at 8", edited.edited_timestamp)
    assert seen.edited_timestamp > seen.timestamp
    yield Call("messages.delete", row.id, chat_id=chat_id, for_everyone=True)
    seen = yield Call("messages.retrieve", row.id, chat_id=chat_id)
    assert (seen.is_deleted, seen.text) == (True, None)
    matches = yield Call("messages.search", query="tomorrow at 8", chat_ids=[chat_id])
    assert row.id not in {item.id for item in matches}


def walking(fake_beeper: FakeBeeper) -> Story:
    chat_id = group(fake_beeper)["id"]
    known = [item["id"] for item in fake_beeper.world.messages(chat_id)]
    assert [item.id for item in (yield Call("messages.list", chat_id))] == known[::-1]
    sent = yield Call("messages.send", MERGED, text="to the latest of them")
    row = (yield Call("messages.list", sent.chat_id))[0]
    assert row.text == "to the latest of them"
    pictures = yield Call("messages.search", media_types=["image", "file"], exclude_low_priority=False,
                          date_after=fake_beeper.clock.now - timedelta(days=30),
                          date_before=fake_beeper.clock.now)  # fmt: skip
    assert pictures
    assert {attachment.type for row in pictures for attachment in row.attachments} <= {"img", "unknown"}


def reacting(fake_beeper: FakeBeeper) -> Story:
    row = message(fake_beeper, BOB)
    for key in REACTIONS:
        added = yield Call("chats.messages.reactions.add", row["id"], chat_id=BOB, reaction_key=key, transaction_id="t")
        assert (added.message_id, added.reaction_key, added.transaction_id) == (row["id"], key, "t")
        seen = yield Call("messages.retrieve", row["id"], chat_id=BOB)
        assert key in {reaction.reaction_key for reaction in seen.reactions}
        event = yield lambda beeper: beeper.messages.list(BOB).first()  # all would be 700 messages, in 36 pages
        assert (event.type, event.linked_message_id, event.is_hidden) == ("REACTION", row["id"], True)
        gone = yield Call("chats.messages.reactions.delete", key, chat_id=BOB, message_id=row["id"])
        assert gone.reaction_key == key
        seen = yield Call("messages.retrieve", row["id"], chat_id=BOB)
        assert key not in {reaction.reaction_key for reaction in seen.reactions or ()}
    with pytest.raises(errors.NotFoundError):
        yield Call("chats.messages.reactions.delete", "👍", chat_id=BOB, message_id=row["id"])


def the_app(fake_beeper: FakeBeeper) -> Story:
    row = message(fake_beeper, BOB)
    focused = yield Call("focus", chat_id=BOB, message_id=row["id"], draft_text="1 < 2")
    assert focused.success
    assert fake_beeper.world.read(lambda world: world.focused)["messageID"] == row["id"]
    assert (yield Call("chats.retrieve", BOB)).draft.text == "1 &lt; 2"
    assert (yield Call("focus")).success

    hits = (yield Call("search", query="hiking")).results
    assert [item.title for item in hits.chats] == ["Hiking 🥾 & Beyond"]
    assert set(hits.messages.chats) == {item.chat_id for item in hits.messages.items}
    info = yield Call("info.retrieve").by("")
    assert (info.server.base_url, info.app.version) == (fake_beeper.url, "4.3.73")
    document = yield Call("info.spec")
    assert document["openapi"].startswith("3.1")
    assert "/v1/chats/{chatID}" in document["paths"]


STORIES = (sending, walking, reacting, the_app)
