"""A document in the spelling of OpenAPI 3.0, as the app serves its own, which says 3.1.0 all the same."""

from __future__ import annotations

from typing import Any

from beeper_sdk._cli.doctor.openapi_document import is_array, is_node

NAMED = ("properties", "schemas", "parameters", "responses", "paths", "content", "headers")
BOUNDS = {"minimum": ("exclusiveMinimum", -1), "maximum": ("exclusiveMaximum", 1)}


def spelled_as_3_0(raw: Any, *, names: bool = False) -> Any:
    """A copy with null, constants, bounds of integers and required bodies in the spelling of 3.0."""
    if is_array(raw):
        return [spelled_as_3_0(item) for item in raw]
    if not is_node(raw):
        return raw
    if names:
        return {key: spelled_as_3_0(value) for key, value in raw.items()}
    found = {
        key: value if key in ("example", "default", "enum") else spelled_as_3_0(value, names=key in NAMED)
        for key, value in raw.items()
    }
    if "requestBody" in found and found["requestBody"].get("required"):
        del found["requestBody"]["required"]
    return _alternatives(_plain(found))


def _plain(raw: dict[str, Any]) -> dict[str, Any]:
    kinds = raw.get("type")
    if is_array(kinds) and len(kinds) == 2 and "null" in kinds:
        raw |= {"type": next(kind for kind in kinds if kind != "null"), "nullable": True}
    if isinstance(raw.get("const"), str | bool):
        raw["enum"] = [raw.pop("const")]
    for key, (exclusive, step) in BOUNDS.items():
        if raw.get("type") == "integer" and key in raw:
            raw |= {key: raw[key] + step, exclusive: True}
    return raw


def _alternatives(raw: dict[str, Any]) -> dict[str, Any]:
    for key in ("anyOf", "oneOf"):
        if {"type": "null"} in raw.get(key, ()):
            others = [item for item in raw.pop(key) if item != {"type": "null"}]
            if len(others) > 1:
                return {**raw, key: [*others, {"nullable": True}]}
            parts = {"allOf": others} if "$ref" in others[0] else others[0]
            return {**parts, **raw, "nullable": True}
    return raw
