"""A search finds the same in packed rows as in a plain list, and lets other requests be answered meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeAlias, TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beeper_sdk.testing.rules import message_search
from beeper_sdk.testing.rules.message_filter import MessageFilter, looks_into, suits
from beeper_sdk.testing.rules.message_search import Search, message_page
from beeper_sdk.testing.rules.search import search_all
from beeper_sdk.testing.wire.json_values import stamp
from beeper_sdk.testing.wire.pages import Ask, Listing, Page
from beeper_sdk.testing.world.rows.row import sort_key
from beeper_sdk.testing.world.world import World
from beeper_sdk.testing.worlds import start_of

T = TypeVar("T")
Json: TypeAlias = dict[str, Any]
NOON = 1_780_000_000_000
CHATS = ("!bob:small.local", "!hiking:small.local", "!team:small.local")
TEXTS = (
    "Meet tomorrow", "meet, or not", "<b>Tomorrow</b> &amp; later", "Straße 5", "🥾🥾 meet", "what?!", "\x03 \x08 odd",
    "", "g\ud83d half", "4b",
)  # fmt: skip
QUERIES = (
    None, "meet", "tomorrow meet", "mee", "strasse", "🥾", "🥾 meet", "?!", "\x08", "\x03", " ", "b", "\ud83d",
    "4B", "8", "1",
)  # fmt: skip
FILES = ("img", "video", "unknown", "audio")
NEEDED: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(TEXTS) | st.none(),
    "chat": st.sampled_from(CHATS),
    "who": st.integers(0, 2),
}
OPTIONAL: dict[str, st.SearchStrategy[Any]] = {
    "isSender": st.booleans(),
    "isHidden": st.just(True),
    "isDeleted": st.just(True),
    "links": st.lists(st.just({"url": "https://x.y"}), max_size=1),
    "attachments": st.lists(st.sampled_from(FILES).map(lambda kind: {"type": kind}), max_size=2),
    "minutes_off": st.integers(-3, 3),
}
ROWS: st.SearchStrategy[list[Json]] = st.lists(st.fixed_dictionaries(NEEDED, optional=OPTIONAL), max_size=30)
FILTERS = st.builds(
    MessageFilter,
    query=st.sampled_from(QUERIES),
    sender=st.sampled_from([None, "me", "others", "@0:x", "@1:x", "@9:x"]),
    media=st.none() | st.lists(st.sampled_from(["any", "image", "video", "link", "file"]), min_size=1, max_size=2),
    after_ms=st.none() | st.integers(-4, 34).map(lambda minute: NOON + minute * 60_000),
    before_ms=st.none() | st.integers(-4, 34).map(lambda minute: NOON + minute * 60_000 + 1),
    chats=st.none() | st.just([CHATS[0], CHATS[1]]),
    muted=st.booleans(),
)


def world_of(drawn: list[Json], size: int, in_use: int = 0) -> World:
    """The small world with other messages, of which those that were not used last are packed."""
    world = World(start_of("small", 0))
    world.memory.size, world.memory.in_use = size, in_use
    for room in world.rooms.values():
        room.messages.clear()
    for number, one in enumerate(drawn):
        moment = NOON + number * 60_000
        more = {key: value for key, value in one.items() if key not in ("chat", "who", "minutes_off")}
        world.rooms[one["chat"]].add({
            "id": str(1000 + number), "chatID": one["chat"], "senderID": f"@{one['who']}:x",
            "timestamp": stamp(moment + one.get("minutes_off", 0) * 60_000), "sortKey": str(moment * 1000), **more,
        })  # fmt: skip
    world.memory.settle()
    return world


def plain_page(world: World, wanted: MessageFilter, ask: Ask) -> Page[Json]:
    """A page of all rows that suit, found without an index."""
    rooms = [room for room in world.rooms.values() if looks_into(world, room, wanted)]
    rows = sorted((row for room in rooms for row in room.messages.scan() if suits(row, wanted)), key=sort_key)
    return Listing("messages/search", rows, lambda row: [sort_key(row)], world.cursors).page(ask)


async def _walk(world: World, wanted: MessageFilter, limit: int) -> None:
    cursors: list[tuple[str | None, str | None]] = [(None, None), (None, "after")]
    for cursor, direction in cursors:
        ask = Ask(cursor, direction, limit)
        found = await message_page(world, wanted, ask)
        assert found == plain_page(world, wanted, ask)
        assert await message_page(world, wanted, Ask(limit=limit, late=True)) == plain_page(
            world, wanted, Ask(limit=limit, late=True)
        )
        if found.entries and len(cursors) < 12:
            cursors += [
                (found.oldest, None),
                (found.oldest, "after"),
                (found.newest, "after"),
                (found.newest, "before"),
            ]


PLAIN: list[Json] = [{"text": "meet", "chat": CHATS[0], "who": 1} for _ in range(6)]


@given(ROWS, FILTERS, st.integers(1, 6), st.sampled_from([1, 2, 5, 40]))
@example(PLAIN, MessageFilter(query="\x03"), 2, 2)
@example(PLAIN, MessageFilter(query="meet", sender="@1:x", after_ms=NOON), 2, 2)
@example([{**one, "minutes_off": 3} for one in PLAIN], MessageFilter(before_ms=NOON + 240_000), 2, 2)
def test_every_page_is_that_of_a_plain_list(drawn: list[Json], wanted: MessageFilter, limit: int, size: int) -> None:
    asyncio.run(_walk(world_of(drawn, size), wanted, limit))


def _in_turns(world: World, coroutine: Coroutine[None, None, T], act: Callable[[int], object]) -> tuple[T, int]:
    """The result of a search while something else happens in each of its turns, and how many it had."""
    steps, turns = coroutine.__await__(), 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result, turns
        turns += 1
        act(turns)
        world.memory.settle()


def _interrupted(world: World, wanted: MessageFilter, act: Callable[[int], object]) -> list[str]:
    """The texts that a search finds while something else happens in each of its turns."""
    search = Search(world, wanted, start=None, forward=False, count=100)
    found, turns = _in_turns(world, search.run(), act)
    assert turns > 3
    return [row["text"] for row in found]


@pytest.fixture
def many_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Searches that let others have their turn as often as they can."""
    monkeypatch.setattr(message_search, "SLICE", -1)


