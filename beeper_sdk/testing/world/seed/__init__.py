"""The world at the start: made by code alone, the same for the same seed wherever and whenever it is made."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from functools import lru_cache

from ...._core.util.override import override
from ...wire.json_values import Json
from ..clock import SEED_ENDS_MS
from ..dates import dates
from ..room import Room, StoredRoom
from .accounts import NETWORKS, account, bridges
from .chats import BIG_GROUP, LABELS, contacts, merged, plans, room
from .media import MediaStore, files
from .messages import FIRST_ID, FIRST_KEY, Scribe, times
from .people import Draw, Person, population


class Seed:
    """Everything a world starts with, as plain values it may keep and change."""

    def __init__(self, number: int) -> None:
        people = population(number, BIG_GROUP)
        self.number: int = number
        self.owner_name: str = people[0].full_name
        self.accounts: list[Json] = [account(network, people[0]) for network in NETWORKS]
        self.contacts: MutableMapping[str, list[Json]] = {
            network.account_id: contacts(network, people) for network in NETWORKS
        }
        self.strangers: MutableMapping[str, list[Json]] = {
            network.account_id: [network.user(who) for who in people[1:]] for network in NETWORKS
        }
        self.labels: list[Json] = [dict(label) for label in LABELS]
        self.bridges: list[Json] = bridges()
        self.media: MediaStore = MediaStore()
        self.rooms: list[Room] = self._rooms(number, people)
        self.local: dict[str, str] = {room.wire["localChatID"]: room.id for room in self.rooms}
        count = sum(len(room.messages) for room in self.rooms)
        self.next_id: int = FIRST_ID + count
        self.next_key: int = FIRST_KEY + 3 * count

    def _rooms(self, number: int, people: list[Person]) -> list[Room]:
        draw = Draw(number, "rooms")
        planned = plans()
        rooms = [room(plan, n, people, draw) for n, plan in enumerate(planned)]
        pictures = files(number)
        for chat_room, slots in zip(rooms, times(number, [plan.rows for plan in planned]), strict=True):
            Scribe(number, chat_room, pictures, self.media).write(slots)
            _settle(chat_room)
        return [*rooms, merged([chat_room for chat_room in rooms if "mergedIntoChatID" in chat_room.wire])]


def _settle(chat_room: Room) -> None:
    """Say of the newest messages of others that they are unread, and bring counters and marks in line."""
    unread = (0, 0, 3, 0, 12, 0, 1)[sum(map(ord, chat_room.wire["localChatID"])) % 7]
    for row in chat_room.shown():
        if unread == 0:
            chat_room.wire["lastReadMessageSortKey"] = row["sortKey"]
            break
        if not row["isSender"]:
            row["isUnread"] = True
            unread -= 1
    if (newest := next(chat_room.shown(), None)) is not None:
        chat_room.wire["lastActivity"] = newest["timestamp"]
    chat_room.recount()


class CopiedOnUse(MutableMapping[str, list[Json]]):
    """The flat users of each account, shared between worlds until a world uses those of an account."""

    def __init__(self, shared: Mapping[str, list[Json]]) -> None:
        self._users, self._shared = dict(shared), set(shared)

    @override
    def __getitem__(self, account_id: str) -> list[Json]:
        if account_id in self._shared:
            self[account_id] = [user.copy() for user in self._users[account_id]]
        return self._users[account_id]

    @override
    def __setitem__(self, account_id: str, users: list[Json]) -> None:
        self._shared.discard(account_id)
        self._users[account_id] = users

    @override
    def __delitem__(self, account_id: str) -> None:
        self._shared.discard(account_id)
        del self._users[account_id]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._users)

    @override
    def __len__(self) -> int:
        return len(self._users)


@dataclass(frozen=True, slots=True)
class _Shared:
    """A seed that was made. All but the pickle is never changed: worlds copy of it what they use."""

    pickled: bytes
    """The seed without what follows."""
    contacts: Mapping[str, list[Json]]
    strangers: Mapping[str, list[Json]]
    media: MediaStore
    rooms: list[StoredRoom]


@lru_cache(maxsize=4)
def _made(number: int) -> _Shared:
    made = Seed(number)
    rooms = [chat_room.stored() for chat_room in made.rooms]
    contacts, strangers, media = made.contacts, made.strangers, made.media
    made.contacts, made.strangers, made.media, made.rooms = {}, {}, MediaStore(), []
    return _Shared(pickle.dumps(made, protocol=5), contacts, strangers, media, rooms)


def seed(number: int, starts_ms: int) -> Seed:
    """A fresh copy of the start of a world, dated by when it starts, without the work of making one.

    Every test that starts a FakeBeeper pays for it, and uses little of it: chats with their 5,000 rows are read when
    they are needed, people are copied when they are, and files, which never change, not at all. Reading all chats
    but their rows at once took 3 ms of the 7 that a FakeBeeper took from start to stop.
    """
    shared, moved = _made(number), dates(SEED_ENDS_MS, starts_ms)
    fresh: Seed = pickle.loads(shared.pickled)  # noqa: S301 - our own bytes, of this process
    fresh.contacts, fresh.strangers = CopiedOnUse(shared.contacts), CopiedOnUse(shared.strangers)
    fresh.media = shared.media.copy()
    fresh.rooms = [stored.room(moved) for stored in shared.rooms]
    return fresh
