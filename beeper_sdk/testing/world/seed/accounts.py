"""The accounts of the demo world that its plans name, and the owner's identity at Beeper itself.

One is local, two are in the cloud, one is native.
"""

from __future__ import annotations

from ...wire.json_values import Json
from .. import networks
from ..networks import Network
from .people import Person

WHATSAPP = "local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc"
SIGNAL = "signal"
INSTAGRAM = "instagramgo"
IMESSAGE = "imessage_self"
ACCOUNTS: dict[str, Network] = {
    WHATSAPP: networks.WHATSAPP,
    SIGNAL: networks.SIGNAL,
    INSTAGRAM: networks.INSTAGRAM,
    IMESSAGE: networks.IMESSAGE,
}
MATRIX_USER = "@alice:beeper.local"
MATRIX_DEVICE = "FAKEDEVICE"


def account(network: Network, account_id: str, owner: Person) -> Json:
    """An Account as ``/v1/accounts`` lists it."""
    identity = network.user(owner, account_id) | {"isSelf": True}
    if network.type == networks.MATRIX.type:
        identity["id"] = MATRIX_USER
    return {
        "accountID": account_id,
        "bridge": network.account_bridge(),
        "user": identity,
        "status": "connected",
        "statusText": "Connected",
        "network": network.name,
        "loginID": network.login_id(owner, account_id),
        "capabilities": {"chats": {"create": True}, "messages": {"send": True}},
    }


def bridges() -> list[Json]:
    """The bridges of the demo world without its Matrix account: those of its accounts, and one nobody signed in to."""
    return [network.bridge() for network in (*ACCOUNTS.values(), networks.TELEGRAM)]
