"""Saved worlds: files of JSON that `FakeBeeper.save` writes and ``FakeBeeper(world=path)`` reads.

Format 1 is an object with these members, in this order:

- ``format``: ``"beeper-fake-world"``; ``version``: 1; ``savedAt``: the moment of saving.
- ``seed``, and ``counters``: ``nextMessageID``, ``nextLocalChatID``, and ``numbers``, how many numbers of made-up IDs
  are used.
- ``people``: everybody, the user first; they are the people of `WorldView.person`, and what the contact lookups of all
  accounts find. ``number`` is different for each.
- ``accounts``, ``bridges``, ``labels``: as the API has them, bridges without what follows from their accounts.
- ``contacts``: the contacts of each account, by account ID; ``withoutContacts``: the accounts that never have any.
- ``chats``: ``title``, the one of the network, which an emptied custom title falls back to; ``chat``, as the API has
  it, with all participants; ``messages``, as the API has them, oldest first. ``leftChats``: chats that the user left
  through the Matrix pass-through, in the same form.
- ``accountData``: Matrix account data, each with ``roomID`` (empty if global), ``type`` and ``content``.
- ``edits``: how often messages were edited, by message ID; ``expiringMessages``: those that disappear, with the
  milliseconds that are left.
- ``pendingMessages``: the chat and the message ID of each pending ID; ``focused``: what `focus` opened last.
- ``files``: ``name``, ``mimeType``, ``width``, ``height``, ``duration`` and ``data``, which is base64; ``media``: the
  position in ``files`` by URL. All files together have 64 MB at most.

Tokens, quirks, recorded requests, uploads that were not sent, messages that a quirk holds back, and the states of
logins and of the setup of the app are not saved.
"""

from __future__ import annotations

import base64
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from ..wire.json_values import Json, stamp
from ..world.contents import InMemory
from ..world.networks import network_of
from ..world.room import Room
from ..world.rows.row_list import blocks_of
from ..world.seed.media import File, MediaStore
from ..world.seed.people import Person
from ..world.start import Start
from .checking import check, read_date

FORMAT, VERSION = "beeper-fake-world", 1
MAX_FILES = 64_000_000
"""Bytes of the files of a world that can be saved. They are in memory while it is saved, and in worlds from a file."""


def dump(start: Start) -> Iterator[bytes]:
    """A world as the bytes of a file, in parts.

    Raises:
        ValueError: Its files have more than ``MAX_FILES`` bytes.
        OSError: A large file was removed from the folder of the media, or changed there.
    """
    rest = json.dumps(_world(start), ensure_ascii=False, indent=1) + "\n"
    for name, rooms in (("chats", start.rooms), ("leftChats", start.left)):
        before, key, rest = rest.partition(f'\n "{name}": [')
        yield _encoded(before + key)
        for place, room in enumerate(rooms):
            yield from _chat(room, ",\n" if place else "\n")
        rest = ("\n " if rooms else "") + rest
    yield _encoded(rest)


def _encoded(text: str) -> bytes:
    return text.encode(errors="backslashreplace")


def _chat(room: Room, before: str) -> Iterator[bytes]:
    """A chat, with each message on a line of its own: a chat may have a million of them."""
    chat = json.dumps({"title": room.own_title, "chat": room.wire}, ensure_ascii=False, indent=1)
    yield _encoded(f'{before}{chat[:-2]},\n "messages": [')
    rows = room.messages.scan()
    separator = "\n"
    while part := list(islice(rows, 256)):
        yield _encoded(separator + ",\n".join(json.dumps(row, ensure_ascii=False) for row in part))
        separator = ",\n"
    yield b"\n]}"


def _world(start: Start) -> Json:
    """All but the chats."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "savedAt": stamp(start.made_ms),
        "seed": start.seed,
        "counters": {
            "nextMessageID": start.next_id,
            "nextLocalChatID": start.next_local,
            "numbers": start.numbers,
        },
        "people": [_person(person) for person in start.people],
        "accounts": start.accounts,
        "bridges": start.bridges,
        "labels": start.labels,
        "contacts": dict(start.contacts),
        "withoutContacts": sorted(start.without_contacts),
        "chats": [],
        "leftChats": [],
        "accountData": [_account_data(key, content) for key, content in start.account_data.items()],
        "pendingMessages": {
            pending: {"chatID": chat_id, "messageID": message_id}
            for pending, (chat_id, message_id) in start.pending.items()
        },
        "edits": dict(sorted(start.edits.items())),
        "expiringMessages": [
            {"chatID": chat_id, "messageID": message_id, "millisecondsLeft": left_ms}
            for chat_id, message_id, left_ms in start.expiring
        ],
        "focused": start.focused,
        **_media(start.media),
    }


def write(path: Path, data: Iterable[bytes]) -> None:
    """Write a file, all or nothing."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _person(person: Person) -> Json:
    names = {"full_name": "fullName"}
    return {names.get(key, key): value for key, value in asdict(person).items()}


