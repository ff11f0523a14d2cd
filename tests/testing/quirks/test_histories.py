"""Installations that forget IDs, and history that grows backwards."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, play
from tests.testing.known_chats import BOB, SIGNAL, chat, group, message
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"
OWN = ("id", "sortKey", "linkedMessageID")


def _contents(rows: list[Json]) -> list[Json]:
    return [{key: value for key, value in row.items() if key not in OWN} for row in rows]


def test_reinstall_gives_other_ids_to_the_same_messages(wire: Wire) -> None:
    fake = wire.fake
    chats = [BOB, group(fake)["id"], chat(fake, accountID=SIGNAL)["id"]]
    before = {chat_id: fake.world.messages(chat_id) for chat_id in chats}
    page = wire.get(MESSAGES)
    with fake.quirk("reinstall"):
        after = {chat_id: fake.world.messages(chat_id) for chat_id in chats}
        rows = wire.get(MESSAGES)["items"]
        for key in ("id", "sortKey"):
            known, new = ({row[key] for rows in found.values() for row in rows} for found in (before, after))
            assert (len(new), new & known) == (len(known), set())
        for old in page["items"]:
            wire.rejected("GET", f"{MESSAGES}/{old['id']}", 404)
        wire.rejected("GET", MESSAGES, 400, params={"cursor": page["oldestCursor"]})
        wire.rejected("GET", MESSAGES, 400, params={"cursor": page["items"][0]["sortKey"]})
    assert all(_contents(after[chat_id]) == _contents(before[chat_id]) for chat_id in chats)
    assert rows == fake.world.messages(BOB)[:-21:-1]
    assert wire.get(f"{MESSAGES}/{rows[0]['id']}") == rows[0]


def test_reinstall_keeps_links_read_marks_and_the_order_of_all_messages(wire: Wire) -> None:
    fake = wire.fake
    chat_id = group(fake)["id"]
    old, before = fake.world.chat(chat_id), fake.world.messages(chat_id)
    found = [row["timestamp"] for row in wire.get("/v1/messages/search")["items"]]
    fake.quirk("reinstall")
    new, after = fake.world.chat(chat_id), fake.world.messages(chat_id)
    places = [{row["id"]: place for place, row in enumerate(rows)} for rows in (before, after)]
    linked = [
        [ids[row["linkedMessageID"]] for row in rows if "linkedMessageID" in row]
        for ids, rows in zip(places, (before, after), strict=True)
    ]
    assert linked[0] == linked[1] != []
    keys = [[row["sortKey"] for row in rows].index(marked["lastReadMessageSortKey"]) for rows, marked in
            ((before, old), (after, new))]  # fmt: skip
    assert keys[0] == keys[1]
    assert [row["timestamp"] for row in wire.get("/v1/messages/search")["items"]] == found
    assert new["unreadCount"] == old["unreadCount"]


def test_reinstall_gives_other_local_ids_to_chats(wire: Wire) -> None:
    before = {found["id"]: found["localChatID"] for found in wire.fake.world.chats()}
    wire.fake.quirk("reinstall")
    after = {found["id"]: found["localChatID"] for found in wire.fake.world.chats()}
    assert before.keys() == after.keys()
    assert not set(before.values()) & set(after.values())
    wire.rejected("GET", f"/v1/chats/{before[BOB]}", 404)
    assert wire.get(f"/v1/chats/{after[BOB]}")["id"] == BOB


def test_what_is_written_after_a_reinstall_is_newer(wire: Wire) -> None:
    wire.fake.quirk("reinstall")
    pending = wire.post(MESSAGES, {"text": "news"})["pendingMessageID"]
    sent = wire.get(f"{MESSAGES}/{enc(pending)}")
    other = wire.post("/v1/chats", {"accountID": SIGNAL, "type": "group", "participantIDs": _people(wire)})
    assert wire.get(MESSAGES)["items"][0] == sent
    local = [found["localChatID"] for found in wire.fake.world.chats()]
    assert len(set(local)) == len(local)
    wire.fake.quirk("reinstall")
    wire.rejected("GET", f"{MESSAGES}/{enc(pending)}", 404)
    assert wire.get(MESSAGES)["items"][0]["text"] == "news"
    assert wire.get(f"/v1/chats/{enc(other['chatID'])}")["localChatID"] != local[-1]


def _people(wire: Wire) -> list[str]:
    contacts = wire.get(f"/v1/accounts/{SIGNAL}/contacts/list", limit=2)["items"]
    return [user["id"] for user in contacts]


def test_a_server_can_start_reinstalled() -> None:
    fake, plain = FakeBeeper(), FakeBeeper()
    fake.quirk("reinstall", optional=True)
    with fake, plain:
        ids = [[row["id"] for row in each.world.messages(BOB)] for each in (fake, plain)]
        assert len(ids[0]) == len(ids[1])
        assert not set(ids[0]) & set(ids[1])
        fake.reset()
        assert [row["id"] for row in fake.world.messages(BOB)] == ids[1]


@pytest.mark.parametrize("limits", [{"times": 1}, {"operation": "messages.list"}])
def test_a_reinstall_cannot_be_limited_to_requests(limits: dict[str, Any]) -> None:
    with pytest.raises(
        ValueError, match="times and operation must be omitted for reinstall, which applies to the whole"
    ):
        FakeBeeper().quirk("reinstall", **limits)


def test_backfill_puts_messages_before_the_oldest_as_it_is_read(wire: Wire) -> None:
    begin = wire.fake.world.messages(BOB)[30]["sortKey"]
    old = wire.walk(MESSAGES, cursor=begin)
    with wire.fake.quirk("backfill") as quirk:
        grown = [wire.walk(MESSAGES, cursor=begin) for _ in range(5)]
        assert quirk.hits == 3
    assert [len(found) - len(old) for found in grown] == [0, 5, 10, 15, 15]
    assert all(found[: len(old)] == old for found in grown)
    moments = [row["timestamp"] for row in grown[-1]]
    assert moments == sorted(moments, reverse=True)


def test_a_walk_can_go_on_where_it_ended(wire: Wire) -> None:
    wire.fake.quirk("backfill", 2)
    page = wire.get(MESSAGES, cursor=wire.fake.world.messages(BOB)[10]["sortKey"])
    assert not page["hasMore"]
    counts: list[int] = []
    while page["items"]:
        page = wire.get(MESSAGES, cursor=page["oldestCursor"])
        counts.append(len(page["items"]))
    assert counts == [5, 5, 0]


def test_backfill_leaves_alone_who_reads_the_newest_messages(wire: Wire) -> None:
    with wire.fake.quirk("backfill", optional=True) as quirk:
        head = wire.get(MESSAGES)
        wire.get(MESSAGES, cursor=head["newestCursor"], direction="after")
        assert quirk.hits == 0
    empty = chat(wire.fake, type="group")["id"]
    wire.fake.world.change(lambda world: world.room(empty).messages.clear())
    with wire.fake.quirk("backfill", optional=True):
        assert wire.get(f"/v1/chats/{enc(empty)}/messages")["items"] == []


def _small_chat(fake: FakeBeeper) -> str:
    return fake.world.read(lambda world: next(room.id for room in world.rooms.values() if 20 < len(room.messages) < 60))


def test_the_client_is_told_that_an_id_is_unknown_and_finds_what_was_added(kind: Kind, fake_beeper: FakeBeeper) -> None:
    row, small = message(fake_beeper, BOB), _small_chat(fake_beeper)
    count = len(fake_beeper.world.messages(small))

    def story(beeper: Any) -> Story:
        fake_beeper.quirk("reinstall")
        with pytest.raises(errors.NotFoundError):
            yield beeper.messages.retrieve(row["id"], chat_id=BOB)
        assert (yield beeper.messages.list(BOB).first()).text == row.get("text")
        with fake_beeper.quirk("backfill"):
            for more in (0, 5, 10, 15):
                assert len((yield beeper.messages.list(small).collect())) == count + more

    play(kind, fake_beeper, story)