def _numbered(count: int) -> list[Json]:
    return [{"text": f"meet {number}", "chat": CHATS[number % 2], "who": 0} for number in range(count)]


@pytest.mark.usefixtures("many_turns")
@pytest.mark.parametrize("in_use", [0, 100])
def test_messages_that_are_removed_changed_or_added_meanwhile_do_not_break_a_search(in_use: int) -> None:
    world = world_of(_numbered(24), 2, in_use)
    room = world.rooms[CHATS[0]]

    def act(turn: int) -> None:
        if turn == 2:
            room.drop(room.messages[0])
            room.messages[1]["text"] = "else"
            room.add({**room.messages[-1], "id": "5000", "sortKey": str((NOON + 99 * 60_000) * 1000)})
            for number in range(6):
                key = str((NOON + 60_000) * 1000 + number)
                room.add({**room.messages[-1], "id": str(6000 + number), "sortKey": key, "text": "meet between"})

    found = _interrupted(world, MessageFilter(query="meet"), act)
    kept = [f"meet {number}" for number in range(24) if number not in (0, 4)]
    assert [text for text in found if text in kept] == kept
    assert not {"meet 0", "meet 4", "else"} & set(found)


@pytest.mark.usefixtures("many_turns")
def test_a_chat_that_is_removed_meanwhile_is_not_found() -> None:
    world = world_of(_numbered(12), 2)

    def act(turn: int) -> None:
        if turn == 2:
            world.rooms.pop(CHATS[1])

    found = _interrupted(world, MessageFilter(query="meet"), act)
    assert found == [f"meet {number}" for number in range(0, 12, 2)]


@pytest.mark.usefixtures("many_turns")
@pytest.mark.parametrize("in_use", [0, 100])
@pytest.mark.parametrize(("often", "way"), [(1, "drop"), (9, "drop"), (9, "slice")])
def test_a_page_is_full_although_messages_are_removed_meanwhile(in_use: int, often: int, way: str) -> None:
    world = world_of(_numbered(99), 2, in_use)

    def act(turn: int) -> None:
        newest = max(world.rooms.values(), key=lambda room: sort_key(room.messages[-1]) if room.messages else 0)
        if turn % often == 0 and way == "drop":
            newest.drop(newest.messages[-1])
        elif turn % often == 0:
            del newest.messages[-1:]

    wanted = MessageFilter(query="meet")
    page, turns = _in_turns(world, message_page(world, wanted, Ask(limit=6)), act)
    assert turns > often
    assert page == plain_page(world, wanted, Ask(limit=6))
    assert (len(page.entries), page.has_more) == (6, True)


@pytest.mark.usefixtures("many_turns")
@pytest.mark.parametrize("in_use", [0, 100])
@pytest.mark.parametrize("removed", ["chat", "messages"])
def test_what_is_removed_in_the_last_turns_is_not_in_the_response(in_use: int, removed: str) -> None:
    for when in range(1, 40):
        world = world_of(_numbered(12), 2, in_use)
        results, turns = _in_turns(world, search_all(world, "meet"), partial(_remove, world, removed, when))
        if turns < when:
            return
        found = results["messages"]["items"]
        assert [row["text"] for row in found] == [f"meet {number}" for number in range(10, -1, -2)]
        if removed == "chat":
            assert CHATS[1] not in [chat["id"] for chat in (*results["chats"], *results["in_groups"])]
    pytest.fail("the search has more turns")


def _remove(world: World, removed: str, when: int, turn: int) -> None:
    """Remove a chat or its messages in one of the turns."""
    if turn == when and removed == "chat":
        world.rooms.pop(CHATS[1])
    elif turn == when:
        world.rooms[CHATS[1]].messages.clear()


def test_a_search_unpacks_only_what_it_returns(monkeypatch: pytest.MonkeyPatch) -> None:
    from beeper_sdk.testing.world.rows.packed import Packed

    drawn = [
        {"text": "needle" if number == 7 else f"meet {number}", "chat": CHATS[0], "who": 0} for number in range(99)
    ]
    world, unpacked, rows_of = world_of(drawn, 4), list[int](), Packed.rows

    def counted(packed: Packed) -> list[Json]:
        unpacked.append(1)
        return rows_of(packed)

    monkeypatch.setattr(Packed, "rows", counted)
    for query, expected in (("needle", 1), ("meet", 6), ("zebra", 0), ("meet needle", 0)):
        unpacked.clear()
        asyncio.run(message_page(world, MessageFilter(query=query), Ask()))
        assert (query, len(unpacked)) == (query, expected)
