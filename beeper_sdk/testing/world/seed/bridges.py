"""The bridges this Beeper knows: one for each account of the world, and one nobody has signed in to yet."""

from __future__ import annotations

from ...wire.json_values import Json
from .accounts import NETWORKS, WHATSAPP

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
    """The ways to sign in to a bridge; the first is the one chosen when none is named."""
    code: Json = {"id": "phone", "name": "Phone number", "description": "Enter your number and the code you get"}
    qr: Json = {"id": "qr", "name": "QR code", "description": "Scan a code with the phone app"}
    cookies: Json = {"id": "cookies", "name": "Web sign-in", "description": "Sign in on the web page"}
    if bridge["type"] == "instagram":
        return [cookies]
    return [qr] if bridge["type"] == "signal" else [code, qr]
