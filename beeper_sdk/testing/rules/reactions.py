"""Reactions: they show inside the message and as a hidden row of their own that points at it."""

from __future__ import annotations

from ..wire.errors import Refused, not_found
from ..wire.json_values import Json
from ..world.room import Room
from ..world.world import World
from .capabilities import check_reaction
from .edits import check_is_message
from .messages import find, new_row, owner


def add(world: World, room: Room, message_id: str, key: str, transaction_id: str | None) -> Json:
    """React as the owner. If the network allows one reaction per person, the new one replaces the old one."""
    row = find(world, room, message_id)
    if row.get("isDeleted"):
        raise Refused(400, "A deleted message cannot be reacted to")
    check_is_message(row)
    home = world.rooms[row["chatID"]]
    me = owner(world, home)
    many = world.network(home).many_reactions
    mine = [reaction for reaction in row.get("reactions", []) if reaction["participantID"] == me["id"]]
    again = any(reaction["reactionKey"] == key for reaction in mine)
    check_reaction(home, key, len(mine) if many and not again else None)
    react(world, home, row, me, key)
    transaction = transaction_id or f"txn_{world.number()}"
    return {**_result(row, key), "transactionID": transaction}


def react(world: World, home: Room, row: Json, author: Json, key: str) -> None:
    """Let a member react to a message."""
    own_id = f"{author['id']}{key}" if world.network(home).many_reactions else str(author["id"])
    present = next((reaction for reaction in row.get("reactions", []) if reaction["id"] == own_id), None)
    if present is not None and present["reactionKey"] == key:
        return
    if present is not None:
        _take(world, home, row, present)
    row.setdefault("reactions", []).append(
        {"id": own_id, "reactionKey": key, "participantID": author["id"], "emoji": not key.isascii()}
    )
    event = new_row(world, home, author)
    event |= {"type": "REACTION", "text": key, "isHidden": True, "linkedMessageID": row["id"]}
    home.add(event)
    world.journal.message(home, event)
    world.journal.message(home, row)


def remove(world: World, room: Room, message_id: str, key: str) -> Json:
    """Take back a reaction of the owner."""
    row = find(world, room, message_id)
    home = world.rooms[row["chatID"]]
    take_back(world, home, row, owner(world, home), key)
    return _result(row, key)


def take_back(world: World, home: Room, row: Json, author: Json, key: str) -> None:
    """Let a member take back a reaction."""
    for reaction in row.get("reactions", []):
        if reaction["participantID"] == author["id"] and reaction["reactionKey"] == key:
            _take(world, home, row, reaction)
            world.journal.message(home, row)
            return
    raise not_found("Reaction")


def _result(row: Json, key: str) -> Json:
    return {"success": True, "chatID": row["chatID"], "messageID": row["id"], "reactionKey": key}


def _take(world: World, room: Room, row: Json, reaction: Json) -> None:
    reactions: list[Json] = row["reactions"]
    reactions.remove(reaction)
    if not reactions:
        del row["reactions"]
    for event in room.messages.pointing_at(row["id"]):
        same = event.get("text") == reaction["reactionKey"]
        if same and event.get("type") == "REACTION" and event["senderID"] == reaction["participantID"]:
            room.drop(event)
            world.journal.message_deleted(room, event["id"])
            return
