"""Converts responses of the newest app to the forms of older ones, by the tables in ``spec`` and marks of the spec.

Fields that an older app does not have are removed by following the schema of a response along its JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from .errors import CODES, Refused, envelope, family_of
from .json_values import Json, dumps, is_list, is_object
from .requests import Call, ServerResponse
from .spec import (
    EARLIER_STATUS,
    FEW_STATUSES,
    ID_ONLY_CREATES,
    MISSING,
    SHORT_EDITS,
    SUCCESS_BODIES,
    TEXT_CUT,
    TEXT_LIMIT,
    V1,
    Version,
    version_number,
)
from .spec_document import document

_SCHEMAS = "#/components/schemas/"
_VARIANTS = ("allOf", "oneOf", "anyOf")


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an app of one version knows of a schema. The schemas inside are named by JSON pointers."""

    gone: frozenset[str]
    fields: dict[str, str]
    items: str | None = None
    rest: str | None = None


def trimmed(value: Any, pointer: str, version: Version) -> Any:
    """A JSON value as an app of that version would have sent it."""
    shape = _shape(pointer, version)
    if is_list(value):
        return value if shape.items is None else [trimmed(item, shape.items, version) for item in value]
    if not is_object(value):
        return value
    old: Json = {}
    for name, inner in value.items():
        if name not in shape.gone:
            inside = shape.fields.get(name, shape.rest)
            old[name] = inner if inside is None else trimmed(inner, inside, version)
    return old


def answer_pointer(operation_id: str, status: int) -> str | None:
    """Where the schema of an operation's JSON answer stands in the spec."""
    return _answers().get((operation_id, str(status)))


@lru_cache(maxsize=1)
def _answers() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for path, item in document()["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            for status, response in operation["responses"].items():
                if "schema" in response.get("content", {}).get("application/json", {}):
                    steps = ("paths", path, method, "responses", status, "content", "application/json", "schema")
                    found[operation["operationId"], status] = "#" + "".join(map(_step, steps))
    return found


def _step(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _node(pointer: str) -> Json:
    node: Any = document()
    for step in pointer.removeprefix("#/").split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        node = node[int(name)] if is_list(node) else node[name]
    found: Json = node
    return found


def _parts(pointer: str) -> list[str]:
    """A schema and everything it is made of."""
    node = _node(pointer)
    inner = [str(node["$ref"])] if "$ref" in node else []
    inner += [f"{pointer}/{key}/{place}" for key in _VARIANTS for place in range(len(node.get(key, ())))]
    return [pointer, *(part for item in inner for part in _parts(item))]


@lru_cache(maxsize=4096)
def _shape(pointer: str, version: Version) -> _Shape:
    gone: set[str] = set()
    fields: dict[str, str] = {}
    items = rest = None
    for part in _parts(pointer):
        node, schema = _node(part), part.removeprefix(_SCHEMAS)
        for name, found in node.get("properties", {}).items():
            fields[name] = f"{part}/properties{_step(name)}"
            missing = MISSING.get((schema, name))
            if version < _since(found) or (missing is not None and version in missing):
                gone.add(name)
        items = f"{part}/items" if "items" in node else items
        rest = f"{part}/additionalProperties" if isinstance(node.get("additionalProperties"), dict) else rest
    return _Shape(frozenset(gone), fields, items, rest)


def _since(field: Json) -> Version:
    return version_number(str(field.get("x-beeper-since", "0")))


_ACTIONS = {"chats.archive", "chats.reminders.create", "chats.reminders.delete"}


def answered(version: Version, call: Call, answer: ServerResponse) -> ServerResponse:
    """An answer as an app of that version would have given it; the call is in today's form."""
    if answer.status == 204 and call.name in _ACTIONS and version in SUCCESS_BODIES:
        return _json(answer, {"success": True}, 200)
    if not answer.header("content-type").startswith("application/json"):
        return answer
    if answer.status >= 400:
        return _refused(version, call, answer)
    pointer = answer_pointer(call.operation_id, answer.status)
    if pointer is None:
        return answer
    body = trimmed(_reshaped(version, call, json.loads(answer.body)), pointer, version)
    return _json(answer, _cut(body) if version in TEXT_CUT else body, answer.status)


def _json(answer: ServerResponse, body: object, status: int) -> ServerResponse:
    headers = tuple(pair for pair in answer.headers if pair[0].lower() != "content-type")
    return replace(
        answer,
        status=status,
        headers=(("content-type", "application/json; charset=utf-8"), *headers),
        body=dumps(body),
    )


def _reshaped(version: Version, call: Call, body: Any) -> Any:
    if call.name == "chats.create" and version in ID_ONLY_CREATES:
        kept = ("chatID", "status") if call.path.endswith("/start") else ("chatID",)
        return {key: body[key] for key in kept}
    if call.name == "messages.update" and version in SHORT_EDITS:
        return {key: body[key] for key in ("chatID", "messageID", "success")}
    return body


def _refused(version: Version, call: Call, answer: ServerResponse) -> ServerResponse:
    body: Json = json.loads(answer.body)
    if family_of(call.path) not in ("v0", "v1"):
        return answer
    status = answer.status
    if version in FEW_STATUSES and status in EARLIER_STATUS:
        status = EARLIER_STATUS[status]
        body["code"] = CODES[status]
    if version < V1 and "message" in body:
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
        found["text"] = found["text"][:TEXT_LIMIT]
    return found
