"""Chats with one person that are shown as one: what they hold, and what apps before them show."""

from __future__ import annotations

from datetime import timedelta

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


def test_messages_to_a_merged_chat_disappear_when_its_timer_says_so(wire: Wire) -> None:
    path = f"/v1/chats/{enc(MERGED_ID)}"
    wire.ok("PATCH", path, json={"messageExpirySeconds": 86400})
    chat_ids = wire.get(path)["merge"]["chatIDs"]
    assert {wire.get(f"/v1/chats/{enc(chat_id)}")["messageExpirySeconds"] for chat_id in chat_ids} == {86400}
    sent = wire.post(f"{path}/messages", {"text": "for a day"})
    wire.fake.clock.advance(days=2)
    wire.rejected("GET", f"/v1/chats/{enc(sent['chatID'])}/messages/{sent['pendingMessageID']}", 404)


def test_a_message_in_a_member_ends_a_reminder_of_the_merged_chat(wire: Wire) -> None:
    path = f"/v1/chats/{enc(MERGED_ID)}"
    at = (wire.fake.clock.now + timedelta(days=1)).isoformat()
    wire.post(f"{path}/reminders", {"reminder": {"remindAt": at, "dismissOnIncomingMessage": True}})
    assert wire.get(path)["reminder"]
    wire.fake.world.receive(wire.get(path)["merge"]["chatIDs"][0], "Here I am")
    assert not wire.get(path)["reminder"]


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
