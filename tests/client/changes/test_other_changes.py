"""Edits, deletions, reactions and chats, where they are included; and which messages are selected."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk.changes import ChatChanged, MessageAdded, MessageDeleted, MessageEdited, ReactionsChanged
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, change_rows, texts
from tests.client.changes.test_changes import BOB, ERIN, send

ALL = {"edits", "deletions", "reactions", "chats"}


def rows(fake: FakeBeeper) -> list[Any]:
    return fake.world.messages(ERIN)


def test_only_new_messages_are_delivered_by_default(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two")
    assert follower.texts() == ["one", "two"]
    erin = fake.world.person("Erin")
    erin.edit(rows(fake)[-1], "changed")
    erin.react(rows(fake)[-2], "👍")
    erin.delete(next(row for row in rows(fake) if row.get("text") == "changed"))
    send(fake, "three")
    assert follower.texts() == ["three"]


def test_an_edit_has_the_message_before(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(include={"edits"}, poll_every=0.05) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]
        fake.world.person("Erin").edit(rows(fake)[-1], "changed")
        change = changes.next()
        assert isinstance(change, MessageEdited)
        assert (change.message.text, change.before and change.before.text) == ("changed", "one")


def test_an_edit_while_the_program_was_stopped(follower: Follower, fake: FakeBeeper) -> None:
    follower.news(include=ALL)
    send(fake, "one")
    follower.news(include=ALL)
    fake.world.person("Erin").edit(rows(fake)[-1], "changed")
    (change,) = [change for change in follower.news(include=ALL) if not isinstance(change, ChatChanged)]
    assert isinstance(change, MessageEdited)
    assert (change.message.text, change.before) == ("changed", None)
    assert follower.news(include=ALL) == []


@pytest.mark.parametrize("until_now", [True, False])
def test_changes_of_messages_before_the_beginning(follower: Follower, fake: FakeBeeper, until_now: bool) -> None:
    """All recent messages are known when the block is entered, not only the last one of each chat."""
    send(fake, "one", "two", "three")
    one, two, _ = rows(fake)[-3:]
    options: dict[str, Any] = {"include": {"deletions", "reactions"}}
    opened = follower.changes_until_now(**options) if until_now else follower.changes(**options)
    with follower.context(opened):
        pass
    fake.world.person("Erin").react(one, "👍")
    fake.world.person("Erin").delete(two)
    assert [type(change) for change in follower.news(**options)] == [ReactionsChanged, MessageDeleted]


def test_a_reaction_is_one_change(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(include={"reactions"}, poll_every=0.05) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]
        fake.world.person("Erin").react(rows(fake)[-1], "👍")
        change = changes.next()
        assert isinstance(change, ReactionsChanged)
        assert [reaction.reaction_key for reaction in change.message.reactions or ()] == ["👍"]
        send(fake, "two")
        assert texts([changes.next()]) == ["two"]


def test_a_deletion(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(include={"deletions"}, poll_every=0.05) as changes:
        send(fake, "one", "two")
        changes.take(2)
        row = rows(fake)[-2]
        fake.world.person("Erin").delete(row)
        assert changes.next() == MessageDeleted(ERIN, str(row["id"]))
        send(fake, "three")
        assert texts([changes.next()]) == ["three"]


def test_a_changed_chat(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(include={"chats"}, poll_every=0.05) as changes:
        fake.world.me.read(BOB)
        follower.call(follower.client.chats.archive, ERIN, archived=True)
        found = {change.chat.id for change in changes.take(1) if isinstance(change, ChatChanged)}
        assert found <= {ERIN, BOB}
        assert found


def test_own_messages_can_be_left_out(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    fake.world.me.send(ERIN, "mine")
    send(fake, "hers")
    assert follower.texts(own="none") == ["hers"]


@pytest.mark.parametrize("quirk", [None, "ws_echo_first", "slow_delivery"])
def test_a_bot_does_not_answer_itself_after_a_restart(follower: Follower, fake: FakeBeeper, quirk: str | None) -> None:
    if quirk is not None:
        fake.quirk(quirk, optional=True)
    with follower.begun(own="elsewhere", poll_every=0.05) as changes:
        send(fake, "question")
        assert texts([changes.next()]) == ["question"]
        follower.call(follower.client.messages.send, ERIN, text="answer")
        changes.commit()
    fake.world.deliver()
    fake.world.me.send(ERIN, "from my phone")
    assert follower.texts(own="elsewhere") == ["from my phone"]


def test_filters(follower: Follower, fake: FakeBeeper, tmp_path: Any) -> None:
    follower.news()
    send(fake, "signal")
    send(fake, "whatsapp", chat=BOB, person="Bob")
    found: dict[str, list[str]] = {}
    data = (tmp_path / "position.json").read_bytes()
    signal = fake.world.chat(ERIN)["accountID"]
    filters: dict[str, dict[str, Any]] = {
        "chats": {"chats": ERIN},
        "local": {"chats": [fake.world.chat(ERIN)["localChatID"]]},
        "accounts": {"accounts": signal},
        "networks": {"networks": ["signal"]},
        "none": {"networks": []},
        "other": {"networks": "whatsapp"},
    }
    for name, options in filters.items():
        (tmp_path / "position.json").write_bytes(data)
        found[name] = follower.texts(**options)
    assert found.pop("none") == []
    assert found.pop("other") == ["whatsapp"]
    assert all(texts == ["signal"] for texts in found.values()), found


def test_a_member_of_a_merged_chat_stands_for_itself_where_it_fits(follower: Follower, fake: FakeBeeper) -> None:
    fake.world.merge([ERIN, BOB])
    follower.news()
    send(fake, "signal")
    send(fake, "whatsapp", chat=BOB, person="Bob")
    (change,) = follower.news(networks="Signal")
    assert isinstance(change, MessageAdded)
    assert (change.message.text, change.chat.id) == ("signal", ERIN)


def test_reactions_and_notices_are_no_messages(follower: Follower, fake: FakeBeeper) -> None:
    fake.quirk("bare_notice", optional=True)
    follower.news()
    send(fake, "one")
    fake.world.person("Erin").react(rows(fake)[-1], "👍")
    assert follower.texts() == ["one"]


def test_a_silent_edit_of_an_old_message_is_found(follower: Follower, fake: FakeBeeper) -> None:
    """Row 21: it does not move the chat, and no event reports it."""
    send(fake, "one", *(f"{number}" for number in range(30)))
    follower.news(include={"edits"})
    fake.quirk("silent_edit")
    fake.world.person("Erin").edit(next(row for row in rows(fake) if row.get("text") == "one"), "changed")
    (change,) = follower.news(include={"edits"})
    assert isinstance(change, MessageEdited)
    assert change.message.text == "changed"
    assert follower.news(include={"edits"}) == []


def test_a_message_that_the_app_no_longer_has_is_deleted(follower: Follower, fake: FakeBeeper) -> None:
    follower.news(include={"deletions"})
    send(fake, "one", "two", "three")
    follower.news(include={"deletions"})
    gone = rows(fake)[-2]["id"]
    change_rows(fake, ERIN, lambda rows: rows.pop(-2))
    assert follower.news(include={"deletions"}) == [MessageDeleted(ERIN, str(gone))]
    assert follower.news(include={"deletions"}) == []


def test_a_message_that_was_deleted_before_it_was_delivered_is_no_change(follower: Follower, fake: FakeBeeper) -> None:
    follower.news(include={"deletions"})
    send(fake, "one", "two")
    fake.world.person("Erin").delete(rows(fake)[-2])
    assert texts(follower.news(include={"deletions"})) == ["two"]
    assert follower.news(include={"deletions"}) == []


def test_the_first_run_of_a_program_that_is_started_regularly_finds_out_what_later_ones_compare_with(
    follower: Follower, fake: FakeBeeper
) -> None:
    send(fake, "one", "two", "three", "four")
    options = {"edits", "deletions", "reactions"}
    assert follower.news(include=options) == []
    erin = fake.world.person("Erin")
    erin.edit(rows(fake)[-4], "changed")
    erin.delete(rows(fake)[-3])
    erin.react(rows(fake)[-2], "👍")
    found = {type(change) for change in follower.news(include=options)}
    assert found == {MessageEdited, MessageDeleted, ReactionsChanged}
    assert follower.news(include=options) == []


def test_a_reaction_right_after_the_beginning_is_found(follower: Follower, fake: FakeBeeper) -> None:
    row = rows(fake)[-1]
    with follower.begun(include={"reactions"}, live=False, poll_every=0.05) as changes:
        fake.world.person("Erin").react(row, "👍")
        send(fake, "one")
        found = changes.take(2)
    assert {type(change) for change in found} == {MessageAdded, ReactionsChanged}


def test_what_a_filter_left_out_is_not_delivered_later(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one")
    assert follower.texts(chats=BOB) == []
    assert follower.texts() == []
    send(fake, "two")
    assert follower.texts() == ["two"]
