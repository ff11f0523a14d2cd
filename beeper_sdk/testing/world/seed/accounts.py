"""The four accounts of the world: how each network names people, its bridge, and what it allows in a chat.

One is local, two are in the cloud, one is native; a fifth bridge is there that nobody has signed in to yet.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...wire.json_values import Json
from .people import Draw, Person, user

WHATSAPP = "local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc"
SIGNAL = "signal"
INSTAGRAM = "instagramgo"
IMESSAGE = "imessage_self"


@dataclass(frozen=True, slots=True)
class Network:
    """The properties of one network: its IDs, the data of its users, and whether it reports the status of messages."""

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


MATRIX_USER = "@alice:beeper.local"
MATRIX_DEVICE = "FAKEDEVICE"


def bridges() -> list[Json]:
    """Bridges without what follows from their accounts (counts and lists are filled in when they are served)."""
    known: list[Json] = [
        {
            **network.bridge,
            "displayName": network.name,
            "supportsMultipleAccounts": network.account_id != WHATSAPP,
            "network": network.name.lower(),
        }
        for network in NETWORKS
    ]
    telegram: Json = {
        "id": "local-telegram",
        "type": "telegram",
        "provider": "local",
        "displayName": "Telegram",
        "supportsMultipleAccounts": True,
        "network": "telegram",
    }
    return [*known, telegram]


def provisioning(bridge: Json) -> Json:
    """The advanced capabilities of a bridge."""
    by_phone = bridge["type"] in ("whatsapp", "signal", "telegram", "imessage")
    lookups: Json = {
        "create_dm": True,
        "lookup_phone": by_phone,
        "lookup_email": bridge["type"] == "imessage",
        "lookup_username": bridge["type"] in ("instagram", "telegram", "signal"),
        "any_phone": by_phone,
        "contact_list": True,
        "search": bridge["type"] == "instagram",
    }
    group: Json = {
        "type_description": "group chat",
        "name": {"allowed": True, "required": bridge["type"] == "whatsapp", "min_length": 1, "max_length": 100},
        "topic": {"allowed": bridge["type"] != "imessage"},
        "disappear": {"allowed": True, "settings": {"types": ["", "after_send"], "timers": [86400000]}},
        "participants": {"allowed": True, "required": True, "min_length": 1},
    }
    return {"resolve_identifier": lookups, "group_creation": {"group": group}, "image_pack_import": False}


def flows(bridge: Json) -> list[Json]:
    """The ways to sign in to a bridge; the first is the default."""
    code: Json = {"id": "phone", "name": "Phone number", "description": "Enter your number and the code you get"}
    qr: Json = {"id": "qr", "name": "QR code", "description": "Scan a code with the phone app"}
    cookies: Json = {"id": "cookies", "name": "Web sign-in", "description": "Sign in on the web page"}
    if bridge["type"] == "instagram":
        return [cookies]
    return [qr] if bridge["type"] == "signal" else [code, qr]


_FORMATTING = {
    WHATSAPP: {"bold": 2, "italic": 2, "strikethrough": 2, "inline_code": 2, "code_block": 1, "custom_emoji": -2},
    SIGNAL: {"bold": 2, "italic": 2, "strikethrough": 2, "spoiler": 2, "inline_code": 1},
    INSTAGRAM: {},
    IMESSAGE: {"bold": 1, "italic": 1},
}
_EDITS: dict[str, Json] = {
    WHATSAPP: {"edit": 2, "editMaxAge": 900},
    SIGNAL: {"edit": 2, "editMaxCount": 10, "editMaxAge": 86_400},
    INSTAGRAM: {"edit": 2, "editMaxCount": 5, "editMaxAge": 900},
    IMESSAGE: {"edit": 2, "editMaxCount": 5, "editMaxAge": 900},
}
"""Bridges reported the ages of the first three and the number of Signal; the rest is what the networks document."""
_DELETIONS = {WHATSAPP: 172_800, SIGNAL: 86_400, IMESSAGE: 120}
"""Seconds in which a message can be deleted for everyone; on Instagram there is no limit."""
_MAX_TEXT_LENGTHS = {WHATSAPP: 65536, SIGNAL: 2000, INSTAGRAM: 1000, IMESSAGE: 20000}


def capabilities(account_id: str, kind: str) -> Json:
    """The capabilities of a chat of an account; groups can also be renamed."""
    wire: Json = {
        "formatting": _FORMATTING[account_id],
        "attachments": _attachments(account_id),
        "maxTextLength": _MAX_TEXT_LENGTHS[account_id],
        "locationMessage": 2 if account_id == WHATSAPP else -1,
        "poll": 2 if account_id == WHATSAPP else 0,
        "thread": 0,
        "reply": 2,
        **_EDITS[account_id],
        "delete": 2,
        "deleteForMe": account_id != IMESSAGE,
        "reaction": 2,
        "reactionCount": 5 if network_of(account_id).many_reactions else 1,
        "customEmojiReactions": False,
        "readReceipts": True,
        "typingNotifications": account_id != INSTAGRAM,
        "archive": True,
        "markAsUnread": True,
        "deleteChat": True,
    }
    if account_id in _DELETIONS:
        wire["deleteMaxAge"] = _DELETIONS[account_id]
    if account_id in (WHATSAPP, SIGNAL):
        wire["disappearingTimer"] = {"types": ["afterSend"], "timers": [86_400_000, 604_800_000, 7_776_000_000]}
    if kind == "group":
        wire["participantActions"] = {"ban": 0, "invite": 2, "kick": 2, "leave": 2, "revokeInvite": 1}
        wire["state"] = {"title": {"level": 2}, "description": {"level": 1}, "avatar": {"level": 2}}
    return wire


def _attachments(account_id: str) -> Json:
    images = {"image/png": 2, "image/jpeg": 2, "image/gif": 1, "image/webp": 1}
    limits: Json = {
        "m.image": {"mimeTypes": images, "caption": 2, "maxSize": 16777216},
        "m.video": {"mimeTypes": {"video/mp4": 2, "video/quicktime": 1}, "caption": 2, "maxSize": 104857600},
        "m.file": {"mimeTypes": {"*/*": 2}, "caption": 2, "maxSize": 104857600},
        "m.audio": {"mimeTypes": {"audio/wav": 1, "audio/mpeg": 2, "audio/ogg": 2}, "maxSize": 16777216},
    }
    limits["m.audio"]["maxDuration"] = 600
    if account_id != IMESSAGE:
        limits["org.matrix.msc3245.voice"] = {"mimeTypes": {"audio/ogg; codecs=opus": 2}, "viewOnce": True}
        limits["m.sticker"] = {"mimeTypes": {"image/webp": 2, "image/png": 1}}
        limits["fi.mau.gif"] = {"mimeTypes": {"video/mp4": 2, "image/gif": 1}, "caption": 2}
    return limits
