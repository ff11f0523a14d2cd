"""A small bot and its tests with pytest. Nothing is sent to anybody: `fake_beeper` is a server in this process.

    pip install pytest "beeper-sdk[testing]"
    pytest test_a_bot.py

The fixtures `fake_beeper` and `beeper`, a client of that server, come with the SDK.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from beeper_sdk import Beeper, errors

if TYPE_CHECKING:
    from beeper_sdk.testing import FakeBeeper

AWAY = "I am away until Monday."
CHAT = "!erin:small.local"


def reply_while_away(beeper: Beeper, chat_id: str) -> bool:
    """The bot: one automatic reply, unless the newest message is your own. Returns whether it was sent."""
    newest = beeper.messages.list(chat_id).first()
    if newest is None or beeper.messages.is_mine(newest) is not False:
        return False
    try:
        beeper.messages.send(chat_id, text=AWAY)
    except errors.DeliveryUncertain as error:
        return beeper.messages.check(error).status == "delivered"
    return True


pytestmark = pytest.mark.beeper(world="small")  # whose chats and texts are documented


@pytest.fixture(autouse=True)
def question(fake_beeper: FakeBeeper) -> None:
    """A new message from somebody else."""
    fake_beeper.world.person("Erin").send(CHAT, "Are you there?")


def test_it_replies_to_a_new_message(beeper: Beeper, fake_beeper: FakeBeeper) -> None:
    assert reply_while_away(beeper, CHAT)
    fake_beeper.requests.assert_called("messages.send", times=1, json={"text": AWAY})


def test_it_replies_only_once(beeper: Beeper, fake_beeper: FakeBeeper) -> None:
    assert reply_while_away(beeper, CHAT)
    assert not reply_while_away(beeper, CHAT)
    fake_beeper.requests.assert_called("messages.send", times=1)


def test_it_replies_only_once_when_the_response_is_lost(beeper: Beeper, fake_beeper: FakeBeeper) -> None:
    fake_beeper.fail("messages.send", status=500, performed=True)
    assert reply_while_away(beeper, CHAT)
    fake_beeper.requests.assert_called("messages.send", times=1)


def test_it_does_not_reply_to_you(beeper: Beeper, fake_beeper: FakeBeeper) -> None:
    fake_beeper.world.me.send(CHAT, "Sent from my phone")
    assert not reply_while_away(beeper, CHAT)
    fake_beeper.requests.assert_not_called("messages.send")


def test_it_retries_when_the_server_is_busy(beeper: Beeper, fake_beeper: FakeBeeper) -> None:
    fake_beeper.fail("messages.list", status=429, headers={"Retry-After": "0"}, times=1)
    assert reply_while_away(beeper, CHAT)
