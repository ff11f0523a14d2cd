"""Chats with one person that are shown as one: what they hold, and what apps before them show."""

from __future__ import annotations

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.seed.chats import MERGED_ID
from tests.testing.wire import Wire, enc


def test_muting_a_merged_chat_mutes_its_members(wire: Wire) -> None:
    ids = wire.get(f"/v1/chats/{enc(MERGED_ID)}")["merge"]["chatIDs"]
    for muted in (True, False):
        wire.ok("PATCH", f"/v1/chats/{enc(MERGED_ID)}", json={"isMuted": muted})
        assert [wire.get(f"/v1/chats/{enc(chat_id)}")["isMuted"] for chat_id in ids] == [muted] * len(ids)
    assert len(ids) == 2


def test_a_merged_chat_has_no_messages_of_its_own(shared: Wire) -> None:
    assert shared.get(f"/v1/chats/{enc(MERGED_ID)}/messages")["items"] == []


@pytest.mark.parametrize("version", ["4.1.294", "4.2.808", "4.3.0"])
def test_apps_before_merged_chats_list_the_members(version: str) -> None:
    with FakeBeeper(version=version) as fake, Wire(fake) as wire, FakeBeeper() as newer, Wire(newer) as new:
        merged = new.get(f"/v1/chats/{enc(MERGED_ID)}")
        members = set(merged["merge"]["chatIDs"])
        chats = wire.walk("/v1/chats")
        assert members <= {chat["id"] for chat in chats}
        assert MERGED_ID not in {chat["id"] for chat in chats}
        assert len(chats) == len(new.walk("/v1/chats")) + 1
        wire.rejected("GET", f"/v1/chats/{enc(MERGED_ID)}", 404)
        wire.rejected("GET", f"/v1/chats/{merged['localChatID']}", 404)
        for chat_id in members:
            assert "mergedIntoChatID" not in wire.get(f"/v1/chats/{enc(chat_id)}")
        assert MERGED_ID not in {chat["id"] for chat in wire.walk("/v1/chats/search")}
