"""Ranges, lengths, patterns and enum values of an inline schema, including its items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from beeper_sdk._cli.doctor.openapi_document import Node, is_array, is_node, node, nodes
from scripts.compiler.compare.document import Spec

LOWER = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
UPPER = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
OTHERS = frozenset({"pattern", "multipleOf", "uniqueItems"})
LIMITS = LOWER | UPPER | OTHERS
_MAX_DEPTH = 8
_INSIDE = ("items", "additionalProperties")


def plain(spec: Spec, raw: object) -> Node:
    """The schema with the limits of a value: the alternative that is not null, with references resolved."""
    found = spec.resolve(raw)
    others = [
        alternative
        for alternative in nodes(found.get("anyOf") or found.get("oneOf"))
        if alternative.get("type") != "null"
    ]
    return {**found, **spec.resolve(others[0])} if len(others) == 1 else found


def limits(spec: Spec, raw: object, prefix: str = "") -> dict[str, Any]:
    """The limits by name; the names of limits of items are like ``items.minLength``."""
    schema = plain(spec, raw)
    found = {prefix + key: schema[key] for key in sorted(LIMITS) if key in schema}
    deeper = prefix.count("items.") < _MAX_DEPTH and "items" in schema
    return found | (limits(spec, schema["items"], f"{prefix}items.") if deeper else {})


def choices(spec: Spec, raw: object, depth: int = 0) -> list[Any] | None:
    """The values of an inline enum, of the value or of its items."""
    schema = node(raw)
    if "$ref" in schema:
        return None
    schema = plain(spec, schema)
    if is_array(schema.get("enum")):
        return [*schema["enum"]]
    return choices(spec, schema["items"], depth + 1) if "items" in schema and depth < _MAX_DEPTH else None


def constant(raw: Node) -> object:
    """The only value of an inline schema: OpenAPI 3.0 writes an enum of one value for a const."""
    values = raw.get("enum")
    return raw.get("const", values[0] if is_array(values) and len(values) == 1 else None)


def with_constant(raw: object, other: object, depth: int = 0) -> object:
    """The schema, with an enum of one value as a const if the other one has that const, also inside."""
    if not is_node(raw) or not is_node(other) or depth > _MAX_DEPTH:
        return raw
    found = {key: with_constant(raw[key], other.get(key), depth + 1) for key in _INSIDE if key in raw}
    same = "const" in other and "const" not in raw and constant(raw) == other["const"]
    return {**raw, **found, **({"const": other["const"]} if same else {})}


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """What changed for each limit, and whether the new limit accepts less."""
    for name in sorted({*old, *new}):
        before, now = old.get(name), new.get(name)
        if before != now:
            yield _described(name, before, now), _narrows(name.rpartition(".")[2], before, now)


def _described(name: str, before: object, now: object) -> str:
    if before is None:
        return f"{name} {now!r} added"
    return f"{name} {before!r} removed" if now is None else f"{name} is {now!r}, was {before!r}"


def _narrows(key: str, before: Any, now: Any) -> bool:
    if now is None:
        return False
    numbers = all(isinstance(value, int | float) for value in (before, now))
    if before is None or not numbers or key in OTHERS:
        return not (key == "uniqueItems" and not now)
    return bool(now > before if key in LOWER else now < before)
