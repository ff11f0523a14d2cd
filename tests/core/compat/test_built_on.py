"""What is built on several calls works on apps that have them in older forms only."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.compat.conftest import Fakes
from tests.core.compat.helpers import VERSIONS, Kind, play
from tests.testing.known_chats import BOB, WHATSAPP, group


@pytest.mark.parametrize("version", VERSIONS)
def test_participants_are_complete_and_who_i_am_is_known(kind: Kind, fakes: Fakes, version: str) -> None:
    fake = fakes(version)
    room = group(fake)["id"]
    fake.world.add_members(room, 150)
    everyone = {person["id"] for person in fake.world.chat(room)["participants"]["items"]}
    played = play(
        kind, fake, lambda b: b.me(WHATSAPP), lambda b: b.chats.participants(room), lambda b: b.chats.self_user(BOB)
    )
    me, people, also_me = played.results
    assert {person.id for person in people} == everyone
    assert len(played.sent[1]) == 2
    assert me.is_self
    assert also_me.is_self


@pytest.mark.parametrize("version", VERSIONS)
def test_a_search_can_be_left_and_taken_up(kind: Kind, fakes: Fakes, version: str) -> None:
    # In one chat: looking through all 40 for each of the 11 pages took 0.3 s.
    fake, wanted = fakes(version), {"chat_ids": [BOB], "limit": 5}
    pagers: list[Any] = []

    def read_start(beeper: Any) -> Any:
        pager = beeper.messages.search(**wanted)
        pagers.append(pager)
        return pager.collect(12)

    def read_rest(beeper: Any) -> Any:
        pager: Any = pagers[0]
        return beeper.messages.search(**wanted, resume=pager.checkpoint).collect(11)

    played = play(kind, fake, lambda b: b.messages.search(**wanted).collect(23), read_start, read_rest)
    whole, first, rest = played.results
    ids = [message.id for message in whole]
    assert len(set(ids)) == 23
    assert [message.id for message in (*first, *rest)] == ids
