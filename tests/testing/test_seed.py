"""The world at the start: as big and as odd as promised, and always the same."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import wave
import zlib
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import httpx

from beeper_sdk.testing.world.start import Start
from beeper_sdk.testing.world.world import World
from beeper_sdk.testing.worlds import start_of
from beeper_sdk.testing.worlds.demo import demo
from tests.testing.known_chats import BOB, MERGED
from tests.testing.wire import Wire, enc

ROOT = Path(__file__).parents[2]
DIGEST = """
import hashlib
from beeper_sdk.testing.wire.json_values import dumps
from beeper_sdk.testing.worlds.demo import demo
made = demo(7)
rooms = [[room.wire, list(room.messages)] for room in made.rooms]
files = [[url, file.contents.digest, file.name] for url, file in made.media.all()]
print(hashlib.sha256(dumps([rooms, files, made.accounts, made.contacts, made.bridges, made.labels])).hexdigest())
"""


def _digest(hash_seed: str) -> str:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": paths, "TZ": f"Etc/GMT+{hash_seed}"}
    done = subprocess.run([sys.executable, "-c", DIGEST], env=env, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_same_seed_gives_the_same_world_byte_for_byte() -> None:
    assert _digest("1") == _digest("2")


def world_of(seed: int) -> World:
    """A fresh demo world."""
    return World(start_of("demo", seed))


def test_another_seed_gives_another_world() -> None:
    first, second = (world_of(number).rooms[BOB].messages for number in (0, 1))
    assert [row.get("text") for row in first] != [row.get("text") for row in second]


def test_a_world_is_not_changed_by_what_happens_in_another() -> None:
    first, again = world_of(3), world_of(3)
    first.rooms[BOB].messages.clear()
    first.rooms[BOB].wire["title"] = "changed"
    for people in (first.rooms[BOB].roster, *first.contacts.values(), *first.strangers.values()):
        people[0]["fullName"] = "changed"
    first.labels[0]["name"] = "changed"
    first.media.put("mxc://beeper.local/new", first.media.all()[0][1])
    for world in (again, world_of(3)):
        assert world.rooms[BOB].messages
        people = [*world.rooms[BOB].roster, *chain(*world.contacts.values()), *chain(*world.strangers.values())]
        assert "changed" not in {world.rooms[BOB].wire["title"], world.labels[0]["name"]}
        assert "changed" not in {person["fullName"] for person in people}
        assert world.media.get("mxc://beeper.local/new") is None


@cache
def made() -> Start:
    """The data that a fake server starts with, to look at: it takes 0.3 s to make."""
    return demo(0)


def test_the_world_is_as_big_as_promised() -> None:
    world = made()
    assert len(world.accounts) == 5
    assert len(world.rooms) == 43
    assert sum(len(room.messages) for room in world.rooms) == 5009
    assert max(len(room.roster) for room in world.rooms) == 1200
    assert {account["bridge"]["provider"] for account in world.accounts} == {"local", "cloud", "platform-sdk"}
    assert len({account["network"] for account in world.accounts}) == 5


def test_every_kind_of_row_is_there() -> None:
    messages = [message for room in made().rooms for message in room.messages]
    kinds = Counter(message.get("type") for message in messages)
    assert {
        "TEXT",
        "NOTICE",
        "IMAGE",
        "VOICE",
        "AUDIO",
        "FILE",
        "STICKER",
        "LOCATION",
        "REACTION",
        None,
    } == kinds.keys()
    for key in ("reactions", "linkedMessageID", "editedTimestamp", "isDeleted", "sendStatus", "links", "seen"):
        assert sum(key in message for message in messages) > 20, key
    texts = [message["text"] for message in messages if "text" in message]
    assert any("<b>" in text for text in texts)
    assert any("&amp;" in text and "<" not in text for text in texts)
    assert any("<mx-reply>" in text for text in texts)
    assert all(message["isHidden"] for message in messages if message.get("type") in ("REACTION", "NOTICE"))


def test_ids_and_sort_keys_are_unique_and_follow_time() -> None:
    messages = [row for room in made().rooms for row in room.messages]
    messages.sort(key=lambda row: int(row["sortKey"]))
    assert len({row["id"] for row in messages}) == len({row["sortKey"] for row in messages}) == len(messages)
    assert [row["timestamp"] for row in messages] == sorted(row["timestamp"] for row in messages)
    assert all(row["id"].isdecimal() for row in messages)


def test_reactions_show_inside_their_message_and_as_rows_that_point_at_it() -> None:
    for room in made().rooms:
        by_id = {row["id"]: row for row in room.messages}
        for row in room.messages:
            if row.get("type") == "REACTION":
                assert row["linkedMessageID"] in by_id
        pointed = {
            (row["linkedMessageID"], row["senderID"], row["text"])
            for row in room.messages
            if row.get("type") == "REACTION"
        }
        for row in room.messages:
            for reaction in row.get("reactions", []):
                assert (row["id"], reaction["participantID"], reaction["reactionKey"]) in pointed


def test_people_are_plainly_made_up() -> None:
    people = [person for room in made().rooms for person in room.roster]
    assert all(person["phoneNumber"].startswith("+1555010") for person in people if "phoneNumber" in person)
    assert all(person["email"].endswith("@example.com") for person in people if "email" in person)


def test_chat_ids_hold_every_character_that_is_hard_on_clients(shared: Wire) -> None:
    ids = [chat["id"] for chat in shared.fake.world.chats()]
    for mark in "!:#/%🦊?&; ":
        assert any(mark in chat_id for chat_id in ids), mark
    for chat_id in ids:
        assert shared.get(f"/v1/chats/{enc(chat_id)}")["id"] == chat_id
        shared.get(f"/v1/chats/{enc(chat_id)}/messages")


def test_attachments_have_real_bytes(shared: Wire) -> None:
    world = shared.fake.world
    messages = [message for chat in world.chats()[:12] for message in world.messages(chat["id"])]
    attachments = [attachment for message in messages for attachment in message.get("attachments", [])]
    kinds: set[str] = set()
    for attachment in attachments[::5]:  # 38 of 192: all of them took 1.9 s, and there are four kinds
        for url in (attachment["id"], attachment["srcURL"]):
            answer = shared.send("GET", "/v1/assets/serve", params={"url": url})
            assert answer.headers["content-type"] == attachment["mimeType"]
            assert len(answer.content) == attachment["fileSize"]
            kinds.add(_decoded(answer))
    assert kinds == {"image/png", "image/gif", "audio/wav", "text/plain"}


def _decoded(answer: httpx.Response) -> str:
    kind: str = answer.headers["content-type"]
    if kind == "image/png":
        body = answer.content[41 : 41 + int.from_bytes(answer.content[33:37])]
        assert zlib.decompress(body)
    elif kind == "audio/wav":
        with wave.open(io.BytesIO(answer.content)) as sound:
            assert sound.getnframes() > 0
    elif kind == "text/plain":
        assert answer.content.decode()
    return kind


def test_counters_agree_with_the_rows(shared: Wire) -> None:
    for chat in shared.fake.world.chats():
        if "merge" in chat:
            continue
        messages = shared.fake.world.messages(chat["id"])
        unread_messages = [message for message in messages if message.get("isUnread") and not message.get("isDeleted")]
        assert chat["unreadCount"] == len(unread_messages), chat["id"]


def test_the_merged_chat_sums_up_its_members(shared: Wire) -> None:
    merged = shared.get(f"/v1/chats/{enc(MERGED)}")
    members = [shared.get(f"/v1/chats/{enc(chat_id)}") for chat_id in merged["merge"]["chatIDs"]]
    assert len(members) == 2
    assert {member["mergedIntoChatID"] for member in members} == {MERGED}
    assert {member["accountID"] for member in members} != {members[0]["accountID"]}
    assert merged["lastActivity"] == max(member["lastActivity"] for member in members)
    assert merged["unreadCount"] == sum(member["unreadCount"] for member in members)
    assert shared.get(f"/v1/chats/{enc(MERGED)}/messages") == {
        "items": [],
        "hasMore": False,
        "oldestCursor": None,
        "newestCursor": None,
    }