def _account_data(key: str, content: Json) -> Json:
    room_id, _, kind = key.partition("|")
    return {"roomID": room_id, "type": kind, "content": content}


def _media(media: MediaStore) -> Json:
    places: dict[File, int] = {}
    urls = {url: places.setdefault(file, len(places)) for url, file in media.all()}
    if (size := sum(file.contents.size for file in places)) > MAX_FILES:
        raise ValueError(f"the files of this world have {size:,} bytes; a saved world holds at most {MAX_FILES:,}")
    files = [
        {
            "name": file.name,
            "mimeType": file.mime_type,
            "width": file.width,
            "height": file.height,
            "duration": file.duration,
            "data": base64.b64encode(file.contents.read()).decode(),
        }
        for file in places
    ]
    return {"files": files, "media": urls}


def load(path: Path) -> Start:
    """Read a file.

    Raises:
        OSError: It cannot be read.
        ValueError: It is not a saved world; the message says what is wrong and where, without the contents.
    """
    data = path.read_bytes()
    try:
        world: Any = json.loads(data)
    except ValueError:
        raise ValueError(f"{path.name} is not a saved world: it is not JSON") from None
    try:
        check(world, FORMAT, VERSION)
    except ValueError as error:
        raise ValueError(f"{path.name} is not a saved world: {error}") from None
    return _start(world)


def _start(world: Json) -> Start:
    people = [_read_person(person) for person in world["people"]]
    rooms, left = ([_room(saved) for saved in world[key]] for key in ("chats", "leftChats"))
    counters = world["counters"]
    return Start(
        seed=world["seed"],
        made_ms=read_date(world["savedAt"]),
        saved=True,
        people=people,
        accounts=world["accounts"],
        bridges=world["bridges"],
        contacts=world["contacts"],
        strangers={
            account["accountID"]: [network_of(account).user(who, account["accountID"]) for who in people[1:]]
            for account in world["accounts"]
        },
        without_contacts=set(world["withoutContacts"]),
        labels=world["labels"],
        media=_read_media(world),
        rooms=rooms,
        left=left,
        local={room.wire["localChatID"]: room.id for room in [*rooms, *left]},
        account_data={f"{one['roomID']}|{one['type']}": one["content"] for one in world["accountData"]},
        pending={key: (one["chatID"], one["messageID"]) for key, one in world["pendingMessages"].items()},
        edits=world["edits"],
        expiring=[(one["chatID"], one["messageID"], one["millisecondsLeft"]) for one in world["expiringMessages"]],
        focused=world["focused"],
        next_id=counters["nextMessageID"],
        next_local=counters["nextLocalChatID"],
        numbers=counters["numbers"],
    )


def _read_person(saved: Json) -> Person:
    return Person(saved["number"], saved["first"], saved["fullName"], saved["username"], saved["phone"], saved["email"])


def _room(saved: Json) -> Room:
    # The rules rely on it that these are absent if there is nothing to say. The models accept null too.
    absent = {name for name in ("lastActivity", "lastReadMessageSortKey") if saved["chat"].get(name) is None}
    wire: Json = {name: value for name, value in saved["chat"].items() if name not in absent}
    return Room(wire["id"], saved["title"], lambda: wire, lambda: blocks_of(saved["messages"]))


def _read_media(world: Json) -> MediaStore:
    files = [
        File(
            InMemory(base64.b64decode(saved["data"])),
            saved["mimeType"],
            saved["name"],
            saved["width"],
            saved["height"],
            saved["duration"],
        )
        for saved in world["files"]
    ]
    media = MediaStore()
    places: dict[str, int] = world["media"]
    for url, place in places.items():
        media.put(url, files[place])
    return media
