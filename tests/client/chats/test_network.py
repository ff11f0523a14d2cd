"""Chats of a network: its name in any case, also of accounts that are not listed; an unknown name is an error."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.chats.helpers import Kind, Story, ids, operations, play, standing

LISTS = ("list", "search")


def on(fake: FakeBeeper, network: str) -> list[str]:
    return standing(fake, lambda chat: chat["network"] == network)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("network", ["Signal", "signal", " SIGNAL "])
@pytest.mark.usefixtures("chats")
def test_case_does_not_matter(kind: Kind, fake: FakeBeeper, name: str, network: str) -> None:
    def story(beeper: Any) -> Story:
        assert ids((yield getattr(beeper.chats, name)(network=network).collect())) == on(fake, "Signal")

    play(kind, fake, story)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.usefixtures("chats")
def test_an_unknown_network_is_an_error_that_names_the_known_ones(kind: Kind, fake: FakeBeeper, name: str) -> None:
    def story(beeper: Any) -> Story:
        pager = getattr(beeper.chats, name)(network="WhatsAp")
        assert operations(fake) == {}
        with pytest.raises(errors.UnknownNetwork, match=r"known networks: Signal, Telegram, WhatsApp$") as caught:
            yield pager.collect()
        assert caught.value.known == ("Signal", "Telegram", "WhatsApp")
        assert isinstance(caught.value, ValueError)
        with pytest.raises(errors.UnknownNetwork):
            yield pager.oldest_first().collect()
        counted = operations(fake)
        assert (counted["accounts.list"], counted[f"chats.{name}"]) == (2, 2)

    play(kind, fake, story)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("network", "error"), [("", ValueError), ("  ", ValueError), (3, TypeError)])
def test_a_name_that_is_none_is_refused_before_anything_is_sent(
    kind: Kind, fake: FakeBeeper, name: str, network: Any, error: type[Exception]
) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(error, match="network"):
            getattr(beeper.chats, name)(network=network)
        with pytest.raises(TypeError, match="merged_members must be True or False"):
            getattr(beeper.chats, name)(merged_members="no")
        assert operations(fake) == {}
        yield None

    play(kind, fake, story)


@pytest.mark.parametrize("name", LISTS)
def test_a_network_that_only_chats_show_is_known(kind: Kind, name: str, fake_beeper: FakeBeeper) -> None:
    """iMessage is missing in the list of accounts."""
    fake_beeper.quirk("accounts_without_native")

    def story(beeper: Any) -> Story:
        found = yield getattr(beeper.chats, name)(network="imessage").collect()
        assert sorted(ids(found)) == sorted(on(fake_beeper, "iMessage"))
        with pytest.raises(errors.UnknownNetwork, match="iMessage"):
            yield getattr(beeper.chats, name)(network="matrix2").collect()

    play(kind, fake_beeper, story)


def test_the_accounts_are_requested_once_and_again_for_a_new_network(
    kind: Kind, fake: FakeBeeper, chats: dict[str, str]
) -> None:
    assert chats

    def story(beeper: Any) -> Story:
        for _ in range(2):
            yield beeper.chats.search(network="telegram").collect()
        assert operations(fake) == {"accounts.list": 1, "chats.search": 2}
        fake.world.add_account("instagram")
        chat_id = fake.world.add_chat(people=["Ivy"], network="instagram")
        assert ids((yield beeper.chats.search(network="Instagram").collect())) == [chat_id]
        assert operations(fake) == {"accounts.list": 1, "chats.search": 1}

    play(kind, fake, story)


def test_a_network_without_chats_is_empty(kind: Kind, fake: FakeBeeper) -> None:
    fake.world.add_account("signal")

    def story(beeper: Any) -> Story:
        assert (yield beeper.chats.list(network="signal").collect()) == []
        with pytest.raises(errors.UnknownNetwork, match=r"known networks: Signal$"):
            yield beeper.chats.list(network="whatsapp").collect()

    play(kind, fake, story)


def test_both_filters_must_fit(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    account = fake.world.chat(chats["Ada signal"])["accountID"]

    def story(beeper: Any) -> Story:
        for name in LISTS:
            list_chats = getattr(beeper.chats, name)
            found = yield list_chats(network="signal", account_ids=[account]).collect()
            assert ids(found) == on(fake, "Signal")
            with pytest.raises(errors.UnknownNetwork):
                yield list_chats(network="whatsapp", account_ids=[account]).collect()

    play(kind, fake, story)
