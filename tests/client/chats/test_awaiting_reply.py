"""Chats whose last message is somebody else's: what counts as a message, who is the user, and the requests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.chats.helpers import Kind, Story, ids, operations, play
from tests.scripted_server import Script, answer, call

HOUR = timedelta(hours=1)


def talk(fake: FakeBeeper, name: str, network: str = "signal", *, mine: bool, hours: float = 1, **state: Any) -> str:
    """A direct chat with two messages, of which the last is the user's or not."""
    chat_id = fake.world.add_chat(people=[name], network=network, **state)
    person, me = fake.world.person(name), fake.world.me
    (person if mine else me).send(chat_id, "first", at=HOUR * (hours + 1))
    (me if mine else person).send(chat_id, "last", at=HOUR * hours)
    return chat_id


@pytest.fixture
def world(fake: FakeBeeper) -> FakeBeeper:
    fake.world.add_account("signal")
    fake.world.add_account("whatsapp")
    return fake


def test_the_last_message_decides_without_another_request(kind: Kind, world: FakeBeeper) -> None:
    wanted = [talk(world, "Ada", mine=False), talk(world, "Ben", mine=False, hours=2)]
    talk(world, "Cem", mine=True)
    talk(world, "Dot", mine=False, archived=True)
    closed = talk(world, "Eve", mine=False)
    world.world.change(lambda data: data.rooms[closed].wire.update(isReadOnly=True))
    world.world.add_chat("Empty", ["Fay", "Gus"], network="signal")
    world.requests.clear()

    def story(beeper: Any) -> Story:
        found = yield beeper.chats.awaiting_reply()
        assert ids(found) == wanted
        assert operations(world)["chats.list"] == 1
        assert found[0].preview.text == "last"

    play(kind, world, story)


@pytest.mark.parametrize("quirk", [None, "bare_notice"])
@pytest.mark.parametrize("mine", [True, False])
def test_reactions_notices_and_deleted_messages_do_not_count(
    kind: Kind, world: FakeBeeper, mine: bool, quirk: str | None
) -> None:
    chat_id = world.world.add_chat("Club", ["Ada", "Ben"], network="whatsapp")
    world.world.add_chat(people=["Cem"], network="whatsapp")
    ada, me = world.world.person("Ada"), world.world.me
    last = (me if mine else ada).send(chat_id, "a question")
    gone = (ada if mine else me).send(chat_id, "deleted at once")
    (ada if mine else me).delete(gone)
    (ada if mine else me).react(last, "👍")
    world.world.person("Cem").join(chat_id)
    world.world.person("Cem").leave(chat_id)
    if quirk:
        world.quirk(quirk, optional=True)
    world.requests.clear()

    def story(beeper: Any) -> Story:
        found = yield beeper.chats.awaiting_reply()
        assert ids(found) == ([] if mine else [chat_id])
        assert operations(world)["messages.list"] <= 2  # also that of the empty chat

    play(kind, world, story)


def test_many_rows_that_do_not_count_are_read_up_to_a_limit(kind: Kind, world: FakeBeeper) -> None:
    chat_id = world.world.add_chat("Club", ["Ada", "Ben"], network="whatsapp")
    world.world.add_chat(people=["Cem"], network="whatsapp")
    world.world.person("Ada").send(chat_id, "a question")
    for _ in range(50):
        world.world.person("Cem").join(chat_id)
        world.world.person("Cem").leave(chat_id)
    world.requests.clear()

    def story(beeper: Any) -> Story:
        yield beeper.chats.awaiting_reply()
        assert operations(world).get("messages.list", 0) <= 3

    play(kind, world, story)


@pytest.mark.parametrize("more", [(), ("no_is_self",), ("account_user_differs",)])
def test_own_messages_are_known_without_is_sender(kind: Kind, world: FakeBeeper, more: tuple[str, ...]) -> None:
    talk(world, "Ada", mine=True)
    wanted = talk(world, "Ben", mine=False)
    for quirk in ("no_is_sender", *more):
        world.quirk(quirk, optional=True)

    def story(beeper: Any) -> Story:
        assert ids((yield beeper.chats.awaiting_reply())) == [wanted]

    play(kind, world, story)


