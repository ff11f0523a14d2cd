"""The chat with oneself, and merged chats in searches by name."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.chats.helpers import Kind, Story, ids, operations, play


@pytest.mark.parametrize("quirk", [None, "no_is_self"])
@pytest.mark.usefixtures("chats")
def test_it_is_the_direct_chat_without_anybody_else(kind: Kind, fake: FakeBeeper, quirk: str | None) -> None:
    signal = next(account["accountID"] for account in fake.world.accounts() if account["network"] == "Signal")
    wanted = fake.world.note_to_self(signal)
    if quirk:
        fake.quirk(quirk)
    fake.requests.clear()

    def story(beeper: Any) -> Story:
        assert (yield beeper.chats.note_to_self()).id == wanted
        assert operations(fake) == {"chats.search": 1, **({"accounts.list": 1} if quirk else {})}
        assert (yield beeper.chats.note_to_self(account=signal)).id == wanted
        assert (yield beeper.chats.note_to_self(network="signal")).id == wanted
        with pytest.raises(errors.NoMatch):
            yield beeper.chats.note_to_self(network="whatsapp")

    play(kind, fake, story)


@pytest.mark.usefixtures("chats")
def test_none_and_several_are_errors(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(errors.NoMatch, match="nothing matches; searched 18 direct chats"):
            yield beeper.chats.note_to_self()
        accounts = [account["accountID"] for account in fake.world.accounts()]
        notes = [fake.world.note_to_self(account) for account in accounts[:2]]
        with pytest.raises(
            errors.AmbiguousMatch, match="2 candidates match in 20 direct chats; use network= or"
        ) as found:
            yield beeper.chats.note_to_self()
        assert sorted(ids(found.value.candidates)) == sorted(notes)
        assert (yield beeper.chats.note_to_self(account=accounts[1])).id == notes[1]

    play(kind, fake, story)


def test_a_name_finds_the_merged_chat_and_with_a_network_its_member(
    kind: Kind, fake: FakeBeeper, chats: dict[str, str]
) -> None:
    account = fake.world.chat(chats["Ada whatsapp"])["accountID"]

    def story(beeper: Any) -> Story:
        assert (yield beeper.chats.find("Ada")).id == chats["Ada"]
        for network in ("whatsapp", "signal", "telegram"):
            assert (yield beeper.chats.find("ada", network=network)).id == chats[f"Ada {network}"]
        assert (yield beeper.chats.find("ada", account=account)).id == chats["Ada whatsapp"]
        assert (yield beeper.chats.find(chats["Ada signal"])).id == chats["Ada signal"]

    play(kind, fake, story)


def test_a_member_with_another_title_finds_the_merged_chat(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    fake.world.change(lambda world: world.rooms[chats["Ada signal"]].wire.update(title="Ada from work"))
    local = fake.world.chat(chats["Ada signal"])["localChatID"]

    def story(beeper: Any) -> Story:
        assert (yield beeper.chats.find("Ada from work")).id == chats["Ada"]
        assert (yield beeper.chats.find("from work", network="signal")).id == chats["Ada signal"]
        assert (yield beeper.chats.find(local)).id == chats["Ada signal"]  # an ID means this chat

    play(kind, fake, story)


def test_a_person_is_found_on_each_network_by_the_members(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    def story(beeper: Any) -> Story:
        assert (yield beeper.people.find("Ada", network="signal")).chat_id == chats["Ada signal"]
        roster = yield beeper.chats.participants((yield beeper.chats.retrieve(chats["Ada"]))).collect()
        assert len(roster) >= 3

    play(kind, fake, story)
