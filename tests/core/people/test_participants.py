"""All members of a chat, against a Beeper: complete, each once, in order, for as few requests as it permits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk import errors, models
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.testing.known_chats import MERGED, first_chat

BIG = "124"
"""The local ID of the chat with 1,200 members."""


def titled(fake: FakeBeeper, title: str) -> dict[str, Any]:
    return first_chat(fake, lambda chat: str(chat["title"]).startswith(title))


def roster(fake: FakeBeeper, chat_id: str) -> list[str]:
    return [person["id"] for person in fake.world.chat(chat_id)["participants"]["items"]]


def ids(people: list[models.Participant]) -> list[str]:
    return [person.id for person in people]


@pytest.mark.parametrize("quirk", [None, "participants_default", "participants_all"])
def test_row_8_all_members_come_whatever_the_server_gives_unasked(
    kind: Kind, fake_beeper: FakeBeeper, quirk: str | None
) -> None:
    if quirk is not None:
        fake_beeper.quirk(quirk, optional=True)  # every request says how many it asks for
    everyone = roster(fake_beeper, BIG)

    def story(beeper: Any) -> Story:
        people = beeper.chats.participants(BIG)
        assert ids((yield people.collect(100))) == everyone[:100]
        assert (arrived(fake_beeper), people.total) == (["chats.retrieve 100"], 1200)
        assert ids((yield people.collect())) == everyone
        assert arrived(fake_beeper) == ["chats.retrieve -1"]
        assert ids((yield people.collect())) == everyone
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_row_12_ids_that_are_hard_on_urls_reach_their_chats(kind: Kind, fake_beeper: FakeBeeper) -> None:
    hard = [chat for chat in fake_beeper.world.chats() if set(chat["id"]) & set("#/%?🦊") and "merge" not in chat]
    assert len(hard) >= 5

    def story(beeper: Any) -> Story:
        for chat in hard:
            assert ids((yield beeper.chats.participants(chat["id"]).collect())) == roster(fake_beeper, chat["id"])
            mine = yield beeper.chats.self_user(chat["id"])
            assert mine.is_self
            whole = yield beeper.chats.complete(chat["id"])
            assert whole.id == chat["id"]

    play(kind, fake_beeper, story)


def test_a_chat_of_a_list_needs_one_more_request_at_most(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        chats = yield beeper.chats.list(limit=200).collect()
        arrived(fake_beeper)
        for chat in chats:
            members = yield beeper.chats.participants(chat).collect()
            if chat.merge is None:
                assert ids(members) == roster(fake_beeper, chat.id)
                assert arrived(fake_beeper) == (["chats.retrieve -1"] if chat.participants.has_more else [])
            else:
                arrived(fake_beeper)

    play(kind, fake_beeper, story)


def test_row_8_people_come_and_go_between_the_requests(kind: Kind, fake_beeper: FakeBeeper) -> None:
    choir = titled(fake_beeper, "Choir")["id"]
    before = roster(fake_beeper, choir)
    fake_beeper.quirk("roster_changes")

    def story(beeper: Any) -> Story:
        member_ids = ids((yield beeper.chats.participants(choir).collect()))
        assert arrived(fake_beeper) == ["chats.retrieve 100", "chats.retrieve -1"]
        assert len(set(member_ids)) == len(member_ids)
        assert member_ids[: len(before)] == before
        assert len(member_ids) == len(before) + 1

    play(kind, fake_beeper, story)


def test_a_merged_chat_gives_the_people_of_its_members_each_once(kind: Kind, fake_beeper: FakeBeeper) -> None:
    members = fake_beeper.world.chat(MERGED)["merge"]["chatIDs"]
    everyone = list(dict.fromkeys(person for member in members for person in roster(fake_beeper, member)))

    def story(beeper: Any) -> Story:
        people = beeper.chats.participants(MERGED)
        assert ids((yield people.collect())) == everyone
        assert (arrived(fake_beeper), people.total) == (["chats.retrieve 100"] * 3, 4)
        chat = yield beeper.chats.retrieve(MERGED)
        arrived(fake_beeper)
        assert ids((yield beeper.chats.participants(chat).collect())) == everyone
        assert arrived(fake_beeper) == ["chats.retrieve 100"] * 2
        whole = yield beeper.chats.complete(chat)
        assert (ids(whole.participants.items), whole.merge) == (everyone, chat.merge)
        assert arrived(fake_beeper) == ["chats.retrieve -1"] * 2

    play(kind, fake_beeper, story)


Filter = Callable[[Any], Any]
FILTERS: dict[str, tuple[Filter, Callable[[dict[str, Any]], bool]]] = {
    "admins": (lambda people: people.admins(), lambda person: bool(person.get("isAdmin"))),
    "pending": (lambda people: people.pending(), lambda person: bool(person.get("isPending"))),
    "bots": (lambda people: people.bots(), lambda person: bool(person.get("isNetworkBot"))),
    "everyone_but_me": (lambda people: people.everyone_but_me(), lambda person: not person.get("isSelf")),
    "both": (lambda people: people.pending().everyone_but_me(), lambda person: bool(person.get("isPending"))),
}


@pytest.mark.parametrize("name", FILTERS)
def test_filters_share_the_walk_and_take_no_request_of_their_own(
    kind: Kind, fake_beeper: FakeBeeper, name: str
) -> None:
    apply_filter, fits = FILTERS[name]
    wanted = [person["id"] for person in fake_beeper.world.chat(BIG)["participants"]["items"] if fits(person)]
    assert 0 < len(wanted) < 1200

    def story(beeper: Any) -> Story:
        people = beeper.chats.participants(BIG)
        assert ids((yield apply_filter(people).collect(2))) == wanted[:2]
        small = arrived(fake_beeper)
        assert small == (["chats.retrieve 100", "chats.retrieve -1"] if name == "bots" else ["chats.retrieve 100"])
        assert ids((yield apply_filter(people).collect())) == wanted
        assert apply_filter(people).total == 1200
        assert len(small + arrived(fake_beeper)) == 2
        for again, _ in FILTERS.values():
            yield again(people).collect()
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_everyone_but_me_without_marks_goes_by_what_the_client_knows(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("no_is_self")
    hiking = titled(fake_beeper, "Hiking")["id"]
    everyone = roster(fake_beeper, hiking)

    def story(beeper: Any) -> Story:
        people = beeper.chats.participants(hiking)
        assert ids((yield people.everyone_but_me().collect())) == everyone
        yield beeper.chats.self_user(hiking)
        arrived(fake_beeper)
        assert ids((yield people.everyone_but_me().collect())) == everyone[:-1]
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_a_complete_chat_is_the_chat_with_its_whole_roster(kind: Kind, fake_beeper: FakeBeeper) -> None:
    everyone = roster(fake_beeper, BIG)

    def story(beeper: Any) -> Story:
        whole = yield beeper.chats.complete(BIG)
        assert (ids(whole.participants.items), whole.participants.has_more) == (everyone, False)
        assert (whole.participants.total, arrived(fake_beeper)) == (1200, ["chats.retrieve -1"])
        again = yield beeper.chats.complete(whole)
        assert (again, arrived(fake_beeper)) == (whole, [])
        listed = next(chat for chat in (yield beeper.chats.list(limit=200).collect()) if chat.local_chat_id == BIG)
        arrived(fake_beeper)
        full = yield beeper.chats.complete(listed)
        assert (type(full), full.preview) == (models.ChatWithPreview, listed.preview)
        assert ids(full.participants.items) == everyone
        assert (len(listed.participants.items), arrived(fake_beeper)) == (20, ["chats.retrieve -1"])

    play(kind, fake_beeper, story)


def test_a_request_that_fails_is_asked_again_by_the_next_loop(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        people = beeper.chats.participants(BIG)
        yield people.first()
        fake_beeper.quirk("server_error", times=1)
        with pytest.raises(errors.InternalServerError):
            yield people.collect()
        assert len((yield people.collect())) == 1200
        assert arrived(fake_beeper) == ["chats.retrieve 100", "chats.retrieve -1", "chats.retrieve -1"]

    play(kind, fake_beeper, story)
