"""One person by name: the one, or an error that says why not; never the first who looks similar."""

from __future__ import annotations

import pickle
import traceback
from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk._core.people.names import Person
from beeper_sdk.testing import FakeBeeper
from tests.core.people.names.helpers import ME, Town, acted, direct, request_counts, result_of, user
from tests.scripted_server import Kind

ZOE = user("@zoe:x", "Zoë Stone", phoneNumber="+15550100001", username="@zoe.stone")
ZOE_TOO = user("@zoe2:x", "Zoe Wood")


def find_person(kind: Kind, server: FakeBeeper | Town, name: str, **more: Any) -> Person:
    person: Person = result_of(kind, server, lambda beeper: beeper.people.find(name, **more))
    return person


def test_a_name_takes_accounts_direct_chats_and_the_contacts_of_each_account(kind: Kind, fake: FakeBeeper) -> None:
    person = find_person(kind, fake, "alice elmhurst")
    assert (person.name, person.network, person.chat_id) == ("Alice Elmhurst", "WhatsApp", None)
    assert request_counts(fake) == {"accounts.list": 1, "accounts.contacts.list": 5, "chats.search": 1}


def test_a_number_is_looked_up_by_the_server(kind: Kind, fake: FakeBeeper) -> None:
    person = find_person(kind, fake, "001 (555) 0100-031", network="Signal")
    assert (person.name, person.user.phone_number) == ("Bob Brookhurst", "+15550100031")
    assert request_counts(fake) == {"accounts.list": 1, "accounts.contacts.search": 1, "chats.search": 1}


def test_a_named_account_needs_no_list_of_accounts(kind: Kind, fake: FakeBeeper) -> None:
    assert find_person(kind, fake, "@bob.brookhurst31", account="signal").network == "Signal"
    assert request_counts(fake) == {"accounts.contacts.search": 1, "chats.search": 1}


def test_a_person_on_several_networks_is_ambiguous_until_one_is_named(kind: Kind, fake: FakeBeeper) -> None:
    with pytest.raises(errors.AmbiguousMatch) as caught:
        find_person(kind, fake, "Bob Brookhurst")
    networks = [candidate.network for candidate in caught.value.candidates if isinstance(candidate, Person)]
    assert networks == ["WhatsApp", "Signal", "Instagram", "iMessage"]
    assert find_person(kind, fake, "Bob Brookhurst", network="instagram").account_id == "instagramgo"


def test_accents_do_not_hide_the_second_of_two(kind: Kind) -> None:
    town = Town({"wa": [ZOE], "sig": [ZOE_TOO]})
    with pytest.raises(errors.AmbiguousMatch) as caught:
        find_person(kind, town, "zoe")
    assert len(caught.value.candidates) == 2
    assert find_person(kind, town, "zoe stone").id == "@zoe:x"


@pytest.mark.parametrize("name", ["@zoe:x", "zoe.stone", "+1 555 010-0001", "@ZOE.stone"])
def test_what_is_exact_beats_a_name(kind: Kind, name: str) -> None:
    same_name = [user(f"@{number}:x", name) for number in range(3)]
    assert find_person(kind, Town({"wa": [*same_name, ZOE], "sig": []}), name).id == "@zoe:x"


def test_a_name_that_is_the_same_beats_one_that_holds_it(kind: Kind) -> None:
    town = Town({"wa": [user("@1:x", "Alice Ash"), user("@2:x", "Alice"), user("@3:x", "Alice Elm")], "sig": []})
    assert find_person(kind, town, "ALICE").id == "@2:x"
    with pytest.raises(errors.AmbiguousMatch):
        find_person(kind, town, "Ali")


def test_partial_words_are_beginnings_of_words(kind: Kind, fake: FakeBeeper) -> None:
    assert [find_person(kind, fake, name).name for name in ("Erin H", "hazel ERI")] == ["Erin Hazelstone"] * 2
    town = Town({"wa": [user("@1:x", "Erin Hall"), user("@2:x", "Erin Hallberg"), user("@3:x", "Room 42")], "sig": []})
    assert find_person(kind, town, "Hall, Erin").id == "@1:x"
    with pytest.raises(errors.AmbiguousMatch):
        find_person(kind, town, "Erin H")
    for name in ("Room 4", "rin", "Erin H H"):
        with pytest.raises(errors.NoMatch):
            find_person(kind, town, name)


