"""Who am I, with a server that reports more or less of it, and how many requests it takes to find out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk._core.people.unlisted_accounts import UnlistedAccount
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.core.people.test_participants import BIG, titled
from tests.testing.known_chats import IMESSAGE, INSTAGRAM, MERGED, SIGNAL, WHATSAPP, first_chat


def me_on(fake: FakeBeeper, account_id: str) -> str:
    """My id in the chats of an account."""
    chat = first_chat(fake, lambda chat: chat["accountID"] == account_id and "merge" not in chat)
    return next(str(person["id"]) for person in chat["participants"]["items"] if person.get("isSelf"))


def nobody_tells(fake: FakeBeeper) -> None:
    """Row 10 in full: no marks, and accounts under other ids."""
    for quirk in ("no_is_self", "no_is_sender", "account_user_differs"):
        fake.quirk(quirk)


def forget_own_messages(fake: FakeBeeper) -> None:
    def act(world: Any) -> None:
        for room in world.rooms.values():
            for row in [row for row in room.messages if row.get("isSender")]:
                room.drop(row)

    fake.world.change(act)


def test_me_takes_one_request_and_then_none(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        assert (yield beeper.me(SIGNAL)).id == me_on(fake_beeper, SIGNAL)
        assert arrived(fake_beeper) == ["accounts.list"]
        for account_id in (SIGNAL, WHATSAPP, INSTAGRAM, IMESSAGE):
            assert (yield beeper.me(account_id)).id == me_on(fake_beeper, account_id)
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_me_takes_none_where_a_chat_that_came_by_marks_me(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        yield beeper.chats.list(account_ids=[SIGNAL]).first()
        arrived(fake_beeper)
        mine = yield beeper.me(SIGNAL)
        assert (mine.id, type(mine).__name__, arrived(fake_beeper)) == (me_on(fake_beeper, SIGNAL), "User", [])

    play(kind, fake_beeper, story)


def test_row_11_me_on_a_native_account_that_is_not_listed(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("accounts_without_native")

    def story(beeper: Any) -> Story:
        mine = yield beeper.me(IMESSAGE)
        assert (mine.id, mine.is_self) == (me_on(fake_beeper, IMESSAGE), True)
        assert arrived(fake_beeper) == ["accounts.list", "messages.search"]
        assert (yield beeper.me(IMESSAGE)) == mine
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_row_11_without_own_messages_a_chat_of_the_account_tells(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("accounts_without_native")
    forget_own_messages(fake_beeper)

    def story(beeper: Any) -> Story:
        assert (yield beeper.me(IMESSAGE)).id == me_on(fake_beeper, IMESSAGE)
        assert arrived(fake_beeper) == ["accounts.list", "messages.search", "chats.search"]

    play(kind, fake_beeper, story)


def test_when_nothing_tells_the_error_says_what_was_tried(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("accounts_without_native")
    fake_beeper.quirk("no_is_self")
    forget_own_messages(fake_beeper)

    def story(beeper: Any) -> Story:
        with pytest.raises(errors.SelfUserUnknown, match="list of accounts") as caught:
            yield beeper.me(IMESSAGE)
        assert len(caught.value.tried) == 4
        assert arrived(fake_beeper) == ["accounts.list", "messages.search", "chats.search"]
        family = titled(fake_beeper, "Family")["id"]
        with pytest.raises(errors.SelfUserUnknown) as caught:
            yield beeper.chats.self_user(family)
        assert caught.value.tried == (
            "isSelf among the participants",
            "the list of accounts (which lacks this account)",
            "your own messages on the account",
        )
        assert arrived(fake_beeper) == ["chats.retrieve -1"]

    play(kind, fake_beeper, story)


def test_an_id_of_no_account_is_reported_as_that(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        with pytest.raises(errors.SelfUserUnknown, match=r"^there is no account with this ID; ") as caught:
            yield beeper.me("nope")
        assert "nope" not in str(caught.value)
        assert arrived(fake_beeper) == ["accounts.list", "messages.search", "chats.search"]

    play(kind, fake_beeper, story)


def test_selves_are_all_accounts_in_one_request(kind: Kind, fake_beeper: FakeBeeper) -> None:
    accounts = (WHATSAPP, SIGNAL, INSTAGRAM, IMESSAGE, "matrix")

    def story(beeper: Any) -> Story:
        selves = yield beeper.accounts.selves()
        assert {name: user.id for name, user in selves.items()} == {name: me_on(fake_beeper, name) for name in accounts}
        assert arrived(fake_beeper) == ["accounts.list"]

    play(kind, fake_beeper, story)


def test_row_11_selves_has_native_accounts_that_were_seen_or_are_looked_for(
    kind: Kind, fake_beeper: FakeBeeper
) -> None:
    fake_beeper.quirk("accounts_without_native")

    def story(beeper: Any) -> Story:
        assert IMESSAGE not in (yield beeper.accounts.selves())
        arrived(fake_beeper)
        assert (yield beeper.accounts.selves(complete=True))[IMESSAGE].id == me_on(fake_beeper, IMESSAGE)
        assert arrived(fake_beeper) == ["accounts.list", "chats.search"]
        assert (yield beeper.accounts.selves())[IMESSAGE].id == me_on(fake_beeper, IMESSAGE)
        assert arrived(fake_beeper) == ["accounts.list"]

    play(kind, fake_beeper, story)


def test_row_11_list_all_adds_the_accounts_that_only_chats_tell_of(kind: Kind, fake_beeper: FakeBeeper) -> None:
    whole = fake_beeper.world.accounts()
    fake_beeper.quirk("accounts_without_native")

    def story(beeper: Any) -> Story:
        accounts = yield beeper.accounts.list_all()
        assert arrived(fake_beeper) == ["accounts.list", "chats.search"]
        assert {account.account_id for account in accounts} == {account["accountID"] for account in whole}
        assert [isinstance(account, UnlistedAccount) for account in accounts] == [False, False, False, False, True]
        added = accounts[-1]
        assert (added.network, added.user.id) == ("iMessage", me_on(fake_beeper, IMESSAGE))
        assert (added.bridge, added.status, added.status_text, added.login_id, added.capabilities) == (None,) * 5
        with pytest.raises(errors.NotFoundError):
            yield beeper.accounts.retrieve(IMESSAGE)

    play(kind, fake_beeper, story)


def test_row_11_list_all_where_the_chats_do_not_mark_me(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("accounts_without_native")
    fake_beeper.quirk("no_is_self")

    def story(beeper: Any) -> Story:
        accounts = yield beeper.accounts.list_all()
        assert (accounts[-1].user.id, accounts[-1].user.is_self) == (me_on(fake_beeper, IMESSAGE), True)
        assert len(accounts) == 5
        arrived(fake_beeper)
        forget_own_messages(fake_beeper)
        beeper.clear_cache()
        accounts = yield beeper.accounts.list_all()
        assert (accounts[-1].account_id, accounts[-1].user.id) == (IMESSAGE, "")
        assert arrived(fake_beeper) == ["accounts.list", "chats.search", "messages.search"]
        assert IMESSAGE not in (yield beeper.accounts.selves(complete=True))

    play(kind, fake_beeper, story)


def test_nothing_is_added_where_no_account_is_missing(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        assert (yield beeper.accounts.list_all()) == (yield beeper.accounts.list())
        assert arrived(fake_beeper) == ["accounts.list", "chats.search", "accounts.list"]

    play(kind, fake_beeper, story)


def test_self_in_chats_of_a_list_takes_no_request(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        chats = yield beeper.chats.list(limit=200).collect()
        arrived(fake_beeper)
        for chat in chats:
            if chat.merge is None:
                assert (yield beeper.chats.self_user(chat)).id == me_on(fake_beeper, chat.account_id)
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_self_in_chats_that_came_cut_off(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("no_is_self")
    fake_beeper.quirk("no_is_sender")

    def story(beeper: Any) -> Story:
        chats = yield beeper.chats.list(account_ids=[WHATSAPP], limit=200).collect()
        big = next(chat for chat in chats if chat.local_chat_id == BIG)
        arrived(fake_beeper)
        assert (yield beeper.chats.self_user(big)).id == me_on(fake_beeper, WHATSAPP)
        # Once the account's user turned out to be the one in chats, it stands for all of them.
        assert arrived(fake_beeper) == ["accounts.list", "chats.retrieve -1"]
        for chat in chats:
            assert (yield beeper.chats.self_user(chat)).id == me_on(fake_beeper, WHATSAPP)
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


@pytest.mark.parametrize("chat_id", [BIG, MERGED])
def test_self_in_a_chat_by_id(kind: Kind, fake_beeper: FakeBeeper, chat_id: str) -> None:
    def story(beeper: Any) -> Story:
        mine = yield beeper.chats.self_user(chat_id)
        assert mine.id in {me_on(fake_beeper, WHATSAPP), me_on(fake_beeper, SIGNAL)}
        assert arrived(fake_beeper) == ["chats.retrieve -1"]
        # A merged chat has selves of several accounts, of which none stands for the others.
        assert (yield beeper.chats.self_user(chat_id)).id == mine.id
        assert arrived(fake_beeper) == ([] if chat_id == BIG else ["chats.retrieve -1"])

    play(kind, fake_beeper, story)


Want = tuple[list[str], list[str]]
CHAT = "chats.retrieve -1"
CASES: dict[str, tuple[Callable[[FakeBeeper], object], str, Want]] = {
    "no marks": (lambda fake: fake.quirk("no_is_self"), "Hiking", ([CHAT, "accounts.list"], [])),
    "no marks in a big chat": (lambda fake: fake.quirk("no_is_self"), "Example", ([CHAT, "accounts.list"], [])),
    "row 10": (nobody_tells, "Hiking", ([CHAT, "accounts.list", "messages.search"], [])),
    "row 10 in a big chat": (nobody_tells, "Example", ([CHAT, "accounts.list", "messages.search"], [])),
}


@pytest.mark.parametrize("case", CASES)
def test_row_10_self_where_the_server_tells_little(kind: Kind, fake_beeper: FakeBeeper, case: str) -> None:
    prepare, title, (first, second) = CASES[case]
    prepare(fake_beeper)
    chat = titled(fake_beeper, title)

    def story(beeper: Any) -> Story:
        assert (yield beeper.chats.self_user(chat["id"])).id == me_on(fake_beeper, chat["accountID"])
        assert arrived(fake_beeper) == first
        assert (yield beeper.chats.self_user(chat["id"])).id == me_on(fake_beeper, chat["accountID"])
        assert arrived(fake_beeper) == second
        # Another chat of the account takes nothing but itself.
        other_chat = titled(fake_beeper, "Choir")
        assert (yield beeper.chats.self_user(other_chat["id"])).id == me_on(fake_beeper, WHATSAPP)
        assert len(arrived(fake_beeper)) <= 1

    play(kind, fake_beeper, story)


def test_row_10_the_accounts_user_stands_in_where_nothing_else_is_known(kind: Kind, fake_beeper: FakeBeeper) -> None:
    for quirk in ("no_is_self", "account_user_differs"):
        fake_beeper.quirk(quirk)
    forget_own_messages(fake_beeper)

    def story(beeper: Any) -> Story:
        chat = titled(fake_beeper, "Hiking")["id"]
        assert (yield beeper.chats.self_user(chat)).id == f"login:{WHATSAPP}"
        assert arrived(fake_beeper) == ["chats.retrieve -1", "accounts.list", "messages.search"]

    play(kind, fake_beeper, story)


def test_row_11_self_in_a_native_chat(kind: Kind, fake_beeper: FakeBeeper) -> None:
    for quirk in ("accounts_without_native", "no_is_self", "no_is_sender"):
        fake_beeper.quirk(quirk)
    family = titled(fake_beeper, "Family")

    def story(beeper: Any) -> Story:
        assert (yield beeper.chats.self_user(family["id"])).id == me_on(fake_beeper, IMESSAGE)
        assert arrived(fake_beeper) == ["chats.retrieve -1", "accounts.list", "messages.search"]

    play(kind, fake_beeper, story)


# Is this message mine?


def messages_of(beeper: Any, chat_id: str) -> Any:
    return beeper.messages.list(chat_id).collect(60)


def test_a_message_that_says_so_takes_no_request(kind: Kind, fake_beeper: FakeBeeper) -> None:
    hiking = titled(fake_beeper, "Hiking")["id"]

    def story(beeper: Any) -> Story:
        messages = yield messages_of(beeper, hiking)
        arrived(fake_beeper)
        for message in messages:
            assert (yield beeper.messages.is_mine(message)) is message.is_sender
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


@pytest.mark.parametrize("odd", [{"x": []}, [{}], "x", 5])
def test_a_mark_that_is_not_a_boolean_marks_nobody(kind: Kind, odd: object, fake_beeper: FakeBeeper) -> None:
    hiking = titled(fake_beeper, "Hiking")["id"]
    truth = {row["id"]: row["isSender"] for row in fake_beeper.world.messages(hiking)}
    me = me_on(fake_beeper, titled(fake_beeper, "Hiking")["accountID"])

    def spoil(world: Any) -> None:
        room = world.rooms[hiking]
        for row in room.messages:
            row["isSender"] = odd
        for person in room.wire["participants"]["items"]:
            person["isSelf"] = person["isSelf"] if person["id"] == me else odd

    fake_beeper.world.change(spoil)

    def story(beeper: Any) -> Story:
        for message in (yield messages_of(beeper, hiking)):
            mine = yield beeper.messages.is_mine(message)
            assert mine is True if truth[message.id] else mine in (False, None)
        assert (yield beeper.chats.self_user(hiking)).id == me
        others = yield beeper.chats.participants(hiking).everyone_but_me().collect()
        everyone = yield beeper.chats.participants(hiking).collect()
        assert {person.id for person in others} == {person.id for person in everyone} - {me}

    play(kind, fake_beeper, story)


def test_row_10_messages_that_do_not_say_whose_they_are(kind: Kind, fake_beeper: FakeBeeper) -> None:
    hiking = titled(fake_beeper, "Hiking")["id"]
    truth = {row["id"]: row["isSender"] for row in fake_beeper.world.messages(hiking)}
    fake_beeper.quirk("no_is_sender")

    def story(beeper: Any) -> Story:
        messages = yield messages_of(beeper, hiking)
        arrived(fake_beeper)
        for message in messages:
            mine = yield beeper.messages.is_mine(message)
            assert mine is True if truth[message.id] else mine in (False, None)
        assert arrived(fake_beeper) == ["accounts.list"]
        # One look into the chat, and it is known of everybody in it.
        yield beeper.chats.self_user(hiking)
        arrived(fake_beeper)
        for message in messages:
            assert (yield beeper.messages.is_mine(message)) is truth[message.id]
        assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_row_10_after_the_chats_were_listed_it_takes_no_request(kind: Kind, fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("no_is_sender")
    chats = ("Hiking", "Lunch", "Board Games", "Memes")

    def story(beeper: Any) -> Story:
        yield beeper.chats.list(limit=200).collect()
        for title in chats:
            chat_id = titled(fake_beeper, title)["id"]
            truth = {row["id"]: row["isSender"] for row in fake_beeper.world.messages(chat_id)}
            messages = yield messages_of(beeper, chat_id)
            arrived(fake_beeper)
            for message in messages:
                assert (yield beeper.messages.is_mine(message)) is truth[message.id]
            assert arrived(fake_beeper) == []

    play(kind, fake_beeper, story)


def test_row_10_what_cannot_be_known_is_none_and_is_asked_for_once(kind: Kind, fake_beeper: FakeBeeper) -> None:
    nobody_tells(fake_beeper)
    hiking = titled(fake_beeper, "Hiking")["id"]

    def story(beeper: Any) -> Story:
        messages = yield messages_of(beeper, hiking)
        arrived(fake_beeper)
        for message in messages:
            assert (yield beeper.messages.is_mine(message)) is None
        assert arrived(fake_beeper) == ["accounts.list"]

    play(kind, fake_beeper, story)


def test_row_9_a_stranger_is_somebody_else_once_my_own_messages_are_known(kind: Kind, fake_beeper: FakeBeeper) -> None:
    hiking = titled(fake_beeper, "Hiking")["id"]
    truth = {row["id"]: row["isSender"] for row in fake_beeper.world.messages(hiking)}
    fake_beeper.quirk("stranger_sender")

    def story(beeper: Any) -> Story:
        messages = yield messages_of(beeper, hiking)
        for message in messages:
            message.is_sender = None
            assert (yield beeper.messages.is_mine(message)) is truth[message.id]

    play(kind, fake_beeper, story)
