"""The results of verbs as JSON."""

from __future__ import annotations

import base64
from dataclasses import fields
from datetime import datetime
from typing import get_args, get_origin

from ..faults.rules import RuleHandle, number_of
from ..recorded.request import RecordedRequest
from ..recorded.requests import RequestList
from ..websockets import WebSocket
from ..wire.json_values import Json, dumps, is_list, is_object, stamp, to_ms
from .shapes import shape_of


class Encoded(bytes):
    """JSON that is encoded already."""


REFERRED: dict[object, str] = {RuleHandle: "Rule", RecordedRequest: "Request", WebSocket: "WebSocket"}
"""The schemas of objects, by name; ``SCHEMAS`` has them."""
_TEXT: Json = {"type": "string"}
_LISTS: Json = {"type": "object", "additionalProperties": {"type": "array"}}
SCHEMAS: dict[str, Json] = {
    "Rule": {
        "type": "object",
        "description": "A quirk, or a rule of `fail` or `chaos`.",
        "required": ["id", "name", "hits"],
        "properties": {
            "id": _TEXT,
            "name": _TEXT,
            "hits": {"type": "integer", "description": "How many requests it applied to."},
        },
    },
    "Request": {
        "type": "object",
        "description": "A request that the server received, without tokens.",
        "properties": {
            **dict.fromkeys(("method", "operation", "template", "path", "query", "host", "effect"), _TEXT),
            "headers": {"type": "object", "additionalProperties": _TEXT},
            "fingerprint": _TEXT,
            "has_token": {"type": "boolean"},
            "happened": {"type": "boolean", "description": "Whether the operation was performed."},
            "status": {"type": ["integer", "null"]},
            "body": {
                "description": "The body as base64; null if it was not kept.",
                "anyOf": [shape_of(bytes).schema, {"type": "null"}],
            },
            "path_params": {"type": "object", "additionalProperties": _TEXT},
            "params": _LISTS,
            "json": {"description": "The body, if it is JSON; null if not."},
            "form": _LISTS,
        },
    },
    "WebSocket": {
        "type": "object",
        "required": ["chat_ids", "app_state", "events"],
        "properties": {
            "chat_ids": {"type": "array", "items": _TEXT},
            "app_state": {"type": "boolean"},
            "events": {"type": "integer"},
        },
    },
}


def schema_of(hint: object) -> Json:
    """The JSON Schema of results with an annotation. Raises TypeError."""
    if hint in REFERRED:
        return {"$ref": f"#/components/schemas/{REFERRED[hint]}"}
    if hint is Encoded:
        return {"type": "object"}
    if hint is RequestList:
        return {"type": "array", "items": schema_of(RecordedRequest)}
    if get_origin(hint) is list:
        return {"type": "array", "items": schema_of(get_args(hint)[0])}
    return shape_of(hint).schema


def encoded(result: object) -> bytes:
    """The body of the response with a result."""
    return result if isinstance(result, Encoded) else dumps(_plain(result))


def _plain(value: object) -> object:
    if isinstance(value, RuleHandle):
        return {"id": str(number_of(value)), "name": value.name, "hits": value.hits}
    if isinstance(value, RecordedRequest):
        return _request(value)
    if isinstance(value, WebSocket):
        return {"chat_ids": list(value.chat_ids), "app_state": value.app_state, "events": value.events}
    if isinstance(value, datetime):
        return stamp(to_ms(value))
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    if is_object(value):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if is_list(value) else value


def _request(request: RecordedRequest) -> Json:
    values = {field.name: _plain(getattr(request, field.name)) for field in fields(request) if field.name != "headers"}
    return values | {
        "headers": dict(request.headers),
        "path_params": request.path_params,
        "params": request.params,
        "json": _json(request),
        "form": {} if request.body is None else _plain(request.form),
    }


def _json(request: RecordedRequest) -> object:
    try:
        found: object = request.json
    except (ValueError, RecursionError):
        return None
    return found