@pytest.mark.parametrize("name", ["@hazelstone", "@carol", "#hazelstone", "+hazelstone", "Carol: Hazelstone", "@bob"])
def test_a_handle_id_or_number_is_not_compared_with_the_words_of_names(kind: Kind, name: str) -> None:
    carol, impostor = user("@1:x", "Carol Hazelstone", username="@carol.ash", email="c@x.org"), user("@2:x", "@bob")
    chats = [direct("!a:x", impostor, ME, title="Bob"), direct("!b:x", carol, ME)]
    town = Town({"wa": [carol], "sig": [impostor]}, chats)
    with pytest.raises(errors.NoMatch):
        find_person(kind, town, name)
    town.chats.clear()
    with pytest.raises(errors.NoMatch):
        find_person(kind, town, name)


def test_an_equal_name_may_contain_such_characters(kind: Kind) -> None:
    town = Town({"wa": [user("@1:x", "Mum + Dad"), user("@2:x", "Mum Dad")], "sig": []})
    assert [find_person(kind, town, name).id for name in ("mum + DAD", "@1:x")] == ["@1:x", "@1:x"]


@pytest.mark.parametrize(
    ("more", "problem", "requests"),
    [
        ({"network": "Foo"}, "no account has this network; searched", {"accounts.list": 1, "chats.search": 1}),
        ({"account": "nope"}, "no account has this ID; searched",
         {"accounts.contacts.list": 1, "accounts.contacts.search": 1, "chats.search": 1, "accounts.list": 1}),
        ({"account": ["nope", "no"]}, "no account has one of these IDs; searched",
         {"accounts.contacts.list": 2, "accounts.contacts.search": 2, "chats.search": 1, "accounts.list": 1}),
        ({"account": "wa", "network": "Signal"}, "no account has this ID and this network; searched",
         {"accounts.list": 1, "chats.search": 1}),
        ({"account": "wa"}, "nothing matches; searched 0 direct chats, the contacts of 1 of 1",
         {"accounts.contacts.list": 1, "chats.search": 1}),
        ({"account": "imsg"}, "nothing matches; searched 0 direct chats, the contacts of 0 of 1",
         {"accounts.contacts.list": 1, "accounts.contacts.search": 1, "chats.search": 1, "accounts.list": 1}),
        ({}, "nothing matches; searched", {"accounts.list": 1, "accounts.contacts.list": 3, "chats.search": 1}),
    ],
)  # fmt: skip
def test_the_error_says_that_no_account_was_selected(
    kind: Kind, more: dict[str, Any], problem: str, requests: dict[str, int]
) -> None:
    town = Town({"wa": [ZOE], "sig": []}, accounts=("wa", "sig", "imsg"))
    with pytest.raises(errors.NoMatch, match=f"^{problem}") as caught:
        find_person(kind, town, "Nobody", **more)
    assert "nope" not in str(caught.value)
    assert "Foo" not in str(caught.value)
    assert request_counts(town) == requests


def test_a_fuzzy_hit_of_the_server_is_no_hit(kind: Kind) -> None:
    with pytest.raises(errors.NoMatch):
        find_person(kind, Town({"wa": [ZOE], "sig": []}), "+1 555 999 9999")


def test_contacts_may_lack_somebody_there_is_a_chat_with(kind: Kind) -> None:
    town = Town({"wa": [ZOE], "sig": []}, [direct("!a:x", user("@yan:x", "Yan Moor"), ME)])
    person = find_person(kind, town, "yan")
    assert (person.id, person.account_id, person.chat_id) == ("@yan:x", "wa", "!a:x")


def test_somebody_in_contacts_and_chats_is_one(kind: Kind) -> None:
    other_id = user("@whatsapp_1:x", "Zoë S.", phoneNumber="+15550100001")
    town = Town({"wa": [ZOE], "sig": []}, [direct("!a:x", ZOE, ME), direct("!b:x", other_id, ME)])
    person = find_person(kind, town, "+15550100001")
    assert (person.id, person.chat_id, person.name) == ("@zoe:x", "!a:x", "Zoë Stone")


def test_a_native_account_has_only_chats(kind: Kind) -> None:
    town = Town({"wa": [ZOE]}, [direct("!a:x", user("imsg##1", "Yan"), ME, account="imsg")], ("wa", "imsg"))
    assert find_person(kind, town, "Yan").network == "iMessage"
    assert request_counts(town) == {"accounts.list": 1, "accounts.contacts.list": 2, "chats.search": 1}
    with pytest.raises(errors.NoMatch, match="the contacts of 1 of 2 accounts"):
        find_person(kind, town, "Nobody")


