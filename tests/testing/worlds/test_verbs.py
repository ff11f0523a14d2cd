"""What people do in chats is seen through the API at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper, WorldView
from tests.testing.wire import Wire, enc

BOB, HIKING, TEAM, ERIN = "!bob:small.local", "!hiking:small.local", "!team:small.local", "!erin:small.local"

Act: TypeAlias = Callable[[WorldView], object]


def newest(wire: Wire, chat_id: str) -> Any:
    """The newest row of a chat."""
    return wire.get(f"/v1/chats/{enc(chat_id)}/messages")["items"][0]


def test_a_person_writes(small: FakeBeeper, wire: Wire, beeper: Beeper) -> None:
    world = small.world
    before = wire.get(f"/v1/chats/{enc(BOB)}")
    sent = world.person("Bob").send("Bob Birchwood", "Running late")
    assert newest(wire, BOB) == sent
    assert (sent["senderName"], sent["isSender"], sent["isUnread"]) == ("Bob Birchwood", False, True)
    after = wire.get(f"/v1/chats/{enc(BOB)}")
    assert (before["unreadCount"], after["unreadCount"]) == (2, 3)
    assert after["lastActivity"] == sent["timestamp"]
    first = next(iter(beeper.chats.list()))
    assert (first.id, first.preview and first.preview.text) == (BOB, "Running late")
    assert [message.text for message in beeper.messages.search(query="running late")] == ["Running late"]


def test_a_reply_with_a_mention(small: FakeBeeper, wire: Wire) -> None:
    person = small.world.person("Carol Cedarstone")
    first = small.world.person("Dave").send("Hiking", "Bring boots")
    reply = person.send("Hiking", "Yes, <b>all</b> of you", reply_to=first, mentions=["@room", "Dave"])
    assert newest(wire, HIKING) == reply
    dave = small.world.person("Dave").user_id("whatsapp")
    assert (reply["linkedMessageID"], reply["mentions"]) == (first["id"], ["@room", dave])
    assert wire.get(f"/v1/chats/{enc(HIKING)}")["unreadMentionsCount"] == 1


@pytest.mark.parametrize(
    ("kind", "type_", "flag"),
    [
        ("image", "IMAGE", None),
        ("voice", "VOICE", "isVoiceNote"),
        ("sticker", "STICKER", "isSticker"),
        ("gif", "IMAGE", "isGif"),
        ("file", "FILE", None),
        ("audio", "AUDIO", None),
    ],
)
def test_ready_made_files(small: FakeBeeper, wire: Wire, kind: str, type_: str, flag: str | None) -> None:
    sent = small.world.person("Bob").send(BOB, "Look", file=kind)
    row = newest(wire, BOB)
    assert (row, row["type"], row["text"]) == (sent, type_, "Look")
    (attachment,) = row["attachments"]
    assert flag is None or attachment[flag]
    served = wire.send("GET", "/v1/assets/serve", params={"url": attachment["id"]})
    assert (len(served.content), served.headers["content-type"]) == (attachment["fileSize"], attachment["mimeType"])


def test_files_of_ones_own(small: FakeBeeper, wire: Wire, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.4")
    by_path = small.world.person("Bob").send(BOB, file=path)
    by_name = small.world.me.send(BOB, file=("clip.mp4", b"abc"))
    found = [(row["type"], row["attachments"][0]["fileName"]) for row in (by_path, by_name)]
    assert found == [("FILE", "plan.pdf"), ("VIDEO", "clip.mp4")]
    assert "text" not in by_path
    url = by_path["attachments"][0]["srcURL"]
    assert wire.send("GET", "/v1/assets/serve", params={"url": url}).content == b"%PDF-1.4"
    with pytest.raises(FileNotFoundError, match="none of image, gif"):
        small.world.me.send(BOB, file="pictur")


def test_a_message_of_the_past_is_put_where_it_belongs(small: FakeBeeper, wire: Wire) -> None:
    world = small.world
    rows = world.messages(BOB)
    between = datetime.fromisoformat(rows[3]["timestamp"]) + timedelta(minutes=1)
    put = [world.person("Bob").send(BOB, f"Put {n}", at=between) for n in range(3)]
    assert [row["id"] for row in world.messages(BOB)[4:7]] == [row["id"] for row in put]
    listed = wire.get(f"/v1/chats/{enc(BOB)}/messages")["items"]
    assert [row["sortKey"] for row in listed] == sorted((row["sortKey"] for row in listed), reverse=True)
    assert all("isUnread" not in row for row in put)  # it was read, as what came later is
    chat = wire.get(f"/v1/chats/{enc(BOB)}")
    assert (chat["unreadCount"], chat["lastActivity"]) == (2, rows[-1]["timestamp"])
    late = world.person("Bob").send(BOB, "Just now", at=timedelta(seconds=1))
    assert (newest(wire, BOB), late["isUnread"]) == (late, True)


@pytest.mark.parametrize(
    ("at", "error", "match"),
    [
        (timedelta(hours=-1), ValueError, "at must not be in the future"),
        (datetime(2999, 1, 1, tzinfo=UTC), ValueError, "at must not be in the future"),
        (datetime(2026, 1, 1), ValueError, "at must have a time zone"),  # noqa: DTZ001
        (3, TypeError, "at must be a datetime or a timedelta, not int"),
    ],
)
def test_moments_that_cannot_be(small: FakeBeeper, at: Any, error: type[Exception], match: str) -> None:
    before = small.world.messages(BOB)
    with pytest.raises(error, match=match):
        small.world.person("Bob").send(BOB, "x", at=at)
    assert small.world.messages(BOB) == before


def test_the_user_writes_on_another_device(small: FakeBeeper, wire: Wire) -> None:
    sent = small.world.me.send(TEAM, "I am on the train")
    row = newest(wire, TEAM)
    assert (row, row["isSender"], row["sendStatus"]["status"]) == (sent, True, "SUCCESS")
    chat = wire.get(f"/v1/chats/{enc(TEAM)}")
    assert (chat["unreadCount"], chat["lastReadMessageSortKey"]) == (0, sent["sortKey"])


def test_reactions(small: FakeBeeper, wire: Wire) -> None:
    bob, carol, me = small.world.person("Bob"), small.world.person("Carol"), small.world.me
    message = small.world.messages(HIKING)[-3]
    bob.react(message, "👍")
    carol.react(message["id"], "🎉", chat="Hiking")
    reacted = me.react(message, "❤️")
    keys = [reaction["reactionKey"] for reaction in reacted["reactions"]]
    assert keys == ["👍", "🎉", "❤️"]
    assert wire.get(f"/v1/chats/{enc(HIKING)}/messages/{message['id']}") == reacted
    hidden = newest(wire, HIKING)
    assert (hidden["type"], hidden["linkedMessageID"], hidden["isHidden"]) == ("REACTION", message["id"], True)
    assert [one["reactionKey"] for one in bob.react(message, "😀")["reactions"]] == ["🎉", "❤️", "😀"]
    assert [one["reactionKey"] for one in bob.unreact(message, "😀")["reactions"]] == ["🎉", "❤️"]
    with pytest.raises(ValueError, match="no such reaction"):
        bob.unreact(message, "😀")


def test_reactions_and_notices_are_no_messages(small: FakeBeeper, wire: Wire) -> None:
    bob = small.world.person("Bob")
    bob.rename(HIKING, "Walking")
    reaction = small.world.messages(HIKING)[-2]
    notice = newest(wire, HIKING)
    for row in (reaction, notice):
        path = f"/v1/chats/{enc(HIKING)}/messages/{row['id']}"
        wire.rejected("DELETE", path, 400)
        wire.rejected("PUT", path, 400, json={"text": "x"})
        wire.rejected("POST", f"{path}/reactions", 400, json={"reactionKey": "x"})
        with pytest.raises(ValueError, match="Only messages can be changed"):
            bob.delete(row)
        for act in (bob.edit, bob.react):
            with pytest.raises(ValueError, match="Only messages can be changed"):
                act(row, "x")
    assert small.world.messages(HIKING)[-2:] == [reaction, notice]


def test_edits_and_deletions(small: FakeBeeper, wire: Wire) -> None:
    bob, world = small.world.person("Bob"), small.world
    message = bob.send(BOB, "See you at noom")
    edited = bob.edit(message, "See you at noon")
    path = f"/v1/chats/{enc(BOB)}/messages/{message['id']}"
    assert wire.get(path) == edited
    assert (edited["text"], "editedTimestamp" in edited) == ("See you at noon", True)
    with pytest.raises(ValueError, match="only one's own messages"):
        world.me.edit(message, "Mine")
    bob.delete(message)
    assert wire.get(path)["isDeleted"]
    assert wire.get(f"/v1/chats/{enc(BOB)}")["unreadCount"] == 2
    for act in (bob.edit, bob.react):
        with pytest.raises(ValueError, match="deleted message"):
            act(message, "x")
    with pytest.raises(ValueError, match="only admins"):
        bob.delete(world.messages(BOB)[1])
    world.me.delete(world.messages(BOB)[0])


def test_somebody_reads(small: FakeBeeper, wire: Wire) -> None:
    world = small.world
    sent = world.me.send(BOB, "Read this"), world.me.send(HIKING, "And this")
    world.person("Bob").read(BOB)
    world.person("Bob").read(HIKING, sent[1])
    world.person("Carol").read(HIKING)
    direct, group = (wire.get(f"/v1/chats/{enc(row['chatID'])}/messages/{row['id']}") for row in sent)
    assert direct["seen"] > direct["timestamp"]
    assert set(group["seen"]) == {world.person(name).user_id("whatsapp") for name in ("Bob", "Carol")}
    world.me.read(TEAM)
    assert wire.get(f"/v1/chats/{enc(TEAM)}")["unreadCount"] == 0


def test_groups_change(small: FakeBeeper, wire: Wire) -> None:
    world, path = small.world, f"/v1/chats/{enc(HIKING)}"
    activity = wire.get(path)["lastActivity"]
    world.person("Bob").rename("Hiking", "Walking")
    assert newest(wire, HIKING)["text"] == "Bob Birchwood changed the name of the group to Walking"
    world.person("Heidi").join(HIKING)
    world.person("Heidi").join(HIKING)
    world.person("Heidi").send("Walking", "Hi!")
    world.person("Carol").leave(HIKING)
    world.me.leave(HIKING)
    chat = wire.get(path)
    names = [member["fullName"] for member in chat["participants"]["items"]]
    assert (chat["title"], names) == ("Walking", ["Bob Birchwood", "Dave Dalemere", "Heidi Hazelbury"])
    rows = wire.get(f"{path}/messages")["items"]
    notices = [row["text"] for row in rows if row.get("type") == "NOTICE"]
    assert notices[:3] == ["You left the group", "Carol Cedarstone left the group", "Heidi Hazelbury joined the group"]
    assert all(row["isHidden"] for row in rows if row.get("type") == "NOTICE")
    assert (chat["isReadOnly"], chat["lastActivity"] > activity) == (True, True)
    wire.rejected("POST", f"{path}/messages", 400, json={"text": "hello?"})
    world.me.join(HIKING)
    wire.post(f"{path}/messages", {"text": "hello"})
    with pytest.raises(ValueError, match="'Bob Birchwood' cannot do this in a direct chat, only in a group"):
        world.person("Bob").leave(BOB)


def test_history_is_filled_in_before_the_oldest_message(small: FakeBeeper, wire: Wire) -> None:
    before, chat = small.world.messages(ERIN), wire.get(f"/v1/chats/{enc(ERIN)}")
    ids = small.world.backfill("Erin Elmcroft", 30)
    listed = wire.walk(f"/v1/chats/{enc(ERIN)}/messages")
    assert [row["id"] for row in reversed(listed)] == [*ids, *(row["id"] for row in before)]
    assert wire.get(f"/v1/chats/{enc(ERIN)}") == chat
    assert listed[-1]["text"] == "Earlier message 0"


def test_a_message_that_was_sent_through_the_api_is_found_by_its_pending_id(small: FakeBeeper, beeper: Beeper) -> None:
    sent = beeper.messages.send(HIKING, text="Who is in?")
    assert sent.pending_message_id is not None
    small.world.person("Dave").react(sent.pending_message_id, "👍")
    assert small.world.messages(HIKING)[-2]["reactions"][0]["reactionKey"] == "👍"


UNKNOWN: list[tuple[Act, str]] = [
    (lambda w: w.person("Bop"), r"no such person in the fake server: 'Bop'; the people are 'Bob Birchwood', "),
    (lambda w: w.person("Alice Ashfield"), "use world.me"),
    (lambda w: w.person("Frank").send("Hiking", "x"), "'Frank Fernhurst' is not in the chat 'Hiking'; its members"),
    (lambda w: w.person("Bob").send("Hikin", "x"), "no such chat in the fake server: 'Hikin'; the chats are 'Hik"),
    (lambda w: w.person("Bob").send("Hiking"), "a message needs a text or a file"),
    (lambda w: w.person("Bob").send("Hiking", ""), "text must not be empty"),
    (lambda w: w.person("Bob").send("Hiking", "x", mentions=["Zed"]), "mentions must be user IDs or names"),
    (lambda w: w.person("Bob").react("9999", "x"), "there is no such message"),
    (lambda w: w.person("Bob").react("9999", "x", chat="Hiking"), "there is no such message"),
    (lambda w: w.person("Bob").rename("Hiking", " "), "title must not be blank"),
    (lambda w: w.person("Bob").user("slack"), r"no such account .*; the accounts are .*add_account\('slack'\)"),
    (lambda w: w.receive("Nowhere", "x"), "there is no such chat in the fake server: 'Nowhere'"),
]


@pytest.mark.parametrize(("act", "match"), UNKNOWN)
def test_names_that_nothing_has(small: FakeBeeper, act: Act, match: str) -> None:
    before = [small.world.chats(), small.world.messages("Hiking")]
    with pytest.raises(ValueError, match=match):
        act(small.world)
    assert [small.world.chats(), small.world.messages("Hiking")] == before


def test_people_are_found_by_everything_they_have(small: FakeBeeper) -> None:
    bob = small.world.person("Bob Birchwood")
    names = ["bob", "BOB BIRCHWOOD", "@bob.birchwood", "+1 555 010-0001", "bob.birchwood@example.com"]
    for name in [*names, *(bob.user_id(account) for account in ("whatsapp", "signal"))]:
        assert small.world.person(name).name == "Bob Birchwood"
    assert bob.user_id("whatsapp") != bob.user_id("signal")
    joined = small.world.join(HIKING)
    assert small.world.person(joined["fullName"]).send(HIKING, "I am new")["senderID"] == joined["id"]


def test_a_handle_holds_through_a_reset(small: FakeBeeper) -> None:
    world, bob = small.world, small.world.person("Bob")
    small.reset()
    sent = bob.send(BOB, "Still here")
    assert world.messages(BOB)[-1] == small.world.messages(BOB)[-1] == sent
