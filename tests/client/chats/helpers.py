"""A small world with merged chats on several accounts, active at different times, and what lists of it contain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable
from datetime import timedelta
from typing import Any

from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import KINDS, Kind, Story, play

__all__ = ["KINDS", "Kind", "Story", "activity", "checkpointed", "ids", "operations", "play", "town"]

Json = dict[str, Any]
PEOPLE = ("Ada", "Ben", "Cem", "Dot", "Eve", "Fay", "Gus", "Hal")
NETWORKS = ("whatsapp", "signal", "telegram")


def town(fake: FakeBeeper) -> dict[str, str]:
    """Direct chats with eight people on three networks, by name and network; those of Ada, Ben and Cem are merged."""
    world = fake.world
    for network in NETWORKS:
        world.add_account(network)
    chats: dict[str, str] = {}
    for number, name in enumerate(PEOPLE):
        for place, network in enumerate(NETWORKS):
            if (number + place) % 4 == 3:
                continue
            chat_id = world.add_chat(people=[name], network=network)
            chats[f"{name} {network}"] = chat_id
            hours = 1 + (number * 7 + place * 11) % 24  # members of a merged chat are far apart
            world.person(name).send(chat_id, "hello", at=timedelta(hours=hours, minutes=number))
    for name in PEOPLE[:3]:
        chats[name] = world.merge([chats[key] for key in chats if key.startswith(f"{name} ")])
    fake.requests.clear()
    return chats


def activity(fake: FakeBeeper, chat: Json) -> str:
    """When a chat was active last: a merged chat when one of its members was."""
    if "merge" in chat:
        return max(activity(fake, fake.world.chat(chat_id)) for chat_id in chat["merge"]["chatIDs"])
    return str(chat.get("lastActivity", ""))


def by_activity(fake: FakeBeeper, chats: Iterable[Json]) -> list[str]:
    return [chat["id"] for chat in sorted(chats, key=lambda chat: activity(fake, chat), reverse=True)]


def shown(fake: FakeBeeper) -> list[str]:
    """The IDs of the chats that the owner sees, newest first."""
    return by_activity(fake, [chat for chat in fake.world.chats() if "mergedIntoChatID" not in chat])


def standing(fake: FakeBeeper, fits: Callable[[Json], object] = lambda _: True) -> list[str]:
    """The IDs of the chats that have messages of their own, newest first."""
    return by_activity(fake, [chat for chat in fake.world.chats() if "merge" not in chat and fits(chat)])


def ids(chats: Iterable[Any]) -> list[str]:
    return [chat.id for chat in chats]


def operations(fake: FakeBeeper) -> dict[str, int]:
    """How often each operation was requested since the last call."""
    counted = Counter(request.operation for request in fake.requests)
    fake.requests.clear()
    return dict(counted)


def checkpointed(
    list_chats: Callable[..., Any], *, oldest: bool = False, by: int = 1
) -> Generator[Any, list[Any], list[str]]:
    """The IDs of a list that is resumed with a new pager after every few items. To be used with ``yield from``."""
    found: list[str] = []
    resume = None
    while True:
        pager = list_chats(resume=resume)
        pager = pager.oldest_first() if oldest else pager
        items = yield pager.collect(limit=by)
        if not items:
            return found
        found += ids(items)
        resume = pager.checkpoint
