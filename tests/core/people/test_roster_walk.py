"""Reading a roster page by page, with servers of every kind: it ends with everybody once, or says who is missing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import errors, models
from beeper_sdk._core.people.participants import ALL, RosterPages
from tests.scripted_server import chat, people

SIZES = (100, ALL)


def made(name: str, shown: list[int], total: int, **more: object) -> models.Chat:
    return models.Chat.from_dict({**chat(name, people(shown, total)), **more})


def numbers(walk: RosterPages) -> list[int]:
    return [int(person.id.removeprefix("@p").partition(":")[0]) for person in walk.people]


class Server:
    """Chats by name, each with its members; gives at most ``cap`` of them whatever is asked for."""

    def __init__(self, rosters: dict[str, list[int]], cap: int | None = None) -> None:
        self.rosters = rosters
        self.cap = cap
        self.queries: list[tuple[str, int]] = []

    def answer(self, query: tuple[str, int]) -> models.Chat:
        self.queries.append(query)
        name, count = query
        everyone = self.rosters[name]
        shown = everyone if count == ALL else everyone[:count]
        more: dict[str, Any] = {"merge": {"chatIDs": list(self.rosters)[1:]}} if name == "merged" else {}
        return made(name, shown[: self.cap], len(everyone), **more)


def drive(walk: RosterPages, server: Server) -> None:
    while (query := walk.next_query()) is not None:
        walk.receive(server.answer(query), query)


rosters = st.lists(st.integers(0, 400), unique=True, max_size=250)


@given(rosters, st.integers(1, 500))
def test_everybody_comes_once_in_order_in_two_requests_at_most(everyone: list[int], size: int) -> None:
    server = Server({"!a": everyone})
    walk = RosterPages("!a", (size, ALL))
    drive(walk, server)
    assert (numbers(walk), walk.total) == (everyone, len(everyone))
    assert server.queries == ([("!a", size)] if len(everyone) <= size else [("!a", size), ("!a", ALL)])


@given(rosters, st.integers(1, 60))
def test_a_server_that_keeps_some_back_is_asked_no_third_time(everyone: list[int], cap: int) -> None:
    server = Server({"!a": everyone}, cap)
    walk = RosterPages("!a", SIZES)
    if len(everyone) <= cap:
        drive(walk, server)
    else:
        for _ in range(2):
            with pytest.raises(errors.IncompleteParticipants) as caught:
                drive(walk, server)
            assert (len(caught.value.participants), caught.value.total) == (cap, len(everyone))
    assert numbers(walk) == everyone[:cap]
    assert len(server.queries) <= 2


@given(st.lists(rosters, min_size=1, max_size=4), st.integers(1, 300), st.booleans())
def test_a_merged_chat_is_its_members(members: list[list[int]], size: int, held: bool) -> None:
    server = Server({"merged": [1, 2], **{f"!m{index}": roster for index, roster in enumerate(members)}})
    merged = server.answer(("merged", ALL)) if held else "merged"
    server.queries.clear()
    walk = RosterPages(merged, (size, ALL))
    assert walk.total == (2 if held else None)
    drive(walk, server)
    everyone = list(dict.fromkeys(number for roster in members for number in roster))
    assert (numbers(walk), walk.total) == (everyone, len(everyone))
    expected = [] if held else [("merged", size)]
    for index, roster in enumerate(members):
        expected += [(f"!m{index}", size)] + ([(f"!m{index}", ALL)] if len(roster) > size else [])
    assert server.queries == expected


def test_a_member_chat_that_stays_short_is_told_after_all_were_asked() -> None:
    server = Server({"merged": [1], "!a": [1, 2, 3], "!b": [3, 4]}, cap=2)
    walk = RosterPages("merged", SIZES)
    with pytest.raises(errors.IncompleteParticipants) as caught:
        drive(walk, server)
    assert (numbers(walk), caught.value.total) == ([1, 2, 3, 4], 5)


@given(rosters, rosters)
def test_whoever_was_seen_stays_and_whoever_joined_comes_after(before: list[int], after: list[int]) -> None:
    walk = RosterPages(made("!a", before[:20], len(before)), SIZES)
    query = ("!a", ALL)
    assert walk.next_query() == (query if len(before) > 20 else None)
    if len(before) <= 20:
        return
    walk.receive(made("!a", after, len(after)), query)
    assert walk.next_query() is None
    assert numbers(walk) == list(dict.fromkeys(before[:20] + after))


def test_a_server_that_says_there_is_more_and_has_no_more_is_believed_about_the_number() -> None:
    contradictory = models.Chat.from_dict(chat("!a", {**people([1, 2], 2), "hasMore": True}))
    walk = RosterPages("!a", SIZES)
    for size in SIZES:
        assert walk.next_query() == ("!a", size)
        walk.receive(contradictory, ("!a", size))
    assert walk.next_query() is None


def test_an_answer_another_loop_has_taken_changes_nothing() -> None:
    server = Server({"!a": list(range(300))})
    walk = RosterPages("!a", SIZES)
    first = ("!a", 100)
    walk.receive(server.answer(first), first)
    walk.receive(server.answer(first), first)
    drive(walk, server)
    assert numbers(walk) == list(range(300))


def test_the_same_person_twice_in_an_answer_comes_once() -> None:
    walk = RosterPages(made("!a", [1, 1, 2], 2), SIZES)
    assert (numbers(walk), walk.next_query()) == ([1, 2], None)
