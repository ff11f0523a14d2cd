"""What each network allows in a chat, in the shape of ``Chat.capabilities``."""

from __future__ import annotations

from ...wire.json_values import Json
from .accounts import IMESSAGE, INSTAGRAM, SIGNAL, WHATSAPP

_FORMATTING = {
    WHATSAPP: {"bold": 2, "italic": 2, "strikethrough": 2, "inline_code": 2, "code_block": 1, "custom_emoji": -2},
    SIGNAL: {"bold": 2, "italic": 2, "strikethrough": 2, "spoiler": 2, "inline_code": 1},
    INSTAGRAM: {},
    IMESSAGE: {"bold": 1, "italic": 1},
}
_LONGEST = {WHATSAPP: 65536, SIGNAL: 2000, INSTAGRAM: 1000, IMESSAGE: 20000}


def capabilities(account_id: str, kind: str) -> Json:
    """The capabilities of a chat of an account; groups can also be renamed."""
    wire: Json = {
        "formatting": _FORMATTING[account_id],
        "attachments": _attachments(account_id),
        "maxTextLength": _LONGEST[account_id],
        "locationMessage": 2 if account_id == WHATSAPP else -1,
        "poll": 2 if account_id == WHATSAPP else 0,
        "thread": 0,
        "reply": 2,
        "edit": 0 if account_id == INSTAGRAM else 2,
        "editMaxCount": 5 if account_id == IMESSAGE else 10,
        "editMaxAge": 900,
        "delete": 2,
        "deleteMaxAge": 172800,
        "deleteForMe": account_id != IMESSAGE,
        "reaction": 2,
        "reactionCount": 1,
        "customEmojiReactions": False,
        "readReceipts": True,
        "typingNotifications": account_id != INSTAGRAM,
        "archive": True,
        "markAsUnread": True,
        "deleteChat": True,
    }
    if account_id in (WHATSAPP, SIGNAL):
        wire["disappearingTimer"] = {"types": ["afterSend"], "timers": [86_400_000, 604_800_000, 7_776_000_000]}
    if kind == "group":
        wire["participantActions"] = {"ban": 0, "invite": 2, "kick": 2, "leave": 2, "revokeInvite": 1}
        wire["state"] = {"title": {"level": 2}, "description": {"level": 1}, "avatar": {"level": 2}}
    return wire


def _attachments(account_id: str) -> Json:
    limits: Json = {
        "m.image": {"mimeTypes": {"image/png": 2, "image/jpeg": 2, "image/gif": 1}, "caption": 2, "maxSize": 16777216},
        "m.file": {"mimeTypes": {"*/*": 2}, "maxSize": 104857600},
        "m.audio": {"mimeTypes": {"audio/wav": 1, "audio/ogg": 2}, "maxSize": 16777216, "maxDuration": 600},
    }
    if account_id == WHATSAPP:
        limits["org.matrix.msc3245.voice"] = {"mimeTypes": {"audio/ogg; codecs=opus": 2}, "viewOnce": True}
    return limits
