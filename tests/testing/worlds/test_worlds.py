"""The worlds that a server can start with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.rules.bridges import LOGIN_CODE
from beeper_sdk.testing.world.seed.accounts import MATRIX_USER
from beeper_sdk.testing.worlds.small import CHATS
from tests.testing.wire import Wire, enc

MATRIX = "/_matrix/client/v3"


def test_the_empty_world_has_bridges_only() -> None:
    with FakeBeeper(world="empty") as fake, Wire(fake) as wire:
        assert wire.get("/v1/accounts") == []
        assert wire.get("/v1/chats")["items"] == []
        assert wire.get("/v1/labels") == []
        bridges = wire.get("/v1/bridges")["items"]
        assert len(bridges) == 13
        assert {bridge["status"] for bridge in bridges} == {"available"}
        with pytest.raises(ValueError, match=r"there is no account in the fake server; add_account\('whatsapp'\)"):
            fake.world.add_chat("x")


def test_the_small_world_is_what_its_tables_say(small: FakeBeeper, wire: Wire) -> None:
    assert [account["network"] for account in wire.get("/v1/accounts")] == ["WhatsApp", "Signal"]
    listed = {chat["id"]: chat for chat in wire.get("/v1/chats")["items"]}
    assert listed.keys() == {chat.id for chat in CHATS}
    ids: list[str] = []
    for chat in CHATS:
        rows = [row for row in small.world.messages(chat.id) if row["type"] != "REACTION"]
        ids += [row["id"] for row in rows]
        texts = [text.removeprefix("> ") for _, text in chat.messages]
        assert [row.get("text", "[image]") for row in rows] == texts
        assert [("Me" if row["isSender"] else row["senderName"].split()[0]) for row in rows] == [
            name for name, _ in chat.messages
        ]
        assert listed[chat.id]["unreadCount"] == chat.unread
    assert len(ids) == 40
    assert set(map(int, ids)) <= set(range(1001, 1042))


def test_the_small_world_does_not_change() -> None:
    """Within a major version: programs that test with it depend on it."""
    with FakeBeeper(world="small") as fake:
        rows = [[chat.id, *(row["id"] for row in fake.world.messages(chat.id))] for chat in CHATS]
        last = fake.world.messages("Hiking")[-2]
    assert rows == [
        ["!bob:small.local", *map(str, range(1034, 1042))],
        ["!hiking:small.local", *map(str, range(1025, 1034))],
        ["!carol:small.local", *map(str, range(1001, 1009))],
        ["!erin:small.local", *map(str, range(1017, 1025))],
        ["!team:small.local", *map(str, range(1009, 1017))],
    ]
    assert (last["id"], last["text"], last["reactions"][0]["reactionKey"]) == ("1032", "Then I drive", "👍")


@pytest.mark.parametrize(
    ("world", "error", "match"),
    [
        ("smal", ValueError, "world must be one of demo, small, empty or the path of a .json file, not 'smal'"),
        ("nowhere.json", FileNotFoundError, r"nowhere\.json"),
        (Path("nowhere"), FileNotFoundError, "nowhere"),
        (3, TypeError, "world must be a str or a path, not int"),
    ],
)
def test_worlds_that_are_not_there(world: Any, error: type[Exception], match: str) -> None:
    with pytest.raises(error, match=match):
        FakeBeeper(world=world)


def test_a_reset_can_choose_another_world() -> None:
    with FakeBeeper(world="small") as fake:
        fake.world.person("Bob").send("Hiking", "Hello")
        fake.reset(world="empty")
        assert fake.world.chats() == []
        with pytest.raises(ValueError, match="world must be one of demo, small, empty"):
            fake.reset(world="smal")
        fake.reset(world="small")
        assert len(fake.world.messages("Hiking")) == 9


def test_the_demo_world_has_a_matrix_account(shared: Wire) -> None:
    account = shared.get("/v1/accounts/matrix")
    assert (account["network"], account["bridge"]["type"], account["user"]["id"]) == ("Beeper", "matrix", MATRIX_USER)
    chats = shared.get("/v1/chats", accountIDs=["matrix"])["items"]
    assert {chat["title"] for chat in chats} > {"Community", "Note to self"}
    user = f"{MATRIX}/user/{enc(MATRIX_USER)}"
    direct = shared.get(f"{user}/account_data/m.direct")
    ((room_id,),) = direct.values()
    assert shared.get(f"/v1/chats/{enc(room_id)}")["type"] == "single"
    community = next(chat["id"] for chat in chats if chat["title"] == "Community")
    assert "tags" in shared.get(f"{user}/rooms/{enc(community)}/account_data/m.tag")
    members = shared.get(f"{MATRIX}/rooms/{enc(community)}/state")
    assert MATRIX_USER in {event["state_key"] for event in members if event["type"] == "m.room.member"}


@pytest.mark.parametrize("world", ["demo", "empty"])
def test_a_room_that_is_created_belongs_to_the_matrix_account(world: str) -> None:
    with FakeBeeper(world=world) as fake, Wire(fake) as wire:
        room = wire.post(f"{MATRIX}/createRoom", {"name": "Plans", "invite": ["@bob:beeper.local"]})["room_id"]
        chat = wire.get(f"/v1/chats/{enc(room)}")
        assert wire.get(f"/v1/accounts/{chat['accountID']}")["network"] == chat["network"] == "Beeper"
        assert "capabilities" in chat
        wire.post(f"/v1/chats/{enc(room)}/messages", {"text": "Hello"})
        row = wire.get(f"/v1/chats/{enc(room)}/messages")["items"][0]
        wire.post(f"/v1/chats/{enc(room)}/messages/{row['id']}/reactions", {"reactionKey": "👍"})


@pytest.mark.parametrize("world", ["demo", "empty"])
def test_a_bridge_that_somebody_signs_in_to_becomes_an_account_with_chats(world: str) -> None:
    with FakeBeeper(world=world) as fake, Wire(fake) as wire, Beeper(fake.token, base_url=fake.url) as beeper:
        made = wire.post("/v1/bridges/local-telegram/login-sessions", {"flowID": "phone"})
        path = f"/v1/bridges/local-telegram/login-sessions/{made['loginSessionID']}/steps"
        wire.post(f"{path}/number", {"type": "user_input", "fields": {"phone_number": "+15550100001"}})
        wire.post(f"{path}/code", {"type": "user_input", "fields": {"code": LOGIN_CODE}})
        account = wire.post(f"{path}/scan", {"type": "display_and_wait"})["account"]["accountID"]
        chats = wire.get("/v1/chats", accountIDs=[account])["items"]
        assert sorted(chat["type"] for chat in chats) == ["group", "single", "single"]
        assert [chat["unreadCount"] for chat in chats] == [3, 1, 1]
        assert wire.get(f"/v1/accounts/{account}/contacts/list")["items"]
        for chat in chats:
            assert chat["capabilities"]["maxTextLength"] == 4096
            assert beeper.messages.wait(beeper.messages.send(chat["id"], text="Hi"), timeout=5).status == "sent"


def test_the_number_of_things_in_the_documentation(shared: Wire) -> None:
    text = FakeBeeper.__doc__ or ""
    accounts, chats, messages = re.findall(r"(\w+) accounts with (\d+) chats and ([\d,]+) messages", text)[0]
    world = shared.fake.world
    assert (accounts, int(chats)) == ("five", len(world.chats()))
    assert len(world.accounts()) == 5
    total = world.read(lambda state: sum(len(room.messages) for room in state.rooms.values()))
    assert int(messages.replace(",", "")) == total
