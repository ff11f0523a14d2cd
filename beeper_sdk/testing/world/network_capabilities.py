"""What networks allow: in a chat, when a chat is made, and to sign in. By the type of the bridge."""

from __future__ import annotations

from ..wire.json_values import Json

_DAY = 86_400
_FORMATTING: dict[str, Json] = {
    "whatsapp": {"bold": 2, "italic": 2, "strikethrough": 2, "inline_code": 2, "code_block": 1, "custom_emoji": -2},
    "signal": {"bold": 2, "italic": 2, "strikethrough": 2, "spoiler": 2, "inline_code": 1},
    "imessage": {"bold": 1, "italic": 1},
    "telegram": {"bold": 2, "italic": 2, "underline": 2, "strikethrough": 2, "spoiler": 2, "code_block": 2},
    "matrix": {"bold": 2, "italic": 2, "strikethrough": 2, "inline_code": 2, "code_block": 2, "custom_emoji": 2},
    "discord": {"bold": 2, "italic": 2, "underline": 2, "strikethrough": 2, "spoiler": 2, "code_block": 2},
    "slack": {"bold": 2, "italic": 2, "strikethrough": 2, "inline_code": 2, "code_block": 2, "custom_emoji": 2},
    "googlechat": {"bold": 2, "italic": 2, "strikethrough": 2, "inline_code": 2, "code_block": 2},
}
_MAX_TEXT_LENGTHS = {
    "whatsapp": 65536, "signal": 2000, "instagram": 1000, "imessage": 20000, "telegram": 4096, "matrix": 65536,
    "discord": 2000, "slack": 40000, "linkedin": 8000, "facebook": 20000, "gmessages": 5000, "googlechat": 4096,
    "twitter": 10000,
}  # fmt: skip
_OVERRIDES: dict[str, Json] = {
    "whatsapp": {"locationMessage": 2, "poll": 2, "editMaxCount": None},
    "signal": {"editMaxAge": _DAY, "editMaxCount": 10, "deleteMaxAge": _DAY, "reactionCount": 5},
    "instagram": {"editMaxCount": 5, "deleteMaxAge": None, "reactionCount": 5, "typingNotifications": False},
    "imessage": {"editMaxCount": 5, "deleteMaxAge": 120, "deleteForMe": False},
    "telegram": {"locationMessage": 2, "poll": 1, "editMaxAge": 2 * _DAY, "editMaxCount": None},
    "matrix": {"thread": 2, "editMaxAge": None, "editMaxCount": None, "deleteMaxAge": None, "reactionCount": None},
    "discord": {"thread": 1, "editMaxAge": None, "editMaxCount": None, "deleteMaxAge": None, "readReceipts": False},
    "slack": {"thread": 2, "editMaxAge": None, "editMaxCount": None, "deleteMaxAge": None, "readReceipts": False},
    "linkedin": {"editMaxAge": 3600, "deleteMaxAge": 3600},
    "facebook": {"editMaxCount": 5, "deleteMaxAge": None},
    "gmessages": {"edit": 0, "delete": 0, "reply": 1},
    "googlechat": {"editMaxAge": None, "editMaxCount": None, "deleteMaxAge": None},
    "twitter": {"editMaxCount": 5, "deleteMaxAge": None},
}
"""Where a network differs from `_USUAL`; None where it sets no limit."""
_USUAL: Json = {
    "locationMessage": -1,
    "poll": 0,
    "thread": 0,
    "reply": 2,
    "edit": 2,
    "editMaxCount": 10,
    "editMaxAge": 900,
    "delete": 2,
    "deleteMaxAge": 2 * _DAY,
    "deleteForMe": True,
    "reaction": 2,
    "reactionCount": 1,
    "customEmojiReactions": False,
    "readReceipts": True,
    "typingNotifications": True,
    "archive": True,
    "markAsUnread": True,
    "deleteChat": True,
}
_DISAPPEARING = ("whatsapp", "signal", "telegram")


