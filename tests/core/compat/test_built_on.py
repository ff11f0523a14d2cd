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
    everyone = {each["id"] for each in fake.world.chat(room)["participants"]["items"]}
    played = play(
        kind, fake, lambda b: b.me(WHATSAPP), lambda b: b.chats.participants(room), lambda b: b.chats.self_user(BOB)
    )
    me, people, also_me = played.results
    assert {each.id for each in people} == everyone
    assert len(played.sent[1]) == 2
    assert me.is_self
    assert also_me.is_self


@pytest.mark.parametrize("version", VERSIONS)
def test_a_search_can_be_left_and_taken_up(kind: Kind, fakes: Fakes, version: str) -> None:
    fake = fakes(version)
    ids = [each.id for each in play(kind, fake, lambda b: b.messages.search(limit=5).collect(23)).result]
    position: list[Any] = []

    def begin(beeper: Any) -> Any:
        pager = beeper.messages.search(limit=5)
        position.append(pager)
        return pager.collect(12)

    def go_on(beeper: Any) -> Any:
        found: Any = position[0]
        return beeper.messages.search(limit=5, resume=found.checkpoint).collect(11)

    first, rest = play(kind, fake, begin, go_on).results
    assert [each.id for each in (*first, *rest)] == ids
