"""How pagination continues, when it ends, and how it is resumed."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper
from tests.scripted_server import TOKEN, Kind, Script, answer, call, chat, message

Ids: TypeAlias = list[str]


def page(
    numbers: list[int], older_cursor: str | None, newer_cursor: str | None, *, more: bool = True
) -> httpx.Response:
    return answer(
        {
            "items": [message(n) for n in numbers],
            "hasMore": more,
            "oldestCursor": older_cursor,
            "newestCursor": newer_cursor,
        }
    )


def legacy(numbers: list[int], *, more: bool = True) -> httpx.Response:
    return answer({"items": [message(n) for n in numbers], "hasMore": more})


def requested_queries(server: Script) -> list[dict[str, str]]:
    return [dict(request.url.params) for request in server.requests]


def walk(kind: Kind, server: Script, **options: str) -> Ids:
    messages = call(kind, server, lambda beeper: beeper.messages.list("!a:x", **options).collect())
    return [item.id for item in messages]


def test_a_walk_follows_the_older_cursor_by_default(kind: Kind) -> None:
    server = Script(page([9, 8], "c8", "c9"), page([7, 6], "c6", "c7", more=False))
    assert walk(kind, server) == ["9", "8", "7", "6"]
    assert requested_queries(server) == [{}, {"cursor": "c8"}]


def test_a_walk_towards_newer_follows_the_newer_cursor(kind: Kind) -> None:
    server = Script(page([6, 5], "c5", "c6"), page([8, 7], "c7", "c8", more=False))
    assert walk(kind, server, cursor="c4", direction="after") == ["6", "5", "8", "7"]
    assert requested_queries(server) == [{"cursor": "c4", "direction": "after"}, {"cursor": "c6", "direction": "after"}]


def test_a_walk_ends_where_the_server_says_so_on_the_first_page(kind: Kind) -> None:
    server = Script(page([9], "c9", "c9", more=False))
    assert (walk(kind, server), server.count) == (["9"], 1)


def test_a_walk_ends_on_an_empty_page(kind: Kind) -> None:
    server = Script(page([9], "c9", "c9"), page([], None, None))
    assert (walk(kind, server), server.count) == (["9"], 2)


def test_a_walk_ends_on_a_cursor_it_has_used(kind: Kind) -> None:
    server = Script(page([9], "c1", "c9"), page([8], "c2", "c9"), page([7], "c1", "c9"))
    assert (walk(kind, server), server.count) == (["9", "8", "7"], 3)


def test_a_walk_ends_on_a_page_without_an_unseen_item(kind: Kind) -> None:
    """Seen: hasMore stays true, the oldest messages come again under falling cursors (traps.md row 3)."""
    falling = iter(range(1000, 0, -1))

    def serve(_: httpx.Request) -> httpx.Response:
        return page([2, 1], f"c{next(falling)}", "c9")

    server = Script(serve)
    assert (walk(kind, server), server.count) == (["2", "1"], 2)


def test_a_walk_towards_newer_ends_at_the_head_and_drops_what_overlaps(kind: Kind) -> None:
    """Traps.md row 4."""
    server = Script(page([6, 5], "c5", "c6"), page([7, 6], "c6", "c7"), page([7, 6], "c6", "c7"))
    assert walk(kind, server, direction="after") == ["6", "5", "7"]
    assert server.count == 3


def test_pages_without_cursors_go_on_from_the_last_sort_key(kind: Kind) -> None:
    server = Script(legacy([9, 8]), legacy([7], more=False))
    assert walk(kind, server) == ["9", "8", "7"]
    assert requested_queries(server) == [{}, {"cursor": "8"}]


def test_pages_without_cursors_towards_newer_go_on_from_the_newest_sort_key(kind: Kind) -> None:
    server = Script(legacy([6, 5]), legacy([7], more=False))
    assert walk(kind, server, direction="after") == ["6", "5", "7"]
    assert requested_queries(server)[1]["cursor"] == "6"


def test_filters_stay_on_every_page(kind: Kind) -> None:
    first = {"items": [chat("!1:x")], "hasMore": True, "oldestCursor": "o", "newestCursor": "n"}
    server = Script(answer(first), answer({**first, "items": [], "hasMore": False}))
    call(kind, server, lambda beeper: beeper.chats.search(account_ids=["a", "b"], limit=5).collect())
    assert [sorted(request.url.params.multi_items()) for request in server.requests] == [
        [("accountIDs", "a"), ("accountIDs", "b"), ("limit", "5")],
        [("accountIDs", "a"), ("accountIDs", "b"), ("cursor", "o"), ("limit", "5")],
    ]


def test_nothing_is_asked_for_before_it_is_needed(kind: Kind) -> None:
    server = Script(page([9, 8], "c8", "c9"))
    call(kind, server, lambda beeper: beeper.messages.list("!a:x"))
    call(kind, server, lambda beeper: beeper.messages.list("!a:x").collect(0))
    assert server.count == 0
    assert call(kind, server, lambda beeper: beeper.messages.list("!a:x").first()).id == "9"
    assert len(call(kind, server, lambda beeper: beeper.messages.list("!a:x").collect(2))) == 2
    assert server.count == 2
    assert (
        call(kind, Script(page([], None, None), answer(chat())), lambda beeper: beeper.messages.list("!a:x").first())
        is None
    )
    with pytest.raises(ValueError, match="limit"):
        call(kind, server, lambda beeper: beeper.messages.list("!a:x").collect(-1))


def test_trouble_in_the_middle_does_not_lose_the_place() -> None:
    server = Script(page([9], "c9", "c9"), answer({}, 400), page([8], "c8", "c8", more=False))
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        items = iter(beeper.messages.list("!a:x"))
        assert next(items).id == "9"
        with pytest.raises(Exception, match="400"):
            next(items)
        assert [item.id for item in items] == ["8"]


def test_pages_come_one_at_a_time_each_with_its_checkpoint() -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        return page([7, 6], "c6", "c7", more=False) if request.url.params.get("cursor") else page([9, 8], "c8", "c9")

    server = Script(serve)
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        first, second = beeper.messages.list("!a:x").pages()
        assert [[item.id for item in walked.items] for walked in (first, second)] == [["9", "8"], ["7", "6"]]
        assert [item.id for item in beeper.messages.list("!a:x", resume=first.checkpoint)] == ["7", "6"]


async def async_pages(server: Script) -> list[Ids]:
    async with AsyncBeeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        return [[item.id for item in walked.items] async for walked in beeper.messages.list("!a:x").pages()]


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_async_pages_are_the_same_and_leaving_early_is_clean(loop: str) -> None:
    server = Script(page([9, 8], "c8", "c9"), page([7], "c7", "c7", more=False))
    assert anyio.run(async_pages, server, backend=loop) == [["9", "8"], ["7"]]

    async def read_one_item() -> str:
        async with AsyncBeeper(TOKEN, transport=httpx.MockTransport(Script(page([9, 8], "c8", "c9")))) as beeper:
            pager = beeper.messages.list("!a:x")
            async for _ in pager:
                break
            return pager.checkpoint

    assert json.loads(anyio.run(read_one_item, backend=loop))["seen"] == ["9"]


@pytest.mark.parametrize(
    "bad",
    ["", "{}", "[]", "c8", '{"v": 2}', '{"v": 1}', '{"v": 1, "walk": "chats.list before", "cursor": "x", "seen": []}'],
)
def test_text_that_is_no_checkpoint_of_this_list_is_refused_before_sending(kind: Kind, bad: str) -> None:
    server = Script(page([9], None, None))
    with pytest.raises(ValueError, match="resume must be"):
        call(kind, server, lambda beeper: beeper.messages.list("!a:x", resume=bad))
    assert server.count == 0


def test_a_checkpoint_holds_no_text_and_says_its_version() -> None:
    server = Script(page([9, 8], "c8", "c9"))
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = beeper.messages.list("!a:x")
        assert "canary" not in (pager.checkpoint + repr(pager))
        next(iter(pager))
        assert "canary" not in pager.checkpoint
        assert json.loads(pager.checkpoint)["v"] == 1


def test_the_end_of_a_walk_can_be_taken_up_when_something_new_has_come() -> None:
    newest = [3, 2, 1]

    def serve(request: httpx.Request) -> httpx.Response:
        after = int(request.url.params.get("cursor", "0"))
        fresh = [n for n in newest if n > after]
        return page(fresh, str(min(fresh, default=after)), str(max(fresh, default=after)), more=False)

    with Beeper(TOKEN, transport=httpx.MockTransport(Script(serve))) as beeper:
        pager = beeper.messages.list("!a:x", direction="after")
        assert [item.id for item in pager] == ["3", "2", "1"]
        newest[:0] = [5, 4]
        assert [item.id for item in beeper.messages.list("!a:x", direction="after", resume=pager.checkpoint)] == [
            "5", "4",
        ]  # fmt: skip


def test_a_first_page_that_has_changed_since_its_checkpoint_loses_nothing(kind: Kind) -> None:
    """New messages arrived on top, and push the rest of the first page to the second."""
    server = Script(page([9, 8, 7], "c7", "c9"), page([11, 10, 9], "c9", "c11"), page([8, 7], "c7", "c8", more=False))
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = beeper.messages.list("!a:x")
        items: Any = iter(pager)
        assert [next(items).id, next(items).id] == ["9", "8"]
    assert walk(kind, server, resume=pager.checkpoint) == ["11", "10", "7"]


def test_a_partly_taken_page_that_came_back_shorter_is_not_the_end(kind: Kind) -> None:
    server = Script(page([9, 8, 7], "c7", "c9"), page([9, 8], "c8", "c9"), page([7, 6], "c6", "c7", more=False))
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = beeper.messages.list("!a:x")
        items: Any = iter(pager)
        assert [next(items).id, next(items).id] == ["9", "8"]
    assert walk(kind, server, resume=pager.checkpoint) == ["7", "6"]
