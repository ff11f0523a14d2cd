"""Who is in a chat and who I am in it, with the requests it takes; and ids of every kind all the way."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import unquote

import pytest

from beeper_sdk import errors, models
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, Call, Story, runs_on
from tests.testing.known_chats import BOB, IMESSAGE, SIGNAL, WHATSAPP, Json, chat

BIG = "124"
"""The local ID of the chat with 1,200 members; its own user is the last of them."""


def counts(fake: FakeBeeper) -> list[str]:
    """What was asked for since the last look, and how much of it."""
    requested = [f"{request.operation} {request.query.rpartition('=')[2]}".strip() for request in fake.requests]
    fake.requests.clear()
    return requested


def self_user(chat: Any, beeper: Any) -> Any:
    return beeper.chats.self_user(chat)


@runs_on(ALL)
def test_the_first_fifty_of_many_take_one_request_and_all_take_two(fake_beeper: FakeBeeper) -> Story:
    everyone = [person["id"] for person in fake_beeper.world.chat(BIG)["participants"]["items"]]
    fifty = yield lambda b: b.chats.participants(BIG, page_size=50).collect(50)
    assert [person.id for person in fifty] == everyone[:50]
    assert counts(fake_beeper) == ["chats.retrieve 50"]
    members = yield lambda b: b.chats.participants(BIG, page_size=50).collect()
    assert [person.id for person in members] == everyone
    assert (len(members), counts(fake_beeper)) == (1200, ["chats.retrieve 50", "chats.retrieve -1"])
    first = yield lambda b: b.chats.participants(BIG).first()
    assert (first.id, counts(fake_beeper)) == (everyone[0], ["chats.retrieve 100"])
    listed = yield lambda b: b.chats.search(query="Example Street").first()
    counts(fake_beeper)
    assert (len(listed.participants.items), listed.participants.total) == (20, 1200)
    assert len((yield lambda b: b.chats.participants(listed).collect())) == 1200
    assert counts(fake_beeper) == ["chats.retrieve -1"]
    small = yield Call("chats.retrieve", BOB)
    counts(fake_beeper)
    assert len((yield lambda b: b.chats.participants(small).collect())) == 2
    assert counts(fake_beeper) == []


@runs_on(ALL)
def test_who_i_am_on_an_account_takes_one_request(fake_beeper: FakeBeeper) -> Story:
    me = yield lambda b: b.me(WHATSAPP)
    assert (me.is_self, counts(fake_beeper)) == (True, ["accounts.list"])
    selves = yield lambda b: b.accounts.selves()
    assert counts(fake_beeper) == ["accounts.list"]
    assert {key: user.id for key, user in selves.items()} == {
        account["accountID"]: account["user"]["id"] for account in fake_beeper.world.accounts()
    }
    with pytest.raises(errors.SelfUserUnknown):
        yield lambda b: b.me("telegram")
    counts(fake_beeper)


@pytest.mark.parametrize(
    ("given", "requests"),
    [
        ("an id", ["chats.retrieve -1"]),
        ("the id of many", ["chats.retrieve -1"]),
        ("a chat", []),
        ("a cut chat", ["accounts.list", "chats.retrieve -1"]),
    ],
)
@runs_on(ALL)
def test_who_i_am_in_a_chat_takes_as_few_requests_as_it_can(
    fake_beeper: FakeBeeper, given: str, requests: list[str]
) -> Story:
    own = next(account["user"]["id"] for account in fake_beeper.world.accounts() if account["accountID"] == WHATSAPP)
    chat: Any = {"an id": BOB, "the id of many": BIG}.get(given)
    if chat is None:
        known = fake_beeper.world.chat(BOB if given == "a chat" else BIG)
        members = known["participants"]
        cut = {**members, "items": members["items"][:20], "hasMore": members["total"] > 20}
        chat = models.Chat.from_dict({**known, "participants": cut})
    assert (yield partial(self_user, chat)).id == own
    assert counts(fake_beeper) == requests


@runs_on()
def test_who_i_am_is_known_in_every_chat_of_every_network() -> Story:
    selves = yield lambda b: b.accounts.selves()
    for listed in (yield Call("chats.list", limit=200)):
        mine = yield partial(self_user, listed)
        assert mine.id == selves[listed.account_id].id


@runs_on()
def test_a_chat_is_found_by_any_id_it_has(fake_beeper: FakeBeeper) -> Story:
    special_marks = set[str]()
    for known in fake_beeper.world.chats():
        fake_beeper.requests.clear()
        retrieved = yield Call("chats.retrieve", known["id"])
        assert (retrieved.id, retrieved.title) == (known["id"], known["title"])
        local = yield Call("chats.retrieve", retrieved.local_chat_id)
        assert local == retrieved
        first = fake_beeper.requests[0]
        assert first.path.count("/") == 3
        assert unquote(first.path.rpartition("/")[2]) == known["id"]
        special_marks |= {mark for mark in "!:#/%+;?=& 🦊" if mark in known["id"]}
    assert special_marks == set("!:#/%+;?=& 🦊")


ODD = ("!🦊 den/50%:beeper.local", "imsg##thread:iMessage;-;walter?x=1&y=2", "imsg##thread:iMessage;+;chat%20family")


@pytest.mark.parametrize("chat_id", [*ODD, "103"])
@runs_on()
def test_writing_to_a_chat_with_an_odd_id_reaches_that_chat(fake_beeper: FakeBeeper, chat_id: str) -> Story:
    known: Json = fake_beeper.world.chat(chat_id)
    sent = yield Call("messages.send", chat_id, text="here?")
    assert sent.chat_id == known["id"]
    row = yield Call("messages.retrieve", sent.pending_message_id, chat_id=chat_id)
    assert row == (yield Call("messages.list", chat_id))[0]
    yield Call("chats.messages.reactions.add", row.id, chat_id=chat_id, reaction_key="a/b#%?🏳️‍🌈")
    (reaction,) = (yield Call("messages.retrieve", row.id, chat_id=chat_id)).reactions
    assert reaction.reaction_key == "a/b#%?🏳️‍🌈"
    yield Call("chats.messages.reactions.delete", reaction.reaction_key, chat_id=chat_id, message_id=row.id)
    yield Call("messages.update", row.id, chat_id=chat_id, text="there?")
    matches = yield Call("messages.search", chat_ids=[chat_id], query="there?", sender="me")
    assert (matches[0].id, matches[0].chat_id) == (row.id, known["id"])
    yield Call("chats.reminders.create", chat_id, reminder={"remind_at": "2036-12-24T18:00:00Z"})
    yield Call("chats.reminders.delete", chat_id)
    yield Call("messages.delete", row.id, chat_id=chat_id)
    yield Call("chats.archive", chat_id)
    assert (yield Call("chats.retrieve", chat_id)).is_archived
    others = [other_chat for other_chat in fake_beeper.world.chats() if other_chat["id"] != known["id"]]
    assert not any(
        row.get("text") == "here?" for other_chat in others for row in fake_beeper.world.messages(other_chat["id"])
    )


@runs_on()
def test_an_id_that_looks_like_a_path_stays_an_id(fake_beeper: FakeBeeper) -> Story:
    for chat_id in ("../accounts", "%2e%2e", "a/../../v1/accounts", "..%2F", "x?limit=1", "x#y", "\\", "//"):
        with pytest.raises(errors.NotFoundError):
            yield Call("chats.retrieve", chat_id)
        assert fake_beeper.requests[-1].operation == "chats.retrieve"
        assert unquote(fake_beeper.requests[-1].path.rpartition("/")[2]) == chat_id
    native = chat(fake_beeper, accountID=IMESSAGE)
    assert (yield Call("accounts.retrieve", native["accountID"])).account_id == IMESSAGE
    with pytest.raises(errors.NotFoundError):
        yield Call("accounts.contacts.search", f"{SIGNAL}/list", query="x")
    assert fake_beeper.requests[-1].operation == "accounts.contacts.search"
