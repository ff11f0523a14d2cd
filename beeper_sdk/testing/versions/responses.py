"""Converts responses of the newest app to those of older ones, by the rows of ``app_versions`` and the spec."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ..wire import app_versions as ages
from ..wire.app_versions import Version
from ..wire.errors import CODES, Refused, envelope, family_of
from ..wire.json_values import Json, dumps, is_list, is_object
from ..wire.requests import Answer, Call
from .fields import answer_pointer, trimmed

_ACTIONS = {"chats_archive", "chats_reminders_create", "chats_reminders_delete"}


def answered(version: Version, call: Call, answer: Answer) -> Answer:
    """An answer as an app of that version would have given it; the call is in today's form."""
    if answer.status == 204 and call.name in _ACTIONS and version in ages.SUCCESS_BODIES:
        return _json(answer, {"success": True}, 200)
    if not answer.header("content-type").startswith("application/json"):
        return answer
    if answer.status >= 400:
        return _refused(version, call, answer)
    pointer = answer_pointer(call.name, answer.status)
    if pointer is None:
        return answer
    body = trimmed(_reshaped(version, call, json.loads(answer.body)), pointer, version)
    return _json(answer, _cut(body) if version in ages.TEXT_CUT else body, answer.status)


def _json(answer: Answer, body: object, status: int) -> Answer:
    headers = tuple(pair for pair in answer.headers if pair[0].lower() != "content-type")
    return replace(
        answer,
        status=status,
        headers=(("content-type", "application/json; charset=utf-8"), *headers),
        body=dumps(body),
    )


def _reshaped(version: Version, call: Call, body: Any) -> Any:
    if call.name == "chats_create" and version in ages.ID_ONLY_CREATES:
        kept = ("chatID", "status") if call.path.endswith("/start") else ("chatID",)
        return {key: body[key] for key in kept}
    if call.name == "messages_update" and version in ages.SHORT_EDITS:
        return {key: body[key] for key in ("chatID", "messageID", "success")}
    return body


def _refused(version: Version, call: Call, answer: Answer) -> Answer:
    body: Json = json.loads(answer.body)
    if family_of(call.path) not in ("v0", "v1"):
        return answer
    status = answer.status
    if version in ages.FEW_STATUSES and status in ages.EARLIER_STATUS:
        status = ages.EARLIER_STATUS[status]
        body["code"] = CODES[status]
    if version < ages.V1 and "message" in body:
        refused = Refused(status, str(body["message"]), code=str(body["code"]), details=body.get("details"))
        body = envelope(refused, "v0")
    return _json(answer, body, status)


def _cut(value: Any) -> Any:
    """Message texts, wherever they stand, cut as the first apps did."""
    if is_list(value):
        return [_cut(item) for item in value]
    if not is_object(value):
        return value
    found: Json = {name: _cut(inner) for name, inner in value.items()}
    if "senderID" in found and isinstance(found.get("text"), str):
        found["text"] = found["text"][: ages.TEXT_LIMIT]
    return found
