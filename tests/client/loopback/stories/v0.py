"""Version 0: the same world through verbs, seen again through version 1."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import Call, Story
from tests.testing.known_chats import BOB, IMESSAGE, SIGNAL, chat, group, message

DAY = datetime(2036, 12, 24, 18, tzinfo=UTC)


def reading(fake_beeper: FakeBeeper) -> Story:
    accounts = yield Call("v0.get_accounts")
    assert [account.account_id for account in accounts] == [
        account["accountID"] for account in fake_beeper.world.accounts()
    ]
    big = yield Call("v0.get_chat", chat_id="124")
    assert (len(big.participants.items), big.participants.total) == (20, 1200)
    assert len((yield Call("v0.get_chat", chat_id="124", max_participant_count=30)).participants.items) == 30
    with pytest.raises(errors.NotFoundError) as caught:
        yield Call("v0.get_chat", chat_id=chat(fake_beeper, accountID=IMESSAGE)["id"])
    assert caught.value.code == "not_found"
    chats = yield Call("v0.search_chats", limit=9, account_ids=[SIGNAL], type="group")
    assert {item.title for item in chats} == {"Board Games", "Flat 4B", "Surprise Party", "Zoë's Ünïcode Günther"}
    listed = yield Call("v0.search_messages", chat_ids=[group(fake_beeper)["id"]], limit=500, sender="me")
    assert listed
    assert all(item.id == item.message_id and item.is_sender for item in listed)
    hits = (yield Call("v0.search", query="hiking")).results
    assert [item.title for item in hits.chats] == ["Hiking 🥾 & Beyond"]
    people = yield Call("accounts.contacts.list", SIGNAL)
    matches = yield Call("v0.search_users", account_id=SIGNAL, query=people[0].full_name)
    assert people[0] in matches.items


def writing(fake_beeper: FakeBeeper) -> Story:
    first = message(fake_beeper, BOB)["id"]
    sent = yield Call("v0.send_message", chat_id=BOB, text="*old* way", reply_to_message_id=first)
    assert (sent.success, sent.chat_id, sent.error) == (True, BOB, None)
    row = yield Call("messages.retrieve", sent.pending_message_id, chat_id=BOB)
    assert (row.text, row.linked_message_id) == ("<em>old</em> way", first)
    matches = yield Call("v0.search_messages", query="old way", chat_ids=[BOB], sender="me")
    assert (matches[0].text, matches[0].sort_key) == ("old way", int(row.sort_key))
    rejected = yield Call("v0.send_message", chat_id=chat(fake_beeper, isReadOnly=True)["id"], text="never")
    assert (rejected.success, rejected.error is not None) == (False, True)


def changing(_: FakeBeeper) -> Story:
    yield Call("v0.archive_chat", chat_id=BOB, archived=True)
    assert (yield Call("chats.retrieve", BOB)).is_archived
    yield Call("v0.archive_chat", chat_id=BOB, archived=False)
    assert (yield Call("v0.get_chat", chat_id=BOB)).is_archived is False
    reminder = {"remind_at_ms": DAY.timestamp() * 1000, "dismiss_on_incoming_message": True}
    assert (yield Call("v0.set_chat_reminder", chat_id=BOB, reminder=reminder)).success
    stored = (yield Call("chats.retrieve", BOB)).reminder
    assert (stored.remind_at, stored.dismiss_on_incoming_message) == (DAY, True)
    assert (yield Call("v0.clear_chat_reminder", chat_id=BOB)).success
    assert (yield Call("chats.retrieve", BOB)).reminder is None

    assert (yield Call("v0.open_app", chat_id=BOB, draft_text="a draft")).success
    assert (yield Call("chats.retrieve", BOB)).draft.text == "a draft"
    people = [who.id for who in (yield Call("accounts.contacts.list", SIGNAL)) if not who.cannot_message][:2]
    made = yield Call("v0.create_chat", account_id=SIGNAL, participant_ids=people, type="group", title="Old friends",
                      message_text="hello")  # fmt: skip
    assert (yield Call("chats.retrieve", made.chat_id)).title == "Old friends"
    assert (yield Call("messages.list", made.chat_id))[0].text == "hello"
    up = yield Call("assets.upload_base64", content="YQ==")
    assert (yield Call("v0.download_asset", url=up.src_url)).src_url == up.src_url
    assert (yield Call("v0.download_asset", url="mxc://beeper.local/nothing")).error is not None


STORIES = (reading, writing, changing)
