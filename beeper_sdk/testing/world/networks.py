"""The networks of the fake server, by the type of their bridge: how each names people, its bridge, and what it reports.

The network of an account is read from its data, ``account["bridge"]["type"]``, so that an account can be added to any
network at any time. What a network allows in a chat is in ``network_capabilities``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..wire.json_values import Json
from .seed.people import Draw, Person, user


@dataclass(frozen=True, slots=True)
class Network:
    """The properties of one network: its IDs, the data of its users, and whether it reports the status of messages."""

    type: str
    """The type of the bridge."""
    name: str
    bridge_id: str
    provider: str
    user_ids: str
    """The form of a user ID; its fields are those of `user_id`."""
    login_ids: str
    """The form of the ID of a login, which has the same fields."""
    shows: str
    """What it shows of a user besides the name: phone, email, username, img."""
    reports_sends: bool = False
    many_reactions: bool = False
    multiple: bool = True
    """Whether a bridge can have several accounts."""
    aliases: tuple[str, ...] = ()

    def domain(self, account_id: str) -> str:
        """What follows the colon in the chat IDs of an account; local bridges have one for each account."""
        if self.provider != "local" or not account_id.startswith(f"{self.bridge_id}_"):
            return "beeper.local"
        return f"{account_id.removeprefix(f'{self.bridge_id}_')}.{self.bridge_id}.localhost"

    def user_id(self, who: Person, account_id: str) -> str:
        """The ID of a person on this network, as an account sees it."""
        return self._filled(self.user_ids, who, account_id)

    def login_id(self, who: Person, account_id: str) -> str:
        """The ID of the login of an account whose owner is a person."""
        return self._filled(self.login_ids, who, account_id)

    def _filled(self, form: str, who: Person, account_id: str) -> str:
        fields = {"n": who.number, "phone": who.phone, "name": who.username.removeprefix("@")}
        return form.format(**fields, domain=self.domain(account_id))

    def user(self, who: Person, account_id: str) -> Json:
        """A person as this network shows them."""
        return user(who, self.user_id(who, account_id), self.shows, is_self=who.number == 0)

    def room_id(self, draw: Draw, account_id: str) -> str:
        """A chat ID as this network makes them."""
        return f"!{draw.word(18)}:{self.domain(account_id)}"

    def account_id(self, count: int) -> str:
        """The ID of the next account of a bridge that has that many."""
        if self.provider == "local":
            return f"{self.bridge_id}_ba_{Draw(count, f'account/{self.bridge_id}').word(27)}"
        if self.type == "slack":
            return f"{self.bridge_id}.TFAKE{count + 1}-U0000"
        first = f"{self.bridge_id}_self" if self.provider == "platform-sdk" else self.bridge_id
        return first if count == 0 else f"{self.bridge_id}_{count + 1}"

    def bridge(self) -> Json:
        """A bridge as ``/v1/bridges`` lists it, without what follows from its accounts."""
        return {
            **self.account_bridge(),
            "displayName": self.name,
            "supportsMultipleAccounts": self.multiple,
            "network": self.name.lower(),
        }

    def account_bridge(self) -> Json:
        """The bridge as an account describes it."""
        return {"id": self.bridge_id, "type": self.type, "provider": self.provider}


WHATSAPP = Network(
    "whatsapp", "WhatsApp", "local-whatsapp", "local", "@whatsapp_1555010{n:04d}:{domain}", "1555010{n:04d}",
    "phone img", reports_sends=True, multiple=False,
)  # fmt: skip
SIGNAL = Network(
    "signal", "Signal", "signal", "cloud", "@signal_5a3c0000-0000-4000-8000-{n:012d}:beeper.local",
    "5a3c0000-0000-4000-8000-{n:012d}", "phone username img", reports_sends=True, many_reactions=True,
)  # fmt: skip
INSTAGRAM = Network(
    "instagram", "Instagram", "instagramgo", "cloud", "@instagram_178414000{n:05d}:beeper.local", "178414000{n:05d}",
    "username img", many_reactions=True,
)  # fmt: skip
IMESSAGE = Network("imessage", "iMessage", "imessage", "platform-sdk", "imsg##{phone}", "self", "phone email")
TELEGRAM = Network(
    "telegram", "Telegram", "local-telegram", "local", "@telegram_70000{n:05d}:{domain}", "70000{n:05d}",
    "phone username img", reports_sends=True,
)  # fmt: skip
MATRIX = Network(
    "matrix", "Beeper", "matrix", "cloud", "@{name}:beeper.local", "@{name}:beeper.local", "username img",
    reports_sends=True, many_reactions=True, multiple=False, aliases=("hungryserv", "beeper"),
)  # fmt: skip
NETWORKS = (
    WHATSAPP, SIGNAL, INSTAGRAM, IMESSAGE, TELEGRAM, MATRIX,
    Network(
        "discord", "Discord", "discordgo", "cloud", "@discord_90000000000{n:07d}:beeper.local", "90000000000{n:07d}",
        "username img", reports_sends=True, many_reactions=True, aliases=("discordgo",),
    ),
    Network(
        "slack", "Slack", "slackgo", "cloud", "@slack_tfake1-u{n:04d}:beeper.local", "TFAKE1-U{n:04d}", "email img",
        reports_sends=True, many_reactions=True, aliases=("slackgo",),
    ),
    Network(
        "linkedin", "LinkedIn", "linkedin", "cloud", "@linkedin_acoaafake{n:05d}:beeper.local", "ACoAAFAKE{n:05d}",
        "img", reports_sends=True, many_reactions=True,
    ),
    Network(
        "facebook", "Messenger", "facebookgo", "cloud", "@facebook_1000700000{n:05d}:beeper.local",
        "1000700000{n:05d}", "img", reports_sends=True, aliases=("messenger", "facebookgo"),
    ),
    Network(
        "gmessages", "Google Messages", "gmessages", "cloud", "@gmessages_{n}:beeper.local", "{phone}", "phone",
        reports_sends=True, aliases=("googlemessages", "sms", "rcs"),
    ),
    Network(
        "googlechat", "Google Chat", "googlechat", "cloud", "@googlechat_1170000000{n:05d}:beeper.local",
        "1170000000{n:05d}", "email img", many_reactions=True,
    ),
    Network(
        "twitter", "X", "twitter", "cloud", "@twitter_15000{n:05d}:beeper.local", "15000{n:05d}", "username img",
        aliases=("x",),
    ),
)  # fmt: skip
_BY_TYPE = {network.type: network for network in NETWORKS}
TYPES = tuple(_BY_TYPE)


def network_named(name: str) -> Network | None:
    """The network with a type, a name or an alias, whatever its case; None if there is none."""
    wanted = name.casefold()
    known = (network for network in NETWORKS if wanted in {network.type, network.name.casefold(), *network.aliases})
    return next(known, None)


def network_of(account: Json) -> Network:
    """The network of an account. Its bridge may have another ID or provider than the network usually has.

    A type that is not known, which a test may have written into an account, is a cloud network without peculiarities.
    """
    bridge: Json = account["bridge"]
    known = _BY_TYPE.get(bridge["type"])
    if known is None:
        name = str(account.get("network") or bridge["type"])
        form = f"@{bridge['type']}_{{n}}:beeper.local"
        return Network(bridge["type"], name, bridge["id"], bridge["provider"], form, "{n}", "username")
    same = (known.bridge_id, known.provider) == (bridge["id"], bridge["provider"])
    return known if same else replace(known, bridge_id=bridge["id"], provider=bridge["provider"])
