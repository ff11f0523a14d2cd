"""Chats from their plans: rosters, titles, flags and the extras that only some chats have."""

from __future__ import annotations

from ...wire.json_values import Json, stamp
from ..clock import SEED_ENDS_MS
from ..room import Room
from .accounts import NETWORKS, WHATSAPP, Network, network_of
from .capabilities import capabilities
from .draw import Draw
from .people import Person
from .plan import MERGED_ID, Plan

HOUR_MS = 3_600_000
LABELS: tuple[Json, ...] = (
    {"id": "label_family", "name": "Family"},
    {"id": "label_later", "name": "Later"},
    {"id": "label_work", "name": "Work 💼"},
)


def room(plan: Plan, number: int, people: list[Person], draw: Draw) -> Room:
    """An empty chat as its plan says."""
    network = network_of(plan.account_id)
    title = plan.title if plan.title is not None else people[plan.people[0]].full_name
    wire: Json = {
        "id": plan.chat_id or network.room_id(draw),
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
        "capabilities": capabilities(plan.account_id, plan.kind),
        **plan.state,
    }
    _extras(wire, number)
    if plan.member_of is not None:
        wire["mergedIntoChatID"] = plan.member_of
    return Room(wire, title)


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
    # The owner comes last: a roster that was cut does not hold who is asking.
    members.append(_member(network, people[0], plan))
    return {"items": members, "hasMore": False, "total": len(members)}


def _member(network: Network, who: Person, plan: Plan) -> Json:
    member = network.user(who)
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


def merged(members: list[Room]) -> Room:
    """The chat that shows several chats with one person as one; it holds no messages of its own."""
    first = members[0].wire
    keep = ("accountID", "network", "title", "type", "description", "imgURL", "capabilities")
    wire: Json = {"id": MERGED_ID, "localChatID": "99", **{key: first[key] for key in keep}}
    people = {person["id"]: person for member in members for person in member.roster}
    wire["participants"] = {"items": list(people.values()), "hasMore": False, "total": len(people)}
    wire |= blank_state()
    wire |= {"messageExpirySeconds": None, "merge": {"chatIDs": [member.id for member in members]}}
    return Room(wire, str(first["title"]))


def contacts(network: Network, people: list[Person]) -> list[Json]:
    """The contacts of an account, by name: everybody it could chat with directly, and some it has no chat with."""
    size = 130 if network.account_id == WHATSAPP else 60
    start = 1 + NETWORKS.index(network) * 7
    users = [network.user(people[number]) for number in range(start, start + size)]
    return sorted(users, key=lambda user: (str(user["fullName"]).casefold(), str(user["id"])))
