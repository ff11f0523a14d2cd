"""What a world starts with, as values that it may keep and change; and how many worlds share what was made once."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, fields

from ..._core.util.override import override
from ..wire.json_values import Json
from .clock import SEED_ENDS_MS
from .dates import dates
from .room import Room, StoredRoom
from .seed.media import MediaStore
from .seed.people import Person

Users = MutableMapping[str, list[Json]]
FIRST_ID = 1_340_000
"""The ID of the first message of a world that is made by code."""


@dataclass(slots=True, kw_only=True)
class Start:
    """A world before anything happens in it."""

    seed: int = 0
    made_ms: int = SEED_ENDS_MS
    """The moment at which the world was made, which the dates in it are relative to."""
    saved: bool = False
    """Whether it is from a file."""
    people: list[Person]
    """Everybody; the first is the owner."""
    accounts: list[Json] = field(default_factory=list[Json])
    bridges: list[Json] = field(default_factory=list[Json])
    contacts: Users = field(default_factory=dict[str, list[Json]])
    strangers: Users = field(default_factory=dict[str, list[Json]])
    """Everybody but the owner as each account sees them."""
    without_contacts: set[str] = field(default_factory=set[str])
    """The accounts without contacts. People who are added later do not become contacts of them."""
    labels: list[Json] = field(default_factory=list[Json])
    media: MediaStore = field(default_factory=MediaStore)
    rooms: list[Room] = field(default_factory=list[Room])
    left: list[Room] = field(default_factory=list[Room])
    local: dict[str, str] = field(default_factory=dict[str, str])
    """The chat IDs by local ID."""
    account_data: dict[str, Json] = field(default_factory=dict[str, Json])
    pending: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    edits: dict[str, int] = field(default_factory=dict[str, int])
    """How often messages were edited, by message ID."""
    expiring: list[tuple[str, str, int]] = field(default_factory=list[tuple[str, str, int]])
    """Messages that disappear: chat ID, message ID, and the milliseconds that are left."""
    focused: Json = field(default_factory=dict[str, object])
    next_id: int = FIRST_ID
    next_local: int = 100
    numbers: int = 0
    """How many numbers were given out for IDs that are made up as things happen."""


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


_SHARED = ("people", "contacts", "strangers", "media", "rooms")


class StoredStart:
    """The start of any number of worlds. All but the pickle is never changed: worlds copy of it what they use.

    Every test that starts a FakeBeeper pays for it, and uses little of it: chats with their 5,000 rows are read when
    they are needed, people are copied when they are, and files, which never change, not at all. Reading all chats
    but their rows at once took 3 ms of the 7 that a FakeBeeper took from start to stop.
    """

    def __init__(self, made: Start) -> None:
        self._people, self._media = tuple(made.people), made.media
        self._contacts, self._strangers = dict(made.contacts), dict(made.strangers)
        self._rooms: list[StoredRoom] = [room.stored() for room in made.rooms]
        left = [room.stored() for room in made.left]
        rest = {part.name: getattr(made, part.name) for part in fields(made) if part.name not in (*_SHARED, "left")}
        self.made_ms: int = made.made_ms
        self.saved: bool = made.saved
        self._pickled = pickle.dumps((rest, left), protocol=5)

    def start(self, starts_ms: int) -> Start:
        """A fresh copy of the start of a world, dated by when it starts, without the work of making one."""
        moved = dates(self.made_ms, starts_ms)
        rest, left = pickle.loads(self._pickled)  # noqa: S301 - our own bytes, of this process
        return Start(
            **rest,
            people=list(self._people),
            contacts=CopiedOnUse(self._contacts),
            strangers=CopiedOnUse(self._strangers),
            media=self._media.copy(),
            rooms=[stored.room(moved) for stored in self._rooms],
            left=[stored.room(moved) for stored in left],
        )
