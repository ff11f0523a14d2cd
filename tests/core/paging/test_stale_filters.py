"""traps.md row 47: filters of a chat search that an app applies wrongly are applied to each chat's own flags."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk import models
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play

PRIMARY_UNREAD = {"inbox": "primary", "unread_only": True}


def ids(chats: list[models.Chat]) -> list[str]:
    return [chat.id for chat in chats]


@pytest.mark.parametrize(
    "filters", [{"include_muted": False}, PRIMARY_UNREAD, PRIMARY_UNREAD | {"include_muted": False, "type": "group"}]
)
def test_the_chats_are_those_of_an_app_that_filters(
    kind: Kind, fake_beeper: FakeBeeper, filters: dict[str, Any]
) -> None:
    def story(beeper: Any) -> Story:
        wanted = yield beeper.chats.search(limit=200, **filters).collect()
        assert 0 < len(wanted) < 40
        fake_beeper.quirk("stale_filters", optional=True)  # of what it breaks, only includeMuted is sent
        assert ids((yield beeper.chats.search(limit=1, **filters).collect())) == ids(wanted)
        for limit in (7, 200):
            pager = beeper.chats.search(limit=limit, **filters)
            assert ids((yield pager.collect())) == ids(wanted)
            assert ids((yield pager.collect(limit=2))) == ids(wanted)[:2]
            assert ids((yield pager.oldest_first().collect())) == ids(wanted)[::-1]
            assert ids((yield pager.strict().collect())) == ids(wanted)

    play(kind, fake_beeper, story)


def test_a_checkpoint_after_each_chat_repeats_and_misses_none(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("stale_filters", optional=True)  # what it breaks is not sent

    def story(beeper: Any) -> Story:
        wanted = ids((yield beeper.chats.search(**PRIMARY_UNREAD).collect()))
        found: list[str] = []
        resume = None
        while True:
            pager = beeper.chats.search(limit=3, resume=resume, **PRIMARY_UNREAD)
            chat = yield pager.first()
            if chat is None:
                break
            found.append(chat.id)
            resume = pager.checkpoint
        assert found == wanted
        with pytest.raises(ValueError, match="other filters"):
            beeper.chats.search(inbox="primary", resume=resume)

    play(kind, fake_beeper, story)


def test_only_the_combination_that_fails_is_sent_otherwise(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        yield beeper.chats.search(**PRIMARY_UNREAD).first()
        yield beeper.chats.search(unread_only=True).first()
        yield beeper.chats.search(include_muted=False).first()
        assert [request.query for request in fake_beeper.requests] == [
            "inbox=primary&unreadOnly=false",
            "unreadOnly=true",
            "includeMuted=false",
        ]
        assert arrived(fake_beeper) == ["chats.search"] * 3

    play(kind, fake_beeper, story)


def test_a_chat_whose_flags_are_unknown_is_kept(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("odd_item")

    def story(beeper: Any) -> Story:
        chats = yield beeper.chats.search(inbox="primary").collect()
        unread = yield beeper.chats.search(**PRIMARY_UNREAD).collect()
        unknown = {chat.id for chat in chats if "unread_count" in chat.missing_fields}
        assert unknown
        assert unknown <= set(ids(unread))

    play(kind, fake_beeper, story)
