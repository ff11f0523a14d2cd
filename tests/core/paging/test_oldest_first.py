"""Pagination that returns the oldest item first (traps.md row 5), with both clients and requests counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from tests.core.paging.listings import history
from tests.core.paging.test_paging import Ids, requested_queries
from tests.scripted_server import TOKEN, Kind, Script, answer, call, chat


def served(total: int, size: int, **more: Any) -> Script:
    """A server with messages 1..total, `size` a page."""
    serve = history(total, size, **more)

    def reply(request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/messages"):
            return answer(chat())
        return answer(serve(dict(request.url.params)).to_dict())

    return Script(reply)


def walk(kind: Kind, server: Script, **options: Any) -> Ids:
    """The ids, oldest first."""
    messages = call(kind, server, lambda beeper: beeper.messages.list("!a:x", **options).oldest_first().collect())
    return [message.id for message in messages]


def up_to(total: int, first: int = 1) -> Ids:
    return [str(number) for number in range(first, total + 1)]


def test_towards_newer_only_the_pages_are_turned(kind: Kind) -> None:
    server = served(9, 3)
    assert walk(kind, server, cursor="3", direction="after") == up_to(9, 4)
    assert [query["cursor"] for query in requested_queries(server)] == ["3", "6"]


def test_overlapping_pages_stay_in_order(kind: Kind) -> None:
    """Traps.md rows 4 and 5."""
    server = served(10, 3, overlap=2, stuck=True)
    assert walk(kind, server, cursor="2", direction="after") == up_to(10)  # the first page too begins earlier


@pytest.mark.parametrize("stuck", [False, True])
@pytest.mark.parametrize("cursors", [True, False])
def test_a_whole_list_is_walked_back_and_then_towards_newer(kind: Kind, stuck: bool, cursors: bool) -> None:
    server = served(10, 3, stuck=stuck, cursors=cursors)
    assert walk(kind, server) == up_to(10)
    directions = [query.get("direction", "before") for query in requested_queries(server)]
    back = 5 if stuck else 4
    assert directions == ["before"] * back + ["after"] * (len(directions) - back)
    assert len(directions) <= 2 * back


def test_a_list_of_one_page_takes_one_request(kind: Kind) -> None:
    server = served(3, 3)
    assert (walk(kind, server), server.count) == (up_to(3), 1)
    empty = served(0, 3)
    assert (walk(kind, empty), empty.count) == ([], 2)  # the second one requests the chat


def test_nothing_is_handed_out_before_the_beginning_was_found(kind: Kind) -> None:
    server = served(10, 3)
    first = call(kind, server, lambda beeper: beeper.messages.list("!a:x").oldest_first().first())
    assert (first.id, server.count) == ("1", 4)


def test_what_arrives_meanwhile_comes_last() -> None:
    total = [4]

    def serve(request: httpx.Request) -> httpx.Response:
        return answer(history(total[0], 2)(dict(request.url.params)).to_dict())

    with Beeper(TOKEN, transport=httpx.MockTransport(serve)) as beeper:
        items = iter(beeper.messages.list("!a:x").oldest_first())
        assert next(items).id == "1"
        total[0] = 7
        assert [message.id for message in items] == up_to(7, 2)


def test_pages_are_turned_too() -> None:
    with Beeper(TOKEN, transport=httpx.MockTransport(served(7, 3))) as beeper:
        pages = list(beeper.messages.list("!a:x").oldest_first().pages())
        assert [[message.id for message in page.items] for page in pages] == [["1"], ["2", "3", "4"], ["5", "6", "7"]]
        again = beeper.messages.list("!a:x", resume=pages[1].checkpoint).oldest_first()
        assert [message.id for message in again] == ["5", "6", "7"]


def test_past_the_oldest_page_a_checkpoint_spares_the_way_back() -> None:
    server = served(100, 10)
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = beeper.messages.list("!a:x").oldest_first()
        items = iter(pager)
        for _ in range(15):
            next(items)
        server.requests.clear()
        rest = beeper.messages.list("!a:x", resume=pager.checkpoint).oldest_first().collect()
    assert [message.id for message in rest] == up_to(100, 16)
    assert server.count == 9


def test_the_other_order_is_another_walk(kind: Kind) -> None:
    server = served(9, 3)

    def check(beeper: Beeper) -> None:
        plain = beeper.messages.list("!a:x")
        turned = plain.oldest_first()
        with pytest.raises(ValueError, match="without oldest_first"):
            _ = beeper.messages.list("!a:x", resume=turned.checkpoint).checkpoint
        assert beeper.messages.list("!a:x", resume=turned.checkpoint).oldest_first().checkpoint == turned.checkpoint
        assert turned.oldest_first().checkpoint == turned.checkpoint
        assert '"order":"served"' in plain.checkpoint

    call(kind, server, check)
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        plain = beeper.messages.list("!a:x")
        next(iter(plain))
        with pytest.raises(ValueError, match="this one is without it"):
            beeper.messages.list("!a:x", resume=plain.checkpoint).oldest_first().collect()


REFUSED: list[tuple[Callable[[Any], Any], str]] = [
    (
        lambda beeper: beeper.messages.list("!a:x", cursor="c"),
        r"oldest_first of messages\.list requires direction='after'",
    ),
    (lambda beeper: beeper.messages.list("!a:x", cursor="c", direction="before"), "requires direction='after'"),
    (lambda beeper: beeper.messages.search(query="x"), r"not supported by messages\.search"),
    (lambda beeper: beeper.accounts.contacts.list("a"), r"not supported by accounts\.contacts\.list"),
]


@pytest.mark.parametrize(("make", "why"), REFUSED)
def test_where_the_walk_does_not_allow_it_an_error_says_so(kind: Kind, make: Callable[[Any], Any], why: str) -> None:
    server = served(9, 3)
    with pytest.raises(ValueError, match=why):
        call(kind, server, lambda beeper: make(beeper).oldest_first())
    assert server.count == 0


def test_a_server_without_a_way_to_newer_is_an_error_not_a_short_list(kind: Kind) -> None:
    chats = [
        {"items": [chat(f"!{n}:x")], "hasMore": n > 1, "oldestCursor": f"c{n}", "newestCursor": None} for n in (3, 2, 1)
    ]
    server = Script(*map(answer, chats))
    with pytest.raises(errors.PaginationStalled, match="no cursor from its oldest page to newer pages"):
        call(kind, server, lambda beeper: beeper.chats.list().oldest_first().collect())


def test_a_strict_walk_says_where_the_way_back_stalled(kind: Kind) -> None:
    server = served(9, 3, stuck=True)
    with pytest.raises(errors.PaginationStalled, match="the same cursor twice"):
        call(kind, server, lambda beeper: beeper.messages.list("!a:x").strict().oldest_first().collect())
    assert {query.get("direction", "before") for query in requested_queries(server)} == {"before"}


def test_chats_can_be_walked_so_too(kind: Kind) -> None:
    pages = {None: ([3, 2], True), "2": ([1], False), "1": ([3, 2], False)}

    def serve(request: httpx.Request) -> httpx.Response:
        numbers, more = pages[request.url.params.get("cursor")]
        edges = {"oldestCursor": str(numbers[-1]), "newestCursor": str(numbers[0])}
        return answer({"items": [chat(f"!{n}:x") for n in numbers], "hasMore": more, **edges})

    chats = call(kind, Script(serve), lambda beeper: beeper.chats.list().oldest_first().collect())
    assert [item.id for item in chats] == ["!1:x", "!2:x", "!3:x"]
