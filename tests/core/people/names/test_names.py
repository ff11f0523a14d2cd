"""How names are compared, what a person and a chat are called: pure, so tested without a server."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import models
from beeper_sdk._core.people import names
from beeper_sdk._core.people.matching import ADDRESS, ID, NAME, PREFIXES, SAME, WORDS, Query
from tests.core.people.names.helpers import ME, direct, user


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zoë", "ZOE"),
        ("Zoe\u0308", "Zoë"),
        ("Çağla", "cagla"),
        ("Åsa", "asa"),
        ("Søren Łukasz", "soren lukasz"),
        ("Æsop", "aesop"),
        ("STRASSE", "Straße"),
        ("İpek", "ipek"),
        ("Iş\u0131k", "isik"),
        ("\uff21\uff4c\uff49\uff43\uff45", "alice"),
        ("ﬁona", "Fiona"),
        ("Ali\u200bce", "Alice"),
        ("\uff2f\u2019Brien", "O'Brien"),
        ("Андрей", "АНДРЕИ"),
        ("Νίκος", "νικοσ"),
        ("  Alice\u00a0 Ash ", "alice ash"),
        ("Alice 🦊", "Alice"),
        ("Jean-Luc", "jean luc"),
    ],
)
def test_two_spellings_of_one_name(first: str, second: str) -> None:
    assert names.words(first) == names.words(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Alice", "Alicia"), ("がく", "かく"), ("Bob", "Rob"), ("🦊", "🐻"), ("ครู", "คร")],
)
def test_two_names(first: str, second: str) -> None:
    assert names.words(first) != names.words(second)


@given(st.text())
def test_folding_is_done_when_it_is_done(text: str) -> None:
    folded = names.fold(text)
    assert names.fold(folded) == folded


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_unicode_forms_do_not_count(text: str, form: Any) -> None:
    assert names.fold(unicodedata.normalize(form, text)) == names.fold(text)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+15550100001", "+15550100001"),
        ("+1 (555) 010-0001", "+15550100001"),
        ("001 555 010 0001", "+15550100001"),
        ("+49 (0) 30 / 123.456", "+4930123456"),
        ("+49 (0)30 123456", "+4930123456"),
        ("\u202a+1 555\u2011010\u20110001\u202c", "+15550100001"),
        ("\uff0b\uff11\uff15\uff15\uff15\uff10\uff11\uff10\uff10\uff10\uff10\uff11", "+15550100001"),
        (" +41\u00a044 668 18 00 ", "+41446681800"),
    ],
)
def test_a_phone_number_however_it_was_typed(typed: str, number: str) -> None:
    assert names.phone(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["", "5550100001", "030 123456", "+12", "+1234567890123456", "+0123456789", "+1555x010", "Alice", "00", "+"],
)
def test_what_is_no_number_with_its_country(typed: str) -> None:
    assert names.phone(typed) is None


@given(st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True), st.text(" ()-./\u00a0", max_size=3), st.integers(1, 6))
def test_separators_in_a_number_do_not_count(number: str, between: str, position: int) -> None:
    if "(" in between and number[position + 1 :].startswith("0") and ")" in between:
        return
    assert names.phone(number[: position + 1] + between + number[position + 1 :]) == number
    assert names.phone("00" + number[1:]) == number


@pytest.mark.parametrize(
    ("typed", "rank"),
    [
        ("@alice_7:beeper.local", ID),
        ("@Alice.Ash", ADDRESS),
        ("alice.ash", ADDRESS),
        ("ALICE@example.com", ADDRESS),
        ("0015550100001", ADDRESS),
        ("alice ash", SAME),
        ("Alice: Ash", None),
        ("Alice Ash \U0001f680", NAME),
        ("Ash, Alice", WORDS),
        ("alice", WORDS),
        ("ali", PREFIXES),
        ("as al", PREFIXES),
        ("ALI ash", PREFIXES),
        ("ali ali", None),
        ("lice", None),
        ("@ali", None),
        ("@ali:x", None),
        ("Alice Ashberg", None),
        ("15550100001", None),
    ],
)
def test_how_well_somebody_fits(typed: str, rank: int | None) -> None:
    alice = models.User.from_dict(
        user("@alice_7:beeper.local", "Alicé Ash", username="@alice.ash", phoneNumber="+1 555 010 0001",
             email="alice@example.com")
    )  # fmt: skip
    assert Query(typed).rank_person(alice) == rank


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("+1 (555) 0100-001", "+15550100001"),
        ("@alice.ash", "@alice.ash"),
        ("alice@example.com", "alice@example.com"),
        ("alice.ash", None),
        ("Alice Ash", None),
        ("@signal_5a3c:beeper.local", None),
        ("imsg##+15550100001", None),
        ("@", None),
    ],
)
def test_what_a_server_looks_up_exactly(typed: str, address: str | None) -> None:
    assert Query(typed).address == address


@pytest.mark.parametrize(("bad", "error"), [("", ValueError), ("  ", ValueError), (None, TypeError), (7, TypeError)])
def test_what_is_no_name(bad: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="name must"):
        Query(bad)


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"fullName": " Alice ", "username": "@a"}, "Alice"),
        ({"fullName": "  ", "username": "@a"}, "@a"),
        ({"phoneNumber": "+1555"}, "+1555"),
        ({"email": "a@example.com"}, "a@example.com"),
        ({}, None),
    ],
)
def test_what_to_call_somebody(known: dict[str, object], name: str | None) -> None:
    assert names.known_name(models.User.from_dict({"id": "@a:x", **known})) == name


def titled(title: object, *people: dict[str, object], **more: object) -> models.Chat:
    return models.Chat.from_dict({**direct("!c:x", *people), "title": title, **more})


ANA, BEA, CY, DEE = (user(f"@{name}:x", name) for name in ("Ana", "Bea", "Cy", "Dee"))
BOT = user("@bot:x", "Bridge bot", isNetworkBot=True)


@pytest.mark.parametrize(
    ("chat", "title"),
    [
        (titled("Ana & me", ANA, ME), "Ana & me"),
        (titled("", ANA, ME), "Ana"),
        (titled(None, ANA, ME), "Ana"),
        (titled(" \n", ANA, ME), "Ana"),
        (titled("olga ówn", ANA, ME), "Ana"),
        (titled("@me:beeper.local", ANA, ME), "Ana"),
        (titled("Olga Own", ME), "Olga Own"),
        (titled("", ME), "Olga Own"),
        (titled("", ANA, BEA, ME, type="group"), "Ana, Bea"),
        (titled("", ANA, BEA, CY, DEE, ME, type="group"), "Ana, Bea, Cy +1"),
        (titled("", ANA, BOT, ME), "Ana"),
        (titled("", BOT, ME), "Bridge bot"),
        (titled("", user("@nameless:x"), ME), "Olga Own"),
        (titled("", user("@nameless:x")), "WhatsApp"),
        (titled("", network=None), "!c:x"),
        (titled("", ANA, ME, type="group", participants={"items": [ANA, ME], "hasMore": True, "total": 40}), "Ana +38"),
    ],
)
def test_what_to_call_a_chat(chat: models.Chat, title: str) -> None:
    assert names.title(chat) == title


def test_a_title_without_a_mark_takes_who_you_are() -> None:
    unmarked = user("@me:beeper.local", "Olga Own")
    chat = titled("Olga Own", ANA, unmarked)
    assert names.needs_self(chat)
    assert names.title(chat) == "Olga Own"
    assert names.title(chat, models.User.from_dict(unmarked)) == "Ana"
    assert not names.needs_self(titled("Choir", ANA, unmarked, type="group"))
