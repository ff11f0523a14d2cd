"""What to call somebody: participant, senderName, contact, ID; it never fails (traps.md row 9)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk import models
from beeper_sdk._async.resources import people as async_people
from beeper_sdk._core.people import name_cache
from beeper_sdk._core.people.names import Person
from beeper_sdk._sync.resources import people as sync_people
from beeper_sdk.testing import FakeBeeper
from tests.core.people.names.helpers import ME, Act, Town, acted, direct, request_counts, result_of, user
from tests.scripted_server import Kind, answer, call, message
from tests.testing.known_chats import BOB, SIGNAL, WHATSAPP, group

ZOE = user("@zoe:x", "Zoë Stone")
BEN = user("@ben:x", "Ben")
CHAT = direct("!a:x", BEN, ME)


def shown(kind: Kind, server: FakeBeeper | Town, who: Any, **more: Any) -> str:
    name: str = result_of(kind, server, lambda beeper: beeper.people.display_name(who, **more))
    return name


def naming(who: Any, chat: str | models.Chat | None = None) -> Act:
    return lambda beeper: beeper.people.display_name(who, chat=chat)


def a_contact(kind: Kind, fake: FakeBeeper) -> models.User:
    contact: models.User = result_of(kind, fake, lambda beeper: beeper.accounts.contacts.list(WHATSAPP).first())
    fake.requests.clear()
    return contact


def written(sender: str, **more: object) -> models.Message:
    return models.Message.from_dict({**message(1), "senderID": sender, "accountID": "wa", "chatID": "!a:x", **more})


def test_what_is_at_hand_costs_nothing(kind: Kind) -> None:
    town, chat = Town(), models.Chat.from_dict(CHAT)
    assert shown(kind, town, models.User.from_dict(ZOE)) == "Zoë Stone"
    assert shown(kind, town, Person(models.User.from_dict(ZOE), "wa", None)) == "Zoë Stone"
    assert shown(kind, town, "@ben:x", chat=chat) == "Ben"
    assert shown(kind, town, models.User(id="@ben:x"), chat=chat) == "Ben"
    assert shown(kind, town, written("@ben:x", senderName="Benny"), chat=chat) == "Ben"
    assert shown(kind, town, written("@stranger:x", senderName="Benny"), chat=chat) == "Benny"
    assert shown(kind, town, written("@stranger:x", senderName="Benny")) == "Benny"
    assert town.requested == []


@pytest.mark.parametrize("name", ["@zoe:x", "123456789012345", "12345678@lid", "lid-123456789", "+1 555 010-0001"])
def test_an_id_or_a_number_is_no_name(kind: Kind, name: str) -> None:
    """traps.md row 37."""
    named, nameless = models.Chat.from_dict(direct("!a:x", ZOE, ME)), models.Chat.from_dict(CHAT)
    town = Town({"wa": [ZOE]}, [CHAT])
    assert shown(kind, town, written("@zoe:x", senderName=name), chat=named) == "Zoë Stone"
    assert shown(kind, town, models.User(id="@zoe:x", full_name=name), chat=named) == "Zoë Stone"
    assert town.requested == []
    assert shown(kind, town, written("@zoe:x", senderName=name), chat=nameless) == "Zoë Stone"
    assert request_counts(town) == {"accounts.contacts.list": 1}
    assert shown(kind, Town(), written("@zoe:x", senderName="+1 555 010-0001"), chat=nameless) == "+1 555 010-0001"


def test_row_37_in_whatsapp_groups_the_sender_name_is_an_id(kind: Kind, fake: FakeBeeper) -> None:
    chat_id = group(fake)["id"]
    truth = {row["id"]: row["senderName"] for row in fake.world.messages(chat_id)}
    with fake.quirk("lid_names"):
        messages = result_of(kind, fake, lambda beeper: beeper.messages.list(chat_id).collect(60))
        fake.requests.clear()
        names = acted(kind, fake, *map(naming, messages))
    assert sum(item.sender_name == item.sender_id for item in messages) > 20
    assert names == [truth[item.id] for item in messages]
    assert request_counts(fake) == {"chats.retrieve": 1}


def test_a_contact_is_looked_for_where_the_chat_lacks_the_sender(kind: Kind) -> None:
    town = Town({"wa": [ZOE], "sig": []}, [CHAT])
    chat = models.Chat.from_dict(CHAT)
    names = acted(kind, town, *[naming("@zoe:x", chat)] * 3)
    assert names == ["Zoë Stone"] * 3
    assert request_counts(town) == {"accounts.contacts.list": 1}


def test_a_roster_that_was_cut_is_asked_for_once(kind: Kind) -> None:
    town = Town({"wa": []}, [direct("!a:x", BEN, ZOE, ME, type="group")])
    cut = models.Chat.from_dict(CHAT | {"participants": {"items": [BEN], "hasMore": True, "total": 3}})
    strangers = [written("@zoe:x"), written("@gone:x"), written("@gone:x")]
    names = acted(kind, town, *(naming(row, cut) for row in strangers))
    assert names == ["Zoë Stone", "@gone:x", "@gone:x"]
    assert request_counts(town) == {"chats.retrieve": 1, "accounts.contacts.list": 1}


def test_a_message_alone_leads_to_its_chat(kind: Kind) -> None:
    town = Town({"wa": []}, [CHAT])
    assert shown(kind, town, written("@ben:x")) == "Ben"
    assert request_counts(town) == {"chats.retrieve": 1}


def test_without_a_chat_all_contacts_are_read_once(kind: Kind) -> None:
    town = Town({"wa": [], "sig": [ZOE]}, accounts=("wa", "sig", "imsg"))
    who = ["@zoe:x", "@gone:x", "@zoe:x", "@lost:x"]
    assert acted(kind, town, *map(naming, who)) == [
        "Zoë Stone", "@gone:x", "Zoë Stone", "@lost:x",
    ]  # fmt: skip
    assert request_counts(town) == {"accounts.list": 1, "accounts.contacts.list": 3}


def test_clearing_the_cache_forgets_the_names(kind: Kind) -> None:
    town = Town({"wa": [ZOE]})
    look: list[Act] = [
        lambda beeper: beeper.people.display_name("@zoe:x", account="wa"),
        lambda beeper: beeper.clear_cache(),
    ]
    acted(kind, town, *look, *look)
    assert request_counts(town) == {"accounts.contacts.list": 2}


@pytest.mark.parametrize("fault", [httpx.ConnectError("c4n4ry"), 401, 500, 404])
@pytest.mark.parametrize("chat", [None, "!a:x", "", "."])
def test_it_never_fails(kind: Kind, fault: Any, chat: str | None) -> None:
    def broken(_: httpx.Request) -> httpx.Response:
        if isinstance(fault, Exception):
            raise fault
        return answer({"message": "no"}, fault)

    for who in ("@zoe:x", "", models.User(id="@zoe:x"), written("@zoe:x")):
        name = call(kind, broken, naming(who, chat))
        assert name == ("" if who == "" else "@zoe:x")


def test_what_failed_is_tried_again_after_a_pause(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_cache, "FAILURE_PAUSE", 0.0)
    town = Town({"wa": [ZOE], "sig": []}, [direct("!none:x", BEN)])
    faults = iter([500, 500])

    def flaky(request: httpx.Request) -> httpx.Response:
        fault = next(faults, None)
        return answer({"message": "no"}, fault) if fault else town(request)

    look = naming(models.User(id="@zoe:x"), "!none:x")
    assert acted(kind, flaky, look, look) == ["@zoe:x", "Zoë Stone"]


@pytest.mark.parametrize("quirk", ["dead_account", "hanging_account"])
def test_row_38_contacts_that_fail_are_requested_once_and_not_for_each_message(
    kind: Kind, fake: FakeBeeper, quirk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (async_people, sync_people):
        monkeypatch.setattr(module, "_SECONDS", 0.3)
    known = a_contact(kind, fake)
    ids = ["@signal_1:beeper.local", "@signal_2:beeper.local", known.id]
    with fake.quirk(quirk):
        assert acted(kind, fake, *map(naming, ids)) == [*ids[:2], known.full_name]
        on_signal: list[Act] = [lambda beeper: beeper.people.display_name(ids[0], account=SIGNAL)] * 3
        assert request_counts(fake) == {"accounts.list": 1, "accounts.contacts.list": 5}
        fake.requests.clear()
        assert acted(kind, fake, *on_signal) == [ids[0]] * 3
        assert request_counts(fake) == {"accounts.contacts.list": 1}


def test_a_chat_that_fails_is_requested_once_and_its_contacts_are_read(kind: Kind, fake: FakeBeeper) -> None:
    known = a_contact(kind, fake)
    with fake.quirk("server_error", operation="chats.retrieve"):
        look: Act = lambda beeper: beeper.people.display_name(known.id, chat=BOB, account=WHATSAPP)  # noqa: E731
        gone: Act = lambda beeper: beeper.people.display_name("@gone:x", chat=BOB, account=WHATSAPP)  # noqa: E731
        assert acted(kind, fake, look, gone, gone) == [known.full_name, "@gone:x", "@gone:x"]
    assert request_counts(fake) == {"chats.retrieve": 1, "accounts.contacts.list": 1}


def test_senders_who_are_strangers_have_names_or_ids(kind: Kind, fake: FakeBeeper) -> None:
    chat_id = next(chat["id"] for chat in fake.world.chats() if chat["type"] == "group")
    with fake.quirk("stranger_sender"):
        messages = result_of(kind, fake, lambda beeper: beeper.messages.list(chat_id).collect(60))
        fake.requests.clear()
        names = acted(kind, fake, *map(naming, messages))
    assert all(names)
    unnamed = [item for item in messages if item.sender_name is None and not item.is_sender]
    assert [item.sender_id for item in unnamed] == [
        name for name, item in zip(names, messages, strict=True) if item in unnamed
    ]
    assert request_counts(fake) == {"chats.retrieve": 1, "accounts.contacts.list": 1}
