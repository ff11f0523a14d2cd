"""A world that tests make large at little cost, and that changes between two requests."""

from __future__ import annotations

import time

import pytest

from beeper_sdk.testing import FakeBeeper, World
from tests.testing.known_chats import BOB, SIGNAL, group, message
from tests.testing.wire import Wire, enc


def test_twenty_thousand_messages_cost_little(wire: Wire) -> None:
    started = time.process_time()  # the server runs in this process
    ids = wire.fake.world.add_messages(BOB, 20_000)
    assert time.process_time() - started < 5
    assert len(set(ids)) == 20_000
    page = wire.get(f"/v1/chats/{enc(BOB)}/messages")
    assert [row["id"] for row in page["items"]] == ids[:-21:-1]
    second_page = wire.get(f"/v1/chats/{enc(BOB)}/messages", cursor=page["oldestCursor"])
    assert [row["id"] for row in second_page["items"]] == ids[-21:-41:-1]
    assert wire.get("/v1/chats", limit=1)["items"][0]["preview"]["id"] == ids[-1]


def test_added_messages_are_walked_whole(wire: Wire) -> None:
    before = [row["id"] for row in wire.fake.world.messages("114")]
    ids = wire.fake.world.add_messages("114", 130)
    walked = [row["id"] for row in wire.walk("/v1/chats/114/messages")]
    assert list(reversed(walked)) == before + ids
    assert wire.get("/v1/chats/114")["unreadCount"] == 0


def test_hundreds_of_chats_are_walked_whole(wire: Wire) -> None:
    before = len(wire.walk("/v1/chats", limit=200))
    ids = wire.fake.world.add_chats(SIGNAL, 450)
    walked = [chat["id"] for chat in wire.walk("/v1/chats", limit=200)]
    assert (len(walked), walked[:450]) == (before + 450, ids[::-1])


def test_many_members_come_before_the_others(wire: Wire) -> None:
    chat_id = group(wire.fake)["id"]
    before = [person["id"] for person in wire.fake.world.chat(chat_id)["participants"]["items"]]
    ids = wire.fake.world.add_members(chat_id, 3000)
    roster = wire.get(f"/v1/chats/{enc(chat_id)}", maxParticipantCount=-1)["participants"]
    assert [person["id"] for person in roster["items"]] == ids + before
    assert (roster["total"], roster["hasMore"]) == (3000 + len(before), False)


def test_people_join_and_leave(wire: Wire) -> None:
    world, chat_id = wire.fake.world, group(wire.fake)["id"]
    people = [person["id"] for person in world.chat(chat_id)["participants"]["items"]]
    world.leave(chat_id, people[1])
    joined = world.join(chat_id)
    assert world.join(chat_id, people[1])["fullName"]
    world.join(chat_id, people[0])
    now = [person["id"] for person in world.chat(chat_id)["participants"]["items"]]
    assert now == [people[0], *people[2:], joined["id"], people[1]]
    with pytest.raises(ValueError, match="there is no such user"):
        world.leave(chat_id, "@nobody:beeper.local")


def test_who_left_is_a_sender_who_is_not_among_the_participants(wire: Wire) -> None:
    chat_id = group(wire.fake)["id"]
    row = next(row for row in wire.fake.world.messages(chat_id) if not row["isSender"])
    wire.fake.world.leave(chat_id, row["senderID"])
    assert row["id"] in {item["id"] for item in wire.walk(f"/v1/chats/{enc(chat_id)}/messages")}
    people = wire.get(f"/v1/chats/{enc(chat_id)}", maxParticipantCount=-1)["participants"]["items"]
    assert row["senderID"] not in {person["id"] for person in people}


def test_a_network_with_one_reaction_a_person_exchanges_it(wire: Wire) -> None:
    row = message(wire.fake, BOB)
    for key in ("🦊", "🥾"):
        wire.post(f"/v1/chats/{enc(BOB)}/messages/{row['id']}/reactions", {"reactionKey": key})
    shown = wire.get(f"/v1/chats/{enc(BOB)}/messages/{row['id']}")["reactions"]
    events = [item["text"] for item in wire.fake.world.messages(BOB) if item.get("linkedMessageID") == row["id"]]
    assert [reaction["reactionKey"] for reaction in shown] == events == ["🥾"]


def test_something_happens_just_before_a_request(wire: Wire) -> None:
    def rename(world: World) -> None:
        room = world.room(BOB)
        room.wire["title"] += "!"

    title = wire.get("/v1/chats/100")["title"]
    wire.fake.before("chats.retrieve", rename, times=2)
    wire.get("/v1/chats")
    assert [wire.get("/v1/chats/100")["title"] for _ in range(3)] == [f"{title}!", f"{title}!!", f"{title}!!"]
    wire.fake.before("chats.retrieve", rename, times=None)
    assert wire.get("/v1/chats/100")["title"] == f"{title}!!!"
    assert wire.get("/v1/chats/100")["title"] == f"{title}!!!!"
    with pytest.raises(ValueError, match="at least 1"):
        wire.fake.before("chats.retrieve", rename, times=0)


def test_a_fault_in_what_happens_is_a_500(wire: Wire) -> None:
    def fails(_: World) -> None:
        raise ZeroDivisionError

    wire.fake.before("chats.retrieve", fails)
    assert wire.rejected("GET", "/v1/chats/100", 500)["code"] == "internal_server_error"
    assert wire.get("/v1/chats/100")


def test_old_apps_walk_large_chats_too() -> None:
    with FakeBeeper(version="4.1.294") as fake, Wire(fake) as wire:
        ids = fake.world.add_messages("114", 50)
        page = wire.http.get("/v1/chats/114/messages").json()
        listed_ids = [row["id"] for row in page["items"]]
        while page["hasMore"]:
            cursor = page["items"][-1]["sortKey"]
            page = wire.http.get("/v1/chats/114/messages", params={"cursor": cursor}).json()
            listed_ids += [row["id"] for row in page["items"]]
        assert listed_ids == ids[::-1]
