"""Pages and cursors: newest first, in either direction, and no cursor that was not handed out."""

from __future__ import annotations

import pytest

from tests.testing.known_chats import BOB, SIGNAL, group
from tests.testing.wire import Wire, enc


def test_messages_come_newest_first_twenty_a_page(shared: Wire) -> None:
    ids = [row["id"] for row in reversed(shared.fake.world.messages(BOB))]
    first = shared.get(f"/v1/chats/{enc(BOB)}/messages")
    assert [row["id"] for row in first["items"]] == ids[:20]
    second = shared.get(f"/v1/chats/{enc(BOB)}/messages", cursor=first["oldestCursor"])
    assert [row["id"] for row in second["items"]] == ids[20:40]
    back = shared.get(f"/v1/chats/{enc(BOB)}/messages", cursor=second["newestCursor"], direction="after")
    assert [row["id"] for row in back["items"]] == ids[:20]
    assert back["hasMore"] is False


def test_walking_forward_reaches_the_newest_and_then_finds_nothing(wire: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}/messages"
    page = wire.get(path)
    for _ in range(3):
        page = wire.get(path, cursor=page["oldestCursor"])
    start = page["newestCursor"]
    forward = wire.walk(path, "after", cursor=start)
    assert len(forward) == 60
    head = wire.get(path)["newestCursor"]
    empty = wire.get(path, cursor=head, direction="after")
    assert empty == {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}
    new = wire.fake.world.receive(BOB, "news")
    assert [row["id"] for row in wire.get(path, cursor=head, direction="after")["items"]] == [new["id"]]


def test_the_end_of_history_is_an_empty_page_without_cursors(shared: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}/messages"
    page = shared.get(path)
    while page["hasMore"]:
        page = shared.get(path, cursor=page["oldestCursor"])
    assert page["items"]
    beyond = shared.get(path, cursor=page["oldestCursor"])
    assert beyond == {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}


def test_chats_and_contacts_and_searches_walk_completely(shared: Wire) -> None:
    assert len({chat["id"] for chat in shared.walk("/v1/chats", limit=7)}) == 41
    assert len({chat["id"] for chat in shared.walk("/v1/chats/search", limit=7)}) == 43
    contacts = shared.walk(f"/v1/accounts/{SIGNAL}/contacts/list", limit=7)
    assert len({user["id"] for user in contacts}) == 60
    names = [user["fullName"].casefold() for user in contacts]
    assert names == sorted(names)
    matches = shared.walk("/v1/messages/search", query="dinner", excludeLowPriority="false")
    everything = [row for chat in shared.fake.world.chats() for row in shared.fake.world.messages(chat["id"])]
    shown = [row for row in everything if not row.get("isHidden") and "dinner" in row.get("text", "")]
    assert {row["id"] for row in matches} == {row["id"] for row in shown}


def test_chats_come_latest_activity_first_and_are_cut_to_twenty_people(shared: Wire) -> None:
    chats = shared.walk("/v1/chats", limit=50)
    active = [chat["lastActivity"] for chat in chats if "lastActivity" in chat]
    assert active == sorted(active, reverse=True)
    big = next(chat for chat in chats if chat["participants"]["total"] == 1200)
    assert (len(big["participants"]["items"]), big["participants"]["hasMore"]) == (20, True)


def test_a_roster_is_cut_as_asked(shared: Wire) -> None:
    big = next(chat for chat in shared.fake.world.chats() if chat["participants"]["total"] == 1200)
    path = f"/v1/chats/{enc(big['id'])}"
    for maximum, count in ((None, 100), (0, 0), (20, 20), (500, 500), (-1, 1200)):
        params = {} if maximum is None else {"maxParticipantCount": maximum}
        roster = shared.get(path, **params)["participants"]
        assert (len(roster["items"]), roster["hasMore"], roster["total"]) == (count, count < 1200, 1200)


def test_a_message_that_arrives_in_a_walk_does_not_shift_it(wire: Wire) -> None:
    chat_id = group(wire.fake)["id"]
    path = f"/v1/chats/{enc(chat_id)}/messages"
    before = [row["id"] for row in reversed(wire.fake.world.messages(chat_id))]
    first = wire.get(path)
    wire.fake.world.receive(chat_id, "in between")
    second = wire.get(path, cursor=first["oldestCursor"])
    assert [row["id"] for row in first["items"] + second["items"]] == before[:40]


@pytest.mark.parametrize("cursor", ["made-up", "1725489123456|c29tZUltc2dQYWdl", "0", "|", "é", "1756379069621"])
def test_a_made_up_cursor_is_refused(shared: Wire, cursor: str) -> None:
    for path in (f"/v1/chats/{enc(BOB)}/messages", "/v1/chats", "/v1/chats/search", "/v1/messages/search"):
        body = shared.rejected("GET", path, 400, params={"cursor": cursor})
        assert body == {"message": "Invalid cursor", "code": "bad_request"}


def test_a_cursor_of_another_list_is_refused(shared: Wire) -> None:
    cursor = shared.get(f"/v1/chats/{enc(BOB)}/messages")["oldestCursor"]
    shared.rejected("GET", "/v1/chats", 400, params={"cursor": cursor})
    shared.rejected("GET", f"/v1/chats/{enc(group(shared.fake)['id'])}/messages", 400, params={"cursor": cursor})
    altered = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
    shared.rejected("GET", f"/v1/chats/{enc(BOB)}/messages", 400, params={"cursor": altered})


def test_a_message_id_is_no_cursor_and_a_sort_key_is_one(shared: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}/messages"
    rows = shared.fake.world.messages(BOB)
    shared.rejected("GET", path, 400, params={"cursor": rows[-2]["id"]})
    older = shared.get(path, cursor=rows[-2]["sortKey"])["items"]
    assert older[0]["id"] == rows[-3]["id"]
