"""Rewrites the schemas of a document so that two spellings of the same schema are equal.

The document that the app serves says 3.1.0, but is written like 3.0: `nullable: true` and `exclusiveMinimum: true`.
"""

from __future__ import annotations

import math
from typing import Any

from beeper_sdk._cli.doctor.openapi_document import is_array, is_node

_NULL = {"type": "null"}
_NAMED = frozenset({
    "$defs", "callbacks", "content", "headers", "parameters", "paths", "patternProperties", "properties",
    "requestBodies", "responses", "schemas",
})  # fmt: skip
"""Keys of mappings whose own keys are names: a field named `default` is not a default."""
_VALUES = frozenset({"const", "default", "enum", "example", "examples"})
"""Keys of JSON values, which are not schemas."""
_NOT_NULL = frozenset({"type", "enum", "format", "$ref", "allOf"})
"""What does not apply to null, where null is an alternative of its own."""


def normalized(document: Any) -> Any:
    """A copy of a document, or of a part of it, with every schema in the spelling of OpenAPI 3.1."""
    if is_array(document):
        return [normalized(item) for item in document]
    if not is_node(document):
        return document
    return _schema({key: _member(str(key), value) for key, value in document.items()})


def _member(key: str, value: Any) -> Any:
    if key in _VALUES or key.startswith("x-"):
        return value
    if key in _NAMED and is_node(value):
        return {name: normalized(inner) for name, inner in value.items()}
    if key in ("anyOf", "oneOf") and is_array(value):  # generators of 3.0 write {nullable: true} for null
        return [_NULL if item == {"nullable": True} else normalized(item) for item in value]
    return normalized(value)


def _schema(raw: dict[str, Any]) -> dict[str, Any]:
    """A schema. Other objects of a document have none of these keys with such values."""
    _bounds(raw)
    nullable = raw.pop("nullable") if isinstance(raw.get("nullable"), bool) else False
    kinds = raw.get("type")
    if is_array(kinds):
        nullable = nullable or "null" in kinds
        plain = sorted((kind for kind in kinds if kind != "null"), key=str)
        raw["type"] = plain[0] if len(plain) == 1 else plain
        if not plain:
            raw["type"], nullable = "null", False
    return _with_null(raw) if nullable else raw


def _with_null(raw: dict[str, Any]) -> dict[str, Any]:
    """The schema, or null."""
    for key in ("anyOf", "oneOf"):
        if is_array(raw.get(key)):
            return raw if _NULL in raw[key] else {**raw, key: [*raw[key], _NULL]}
    if "enum" in raw or "$ref" in raw or "allOf" in raw:
        inner = {key: value for key, value in raw.items() if key in _NOT_NULL}
        if is_array(inner.get("enum")):
            inner["enum"] = [value for value in inner["enum"] if value is not None]
        parts = inner.get("allOf")
        inner = parts[0] if set(inner) == {"allOf"} and is_array(parts) and len(parts) == 1 else inner
        return {key: value for key, value in raw.items() if key not in _NOT_NULL} | {"anyOf": [inner, _NULL]}
    if "type" not in raw:  # any value, which null is
        return raw
    kinds = raw["type"] if is_array(raw["type"]) else [raw["type"]]
    return {**raw, "type": [*kinds, "null"]}


def _bounds(raw: dict[str, Any]) -> None:
    """An exclusive bound is a number, and for an integer the bound is the next integer."""
    is_integer = raw.get("type") in ("integer", ["integer", "null"], ["null", "integer"])
    for key, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        limit = raw.get(exclusive)
        if isinstance(limit, bool):
            del raw[exclusive]
            if not limit or key not in raw:
                continue
            limit = raw[exclusive] = raw.pop(key)
        if is_integer and isinstance(limit, int | float):
            del raw[exclusive]
            nearest = math.floor(limit) + 1 if key == "minimum" else math.ceil(limit) - 1
            stricter = max if key == "minimum" else min
            raw[key] = stricter(nearest, raw.get(key, nearest))
