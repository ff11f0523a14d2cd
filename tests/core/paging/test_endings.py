"""Where pagination ends, with both clients and requests counted: empty pages, strict mode, lists of another chat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from tests.core.paging.test_paging import Ids, page, requested_queries
from tests.scripted_server import TOKEN, Kind, Script, answer, call, chat


def walk(kind: Kind, server: Script, *, strict: bool = False, **options: str) -> Ids:
    """The ids of all messages, in the order in which they are returned."""

    def collect(beeper: Any) -> Any:
        pager = beeper.messages.list("!a:x", **options)
        return (pager.strict() if strict else pager).collect()

    return [message.id for message in call(kind, server, collect)]


@pytest.mark.parametrize("strict", [False, True])
def test_an_empty_page_with_a_new_cursor_goes_on(kind: Kind, strict: bool) -> None:
    """Traps.md row 22."""
    server = Script(
        page([], "c9", "c9"), page([9], "c8", "c9"), page([], "c7", "c8"), page([8], "c6", "c8", more=False)
    )
    assert walk(kind, server, strict=strict) == ["9", "8"]
    assert requested_queries(server) == [{}, {"cursor": "c9"}, {"cursor": "c8"}, {"cursor": "c7"}]


def test_it_goes_on_once(kind: Kind) -> None:
    server = Script(page([9], "c9", "c9"), page([], "c8", "c8"), page([], "c7", "c7"), page([6], None, None))
    assert (walk(kind, server), server.count) == (["9"], 3)


def test_an_empty_page_that_says_it_is_the_last_is_believed(kind: Kind) -> None:
    server = Script(page([], "c8", "c8", more=False), answer(chat()))
    assert (walk(kind, server, strict=True), server.count) == ([], 2)  # the second one requests the chat


def test_an_empty_page_without_cursors_is_an_end_though_has_more_is_stuck(kind: Kind) -> None:
    server = Script(page([9], "c9", "c9"), page([], None, None))
    assert (walk(kind, server, strict=True), server.count) == (["9"], 2)


def test_the_place_is_kept_while_empty_pages_are_skipped() -> None:
    server = Script(page([9], "c9", "c9"), page([], "c8", "c8"), answer({}, 400), page([7, 6], "c6", "c7", more=False))
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = beeper.messages.list("!a:x")
        items = iter(pager)
        assert next(items).id == "9"
        checkpoint = pager.checkpoint
        with pytest.raises(errors.BadRequestError):
            next(items)
        assert pager.checkpoint == checkpoint
        assert next(items).id == "7"
        server.steps[:] = [page([7, 6], "c6", "c7", more=False)]
        assert [message.id for message in beeper.messages.list("!a:x", resume=pager.checkpoint)] == ["6"]
    assert [query.get("cursor") for query in requested_queries(server)] == [None, "c9", "c8", "c8", "c8"]


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        ([page([2, 1], "c1", "c2"), page([2, 1], "c0", "c2")], "a page without new items"),
        ([page([2], "c2", "c2"), page([1], "c2", "c1")], "the same cursor twice"),
        ([page([2, 1], "c2", "c2"), page([], "c1", "c1"), page([], "c0", "c0")], "two empty pages in a row"),
        ([page([2, 1], None, "c2")], "no cursor for the next page"),
    ],
)
def test_strict_tells_what_else_ends_quietly(kind: Kind, pages: list[httpx.Response], why: str) -> None:
    """Traps.md row 3."""
    assert walk(kind, Script(*pages)) == ["2", "1"]
    strict = Script(*pages)
    with pytest.raises(errors.PaginationStalled, match=why):
        walk(kind, strict, strict=True)
    assert strict.count == len(pages)


def test_strict_hands_out_everything_first_and_says_so_again() -> None:
    server = Script(page([2, 1], None, "c2"))
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = beeper.messages.list("!a:x").strict()
        items = iter(pager)
        assert [next(items).id, next(items).id] == ["2", "1"]
        for _ in range(2):
            with pytest.raises(errors.PaginationStalled):
                next(items)


def test_a_strict_walk_at_the_head_of_a_stuck_server_says_so(kind: Kind) -> None:
    """Traps.md row 4: the same newest cursor again is no word of the server that this is the end."""
    server = Script(page([6, 5], "c5", "c6"), page([6, 5], "c5", "c6"))
    with pytest.raises(errors.PaginationStalled):
        walk(kind, server, strict=True, direction="after", cursor="c4")


LISTS: list[Callable[[Any, str | None], Any]] = [
    lambda beeper, resume: beeper.messages.list("!a:x", resume=resume),
    lambda beeper, resume: beeper.messages.list("!b:x", resume=resume),
    lambda beeper, resume: beeper.messages.list("!a:x", direction="after", resume=resume),
    lambda beeper, resume: beeper.messages.search(query="a", resume=resume),
    lambda beeper, resume: beeper.chats.list(resume=resume),
    lambda beeper, resume: beeper.chats.list(account_ids=["a"], resume=resume),
    lambda beeper, resume: beeper.chats.list(account_ids=["a", "b"], resume=resume),
    lambda beeper, resume: beeper.chats.search(query="a", resume=resume),
    lambda beeper, resume: beeper.chats.search(query="b", resume=resume),
]
"""Pagers of different lists, or in different directions."""


def test_a_checkpoint_fits_no_other_list(kind: Kind) -> None:
    server = Script(answer({"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}))

    def check(beeper: Any) -> None:
        checkpoints = [make(beeper, None).checkpoint for make in LISTS]
        assert len(set(checkpoints)) == len(LISTS)
        for make, own in zip(LISTS, checkpoints, strict=True):
            assert make(beeper, own).checkpoint == own
            for other_checkpoint in {*checkpoints} - {own}:
                with pytest.raises(ValueError, match="resume must be a checkpoint of"):
                    make(beeper, other_checkpoint)

    call(kind, server, check)
    assert server.count == 0


def test_the_error_tells_another_chat_from_another_list() -> None:
    with Beeper(TOKEN) as beeper:
        checkpoint = beeper.messages.list("!a:x").checkpoint
        with pytest.raises(
            ValueError, match=r"messages\.list with direction='before'; .*with another chat or other filters"
        ) as caught:
            beeper.messages.list("!b:x", resume=checkpoint)
        assert "!a" not in str(caught.value) + checkpoint
        with pytest.raises(ValueError, match=r"chats\.list with direction='before'; .* another list or direction"):
            beeper.chats.list(resume=checkpoint)


def test_where_to_begin_and_how_long_pages_are_does_not_make_another_list() -> None:
    with Beeper(TOKEN) as beeper:
        checkpoint = beeper.chats.list(account_ids=["a", "b"], limit=5, cursor="c1").checkpoint
        again = beeper.chats.list(account_ids=["b", "a"], direction="before", limit=50, resume=checkpoint)
        assert again.checkpoint == checkpoint


def test_a_list_whose_limit_is_ignored_is_walked_all_the_same(kind: Kind) -> None:
    """Traps.md row 7: 25 a page, whatever was asked for."""

    def serve(request: httpx.Request) -> httpx.Response:
        start = int(request.url.params.get("cursor", "60"))
        numbers = list(range(start, max(0, start - 25), -1))
        end = numbers[-1] - 1
        items = [chat(f"!{number}:x") for number in numbers]
        return answer({"items": items, "hasMore": end > 0, "oldestCursor": str(end), "newestCursor": str(start)})

    server = Script(serve)
    chats = call(kind, server, lambda beeper: beeper.chats.list(limit=2).collect())
    assert [item.id for item in chats] == [f"!{number}:x" for number in range(60, 0, -1)]
    assert [query["limit"] for query in requested_queries(server)] == ["2", "2", "2"]
    assert call(kind, server, lambda beeper: beeper.chats.list(limit=2).first()).id == "!60:x"


@pytest.mark.parametrize("bad", [0, 201, -1])
def test_a_limit_out_of_range_is_refused_before_sending(kind: Kind, bad: int) -> None:
    server = Script(page([9], None, None))
    with pytest.raises(ValueError, match="limit"):
        call(kind, server, lambda beeper: beeper.chats.list(limit=bad))
    assert server.count == 0
