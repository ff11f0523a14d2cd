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


@pytest.fixture
def chat_id(beeper: Beeper, fake_beeper: FakeBeeper) -> str:
    """A chat with a new message from somebody else."""
    chat = beeper.chats.find("Erin Hazelstone")
    fake_beeper.world.receive(chat.id, "Are you there?")
    return chat.id


def texts(fake_beeper: FakeBeeper, chat_id: str) -> list[object]:
    """The texts of the chat on the server."""
    return [message.get("text") for message in fake_beeper.world.messages(chat_id)]


def test_it_replies_to_a_new_message(beeper: Beeper, fake_beeper: FakeBeeper, chat_id: str) -> None:
    assert reply_while_away(beeper, chat_id)
    assert texts(fake_beeper, chat_id)[-2:] == ["Are you there?", AWAY]


def test_it_replies_only_once(beeper: Beeper, fake_beeper: FakeBeeper, chat_id: str) -> None:
    assert reply_while_away(beeper, chat_id)
    assert not reply_while_away(beeper, chat_id)
    assert texts(fake_beeper, chat_id).count(AWAY) == 1


def test_it_replies_only_once_when_the_response_is_lost(beeper: Beeper, fake_beeper: FakeBeeper, chat_id: str) -> None:
    fake_beeper.quirk("send_then_500", times=1, operation="messages.send")
    assert reply_while_away(beeper, chat_id)
    assert texts(fake_beeper, chat_id).count(AWAY) == 1
    fake_beeper.requests.assert_called("messages.send", times=1, json={"text": AWAY})


def test_it_retries_when_the_server_is_busy(beeper: Beeper, fake_beeper: FakeBeeper, chat_id: str) -> None:
    fake_beeper.quirk("rate_limited", times=1, operation="messages.list")
    assert reply_while_away(beeper, chat_id)
