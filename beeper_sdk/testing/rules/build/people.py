"""New people, and the accounts that see them."""

from __future__ import annotations

from collections.abc import Iterable

from ...wire.json_values import Json
from ...world.networks import NETWORKS, TYPES, Network, network_named, network_of
from ...world.seed.accounts import account as account_json
from ...world.seed.chats import by_name
from ...world.seed.people import Person
from ...world.world import World
from .names import Who, find_or_none, plain, unknown_person

STATUSES = {
    "connected": "Connected",
    "connecting": "Connecting",
    "backfilling": "Loading messages",
    "connection_required": "Connection required",
    "reconnect_required": "Sign in again",
    "attention_required": "Error",
    "disconnected": "Disconnected",
    "disabled": "Disabled",
}
"""The states of an account, with their texts."""
_ERROR = "attention_required"


def people_for(world: World, names: Iterable[Who | str]) -> list[Who]:
    """The people with these names; those who do not exist are made once all names are known to be good."""
    found = [(name, name if isinstance(name, Who) else _existing(world, name)) for name in names]
    made: dict[str, Who] = {}
    for name, who in found:
        if who is None and plain(str(name)) not in made:
            made[plain(str(name))] = new_person(world, str(name).strip())
    return [who or made[plain(str(name))] for name, who in found]


def _existing(world: World, name: str) -> Who | None:
    found = find_or_none(world, name)
    if found is None and (not name.strip() or name.startswith(("@", "+", "imsg##"))):
        raise unknown_person(world, name)
    return found


def new_person(world: World, name: str) -> Who:
    """Add somebody to the world, to all networks and all contact lists."""
    number = world.people[-1].number + 1
    number += number % 41 == 40  # such a person cannot be messaged
    words = name.casefold().encode("ascii", "ignore").decode().split()
    handle = ".".join(filter(str.isalnum, words)) or "guest"
    handle, first = f"{handle}{number}", name.split(maxsplit=1)[0]
    person = Person(number, first, name, f"@{handle}", f"+1555010{number:04d}", f"{handle}@example.com")
    world.people.append(person)
    for account_id, account in world.accounts.items():
        user = network_of(account).user(person, account_id)
        world.strangers[account_id].append(user)
        if account_id not in world.without_contacts:
            world.contacts[account_id] = by_name([*world.contacts[account_id], dict(user)])
    return Who(name, person)


def add_account(
    world: World,
    name: str,
    *,
    user: str | Json | None = None,
    contacts: bool | list[str] = True,
    status: str = "connected",
    account_id: str | None = None,
    bridge_id: str | None = None,
) -> str:
    """Sign in to a network."""
    network = network_named(name)
    if network is None:
        raise ValueError(f"there is no network {name!r}; the networks are {', '.join(TYPES)}")
    status = _ERROR if status == "error" else status
    if status not in STATUSES:
        raise ValueError(f"status must be one of {', '.join(STATUSES)} or error, not {status!r}")
    own = {"fullName": user} if isinstance(user, str) else user or {}
    _check_user(own)
    named = None if isinstance(contacts, bool) else people_for(world, contacts)
    if account_id in world.accounts:
        raise ValueError(f"there is an account with the ID {account_id!r}")
    bridge = world.bridges[bridge_id] if bridge_id else _bridge(world, network)
    network = network_of({"bridge": bridge, "network": network.name})
    count = sum(account["bridge"]["id"] == bridge["id"] for account in world.accounts.values())
    account_id = account_id or network.account_id(count)
    account = account_json(network, account_id, world.people[0])
    if count and network.type != "matrix":
        account["loginID"] += f"-{count + 1}"
    account["user"] |= own
    account |= {"status": status, "statusText": STATUSES[status]}
    connect(world, account, named if named is not None else bool(contacts))
    return account_id


USER_FIELDS = ("id", "fullName", "username", "phoneNumber", "email", "imgURL")


def _check_user(fields: Json) -> None:
    """Refuse what the user of an account cannot have."""
    for name, value in fields.items():
        if name not in USER_FIELDS:
            raise ValueError(f"user has no field {name!r}; its fields are {', '.join(USER_FIELDS)}")
        if not isinstance(value, str):
            raise TypeError(f"{name} in user must be a str, not {type(value).__name__}")
        if name in ("id", "fullName") and not value.strip():
            raise ValueError(f"{name} in user must not be blank")


def _bridge(world: World, network: Network) -> Json:
    """The bridge of the world for a network; added if there is none."""
    found = next((bridge for bridge in world.bridges.values() if bridge["type"] == network.type), None)
    if found is None:
        found = world.bridges[network.bridge_id] = network.bridge()
    return found


def connect(world: World, account: Json, contacts: bool | list[Who]) -> None:
    """Add an account with what it sees of people. All people are contacts, at most 60, unless they are named."""
    account_id = str(account["accountID"])
    network = network_of(account)
    world.accounts[account_id] = account
    world.contacts[account_id] = []
    world.strangers[account_id] = [network.user(person, account_id) for person in world.people[1:]]
    if contacts is False:
        world.without_contacts.add(account_id)
    elif contacts is True:
        world.contacts[account_id] = by_name([dict(user) for user in world.strangers[account_id][:60]])
    else:
        users = [who.as_user(world, account_id) for who in contacts]
        world.contacts[account_id] = by_name(list({str(user["id"]): user for user in users}.values()))


def set_status(world: World, account_id: str, status: str) -> None:
    """Change the state of an account."""
    world.account(account_id).update(status=status, statusText=STATUSES[status])


def matrix_account(world: World) -> str:
    """The account at Beeper itself; every signed-in app has one, so it is added if a world has none."""
    on = [key for key, account in world.accounts.items() if account["bridge"]["type"] == "matrix"]
    return on[0] if on else add_account(world, "matrix")


def all_bridges() -> list[Json]:
    """The bridges of all networks, without accounts."""
    return [network.bridge() for network in NETWORKS]
