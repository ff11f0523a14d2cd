"""Bridges and their logins: what is connected, and what goes away when a login is removed."""

from __future__ import annotations

from ..wire.errors import invalid, not_found
from ..wire.json_values import Json
from ..world.world import World


def bridge(world: World, bridge_id: str) -> Json:
    """A bridge with its accounts."""
    known = world.bridges.get(bridge_id)
    if known is None:
        raise not_found("Bridge")
    accounts = accounts_of(world, bridge_id)
    full = bool(accounts) and not known["supportsMultipleAccounts"]
    status = "limit_reached" if full else "connected" if accounts else "available"
    return {**known, "activeAccountCount": len(accounts), "status": status, "accounts": accounts}


def accounts_of(world: World, bridge_id: str) -> list[Json]:
    """The accounts a bridge carries."""
    return [account for account in world.accounts.values() if account["bridge"]["id"] == bridge_id]


def logins(world: World, bridge_id: str) -> list[Json]:
    """The identities signed in on a bridge."""
    bridge(world, bridge_id)
    found: dict[str, Json] = {}
    for account in accounts_of(world, bridge_id):
        login: Json = found.setdefault(account["loginID"], _login(account))
        login["accountIDs"].append(account["accountID"])
    return list(found.values())


def _login(account: Json) -> Json:
    local = account["bridge"]["provider"] in ("local", "platform-sdk")
    return {
        "bridgeID": account["bridge"]["id"],
        "loginID": account["loginID"],
        "status": "connected",
        "removeScopes": ["current-device"] if local else ["current-device", "all-devices"],
        "accountIDs": [],
        "user": account["user"],
        "statusText": "Connected",
    }


def login(world: World, bridge_id: str, login_id: str) -> Json:
    """One identity."""
    found = next((each for each in logins(world, bridge_id) if each["loginID"] == login_id), None)
    if found is None:
        raise not_found("Login")
    return found


def remove(world: World, bridge_id: str, login_id: str, scope: str) -> Json:
    """Sign an identity out; its accounts and their chats go with it."""
    found = login(world, bridge_id, login_id)
    if scope not in found["removeScopes"]:
        raise invalid(f"This login cannot be removed from {scope}", "body", "scope")
    gone: list[str] = found["accountIDs"]
    for account_id in gone:
        del world.accounts[account_id]
    for room in [room for room in world.rooms.values() if room.account_id in gone and "merge" not in room.wire]:
        forget(world, room.id)
    return {
        "bridgeID": bridge_id,
        "loginID": login_id,
        "status": "removed",
        "scope": scope,
        "affectedAccountIDs": gone,
    }


def forget(world: World, chat_id: str) -> None:
    """Take a chat out of the world; a merged chat that is left with one member falls apart."""
    room = world.rooms.pop(chat_id)
    del world.local[room.wire["localChatID"]]
    merged_id = room.wire.get("mergedIntoChatID")
    if merged_id is None or merged_id not in world.rooms:
        return
    chat_ids: list[str] = world.rooms[merged_id].wire["merge"]["chatIDs"]
    chat_ids.remove(chat_id)
    if len(chat_ids) == 1:
        del world.rooms[chat_ids[0]].wire["mergedIntoChatID"]
        world.local.pop(world.rooms.pop(merged_id).wire["localChatID"])
