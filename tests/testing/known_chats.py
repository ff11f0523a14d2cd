"""Where things are in the world of seed 0, found by what they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from beeper_sdk.testing import FakeBeeper

Json = dict[str, Any]

WHATSAPP = "local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc"
SIGNAL = "signal"
INSTAGRAM = "instagramgo"
IMESSAGE = "imessage_self"
MERGED = "!merged-bob:beeper.local"
BOB = "!NCdzlIaMjZUmvmvyHU:beeper.com"
READ_ONLY = "!n5Rpb3kFogZJLcmaGS:beeper.local"


def first_chat(fake: FakeBeeper, fits: Callable[[Json], object]) -> Json:
    """The first chat that fits. Copying all of them, with 1,500 participants, would take 8 ms instead of 1 ms."""
    matches = fake.world.read(lambda world: [room.id for room in world.rooms.values() if fits(room.wire)])
    assert matches, "no chat is like that"
    return fake.world.chat(matches[0])


def chat(fake: FakeBeeper, **wanted: object) -> Json:
    """The first chat with these fields, and not part of a merged one unless `wanted` says so."""
    wanted.setdefault("mergedIntoChatID", None)
    fields = wanted.items()
    return first_chat(fake, lambda wire: "merge" not in wire and all(wire.get(key) == value for key, value in fields))


def group(fake: FakeBeeper) -> Json:
    """A WhatsApp group with plenty of messages."""
    return first_chat(fake, lambda wire: wire["title"].startswith("Hiking"))


def message(fake: FakeBeeper, chat_id: str, **wanted: object) -> Json:
    """The newest shown message of a chat with these fields."""
    for candidate in reversed(fake.world.messages(chat_id)):
        shown = not candidate.get("isHidden") and not candidate.get("isDeleted")
        if shown and all(candidate.get(key) == value for key, value in wanted.items()):
            return candidate
    raise AssertionError(f"no message with {wanted}")