def test_in_a_merged_chat_the_last_message_of_all_members_decides(kind: Kind, world: FakeBeeper) -> None:
    members = [talk(world, "Ada", mine=False, hours=5), talk(world, "Ada", "whatsapp", mine=True, hours=2)]
    merged = world.world.merge(members)
    last = [talk(world, "Ben", mine=True, hours=5), talk(world, "Ben", "whatsapp", mine=False, hours=2)]
    awaiting = world.world.merge(last)

    def story(beeper: Any) -> Story:
        found = ids((yield beeper.chats.awaiting_reply()))
        assert found == [awaiting]
        # On a network, each member is a chat of its own.
        assert ids((yield beeper.chats.awaiting_reply(network="signal"))) == [members[0]]
        assert ids((yield beeper.chats.awaiting_reply(network="WhatsApp"))) == [last[1]]
        world.world.me.react(world.world.messages(last[1])[-1], "👍")
        assert ids((yield beeper.chats.awaiting_reply())) == [awaiting]
        world.world.me.send(last[0], "answered there")
        assert ids((yield beeper.chats.awaiting_reply())) == []

    assert merged
    play(kind, world, story)


def test_since_and_type(kind: Kind, world: FakeBeeper) -> None:
    new, old = talk(world, "Ada", mine=False, hours=3), talk(world, "Ben", mine=False, hours=30)
    group = world.world.add_chat("Club", ["Ada", "Ben"], network="whatsapp")
    world.world.person("Ada").send(group, "hi", at=HOUR * 2)
    now = world.clock.now

    def story(beeper: Any) -> Story:
        assert ids((yield beeper.chats.awaiting_reply())) == [group, new, old]
        assert ids((yield beeper.chats.awaiting_reply(type="single"))) == [new, old]
        assert ids((yield beeper.chats.awaiting_reply(type="group"))) == [group]
        for since in (now - HOUR * 10, (now - HOUR * 10).isoformat()):
            assert ids((yield beeper.chats.awaiting_reply(since=since))) == [group, new]
        assert (yield beeper.chats.awaiting_reply(since=now + HOUR)) == []

    play(kind, world, story)


def test_since_ends_the_list_early(kind: Kind, world: FakeBeeper) -> None:
    for number in range(101):
        chat_id = world.world.add_chat(people=[f"Person {number}"], network="signal")
        world.world.person(f"Person {number}").send(chat_id, "hi", at=HOUR * number)
    world.requests.clear()

    def story(beeper: Any) -> Story:
        found = yield beeper.chats.awaiting_reply(since=world.clock.now - HOUR * 9.5)
        assert len(found) == 10
        assert operations(world)["chats.list"] == 2  # the second page shows that the first was the last
        for filters in ({"network": "signal"}, {"network": "whatsapp"}):
            found = yield beeper.chats.awaiting_reply(since=world.clock.now - HOUR * 9.5, **filters)
            assert len(found) == (10 if filters["network"] == "signal" else 0)
            assert operations(world)["chats.list"] == 2
        with pytest.raises(errors.UnknownNetwork):
            yield beeper.chats.awaiting_reply(since=world.clock.now - HOUR, network="matrix")
        operations(world)
        assert (yield beeper.chats.awaiting_reply(account_ids=[])) == []
        assert operations(world) == {}

    play(kind, world, story)


