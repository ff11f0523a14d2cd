"""Where the contract says something else than the tables, on purpose: what it says instead, and why.

A departure that is no longer one fails the tests too.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

_OLDER = "not every app from 4.1.294 on sends it"
_SORT_KEY: Final[dict[str, Any]] = {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]}

Shape: TypeAlias = dict[str, Any]

FIELDS: Final[dict[str, tuple[Shape, str]]] = {
    "Account.bridge": ({"ref": "AccountBridge"}, _OLDER),
    "Account.status": (
        {
            "type": "string",
            "enum": [
                "attention_required",
                "backfilling",
                "connected",
                "connecting",
                "connection_required",
                "disabled",
                "disconnected",
                "reconnect_required",
            ],
        },
        _OLDER,
    ),
    "Account.capabilities": ({"ref": "AccountCapabilities"}, "a free-form object with a name"),
    "Chat.network": ({"type": "string"}, _OLDER),
    "Chat.title": ({"type": "string", "nullable": True}, _OLDER),
    "Chat.lastReadMessageSortKey": (_SORT_KEY, "older apps send an integer or null too"),
    "V0Chat.lastReadMessageSortKey": (_SORT_KEY, "null was documented for a while"),
    "MessagePage.oldestCursor": ({"type": "string", "nullable": True}, "pages had no cursors before app 4.2.808"),
    "MessagePage.newestCursor": ({"type": "string", "nullable": True}, "pages had no cursors before app 4.2.808"),
    "SetupEmailRequest.email": ({"type": "string", "required": True}, "format: email would need another package"),
    "ClientRegistrationRequest.client_uri": ({"type": "string"}, "format: uri changes the type in one generator"),
}

_NEWER = "a newer app may send more"
#: Schemas that are closed in the tables and open here.
OPENED: Final[dict[str, str]] = dict.fromkeys(
    [
        "AppStateSnapshot",
        "AppStateUpdated",
        "ChatDeleted",
        "ChatUpserted",
        "MessageDeleted",
        "MessageUpserted",
        "RecoveryKeyResetResult",
        "SessionResult",
        "SetupCompleteResult",
        "SetupCredentials",
        "SetupRegistrationCopy",
        "SetupRegistrationRequired",
        "SetupStartResult",
        "Verification",
        "VerificationRemoved",
        "VerificationResult",
        "VerificationUpdated",
        "WSAppSubscription",
        "WSError",
        "WSReady",
        "WSSubscriptionsUpdated",
    ],
    _NEWER,
)

_BOTH = "by app version with and without a body"
#: Answers by operation and status.
ANSWERS: Final[dict[str, tuple[dict[int, object], str]]] = {
    "chats.archive": ({200: "LegacyActionResult", 204: None}, _BOTH),
    "chats.reminders.create": ({200: "LegacyActionResult", 204: None}, _BOTH),
    "chats.reminders.delete": ({200: "LegacyActionResult", 204: None}, _BOTH),
    "messages.delete": ({200: None, 204: None}, _BOTH),
    "chats.create": ({200: "ChatCreateResult"}, "before app 4.2.808 only the ID comes back"),
    "messages.update": ({200: "MessageUpdateResult"}, "before app 4.2.808 only the IDs come back"),
    "info.spec": ({200: "OpenAPIDocument"}, "a free-form object with a name"),
}

#: Security by operation; Matrix operations take read for GET and write for the rest.
SECURITY: Final[dict[str, tuple[list[dict[str, list[str]]], str]]] = {
    "v0.download_asset": ([{"bearer": ["read"]}], "as its successor"),
}
