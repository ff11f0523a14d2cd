"""Finding chats, accounts, labels and people by what a test calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...wire.json_values import Json
from ...world.networks import TYPES, network_named, network_of
from ...world.room import Room
from ...world.seed.people import Person
from ...world.world import World

MOST_LISTED = 10


def nearest(wanted: str, known: Iterable[str]) -> str:
    """At most ten of the known names, nearest first, as text."""
    from difflib import SequenceMatcher

    names = list(dict.fromkeys(known))
    if not names:
        return "none"
    # The quick ratio suffices: a thousand names take 5 ms.
    ratio = {name: SequenceMatcher(None, wanted.casefold(), name.casefold()).quick_ratio() for name in names}
    listed = sorted(names, key=lambda name: -ratio[name])[:MOST_LISTED]
    more = f" and {len(names) - len(listed)} more" if len(names) > len(listed) else ""
    return ", ".join(map(repr, listed)) + more


def chat_named(world: World, name: str) -> Room:
    """The chat with an ID, a local ID, or a title that no other chat has.

    A merged chat has the title of its member chats, and comes before them.
    """
    room = world.rooms.get(name) or world.rooms.get(world.local.get(name, ""))
    if room is not None:
        return room
    titled = [room for room in world.rooms.values() if room.wire["title"] == name]
    shown = [room for room in titled if "mergedIntoChatID" not in room.wire] or titled
    if len(shown) == 1:
        return shown[0]
    if not shown:
        titles = nearest(name, (str(room.wire["title"]) for room in world.rooms.values()))
        raise ValueError(f"there is no such chat in the fake server: {name!r}; the chats are {titles}")
    candidates = ", ".join(f"{room.id!r} ({room.wire['network']})" for room in shown[:MOST_LISTED])
    raise ValueError(f"{len(shown)} chats have the title {name!r}; use the ID: {candidates}")


def home_named(world: World, name: str) -> Room:
    """The same, but a merged chat, which has no messages and members of its own, is an error."""
    room = chat_named(world, name)
    if "merge" in room.wire:
        members = ", ".join(repr(member.id) for member in world.members(room))
        raise ValueError(f"a merged chat has no messages and members of its own; use a member chat: {members}")
    return room


def account_named(world: World, name: str) -> str:
    """The ID of the account with an ID, or of the only one on a network."""
    if name in world.accounts:
        return name
    network = network_named(name)
    on = [key for key, account in world.accounts.items() if network and account["bridge"]["type"] == network.type]
    if len(on) == 1:
        return on[0]
    if on:
        raise ValueError(f"{len(on)} accounts are on {name}; use the account ID: {', '.join(map(repr, on))}")
    known = nearest(name, world.accounts)
    hint = f"; add_account({name!r}) adds one" if network else f"; networks are {', '.join(TYPES)}"
    raise ValueError(f"there is no such account in the fake server: {name!r}; the accounts are {known}{hint}")


def labels_named(world: World, names: Iterable[str]) -> list[Json]:
    """Copies of the labels with these names or IDs."""
    found: list[Json] = []
    for name in names:
        label = next((label for label in world.labels if name in (label["name"], label["id"])), None)
        if label is None:
            known = nearest(name, (str(label["name"]) for label in world.labels))
            raise ValueError(f"there is no label {name!r}; the labels are {known}; add_label adds one")
        found.append(dict(label))
    return found


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, on all networks: a person of the world, or a user who is known by one ID only."""

    name: str
    person: Person | None = None
    user: Json | None = None

    @property
    def handle(self) -> str:
        """What tells them apart from others with the same name."""
        return self.person.username if self.person is not None else str((self.user or {}).get("id"))

    def as_user(self, world: World, account_id: str) -> Json:
        """How an account sees them."""
        if self.person is None:
            return dict(self.user or {})
        return network_of(world.account(account_id)).user(self.person, account_id)

    def member(self, world: World, room: Room) -> Json | None:
        """The member of a chat that they are."""
        wanted = self.as_user(world, room.account_id).get("id")
        return next((member for member in room.roster if member["id"] == wanted), None)


def find_person(world: World, name: str) -> Who:
    """The person with a full name, a first name that only one person has, a user ID, a phone number or a username."""
    found = _people(world, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise unknown_person(world, name)
    listed = ", ".join(f"{who.name!r} ({who.handle})" for who in found[:MOST_LISTED])
    raise ValueError(f"{len(found)} people are called {name!r}; use a full name, username or user ID: {listed}")


def unknown_person(world: World, name: str) -> ValueError:
    """The error for a name that nobody has."""
    known = nearest(name, (person.full_name for person in world.people[1:]))
    return ValueError(f"there is no such person in the fake server: {name!r}; the people are {known}")


def find_or_none(world: World, name: str) -> Who | None:
    """The same, but None for somebody unknown, and for a first name that several people have."""
    found = _people(world, name)
    full = [who for who in found if plain(who.name) == plain(name)]
    if len(full) > 1:
        find_person(world, name)
    return found[0] if len(found) == 1 else None


def _people(world: World, name: str) -> Sequence[Who]:
    if not name.strip():
        return ()
    if plain(name) == plain(world.owner_name):
        raise ValueError(f"{name!r} is the user of this Beeper; use world.me")
    return _by_handle(world, name) or _by_name(world, name) or _others(world, name)


def _by_handle(world: World, name: str) -> list[Who]:
    digits = re.sub(r"[\s().-]", "", name)
    for person in world.people[1:]:
        if name.casefold() in (person.username, person.username[1:], person.email) or digits == person.phone:
            return [Who(person.full_name, person)]
    for account_id in world.strangers if name.startswith(("@", "imsg##")) else ():
        for person, user in zip(world.people[1:], world.strangers[account_id], strict=True):
            if user["id"] == name:
                return [Who(person.full_name, person)]
    return []


def _by_name(world: World, name: str) -> list[Who]:
    wanted, people = plain(name), world.people[1:]
    exact = [person for person in people if person.full_name == name]
    full = exact or [person for person in people if plain(person.full_name) == wanted]
    found = full or [person for person in people if person.first.casefold() == wanted]
    return [Who(person.full_name, person) for person in found]


def _others(world: World, name: str) -> list[Who]:
    """Users who are not people of the world, such as those that `add_members` adds."""
    found: dict[str, Who] = {}
    wanted = plain(name)
    for room in [*world.rooms.values(), *world.left.values()]:
        for member in room.roster:
            fits = member["id"] == name or plain(str(member.get("fullName", ""))) == wanted
            if fits and not member.get("isSelf"):
                found[str(member["id"])] = Who(str(member.get("fullName") or member["id"]), None, dict(member))
    return list(found.values())


_SYMBOLS = re.compile(r"[^\w\s'-]")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name without case, symbols and emoji."""
    return " ".join(_SYMBOLS.sub("", name.casefold()).split()) or name.casefold()
