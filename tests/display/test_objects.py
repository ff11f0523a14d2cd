"""Clients, resources, pagers, rosters, responses, changes: each says in one line what it is. None sends a request."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest

from beeper_sdk import AsyncBeeper, Beeper, api, models
from beeper_sdk import changes as changed
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.types import Person
from tests.display.samples import MAX_LINE, chat, message

LISTED = "!family:beeper.local"


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="small") as fake:
        yield fake


@pytest.fixture(params=[Beeper, AsyncBeeper])
def client(request: pytest.FixtureRequest, fake: FakeBeeper) -> Any:
    return request.param(fake.token, base_url=fake.url)


def resources(owner: object) -> Iterator[object]:
    """The resources of a client or resource, at any depth."""
    for name, _ in inspect.getmembers(type(owner), lambda member: isinstance(member, property)):
        found: object = None if name.startswith("_") else getattr(owner, name)
        if hasattr(found, "_sender") or hasattr(found, "_engine"):
            yield found
            yield from resources(found)


def rows(shown: Any) -> int:
    """The number of rows of the table of an object, with its head."""
    return str(shown._repr_html_()).count("<tr>")


def test_each_resource_names_its_client_and_its_methods(client: Any, fake: FakeBeeper) -> None:
    before = len(fake.requests)
    shown = [repr(found) for found in resources(client)]
    assert len(shown) >= 25
    kind = type(client).__name__
    for text in shown:
        assert re.fullmatch(rf"<[A-Za-z0-9]+ of {kind} {re.escape(fake.url)}: [a-z0-9_, .]+>", text)
        assert len(text) <= MAX_LINE
        assert fake.token not in text
    assert any(re.search(r"Chats of .*: list, find, search, retrieve, ", text) for text in shown)
    assert any(text.endswith("ChatsMessagesReactionsApi of " + f"{kind} {fake.url}: delete, add>") for text in shown)
    assert len(fake.requests) == before


def test_what_was_not_requested_says_so(client: Any, fake: FakeBeeper) -> None:
    before, prefix = len(fake.requests), "Async" if isinstance(client, AsyncBeeper) else ""
    roster = client.chats.participants(LISTED)
    assert repr(roster) == f"<{prefix}Roster, not requested yet>"
    assert repr(roster.admins()) == f"<{prefix}Roster, not requested yet, filtered>"
    assert roster._repr_html_() is None
    found, methods = client.messages.search(query="private"), "collect, first, pages, ..."
    assert repr(client.chats.list()) == f"<{prefix}Pager of chats.list: {methods}>"
    assert repr(found) == f"<{prefix}SearchPager of messages.search: {methods}>"
    assert repr(client.changes("news.json")) == f"<{prefix}Changes, not started>"
    assert repr(client.events()) == f"<{prefix}Events, not entered>"
    assert len(fake.requests) == before


def test_a_roster_shows_how_many_are_known_and_a_table_of_those_that_were_received(fake: FakeBeeper) -> None:
    with Beeper(fake.token, base_url=fake.url) as beeper:
        listed = beeper.chats.list().collect(1)[0]
        roster = beeper.chats.participants(listed.id)
        people = roster.collect()
        before = len(fake.requests)
        assert repr(roster) == f"<Roster, {len(people)} participants>"
        assert repr(roster.admins()) == f"<Roster, {len(people)} participants, filtered>"
        assert rows(roster) == len(people) + 1
        assert rows(roster.everyone_but_me()) == len(people)
        assert len(fake.requests) == before


def test_pages_and_responses_say_what_they_hold_but_not_whose(fake: FakeBeeper) -> None:
    with Beeper(fake.token, base_url=fake.url) as beeper:
        page = next(beeper.chats.list().pages())
        response = beeper.raw(api.chats.list())
        before = len(fake.requests)
        assert repr(page) == f"<ListPage, {len(page.items)} items>"
        assert rows(page) == len(page.items) + 1
        assert repr(response) == f"<Response 200, ChatWithPreviewPage, request {response.request_id}>"
        assert len(fake.requests) == before


def test_a_person_shows_the_name() -> None:
    person = Person(models.User(id="@bob:beeper.local", full_name="Bob"), "whatsapp", "WhatsApp")
    assert repr(person) == "<Person \"Bob\" on WhatsApp, id='@bob:beeper.local'>"
    nameless = Person(models.User(id="@\u202eb:x"), "whatsapp", None)
    assert repr(nameless) == "<Person \"@b:x\" on whatsapp, id='@b:x'>"


def test_changes_show_what_they_are_about() -> None:
    ids = "2026-11-30 14:05 UTC, id='1343993', chat_id='!family:beeper.local'"
    said = 'Bob: "See you at the station"'
    assert repr(changed.MessageAdded(message(), chat())) == f'<MessageAdded in "Family" {said}\n {ids}>'
    assert repr(changed.MessageEdited(message(), None)) == f"<MessageEdited {said}\n {ids}>"
    assert repr(changed.ReactionsChanged(message())) == f"<ReactionsChanged {said}\n {ids}>"
    assert repr(changed.ChatChanged(chat())).startswith('<ChatChanged "Family" WhatsApp group, 5 members, 3 unread')
    assert repr(changed.MessageDeleted("!a", "1")) == "MessageDeleted(chat_id='!a', message_id='1')"
    assert repr(changed.Gap(("!a",), "reindexed")) == "<Gap reindexed, '!a'>"
    assert repr(changed.Gap(tuple("abcdefgh"), "unreadable")) == "<Gap unreadable, 'a', 'b', 'c', 5 more>"