def test_an_account_that_is_not_listed_is_found_by_its_chats(kind: Kind, fake: FakeBeeper) -> None:
    with fake.quirk("accounts_without_native"):
        person = find_person(kind, fake, "Bob Brookhurst", network="iMessage")
    assert (person.account_id, request_counts(fake)) == (
        "imessage_self",
        {"accounts.list": 1, "accounts.contacts.list": 1, "chats.search": 1},
    )


def test_an_app_that_cannot_list_contacts_searches_them(kind: Kind) -> None:
    town = Town({"wa": [ZOE], "sig": [ZOE_TOO]}, lists=False)
    assert find_person(kind, town, "Zoë Stone").id == "@zoe:x"
    assert request_counts(town) == {
        "accounts.list": 1, "accounts.contacts.list": 2, "accounts.contacts.search": 2, "chats.search": 1,
    }  # fmt: skip


def test_i_am_nobody_to_be_found(kind: Kind, fake: FakeBeeper) -> None:
    unmarked = {key: value for key, value in ME.items() if key != "isSelf"}
    town = Town({"wa": [], "sig": []}, [direct("!a:x", ZOE, unmarked)])
    for more in ({}, {"account": "wa"}):
        with pytest.raises(errors.NoMatch):
            find_person(kind, town, "Olga Own", **more)
    owner = str(fake.world.accounts()[0]["user"]["fullName"])
    with pytest.raises(errors.NoMatch):
        find_person(kind, fake, owner)
    with fake.quirk("no_is_self"), pytest.raises(errors.NoMatch):
        find_person(kind, fake, owner)


def test_a_merged_chat_is_no_person(kind: Kind, fake: FakeBeeper) -> None:
    person = find_person(kind, fake, "Bob Irisfield", network="signal")
    assert person.chat_id == "!BPaQMiZCE3YwHsguXs:beeper.local"


def test_several_accounts_can_be_named(kind: Kind, fake: FakeBeeper) -> None:
    with pytest.raises(errors.AmbiguousMatch) as caught:
        find_person(kind, fake, "Bob Brookhurst", account=["signal", "instagramgo"])
    assert len(caught.value.candidates) == 2
    assert request_counts(fake) == {"accounts.contacts.list": 2, "chats.search": 1}


def test_a_blank_network_is_refused(kind: Kind) -> None:
    town = Town()
    with pytest.raises(ValueError, match="network must not be blank"):
        find_person(kind, town, "Zoe", network=" ")
    assert town.requested == []


def test_an_empty_list_of_accounts_means_none(kind: Kind) -> None:
    town = Town()
    with pytest.raises(errors.NoMatch):
        find_person(kind, town, "Zoe", account=[])
    assert town.requested == []


@pytest.mark.parametrize("name", ["canary-name", "Zoe"])
def test_the_errors_hold_no_name_and_come_back_from_a_pickle(kind: Kind, name: str) -> None:
    town = Town({"wa": [ZOE], "sig": [ZOE_TOO]}, [direct("!a:x", ZOE, ME)])
    with pytest.raises((errors.NoMatch, errors.AmbiguousMatch)) as caught:
        find_person(kind, town, name)
    error = caught.value
    assert isinstance(error, errors.NoMatch | errors.AmbiguousMatch)
    assert error.searched == ("1 direct chats", "the contacts of 2 of 2 accounts")
    again = pickle.loads(pickle.dumps(error))
    expected = {key: value for key, value in vars(error).items() if key != "candidates"}  # people stay in memory
    assert (str(again), vars(again)) == (str(error), expected)
    shown = "".join(traceback.format_exception_only(error)) + repr(error)
    assert not any(text in shown.lower() for text in ("canary", "zoe", "zoë", "stone", "+1555", "@"))


def test_nothing_is_kept_from_one_search_to_the_next(kind: Kind) -> None:
    town = Town({"wa": [ZOE], "sig": []})

    def move_in(_: object) -> None:
        town.contacts["sig"].append(ZOE_TOO)

    with pytest.raises(errors.AmbiguousMatch):
        acted(kind, town, lambda beeper: beeper.people.find("Zoe"), move_in, lambda beeper: beeper.people.find("Zoe"))
