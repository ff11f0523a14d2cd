"""The chats to make: account, people, number of rows and peculiarities of each, and the chats made from that.

Ids that are hard on clients are spelled out here; all others are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...wire.json_values import Json, stamp
from ..clock import SEED_ENDS_MS
from ..network_capabilities import capabilities
from ..networks import Network
from ..room import Room
from .accounts import ACCOUNTS, IMESSAGE, INSTAGRAM, SIGNAL, WHATSAPP
from .people import Draw, Person

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


HOUR_MS = 3_600_000
LABELS: tuple[Json, ...] = (
    {"id": "label_family", "name": "Family"},
    {"id": "label_later", "name": "Later"},
    {"id": "label_work", "name": "Work 💼"},
)


def room(plan: Plan, number: int, people: list[Person], draw: Draw) -> Room:
    """An empty chat, by its plan."""
    network = ACCOUNTS[plan.account_id]
    title = plan.title if plan.title is not None else people[plan.people[0]].full_name
    wire: Json = {
        "id": plan.chat_id or network.room_id(draw, plan.account_id),
        "localChatID": str(100 + number),
        "accountID": plan.account_id,
        "network": network.name,
        "title": title,
        "type": plan.kind,
        "description": None,
        "imgURL": f"/Users/alice/Library/Beeper/avatars/{number}.png" if number % 4 == 1 else None,
        "participants": _roster(network, plan, people),
        **blank_state(),
        "messageExpirySeconds": None,
        "capabilities": capabilities(network.type, plan.kind),
        **plan.state,
    }
    _extras(wire, number)
    if plan.member_of is not None:
        wire["mergedIntoChatID"] = plan.member_of
    return Room.empty(wire, title)


def blank_state() -> Json:
    """The state of a chat nobody did anything with yet."""
    flags = ("isArchived", "isMarkedUnread", "isMuted", "isPinned", "isLowPriority", "isReadOnly")
    return {
        "unreadCount": 0,
        "unreadMentionsCount": 0,
        "draft": None,
        "reminder": None,
        "snooze": None,
        **dict.fromkeys(flags, False),
    }


def _roster(network: Network, plan: Plan, people: list[Person]) -> Json:
    members = [_member(network, people[number], plan) for number in plan.people]
    # The owner is last, so a truncated roster does not contain them.
    members.append(_member(network, people[0], plan))
    return {"items": members, "hasMore": False, "total": len(members)}


def _member(network: Network, who: Person, plan: Plan) -> Json:
    member = network.user(who, plan.account_id)
    if plan.kind == "single":
        return member
    member["isAdmin"] = who.number % 23 == 1
    if who.number % 29 == 28:
        member["isPending"] = True
    if who.number == 169:
        member["isNetworkBot"] = True
    return member


def _extras(wire: Json, number: int) -> None:
    if number % 5 == 2:
        wire["labels"] = [dict(LABELS[number % 3])]
    if number == 3:
        wire["draft"] = {"text": "See you <strong>later</strong>"}
    if number == 5:
        wire["reminder"] = {"remindAt": stamp(SEED_ENDS_MS + 30 * HOUR_MS), "dismissOnIncomingMessage": True}
    if number == 9:
        until, since = stamp(SEED_ENDS_MS + 8 * HOUR_MS), stamp(SEED_ENDS_MS - HOUR_MS)
        wire["snooze"] = {"snoozeUntil": until, "userSnoozedAt": since}


def merged(members: list[Room], chat_id: str, local_id: str | None) -> Room:
    """The chat that shows several chats with one person as one; it holds no messages of its own."""
    first = members[0].wire
    keep = ("accountID", "network", "title", "type", "description", "imgURL", "capabilities")
    wire: Json = {"id": chat_id, "localChatID": local_id, **{key: first.get(key) for key in keep}}
    people = {person["id"]: dict(person) for member in members for person in member.roster}
    wire["participants"] = {"items": list(people.values()), "hasMore": False, "total": len(people)}
    wire |= blank_state()
    wire |= {"messageExpirySeconds": None, "merge": {"chatIDs": [member.id for member in members]}}
    return Room.empty(wire, str(first["title"]))


def contacts(account_id: str, people: list[Person]) -> list[Json]:
    """The contacts of an account, by name: everybody it could chat with directly, and some it has no chat with."""
    size = 130 if account_id == WHATSAPP else 60
    start = 1 + list(ACCOUNTS).index(account_id) * 7
    users = [ACCOUNTS[account_id].user(people[number], account_id) for number in range(start, start + size)]
    return by_name(users)


def by_name(users: list[Json]) -> list[Json]:
    """Contacts in their order."""
    return sorted(users, key=lambda user: (str(user.get("fullName", "")).casefold(), str(user["id"])))
