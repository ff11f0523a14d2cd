"""Quirks that alter finished answers: older shapes, missing fields, bodies that end early."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ..wire.errors import Refused, envelope, work_in_progress
from ..wire.json_values import Json, dumps
from ..wire.requests import Answer, Call
from ._base import Quirk, as_json, only


def _json_of(answer: Answer) -> Any:
    if not answer.header("content-type").startswith("application/json"):
        return None
    return json.loads(answer.body)


def _with(answer: Answer, body: object) -> Answer:
    return replace(answer, body=dumps(body))


def _refusal(answer: Answer) -> Refused | None:
    if answer.status < 400:
        return None
    # Errors of v1 are objects with a message; those of the other families are left as they are.
    body: Json = _json_of(answer) or {}
    if "message" not in body:
        return None
    return Refused(answer.status, str(body["message"]), code=str(body["code"]), details=body.get("details"))


def _v0_errors(_: Call, answer: Answer) -> Answer:
    refused = _refusal(answer)
    return answer if refused is None else _with(answer, envelope(refused, "v0"))


def _wip_errors(_: Call, answer: Answer) -> Answer:
    refused = _refusal(answer)
    if refused is None:
        return answer
    return _with(answer, work_in_progress(refused))


def _legacy_pages(_: Call, answer: Answer) -> Answer:
    body: Json | None = _json_of(answer) if answer.status == 200 else None
    if body is None or "items" not in body:
        return answer
    return _with(answer, {"items": body["items"], "hasMore": body["hasMore"]})


def _success_body(_: Call, answer: Answer) -> Answer:
    return as_json(200, {"success": True}) if answer.status == 204 else answer


def _initializing(_: Call, answer: Answer) -> Answer:
    body: Json | None = _json_of(answer) if answer.status == 200 else None
    return answer if body is None else _with(answer, body | {"state": "initializing"})


def _cut_off(_: Call, answer: Answer) -> Answer:
    return replace(answer, body=answer.body[: len(answer.body) // 2]) if len(answer.body) > 1 else answer


def _hang_up(_: Call, answer: Answer) -> Answer:
    return replace(answer, hangs_up=True) if answer.body else answer


SHAPES = (
    Quirk("v0_errors", "Errors wear the envelope of v0: {error, code, details}.", 33, change=_v0_errors),
    Quirk("wip_errors", "Errors wear the envelope of the unreleased v1: {error: {…}}.", 33, change=_wip_errors),
    Quirk(
        "legacy_pages",
        "Pages of messages have no cursors; a sort key is the cursor.",
        32,
        only("messages_list"),
        change=_legacy_pages,
    ),
    Quirk("success_body", "What answers 204 answers 200 {success: true}.", 31, change=_success_body),
    Quirk(
        "state_initializing",
        "The state of the app says initializing, while everything works.",
        24,
        only("app_setup_retrieve"),
        change=_initializing,
    ),
    Quirk("cut_off", "The body ends in the middle, under a Content-Length that fits.", change=_cut_off),
    Quirk("hang_up", "The connection closes in the middle of the body.", change=_hang_up),
)