def capabilities(network_type: str, kind: str) -> Json:
    """The capabilities of a chat of a network; groups can also be renamed."""
    wire: Json = {
        "formatting": dict(_FORMATTING.get(network_type, {})),
        "attachments": _attachments(network_type),
        "maxTextLength": _MAX_TEXT_LENGTHS.get(network_type, 10000),
    }
    usual = _USUAL | _OVERRIDES.get(network_type, {})
    wire |= {name: value for name, value in usual.items() if value is not None}
    if network_type in _DISAPPEARING:
        wire["disappearingTimer"] = {"types": ["afterSend"], "timers": [86_400_000, 604_800_000, 7_776_000_000]}
    if kind == "group":
        wire["participantActions"] = {"ban": 0, "invite": 2, "kick": 2, "leave": 2, "revokeInvite": 1}
        wire["state"] = {"title": {"level": 2}, "description": {"level": 1}, "avatar": {"level": 2}}
    return wire


def _attachments(network_type: str) -> Json:
    images = {"image/png": 2, "image/jpeg": 2, "image/gif": 1, "image/webp": 1}
    limits: Json = {
        "m.image": {"mimeTypes": images, "caption": 2, "maxSize": 16777216},
        "m.video": {"mimeTypes": {"video/mp4": 2, "video/quicktime": 1}, "caption": 2, "maxSize": 104857600},
        "m.file": {"mimeTypes": {"*/*": 2}, "caption": 2, "maxSize": 104857600},
        "m.audio": {"mimeTypes": {"audio/wav": 1, "audio/mpeg": 2, "audio/ogg": 2}, "maxSize": 16777216},
    }
    limits["m.audio"]["maxDuration"] = 600
    if network_type != "imessage":
        limits["org.matrix.msc3245.voice"] = {"mimeTypes": {"audio/ogg; codecs=opus": 2}, "viewOnce": True}
        limits["m.sticker"] = {"mimeTypes": {"image/webp": 2, "image/png": 1}}
        limits["fi.mau.gif"] = {"mimeTypes": {"video/mp4": 2, "image/gif": 1}, "caption": 2}
    return limits


_BY_PHONE = ("whatsapp", "signal", "telegram", "imessage", "gmessages")
_BY_USERNAME = ("instagram", "telegram", "signal", "matrix", "discord", "twitter")


def provisioning(bridge: Json) -> Json:
    """The advanced capabilities of a bridge."""
    kind = bridge["type"]
    lookups: Json = {
        "create_dm": True,
        "lookup_phone": kind in _BY_PHONE,
        "lookup_email": kind in ("imessage", "slack", "googlechat"),
        "lookup_username": kind in _BY_USERNAME,
        "any_phone": kind in _BY_PHONE,
        "contact_list": True,
        "search": kind in ("instagram", "facebook", "slack", "linkedin"),
    }
    group: Json = {
        "type_description": "group chat",
        "name": {"allowed": True, "required": kind == "whatsapp", "min_length": 1, "max_length": 100},
        "topic": {"allowed": kind != "imessage"},
        "disappear": {"allowed": True, "settings": {"types": ["", "after_send"], "timers": [86400000]}},
        "participants": {"allowed": True, "required": True, "min_length": 1},
    }
    return {"resolve_identifier": lookups, "group_creation": {"group": group}, "image_pack_import": False}


_COOKIES = ("instagram", "facebook", "linkedin", "slack", "discord", "twitter", "googlechat")


def flows(bridge: Json) -> list[Json]:
    """The ways to sign in to a bridge; the first is the default."""
    code: Json = {"id": "phone", "name": "Phone number", "description": "Enter your number and the code you get"}
    qr: Json = {"id": "qr", "name": "QR code", "description": "Scan a code with the phone app"}
    cookies: Json = {"id": "cookies", "name": "Web sign-in", "description": "Sign in on the web page"}
    if bridge["type"] in _COOKIES:
        return [cookies]
    return [qr] if bridge["type"] in ("signal", "gmessages") else [code, qr]
