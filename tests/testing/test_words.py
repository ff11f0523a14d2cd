"""Searches match words: of titles, of messages, and of the names and addresses of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.words import has_words
from tests.each import each_of
from tests.testing.known_chats import BOB, SIGNAL
from tests.testing.wire import Wire


@each_of([
    ("meet", "Let's MEET tomorrow", True),
    ("tomorrow meet", "Let's meet tomorrow", True),
    ("mee", "Let's meet tomorrow", False),
    ("eet", "Let's meet tomorrow", False),
    ("meet monday", "Let's meet tomorrow", False),
    ("tomorrow?", "meet tomorrow", True),
    ("meet", "meet, or not", True),
    ("4b", "Flat 4B!", True),
    ("strasse", "Straße 5", True),
    ("gunther", "Günther", False),
    ("GÜNTHER", "Gu\u0308nther", True),
    ("🥾", "Hiking 🥾🥾", True),
    ("🥾 hiking", "Hiking 🥾", True),
    ("🦊", "Hiking 🥾", False),
    ("?!", "what?!", True),
    ("+15550100021", "Bob +15550100021", True),
    ("1555", "Bob +15550100021", False),
    ("bob@example.com", "Bob bob@example.com", True),
    ("example", "Bob bob@example.com", True),
])  # fmt: skip
def test_words_are_whole_words(query: str, text: str, matches: bool) -> None:
    assert has_words(query, text) is matches


words = st.text("abcß é", min_size=1, max_size=4)


@given(st.lists(words, min_size=1, max_size=3), st.lists(words, max_size=5))
def test_a_query_matches_if_and_only_if_the_text_has_all_its_words(query: list[str], text: list[str]) -> None:
    def of(parts: list[str]) -> set[str]:
        return set(re.split(r"\W+", " ".join(parts).casefold())) - {""}

    if of(query):
        assert has_words(" ".join(query), " ".join(text)) is (of(query) <= of(text))


@pytest.fixture(scope="module")
def server() -> Iterator[Wire]:
    """A server with a message that nobody else wrote."""
    with FakeBeeper() as fake, Wire(fake) as wire:
        fake.world.receive(BOB, "Three xylophones & a <b>quagga</b>")
        fake.world.change(lambda world: world.room(BOB).wire.update(title="Xylophonists of Bob"))
        yield wire


@pytest.mark.parametrize(
    ("query", "found"), [("xylophones", 1), ("QUAGGA xylophones", 1), ("xylophone", 0), ("agga", 0)]
)
def test_messages_are_found_by_words(server: Wire, query: str, found: int) -> None:
    assert len(server.get("/v1/messages/search", query=query)["items"]) == found
    assert len(server.get("/v1/search", query=query)["results"]["messages"]["items"]) == found
    assert len(server.get("/v0/search-messages", query=query)["items"]) == found


@pytest.mark.parametrize(("query", "found"), [("xylophonists", 1), ("bob xylophonists", 1), ("xylo", 0)])
def test_chats_are_found_by_words(server: Wire, query: str, found: int) -> None:
    assert len(server.get("/v1/chats/search", query=query)["items"]) == found


def test_people_are_found_by_words_and_exactly_by_number(server: Wire) -> None:
    path = f"/v1/accounts/{SIGNAL}/contacts"
    person = server.get(f"{path}/list")["items"][0]
    first = str(person["fullName"]).split()[0]
    assert person["id"] in {user["id"] for user in server.get(path, query=first.upper())["items"]}
    for part in (first[:-1], first[1:]):
        assert person["id"] not in {user["id"] for user in server.get(path, query=part)["items"]}
        assert person["id"] not in {user["id"] for user in server.get(f"{path}/list", query=part)["items"]}
    number = person["phoneNumber"]
    assert [user["id"] for user in server.get(path, query=number)["items"]] == [person["id"]]
    assert server.get(path, query=number[:-1])["items"] == []
