"""The list of chats to make: which account, whom with, how many rows, and what is peculiar about each.

Ids that are hard on clients are spelled out here; all others are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...wire.json_values import Json
from .accounts import IMESSAGE, INSTAGRAM, SIGNAL, WHATSAPP

ROWS = 5000
BIG_GROUP = 1200


@dataclass(frozen=True, slots=True)
class Plan:
    """One chat to make. ``people`` are numbers of persons besides the owner; ``state`` is merged into its wire form."""

    account_id: str
    people: tuple[int, ...]
    rows: int
    title: str | None = None
    chat_id: str | None = None
    member_of: str | None = None
    state: Json = field(default_factory=dict[str, object])

    @property
    def kind(self) -> str:
        """A chat with a title of its own is a group."""
        return "single" if self.title is None else "group"


MERGED_ID = "!merged-bob:beeper.local"

_SINGLES = (
    Plan(WHATSAPP, (1,), 700, chat_id="!NCdzlIaMjZUmvmvyHU:beeper.com", member_of=MERGED_ID),
    Plan(SIGNAL, (1,), 260, member_of=MERGED_ID),
    Plan(WHATSAPP, (2,), 500, state={"isPinned": True}),
    Plan(WHATSAPP, (3,), 120, chat_id="!up/down%2Fleft#right:ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc.local-whatsapp.localhost"),
    Plan(WHATSAPP, (4,), 60, state={"isArchived": True}),
    Plan(WHATSAPP, (5,), 45, state={"isMuted": True}),
    Plan(WHATSAPP, (6,), 20, state={"isLowPriority": True}),
    Plan(WHATSAPP, (7,), 12, state={"messageExpirySeconds": 604800}),
    Plan(SIGNAL, (8,), 210, chat_id="!🦊 den/50%:beeper.local"),
    Plan(SIGNAL, (9,), 75, state={"isMarkedUnread": True}),
    Plan(SIGNAL, (10,), 33, state={"isArchived": True, "isMuted": True}),
    Plan(SIGNAL, (11,), 21),
    Plan(SIGNAL, (12,), 7),
    Plan(SIGNAL, (13,), 1),
    Plan(SIGNAL, (14,), 0),
    Plan(INSTAGRAM, (15,), 240),
    Plan(INSTAGRAM, (16,), 64, state={"isReadOnly": True}),
    Plan(INSTAGRAM, (17,), 40),
    Plan(INSTAGRAM, (18,), 22, state={"isLowPriority": True, "isMuted": True}),
    Plan(INSTAGRAM, (19,), 20),
    Plan(INSTAGRAM, (20,), 19),
    Plan(IMESSAGE, (21,), 180, chat_id="imsg##thread:iMessage;-;+15550100021"),
    Plan(IMESSAGE, (22,), 41, chat_id="imsg##thread:iMessage;-;walter?x=1&y=2"),
    Plan(IMESSAGE, (23,), 9, chat_id="imsg##thread:SMS;-;+15550100023"),
)
_GROUPS = (
    Plan(WHATSAPP, tuple(range(1, BIG_GROUP)), 420, "Example Street Neighbours"),
    Plan(WHATSAPP, (1, 2, 3, 4), 500, "Hiking 🥾 & Beyond", state={"isPinned": True}),
    Plan(WHATSAPP, tuple(range(2, 23)), 260, "Book Club: #1 / 100%"),
    Plan(WHATSAPP, tuple(range(30, 170)), 150, "Choir", state={"isMuted": True}),
    Plan(WHATSAPP, (5, 6), 81, "Lunch?"),
    Plan(SIGNAL, (8, 9, 10, 11, 12), 300, "Board Games"),
    Plan(SIGNAL, tuple(range(40, 60)), 90, "Flat 4B", state={"description": "Everything about <b>the flat</b>"}),
    Plan(SIGNAL, (1, 13, 14), 55, "Surprise Party", state={"isArchived": True}),
    Plan(SIGNAL, (9, 40), 20, "Zoë's Ünïcode Günther"),
    Plan(INSTAGRAM, tuple(range(15, 40)), 160, "Photo Walks"),
    Plan(INSTAGRAM, (15, 16, 17), 48, "Memes", state={"isLowPriority": True}),
    Plan(INSTAGRAM, (19, 20, 1), 21, "Holiday 2026"),
    Plan(IMESSAGE, (21, 22, 23, 24), 130, "Family", chat_id="imsg##thread:iMessage;+;chat%20family"),
    Plan(IMESSAGE, (24, 25, 26), 66, "Carpool"),
    Plan(IMESSAGE, (22, 27), 0, "An Empty Group"),
)


def plans() -> tuple[Plan, ...]:
    """Every chat but the merged one; the row counts add up to the size the world promises."""
    return _SINGLES + _GROUPS
