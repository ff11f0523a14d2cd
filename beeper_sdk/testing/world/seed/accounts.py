"""The four accounts of the world and how each network names people: one local, two in the cloud, one native."""

from __future__ import annotations

from dataclasses import dataclass

from ...wire.json_values import Json
from .draw import Draw
from .people import Person, user

WHATSAPP = "local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc"
SIGNAL = "signal"
INSTAGRAM = "instagramgo"
IMESSAGE = "imessage_self"


@dataclass(frozen=True, slots=True)
class Network:
    """What is peculiar to one network: its ids, what it tells of people, and what it reports of sends."""

    account_id: str
    name: str
    bridge: Json
    login_id: str
    room_domain: str
    shows: str
    reports_sends: bool
    many_reactions: bool

    def user_id(self, who: Person) -> str:
        """The id of a person on this network."""
        if self.account_id == WHATSAPP:
            return f"@whatsapp_1555010{who.number:04d}:{self.room_domain}"
        if self.account_id == SIGNAL:
            return f"@signal_5a3c0000-0000-4000-8000-{who.number:012d}:beeper.local"
        if self.account_id == INSTAGRAM:
            return f"@instagram_178414000{who.number:05d}:beeper.local"
        return f"imsg##{who.phone}"

    def user(self, who: Person) -> Json:
        """A person as this network shows them."""
        return user(who, self.user_id(who), self.shows, is_self=who.number == 0)

    def room_id(self, draw: Draw) -> str:
        """A chat id as this network makes them."""
        return f"!{draw.word(18)}:{self.room_domain}"


NETWORKS = (
    Network(
        WHATSAPP, "WhatsApp", {"id": "local-whatsapp", "type": "whatsapp", "provider": "local"}, "15550100000",
        "ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc.local-whatsapp.localhost", "phone img", True, False,
    ),
    Network(
        SIGNAL, "Signal", {"id": "signal", "type": "signal", "provider": "cloud"},
        "5a3c0000-0000-4000-8000-000000000000", "beeper.local", "phone username img", True, True,
    ),
    Network(
        INSTAGRAM, "Instagram", {"id": "instagramgo", "type": "instagram", "provider": "cloud"}, "17841400000000",
        "beeper.local", "username img", False, True,
    ),
    Network(
        IMESSAGE, "iMessage", {"id": "imessage", "type": "imessage", "provider": "platform-sdk"}, "self",
        "beeper.local", "phone email", False, False,
    ),
)  # fmt: skip


def network_of(account_id: str) -> Network:
    """The network of an account of the seed."""
    return next(network for network in NETWORKS if network.account_id == account_id)


def account(network: Network, owner: Person) -> Json:
    """An Account as ``/v1/accounts`` lists it."""
    return {
        "accountID": network.account_id,
        "bridge": dict(network.bridge),
        "user": network.user(owner),
        "status": "connected",
        "statusText": "Connected",
        "network": network.name,
        "loginID": network.login_id,
        "capabilities": {"chats": {"create": True}, "messages": {"send": True}},
    }
