"""Where things are in the world of seed 0, found by what they are."""

from __future__ import annotations

from typing import Any

from beeper_sdk.testing import FakeBeeper

Json = dict[str, Any]

WHATSAPP = "local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc"
SIGNAL = "signal"
INSTAGRAM = "instagramgo"
IMESSAGE = "imessage_self"
MERGED = "!merged-bob:beeper.local"
BOB = "!NCdzlIaMjZUmvmvyHU:beeper.com"


def chat(fake: FakeBeeper, **wanted: object) -> Json:
    """The first chat with these fields, and not part of a merged one unless `wanted` says so."""
    wanted.setdefault("mergedIntoChatID", None)
    for candidate in fake.world.chats():
        if "merge" not in candidate and all(candidate.get(key) == value for key, value in wanted.items()):
            return candidate
    raise AssertionError(f"no chat with {wanted}")


def group(fake: FakeBeeper) -> Json:
    """A WhatsApp group with plenty of messages."""
    return next(candidate for candidate in fake.world.chats() if candidate["title"].startswith("Hiking"))


def message(fake: FakeBeeper, chat_id: str, **wanted: object) -> Json:
    """The newest shown message of a chat with these fields."""
    for candidate in reversed(fake.world.messages(chat_id)):
        shown = not candidate.get("isHidden") and not candidate.get("isDeleted")
        if shown and all(candidate.get(key) == value for key, value in wanted.items()):
            return candidate
    raise AssertionError(f"no message with {wanted}")
