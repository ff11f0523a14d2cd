"""Reactions: they show inside the message and as a hidden row of their own that points at it."""

from __future__ import annotations

from ..wire.errors import Refused, not_found
from ..wire.json_values import Json
from ..world.room import Room
from ..world.seed.accounts import NETWORKS
from ..world.world import World
from .capabilities import check_reaction
from .messages import find, new_row, owner

_MANY = {network.account_id for network in NETWORKS if network.many_reactions}


def add(world: World, room: Room, message_id: str, key: str, transaction_id: str | None) -> Json:
    """React as the owner. If the network allows one reaction per person, the new one replaces the old one."""
    row = find(world, room, message_id)
    if row.get("isDeleted"):
        raise Refused(400, "A deleted message cannot be reacted to")
    home = world.rooms[row["chatID"]]
    me = owner(world, home)
    own_id = f"{me['id']}{key}" if home.account_id in _MANY else str(me["id"])
    present = next((reaction for reaction in row.get("reactions", []) if reaction["id"] == own_id), None)
    mine = [reaction for reaction in row.get("reactions", []) if reaction["participantID"] == me["id"]]
    check_reaction(home, key, len(mine) if present is None and home.account_id in _MANY else None)
    if present is None or present["reactionKey"] != key:
        if present is not None:
            _take(world, home, row, present)
        row.setdefault("reactions", []).append(
            {"id": own_id, "reactionKey": key, "participantID": me["id"], "emoji": not key.isascii()}
        )
        event = new_row(world, home, me)
        event |= {"type": "REACTION", "text": key, "isHidden": True, "linkedMessageID": row["id"]}
        home.add(event)
        world.journal.message(home, event)
        world.journal.message(home, row)
    transaction = transaction_id or f"txn_{world.number()}"
    return {**_result(row, key), "transactionID": transaction}


def remove(world: World, room: Room, message_id: str, key: str) -> Json:
    """Take back a reaction of the owner."""
    row = find(world, room, message_id)
    home = world.rooms[row["chatID"]]
    mine = [
        reaction
        for reaction in row.get("reactions", [])
        if reaction["participantID"] == owner(world, home)["id"] and reaction["reactionKey"] == key
    ]
    if not mine:
        raise not_found("Reaction")
    _take(world, home, row, mine[0])
    world.journal.message(home, row)
    return _result(row, key)


def _result(row: Json, key: str) -> Json:
    return {"success": True, "chatID": row["chatID"], "messageID": row["id"], "reactionKey": key}


def _take(world: World, room: Room, row: Json, reaction: Json) -> None:
    reactions: list[Json] = row["reactions"]
    reactions.remove(reaction)
    if not reactions:
        del row["reactions"]
    for event in room.messages:
        same = event.get("linkedMessageID") == row["id"] and event.get("text") == reaction["reactionKey"]
        if same and event.get("type") == "REACTION" and event["senderID"] == reaction["participantID"]:
            room.drop(event)
            world.journal.message_deleted(room, event["id"])
            return
