"""Unread chats, by their own flags."""

from __future__ import annotations

from typing import Any

from beeper_sdk.testing import FakeBeeper
from tests.client.chats.helpers import Kind, Story, ids, operations, play, town
from tests.scripted_server import Script, answer, call


def unread_world(fake: FakeBeeper) -> dict[str, str]:
    """Everything is read, but for a message in a member, a marked chat, and a muted one."""
    chats = town(fake)
    for chat_id in chats.values():
        fake.world.me.read(chat_id)
    fake.world.person("Ada").send(chats["Ada signal"], "new")
    signal = fake.world.chat(chats["Ada signal"])["accountID"]
    chats["marked"] = fake.world.add_chat("Marked", ["Fay"], account=signal, marked_unread=True)
    chats["muted"] = fake.world.add_chat("Muted", ["Gus"], account=signal, muted=True, unread=2)
    chats["archived"] = fake.world.add_chat("Archived", ["Gus"], network="telegram", archived=True, unread=1)
    fake.requests.clear()
    return chats


def test_a_merged_chat_is_unread_once_and_marks_count(kind: Kind, fake: FakeBeeper) -> None:
    chats = unread_world(fake)

    def story(beeper: Any) -> Story:
        wanted = {chats[name] for name in ("Ada", "marked", "muted", "archived")}
        found = yield beeper.chats.unread().collect()
        assert (set(ids(found)), len(found)) == (wanted, 4)
        assert operations(fake) == {"chats.search": 1}
        quiet = yield beeper.chats.unread(include_muted=False).collect()
        assert set(ids(quiet)) == wanted - {chats["muted"]}
        assert ids((yield beeper.chats.unread(type="single").collect())) == [chats["Ada"]]

    play(kind, fake, story)


def test_on_a_network_the_unread_member_stands_for_itself(kind: Kind, fake: FakeBeeper) -> None:
    chats = unread_world(fake)
    account = fake.world.chat(chats["Ada telegram"])["accountID"]

    def story(beeper: Any) -> Story:
        found = yield beeper.chats.unread(network="signal").collect()
        assert set(ids(found)) == {chats[name] for name in ("Ada signal", "marked", "muted")}
        assert ids((yield beeper.chats.unread(account_ids=[account]).collect())) == [chats["archived"]]
        assert (yield beeper.chats.unread(account_ids=[]).collect()) == []

    play(kind, fake, story)


def test_filters_that_are_not_up_to_date_change_nothing(kind: Kind, fake: FakeBeeper) -> None:
    """traps.md rows 27 and 47: chats that were read are found, and muted ones are not left out."""
    unread_world(fake)

    def story(beeper: Any) -> Story:
        wanted = ids((yield beeper.chats.unread(include_muted=False).collect()))
        fake.quirk("stale_filters", optional=True)
        assert ids((yield beeper.chats.unread(include_muted=False).collect())) == wanted

    play(kind, fake, story)


def test_a_chat_that_the_server_wrongly_finds_is_left_out(kind: Kind) -> None:
    plain: dict[str, Any] = {"accountID": "a", "network": "N", "title": "T", "type": "group"}
    plain |= {"participants": {"items": [], "hasMore": False, "total": 0}}
    chats = [
        plain | {"id": "!read:x", "unreadCount": 0, "isMarkedUnread": False},
        plain | {"id": "!unread:x", "unreadCount": 2},
        plain | {"id": "!marked:x", "unreadCount": 0, "isMarkedUnread": True},
        plain | {"id": "!unknown:x", "unreadCount": None},
        plain | {"id": "!member:x", "unreadCount": 2, "mergedIntoChatID": "!unread:x"},
    ]
    server = Script(answer({"items": chats, "hasMore": False}))
    found = call(kind, server, lambda beeper: beeper.chats.unread().collect())
    assert ids(found) == ["!unread:x", "!marked:x", "!unknown:x"]
