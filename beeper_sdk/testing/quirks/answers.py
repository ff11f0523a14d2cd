"""Quirks that alter finished answers: messages, people and accounts in them, older shapes, bodies that end early.

The former look at one JSON object at a time. Which messages are altered follows from their number, so that the same
message looks the same in every answer.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ..wire.errors import Refused, envelope, family_of, work_in_progress
from ..wire.json_values import Json, dumps
from ..wire.requests import Call, ServerResponse
from ..world.seed.accounts import IMESSAGE
from ._base import Alter, Quirk, as_json, each, is_message, only

EPOCH = "1970-01-01T00:00:00.000Z"
_CONTENTS = ("text", "attachments", "links", "mentions")


def _nth(message: Json, step: int) -> bool:
    return int(message["id"]) % step == 0


def _without(name: str) -> Alter:
    return lambda found: {key: value for key, value in found.items() if key != name}


def _stranger(found: Json) -> Json:
    if not is_message(found) or found.get("isSender"):
        return found
    sender = str(found["senderID"])
    number = sum(map(ord, sender))
    found["senderID"] = f"@stranger_{number}:beeper.local"
    if number % 2:
        found.pop("senderName", None)
    return found


def _at_epoch(found: Json) -> Json:
    if is_message(found) and _nth(found, 3):
        found["timestamp"] = EPOCH
    if "participants" in found and "localChatID" in found:
        found.setdefault("lastActivity", EPOCH)
    return found


def _blank(found: Json) -> Json:
    blank = is_message(found) and _nth(found, 4)
    return {key: value for key, value in found.items() if key not in _CONTENTS} if blank else found


def _lists(call: Call) -> bool:
    return any(word in call.name for word in ("list", "search", "get_accounts"))


def _incomplete(item: Json) -> Json:
    """Leave out a required field, or make it null: of every third message and chat, and of half of the accounts."""
    if is_message(item) and _nth(item, 3):
        if item.get("attachments"):
            del item["attachments"][0]["type"]
        else:
            item["timestamp"] = None
    elif "participants" in item and int(item.get("localChatID", 0)) % 3 == 1:
        item["unreadCount"] = None
        if int(item["localChatID"]) % 2:
            del item["participants"]
    elif "user" in item and sum(map(ord, str(item.get("accountID")))) % 2:
        del item["user"]
    return item


def _bare_page(call: Call, answer: ServerResponse) -> ServerResponse:
    body: Any = _json_of(answer)
    gone = {"hasMore", "chats"} | ({"oldestCursor", "newestCursor"} if call.name == "messages.list" else set[str]())
    if answer.status != 200 or "hasMore" not in body:
        return answer
    return _with(answer, {key: value for key, value in body.items() if key not in gone})


def _other_user(found: Json) -> Json:
    if "accountID" in found and isinstance(found.get("user"), dict):
        found["user"]["id"] = f"login:{found['accountID']}"
    return found


def _no_native(call: Call, answer: ServerResponse) -> ServerResponse:
    if answer.status != 200:
        return answer
    body: Json | list[Json] = json.loads(answer.body)
    if isinstance(body, list):
        return replace(answer, body=dumps([account for account in body if account["accountID"] != IMESSAGE]))
    if body["accountID"] != IMESSAGE:
        return answer
    return as_json(404, envelope(Refused(404, "Account not found"), family_of(call.path)))


_ACCOUNTS = only("accounts.list", "accounts.retrieve", "v0.get_accounts")

RECORDS = (
    Quirk(
        "stranger_sender",
        "The senders of other users' messages are not among the participants; half of them have no senderName.",
        9,
        change=each(_stranger, b'"senderID"'),
    ),
    Quirk("no_is_self", "isSelf is missing everywhere.", 10, change=each(_without("isSelf"), b'"isSelf"')),
    Quirk("no_is_sender", "isSender is missing everywhere.", 10, change=each(_without("isSender"), b'"isSender"')),
    Quirk(
        "account_user_differs",
        "The user of an account has another ID than the isSelf participant and the senderID of the user's messages.",
        10,
        _ACCOUNTS,
        change=each(_other_user, b'"accountID"'),
    ),
    Quirk(
        "accounts_without_native",
        "The iMessage account is missing from the list, and retrieving it fails with 404; its chats are served.",
        11,
        _ACCOUNTS,
        change=_no_native,
    ),
    Quirk(
        "epoch_timestamp",
        "Every third message, and every chat without activity, is dated 1970-01-01.",
        22,
        change=each(_at_epoch, b'"accountID"'),
    ),
    Quirk(
        "blank_messages",
        "Every fourth message has no content.",
        22,
        change=each(_blank, b'"senderID"'),
    ),
    Quirk(
        "odd_item",
        "Some messages, chats and accounts in lists lack a required field, or have null there.",
        35,
        _lists,
        change=each(_incomplete, b'"accountID"'),
    ),
    Quirk(
        "bare_page",
        "Pages have no hasMore and no map of chats; pages of messages have no cursors.",
        35,
        _lists,
        change=_bare_page,
    ),
)


def _json_of(answer: ServerResponse) -> Any:
    if not answer.header("content-type").startswith("application/json"):
        return None
    return json.loads(answer.body)


def _with(answer: ServerResponse, body: object) -> ServerResponse:
    return replace(answer, body=dumps(body))


def _refusal(answer: ServerResponse) -> Refused | None:
    if answer.status < 400:
        return None
    # Errors of v1 are objects with a message; those of the other families are left as they are.
    body: Json = _json_of(answer) or {}
    if "message" not in body:
        return None
    return Refused(answer.status, str(body["message"]), code=str(body["code"]), details=body.get("details"))


def _v0_errors(_: Call, answer: ServerResponse) -> ServerResponse:
    refused = _refusal(answer)
    return answer if refused is None else _with(answer, envelope(refused, "v0"))


def _wip_errors(_: Call, answer: ServerResponse) -> ServerResponse:
    refused = _refusal(answer)
    if refused is None:
        return answer
    return _with(answer, work_in_progress(refused))


def _legacy_pages(_: Call, answer: ServerResponse) -> ServerResponse:
    body: Json | None = _json_of(answer) if answer.status == 200 else None
    if body is None or "items" not in body:
        return answer
    return _with(answer, {"items": body["items"], "hasMore": body["hasMore"]})


def _success_body(_: Call, answer: ServerResponse) -> ServerResponse:
    return as_json(200, {"success": True}) if answer.status == 204 else answer


def _initializing(_: Call, answer: ServerResponse) -> ServerResponse:
    body: Json | None = _json_of(answer) if answer.status == 200 else None
    return answer if body is None else _with(answer, body | {"state": "initializing"})


def _cut_off(_: Call, answer: ServerResponse) -> ServerResponse:
    return answer.first(answer.size // 2) if answer.size > 1 else answer


def _hang_up(_: Call, answer: ServerResponse) -> ServerResponse:
    return replace(answer, cut_after=answer.size // 2) if answer.size else answer


SHAPES = (
    Quirk("v0_errors", "Errors have the envelope of v0: {error, code, details}.", 33, change=_v0_errors),
    Quirk("wip_errors", "Errors have the envelope of the unreleased v1: {error: {…}}.", 33, change=_wip_errors),
    Quirk(
        "legacy_pages",
        "Pages of messages have no cursors; sort keys are used as cursors.",
        32,
        only("messages.list"),
        change=_legacy_pages,
    ),
    Quirk("success_body", "Responses with status 204 become 200 {success: true}.", 31, change=_success_body),
    Quirk(
        "state_initializing",
        "The setup state is initializing, although everything works.",
        24,
        only("app.setup.retrieve"),
        change=_initializing,
    ),
    Quirk("cut_off", "The body is truncated, with a matching Content-Length.", change=_cut_off),
    Quirk("hang_up", "The connection closes in the middle of the body.", change=_hang_up),
)
