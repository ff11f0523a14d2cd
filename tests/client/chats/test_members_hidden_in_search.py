"""A server that leaves members of merged chats out of searches too. No document says that servers find them."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.rules import search
from tests.client.chats.helpers import Kind, Story, checkpointed, ids, operations, play, standing, town


@pytest.fixture
def hiding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the fake server leave them out."""
    found = search.matching_chats

    def without_members(*arguments: Any) -> list[Any]:
        return [room for room in found(*arguments) if "mergedIntoChatID" not in room.wire]

    monkeypatch.setattr(search, "matching_chats", without_members)


@pytest.mark.parametrize("limit", [None, 1, 4])
@pytest.mark.parametrize("network", [None, "Signal", "WhatsApp"])
@pytest.mark.usefixtures("chats", "hiding")
def test_each_member_stands_for_itself_in_its_place(
    kind: Kind, fake: FakeBeeper, network: str | None, limit: int | None
) -> None:
    filters: dict[str, Any] = {"merged_members": True} if network is None else {"network": network}

    def story(beeper: Any) -> Story:
        wanted = standing(fake, lambda chat: network in (None, chat["network"]))
        listed = partial(beeper.chats.search, limit=limit, **filters)
        assert ids((yield listed().collect())) == wanted
        assert ids((yield listed().oldest_first().collect())) == wanted[::-1]
        assert (yield from checkpointed(listed, by=2)) == wanted

    play(kind, fake, story)


@pytest.mark.usefixtures("hiding")
def test_unread_members_and_those_with_the_words_are_found(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    for chat_id in chats.values():
        fake.world.me.read(chat_id)
    fake.world.person("Ada").send(chats["Ada signal"], "new")
    fake.requests.clear()

    def story(beeper: Any) -> Story:
        assert ids((yield beeper.chats.unread(network="signal").collect())) == [chats["Ada signal"]]
        assert ids((yield beeper.chats.search(query="ADA", network="signal").collect())) == [chats["Ada signal"]]
        assert ids((yield beeper.chats.unread().collect())) == [chats["Ada"]]
        assert (yield beeper.chats.unread(network="whatsapp").collect()) == []
        found = yield beeper.chats.search(query="ada", scope="participants", network="whatsapp").collect()
        assert ids(found) == [chats["Ada whatsapp"]]

    play(kind, fake, story)


@pytest.mark.usefixtures("hiding")
def test_a_name_leads_to_the_member_and_not_to_a_namesake(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    signal = fake.world.chat(chats["Ada signal"])["accountID"]
    fake.world.add_chat("Ada", ["Fay", "Gus"], account=signal)

    def story(beeper: Any) -> Story:
        assert (yield beeper.chats.find("Ben", network="whatsapp")).id == chats["Ben whatsapp"]
        for scope in ({"network": "signal"}, {"account": signal}):
            with pytest.raises(errors.AmbiguousMatch):
                yield beeper.chats.find("Ada", **scope)
            assert (yield beeper.people.find("Ada", **scope)).chat_id == chats["Ada signal"]

    play(kind, fake, story)


def test_members_that_are_found_are_not_retrieved(kind: Kind, fake: FakeBeeper) -> None:
    chats = town(fake)
    signal = fake.world.chat(chats["Ada signal"])["accountID"]

    def story(beeper: Any) -> Story:
        yield beeper.chats.unread(account_ids=[signal]).collect()
        yield beeper.chats.search(query="ada", account_ids=[signal]).collect()
        yield beeper.chats.search(merged_members=True).collect()
        yield beeper.chats.find("Ada", account=signal)
        assert operations(fake) == {"chats.search": 4}

    play(kind, fake, story)
