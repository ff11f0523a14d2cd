"""One chat by its name or by who it is with, and its title for a person to read."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest

from beeper_sdk import errors, models
from beeper_sdk._core.people import names
from beeper_sdk.testing import FakeBeeper
from tests.core.people.names.helpers import ME, Act, Town, acted, direct, request_counts, result_of, user
from tests.scripted_server import Kind

ZOE = user("@zoe:x", "Zoë Stone", phoneNumber="+15550100001", username="@zoe.stone")
CHOIR = direct("!choir:x", ZOE, user("@ben:x", "Ben"), ME, type="group", title="Choir", localChatID="12")


def find_chat_id(kind: Kind, server: FakeBeeper | Town, name: str, **more: Any) -> str:
    chat: models.Chat = result_of(kind, server, lambda beeper: beeper.chats.find(name, **more))
    return chat.id


def titling(chat: models.Chat) -> Act:
    return lambda beeper: beeper.chats.title(chat)


def test_a_title_takes_one_request(kind: Kind, fake: FakeBeeper) -> None:
    title = next(chat["title"] for chat in fake.world.chats() if chat["type"] == "group")
    assert find_chat_id(kind, fake, str(title).upper())
    assert request_counts(fake) == {"chats.search": 1}


def test_an_id_takes_one_request_and_a_wrong_one_is_no_match(kind: Kind, fake: FakeBeeper) -> None:
    chat_id = fake.world.chats()[0]["id"]
    assert find_chat_id(kind, fake, f" {chat_id} ") == chat_id
    assert request_counts(fake) == {"chats.retrieve": 1}
    with pytest.raises(errors.NoMatch, match="nothing matches; searched the chat with this ID"):
        find_chat_id(kind, fake, "!nobody:knows")
    with pytest.raises(errors.NoMatch):
        find_chat_id(kind, fake, str(chat_id), network="Instagram")


@pytest.mark.parametrize("name", ["12", "choir", "!choir:x"])
def test_a_group_by_local_id_title_or_id(kind: Kind, name: str) -> None:
    assert find_chat_id(kind, Town(chats=[direct("!a:x", ZOE, ME), CHOIR]), name) == "!choir:x"


@pytest.mark.parametrize("name", ["zoe stone", "Zoe", "@zoe.stone", "+1 (555) 010-0001", "@zoe:x"])
def test_a_direct_chat_by_who_it_is_with(kind: Kind, name: str) -> None:
    town = Town(chats=[direct("!a:x", ZOE, ME, title="Z from work"), CHOIR])
    assert find_chat_id(kind, town, name) == "!a:x"
    assert request_counts(town) == {"chats.search": 1}


def test_a_chat_by_the_beginnings_of_words(kind: Kind) -> None:
    town = Town(chats=[direct("!a:x", ZOE, ME, title="+1 555 010-0001"), CHOIR])
    assert [find_chat_id(kind, town, name) for name in ("zo st", "Cho", "+15550100001")] == ["!a:x", "!choir:x", "!a:x"]


def test_an_equal_title_with_the_same_emoji_wins(kind: Kind) -> None:
    titles = ("Team \U0001f680", "Team \u2764\ufe0f", "Team", "Ops (A)", "Ops [A]", "Caf\xe9", "Cafe")
    town = Town(chats=[CHOIR | {"id": f"!{number}:x", "title": title} for number, title in enumerate(titles)])
    for query, number in (("team \U0001f680", 0), ("Team \u2764", 1), ("Team", 2), ("ops  (a)", 3)):
        assert find_chat_id(kind, town, query) == f"!{number}:x"
    for query in ("Team?", "Ops A", "Cafe"):  # accents are typed by few
        with pytest.raises(errors.AmbiguousMatch):
            find_chat_id(kind, town, query)


def test_a_title_with_characters_of_handles_is_found_if_it_is_equal(kind: Kind) -> None:
    club = CHOIR | {"id": "!club:x", "title": "Book Club: #1 / 100%"}
    town = Town(chats=[CHOIR | {"title": "#choir"}, CHOIR | {"id": "!b:x"}, club, direct("!a:x", ZOE, ME)])
    found = [find_chat_id(kind, town, name) for name in ("#Choir", "book club: #1 (100)", "book 100")]
    assert found == ["!choir:x", "!club:x", "!club:x"]
    for name in ("@choir", "#book", "Book: Club", "@zoe", "+stone"):
        with pytest.raises(errors.NoMatch):
            find_chat_id(kind, town, name)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"network": "Foo"}, "no account has this network; searched 0 chats"),
        ({"account": "nope"}, "no account has this ID; searched 0 chats"),
        ({"account": "sig", "network": "WhatsApp"}, "no account has this ID and this network; searched 0 chats"),
        ({"account": "sig"}, "nothing matches; searched 0 chats"),
        ({"account": "wa"}, "nothing matches; searched 1 chats"),
    ],
)
def test_the_error_says_that_no_account_was_selected(kind: Kind, more: dict[str, Any], problem: str) -> None:
    town = Town(chats=[CHOIR])
    with pytest.raises(errors.NoMatch, match=f"^{problem}"):
        find_chat_id(kind, town, "Nobody", **more)
    assert request_counts(town) == {"chats.search": 1} | ({} if more == {"account": "wa"} else {"accounts.list": 1})


def test_a_number_is_no_title_for_somebody_with_a_name(kind: Kind, fake: FakeBeeper) -> None:
    """traps.md row 37."""
    with fake.quirk("number_titles"):
        chats = result_of(kind, fake, lambda beeper: beeper.chats.search(type="single", limit=200).collect())
        given = acted(kind, fake, *map(titling, chats))
    wanted = {chat["id"]: chat["title"] for chat in fake.world.chats()}
    assert sum(chat.title.startswith("+1555") for chat in chats) > 5
    assert given == [wanted[chat.id] for chat in chats]
    assert request_counts(fake) == {"chats.search": 1}


@pytest.mark.parametrize(
    ("title", "kind_of_chat", "wanted"),
    [
        ("+1 (555) 010-0001", "single", "Zoë Stone"),
        ("@zoe:x", "single", "Zoë Stone"),
        ("123456789012345@lid", "single", "Zoë Stone"),
        ("!a:x", "group", "Zoë Stone"),
        ("2025-2026", "group", "2025-2026"),
    ],
)
def test_a_title_that_is_an_id_is_none(title: str, kind_of_chat: str, wanted: str) -> None:
    chat = models.Chat.from_dict(direct("!a:x", ZOE, ME, title=title, type=kind_of_chat))
    assert names.title(chat) == wanted
    nameless = models.Chat.from_dict(direct("!a:x", user("@zoe:x"), ME, title="+15550100001"))
    assert names.title(nameless) == "+15550100001"


def test_a_chat_without_a_title_has_the_names_of_the_others(kind: Kind) -> None:
    assert find_chat_id(kind, Town(chats=[CHOIR | {"title": ""}]), "Zoë Stone, Ben") == "!choir:x"


def test_a_merged_chat_stands_for_those_it_shows(kind: Kind, fake: FakeBeeper) -> None:
    assert find_chat_id(kind, fake, "Bob Irisfield") == "!merged-bob:beeper.local"
    assert find_chat_id(kind, fake, "+15550100001", network="Signal") == "!BPaQMiZCE3YwHsguXs:beeper.local"
    assert request_counts(fake) == {"chats.search": 2, "accounts.list": 1}


def test_several_that_fit_are_the_candidates(kind: Kind) -> None:
    town = Town(chats=[direct("!a:x", ZOE, ME), direct("!b:x", user("@z:x", "zoe STONE"), ME, account="sig")])
    with pytest.raises(errors.AmbiguousMatch, match="2 candidates match in 2 chats") as caught:
        find_chat_id(kind, town, "Zoe Stone")
    assert [chat.id for chat in caught.value.candidates if isinstance(chat, models.Chat)] == ["!a:x", "!b:x"]
    assert find_chat_id(kind, town, "Zoe Stone", account="sig") == "!b:x"


def test_my_own_name_finds_no_chat_of_mine(kind: Kind) -> None:
    unmarked = user("@me:beeper.local", "Olga Own")
    town = Town(chats=[direct("!a:x", ZOE, unmarked), CHOIR])
    with pytest.raises(errors.NoMatch, match="searched 2 chats"):
        find_chat_id(kind, town, "Olga Own")
    assert request_counts(town) == {"chats.search": 1, "accounts.list": 1}


def test_a_title_costs_nothing_for_a_chat_at_hand(kind: Kind) -> None:
    town = Town(chats=[CHOIR])
    chats = [models.Chat.from_dict(data) for data in (CHOIR, direct("!a:x", ZOE, ME, title="Olga Own"))]
    assert acted(kind, town, *map(titling, chats)) == [
        "Choir",
        "Zoë Stone",
    ]
    assert town.requested == []
    assert result_of(kind, town, lambda beeper: beeper.chats.title("!choir:x")) == "Choir"
    assert request_counts(town) == {"chats.retrieve": 1}


def test_who_i_am_is_asked_for_once_where_a_title_hangs_on_it(kind: Kind) -> None:
    unmarked = user("@me:beeper.local", "Olga Own")
    town = Town()
    chats = [models.Chat.from_dict(direct(f"!{title}:x", ZOE, unmarked, title=title)) for title in ("", "Olga Own")]
    assert acted(kind, town, *map(titling, chats)) == [
        "Zoë Stone",
        "Zoë Stone",
    ]
    assert request_counts(town) == {"accounts.list": 1}


@pytest.mark.parametrize("quirk", [None, "no_is_self"])
def test_titles_of_all_chats_are_those_of_the_server(kind: Kind, fake: FakeBeeper, quirk: str | None) -> None:
    with fake.quirk(quirk) if quirk else nullcontext():
        chats = result_of(kind, fake, lambda beeper: beeper.chats.search(limit=200).collect())
        given = acted(kind, fake, *map(titling, chats))
    assert given == [chat.title for chat in chats]
    assert request_counts(fake) == {"chats.search": 1} | ({"accounts.list": 1} if quirk else {})