def test_arguments_are_checked_before_anything_is_sent(kind: Kind, world: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        wrong = ({"since": "yesterday-ish"}, {"since": -HOUR}, {"since": 5}, {"type": "x"}, {"network": " "})
        for arguments in wrong:
            with pytest.raises((TypeError, ValueError)):
                yield beeper.chats.awaiting_reply(**arguments)
        assert operations(world) == {}

    play(kind, world, story)


def test_incomplete_chats_cost_nothing_else(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        whole = yield beeper.chats.awaiting_reply()
        fake_beeper.quirk("odd_item")
        assert (yield beeper.chats.awaiting_reply()) is not None
        assert len((yield beeper.chats.unread().collect())) > 0
        assert len((yield beeper.chats.list(merged_members=True).collect())) == 42
        assert len((yield beeper.chats.search(merged_members=True).collect())) == 42
        assert len(whole) > 0

    play(kind, fake_beeper, story)


CHAT: dict[str, Any] = {
    "id": "!c:x", "accountID": "a", "network": "N", "title": "T", "type": "group", "unreadCount": 0,
    "participants": {"items": [], "hasMore": False, "total": 0}, "lastActivity": "2026-11-01T00:00:00.000Z",
}  # fmt: skip
ROW: dict[str, Any] = {
    "id": "1", "chatID": "!c:x", "accountID": "a", "senderID": "@s:x", "sortKey": "1", "text": "hi",
    "timestamp": "2026-11-01T00:00:00.000Z", "senderName": "S",
}  # fmt: skip


@pytest.mark.parametrize("mine", [True, False])
@pytest.mark.parametrize(
    "preview",
    [
        {"type": "REACTION", "linkedMessageID": "1"},
        {"type": "NOTICE"},
        {"type": None},
        {"type": "TEXT", "isDeleted": True},
        {"type": "TEXT", "isHidden": True},
        None,
    ],
)
def test_a_preview_that_does_not_count_costs_one_request(
    kind: Kind, preview: dict[str, Any] | None, mine: bool
) -> None:
    """traps.md row 45: the last row of a chat may be a notice that looks like one of the user."""
    last = None if preview is None else ROW | {"id": "2", "isSender": True} | preview
    real = ROW | {"type": "TEXT", "isSender": mine}
    rows = [*([] if last is None else [last]), real]
    server = Script(
        answer({"items": [CHAT | {"preview": last}], "hasMore": False}), answer({"items": rows, "hasMore": False})
    )
    found = call(kind, server, lambda beeper: beeper.chats.awaiting_reply())
    assert ids(found) == ([] if mine else ["!c:x"])
    assert server.count == 2


@pytest.mark.parametrize("name", ["participants", "unreadCount", "network", "title", "type", "accountID"])
def test_a_chat_without_a_required_field_is_judged_by_its_messages(kind: Kind, name: str) -> None:
    chat = {key: value for key, value in CHAT.items() if key != name}
    preview = ROW | {"type": "TEXT", "isSender": False}
    server = Script(answer({"items": [chat | {"preview": preview}], "hasMore": False}))
    found = call(kind, server, lambda beeper: beeper.chats.awaiting_reply())
    assert ids(found) == ["!c:x"]


@pytest.mark.parametrize(
    "name", ["chatID", "senderID", "accountID", "timestamp", "text", "id", "sortKey", "senderName"]
)
def test_an_incomplete_preview_costs_only_itself(kind: Kind, name: str) -> None:
    preview = {key: value for key, value in (ROW | {"type": "TEXT"}).items() if key != name}
    other = CHAT | {"id": "!d:x", "preview": ROW | {"chatID": "!d:x", "type": "TEXT", "isSender": False}}
    server = Script(
        answer({"items": [CHAT | {"preview": preview}, other], "hasMore": False}),
        answer([]),  # the accounts, and then the chat, whose participants are incomplete too
        answer({"items": [], "hasMore": False, "chats": {}}),
    )
    found = call(kind, server, lambda beeper: beeper.chats.awaiting_reply())
    assert ids(found) == ["!c:x", "!d:x"]


@pytest.mark.parametrize("chat_id", [[], {}, None, 5])
def test_a_merged_chat_with_an_unusable_id_has_members_all_the_same(kind: Kind, chat_id: object) -> None:
    merged = CHAT | {"id": chat_id, "merge": {"chatIDs": ["!m:x", "!m:x", None]}}
    member = CHAT | {"id": "!m:x", "mergedIntoChatID": "!merged:x"}
    server = Script(answer({"items": [merged, CHAT], "hasMore": False}), answer(member))
    found = call(kind, server, lambda beeper: beeper.chats.list(merged_members=True).collect())
    assert sorted(ids(found)) == ["!c:x", "!m:x"]
    assert server.count == 2


@pytest.mark.parametrize("account_ids", [None, []])
@pytest.mark.parametrize("network", ["", " ", 5, ["Signal"]])
def test_a_wrong_network_raises_also_if_nothing_is_listed(
    kind: Kind, world: FakeBeeper, network: object, account_ids: list[str] | None
) -> None:
    def story(beeper: Any) -> Story:
        arguments = {"network": network, "account_ids": account_ids}
        for method in (beeper.chats.list, beeper.chats.search, beeper.chats.unread):
            with pytest.raises((TypeError, ValueError)):
                method(**arguments)
        with pytest.raises((TypeError, ValueError)):
            yield beeper.chats.awaiting_reply(**arguments)
        assert operations(world) == {}

    play(kind, world, story)
