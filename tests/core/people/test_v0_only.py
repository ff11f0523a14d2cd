"""Members and oneself on servers without v1, through the same methods."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.core.people.test_participants import BIG, ids, roster, titled
from tests.core.people.test_self import me_on
from tests.testing.known_chats import IMESSAGE, MERGED, SIGNAL, WHATSAPP

LEARNT = {"v0": 0, "auto": 1}
"""Requests it takes to learn what the server is, before anything else."""


@pytest.mark.parametrize("generation", LEARNT)
def test_row_34_all_members_come_through_v0(kind: Kind, fake_beeper: FakeBeeper, generation: str) -> None:
    fake_beeper.quirk("v0_only")
    everyone = roster(fake_beeper, BIG)

    def story(beeper: Any) -> Story:
        people = beeper.chats.participants(BIG)
        assert ids((yield people.collect())) == everyone
        assert arrived(fake_beeper)[LEARNT[generation] :] == ["v0.get_chat 100", "v0.get_chat -1"]
        assert ids((yield people.everyone_but_me().collect())) == everyone[:-1]
        whole = yield beeper.chats.complete(BIG)
        assert (ids(whole.participants.items), arrived(fake_beeper)) == (everyone, ["v0.get_chat -1"])
        # What v0 does not know of: merged chats, and the rights of members.
        assert len((yield beeper.chats.participants(MERGED).collect())) == 4
        assert (yield people.admins().collect()) == []

    play(kind, fake_beeper, story, api=generation)


@pytest.mark.parametrize("generation", LEARNT)
def test_row_34_who_i_am_through_v0(kind: Kind, fake_beeper: FakeBeeper, generation: str) -> None:
    fake_beeper.quirk("v0_only")

    def story(beeper: Any) -> Story:
        assert (yield beeper.me(SIGNAL)).id == me_on(fake_beeper, SIGNAL)
        assert arrived(fake_beeper)[LEARNT[generation] :][-1] == "v0.get_accounts"
        assert (yield beeper.chats.self_user(BIG)).id == me_on(fake_beeper, WHATSAPP)
        assert arrived(fake_beeper) == ["v0.get_chat -1"]
        assert len((yield beeper.accounts.selves())) == 5
        assert arrived(fake_beeper) == ["v0.get_accounts"]

    play(kind, fake_beeper, story, api=generation)


def test_rows_10_11_and_34_at_once(kind: Kind, fake_beeper: FakeBeeper) -> None:
    for quirk in ("v0_only", "accounts_without_native", "no_is_self", "no_is_sender"):
        fake_beeper.quirk(quirk)
    family = titled(fake_beeper, "Family")["id"]

    def story(beeper: Any) -> Story:
        # (v0 refuses to get an iMessage chat, so that it cannot say who is in one.)
        assert (yield beeper.me(IMESSAGE)).id == me_on(fake_beeper, IMESSAGE)
        assert arrived(fake_beeper) == ["v0.get_accounts", "v0.search_messages"]
        accounts = yield beeper.accounts.list_all()
        assert (accounts[-1].account_id, accounts[-1].user.id) == (IMESSAGE, me_on(fake_beeper, IMESSAGE))
        assert arrived(fake_beeper) == ["v0.get_accounts", "v0.search_chats"]
        (row,) = yield beeper.messages.search(chat_ids=[family], sender="me", limit=1).collect(1)
        arrived(fake_beeper)
        assert (row.is_sender, (yield beeper.messages.is_mine(row))) == (None, True)
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story, api="v0")
