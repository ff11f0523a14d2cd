"""Accounts, chats, labels and merged chats that a test adds are there for the API at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper, WorldView
from beeper_sdk.testing.world.networks import NETWORKS
from tests.testing.wire import Wire, enc

Act: TypeAlias = Callable[[WorldView], object]
HIKING = "!hiking:small.local"


@pytest.mark.parametrize("network", [network.type for network in NETWORKS])
def test_every_network_works(network: str) -> None:
    with FakeBeeper(world="empty") as fake, Wire(fake) as wire:
        world = fake.world
        account = world.add_account(network)
        assert [one["accountID"] for one in wire.get("/v1/accounts")] == [account]
        bridge_id = wire.get(f"/v1/accounts/{enc(account)}")["bridge"]["id"]
        assert wire.get(f"/v1/bridges/{bridge_id}")["activeAccountCount"] == 1
        wire.get(f"/v1/bridges/{bridge_id}/capabilities")
        wire.get(f"/v1/bridges/{bridge_id}/login-flows")
        direct = world.add_chat(people=["Bob Example"])
        group = world.add_chat("Team", ["Bob", "Carol Example"], network=network)
        for chat_id, kind in ((direct, "single"), (group, "group")):
            assert wire.get(f"/v1/chats/{enc(chat_id)}")["type"] == kind
            world.person("Bob").send(chat_id, "Hello")
            wire.post(f"/v1/chats/{enc(chat_id)}/messages", {"text": "Hello, Bob"})
            row = wire.get(f"/v1/chats/{enc(chat_id)}/messages")["items"][0]
            wire.post(f"/v1/chats/{enc(chat_id)}/messages/{row['id']}/reactions", {"reactionKey": "👍"})
            world.person("Bob").react(row, "👍")
        found = wire.get(f"/v1/accounts/{enc(account)}/contacts", query="carol")["items"]
        assert [user["fullName"] for user in found] == ["Carol Example"]
        sent = world.me.send(world.note_to_self(), "Buy bread")
        assert "isSender" not in sent


def test_an_account_while_it_runs(small: FakeBeeper, wire: Wire, beeper: Beeper) -> None:
    world = small.world
    account = world.add_account("Telegram", user={"fullName": "Alice T.", "username": "@alice_t"}, contacts=False)
    second = world.add_account("telegram", contacts=["Bob", "New Person"], status="backfilling")
    broken = world.add_account("slack", status="error", user="Alice at work")
    listed = {one["accountID"]: one for one in wire.get("/v1/accounts")}
    assert len(listed) == 5
    assert listed[account]["user"]["fullName"] == "Alice T."
    assert (listed[second]["status"], listed[broken]["status"]) == ("backfilling", "attention_required")
    assert wire.get(f"/v1/accounts/{enc(account)}/contacts/list")["items"] == []
    contacts = wire.get(f"/v1/accounts/{enc(second)}/contacts/list")["items"]
    assert [user["fullName"] for user in contacts] == ["Bob Birchwood", "New Person"]
    world.add_chat(people=["Carol"], account=account)
    assert wire.get(f"/v1/accounts/{enc(account)}/contacts/list")["items"] == []
    assert {one.account_id for one in beeper.accounts.list()} == set(listed)
    with pytest.raises(ValueError, match="2 accounts are on telegram; use the account ID"):
        world.add_chat("Group", ["Bob"], network="telegram")


def test_an_account_that_loses_its_connection(small: FakeBeeper, wire: Wire, beeper: Beeper) -> None:
    small.world.disconnect("whatsapp")
    account = wire.get("/v1/accounts")[0]
    assert (account["status"], account["statusText"]) == ("disconnected", "Disconnected")
    sent = beeper.messages.send(HIKING, text="Anybody there?")
    assert beeper.messages.wait(sent, timeout=5).status == "failed"
    small.world.reconnect(account["accountID"])
    assert beeper.messages.wait(beeper.messages.send(HIKING, text="And now?"), timeout=5).status == "sent"


def test_a_chat_with_everything(small: FakeBeeper, wire: Wire) -> None:
    world = small.world
    label = world.add_label("Urgent")
    chat_id = world.add_chat(
        "Planning", ["Bob", world.person("Erin"), "Zoe Newcomer"], network="signal", description="Plans",
        labels=["Urgent", "Work"], unread=4, muted=True, archived=True, pinned=True, read_only=True,
        low_priority=True, marked_unread=True,
    )  # fmt: skip
    chat = wire.get(f"/v1/chats/{enc(chat_id)}")
    flags = ("isMuted", "isArchived", "isPinned", "isReadOnly", "isLowPriority", "isMarkedUnread")
    assert all(chat[flag] for flag in flags)
    assert (chat["unreadCount"], chat["description"], chat["network"]) == (4, "Plans", "Signal")
    assert [one["name"] for one in chat["labels"]] == ["Urgent", "Work"]
    members = [member["fullName"] for member in chat["participants"]["items"]]
    assert members == ["Bob Birchwood", "Erin Elmcroft", "Zoe Newcomer", "Alice Ashfield"]
    assert [one["id"] for one in wire.get("/v1/chats/search", labelID=label)["items"]] == [chat_id]
    assert {"id": label, "name": "Urgent"} in wire.get("/v1/labels")
    assert small.world.person("Zoe").user("whatsapp")["fullName"] == "Zoe Newcomer"


def test_the_first_names_of_several_people_make_new_people() -> None:
    with FakeBeeper() as fake:
        with pytest.raises(ValueError, match="40 people are called 'Bob'; use a full name, username or user ID: 'Bob "):
            fake.world.person("Bob")
        chat_id = fake.world.add_chat("Team", ["Bob", "Carol"], network="whatsapp")
        fake.world.person("Bob").send(chat_id, "Hi")
        assert [row["senderName"] for row in fake.world.messages("Team")] == ["Bob"]


def test_merged_chats(small: FakeBeeper, wire: Wire) -> None:
    world = small.world
    on_signal = world.add_chat(people=["Bob"], network="signal", unread=2)
    merged = world.merge(["!bob:small.local", on_signal], default=on_signal)
    chat = wire.get(f"/v1/chats/{enc(merged)}")
    assert (chat["merge"], chat["unreadCount"]) == (
        {"chatIDs": ["!bob:small.local", on_signal], "defaultChatID": on_signal}, 4,
    )  # fmt: skip
    assert {one["id"] for one in wire.get("/v1/chats")["items"]} & {merged, on_signal} == {merged}
    assert wire.post(f"/v1/chats/{enc(merged)}/messages", {"text": "hi"})["chatID"] == on_signal
    assert world.person("Bob").send("Bob Birchwood", "Hello")["chatID"] == "!bob:small.local"
    assert world.me.send(merged, "Hello")["chatID"] == on_signal
    world.me.read(merged)
    assert wire.get(f"/v1/chats/{enc(merged)}")["unreadCount"] == 0


def test_apps_before_merged_chats_do_not_merge() -> None:
    with FakeBeeper(world="small", version="4.2.808") as fake, pytest.raises(ValueError, match="has no merged chats"):
        fake.world.merge(["Hiking", "Team"])


def test_a_note_to_self(small: FakeBeeper, wire: Wire) -> None:
    chat_id = small.world.note_to_self("signal")
    assert small.world.note_to_self("signal") == chat_id
    (member,) = wire.get(f"/v1/chats/{enc(chat_id)}")["participants"]["items"]
    assert (member["isSelf"], "fullName" in member) == (True, False)
    assert "isSender" not in small.world.me.send(chat_id, "Milk")
    wire.post(f"/v1/chats/{enc(chat_id)}/messages", {"text": "Bread"})
    rows = wire.get(f"/v1/chats/{enc(chat_id)}/messages")["items"]
    assert [row.get("isSender") for row in rows] == [True, None]
    assert wire.get(f"/v1/chats/{enc(chat_id)}")["unreadCount"] == 0


IMPOSSIBLE: list[tuple[Act, str]] = [
    (lambda w: w.add_account("icq"), "there is no network 'icq'; the networks are whatsapp, signal, "),
    (lambda w: w.add_account("slack", status="away"), "status must be one of connected, .* or error, not 'away'"),
    (lambda w: w.add_account("slack", contacts=["@nobody"]), "no such person in the fake server: '@nobody'"),
    (lambda w: w.add_chat(), "a chat needs a title or people"),
    (lambda w: w.add_chat("x", ["New One", "@nobody:x"]), "no such person in the fake server: '@nobody:x'"),
    (
        lambda w: w.add_chat(people=["Bob"]),
        "there is a direct chat with 'Bob Birchwood' on this account: '!bob:small.local'",
    ),
    (lambda w: w.add_chat("x", network="slack"), r"no such account .*: 'slack'; .*; add_account\('slack'\) adds"),
    (lambda w: w.add_chat("x", account="nowhere"), "no such account .*; networks are whatsapp, "),
    (lambda w: w.add_chat("x", labels=["Wrok"]), "there is no label 'Wrok'; the labels are 'Work', 'Family'"),
    (lambda w: w.add_chat("x", unread=1), "unread needs people who write"),
    (lambda w: w.merge(["Hiking"]), "merging needs at least two chats"),
    (lambda w: w.merge(["Hiking", "Teem"]), "no such chat in the fake server: 'Teem'; the chats are 'Team'"),
    (lambda w: w.merge(["Hiking", "Team"], default="Bob Birchwood"), "default must be one of the merged chats"),
    (lambda w: w.add_label(" "), "a label needs a name"),
    (lambda w: w.disconnect("slack"), "no such account in the fake server: 'slack'"),
    (lambda w: w.backfill("Hiking", 0), "count must be an int of at least 1"),
]


@pytest.mark.parametrize(("act", "match"), IMPOSSIBLE)
def test_what_cannot_be_built(small: FakeBeeper, act: Act, match: str) -> None:
    def everything() -> Any:
        world = small.world
        return world.accounts(), world.chats(), world.read(lambda state: [state.labels, state.contacts["signal"]])

    before = everything()
    with pytest.raises(ValueError, match=match):
        act(small.world)
    assert everything() == before


WRONG: list[tuple[Callable[[Any], object], str]] = [
    (lambda w: w.add_chat("x", "Bob"), "people must be a list of names, not a single str"),
    (lambda w: w.add_chat("x", [3]), "an item of people must be a str or a Person, not int"),
    (lambda w: w.add_chat("x", labels="Work"), "labels must be a list of str, not a single str"),
    (lambda w: w.add_chat("x", muted="no"), "muted must be True or False, not str"),
    (lambda w: w.add_account(3), "network must be a str, not int"),
    (lambda w: w.person(3), "name must be a str, not int"),
    (lambda w: w.me.send("Hiking", 3), "text must be a str, not int"),
    (lambda w: w.me.edit(3, "x"), "message must be a message as JSON or a message ID, not int"),
]


@pytest.mark.parametrize(("act", "match"), WRONG)
def test_arguments_of_a_wrong_type(small: FakeBeeper, act: Callable[[Any], object], match: str) -> None:
    with pytest.raises(TypeError, match=match):
        act(small.world)


def test_a_chat_title_that_several_chats_have(small: FakeBeeper) -> None:
    small.world.add_chat(people=["Bob"], network="signal")
    with pytest.raises(ValueError, match=r"2 chats have the title 'Bob Birchwood'; use the ID: '!bob:small\.local' "):
        small.world.messages("Bob Birchwood")
