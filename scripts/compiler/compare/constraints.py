"""Ranges, lengths, patterns and enum values of a schema without a name, its items included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from beeper_sdk._cli.doctor.openapi_document import Node, is_array, node, nodes
from scripts.compiler.compare.document import Spec

LOWER = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
UPPER = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
OTHERS = frozenset({"pattern", "multipleOf", "uniqueItems"})
LIMITS = LOWER | UPPER | OTHERS
_DEEPEST = 8


def plain(spec: Spec, raw: object) -> Node:
    """The schema where a value's limits are written: not null, and no reference."""
    found = spec.resolve(raw)
    others = [each for each in nodes(found.get("anyOf") or found.get("oneOf")) if each.get("type") != "null"]
    return {**found, **spec.resolve(others[0])} if len(others) == 1 else found


def limits(spec: Spec, raw: object, prefix: str = "") -> dict[str, Any]:
    """Limit -> value; those of items are ``items.minLength``."""
    schema = plain(spec, raw)
    found = {prefix + key: schema[key] for key in sorted(LIMITS) if key in schema}
    deeper = prefix.count("items.") < _DEEPEST and "items" in schema
    return found | (limits(spec, schema["items"], f"{prefix}items.") if deeper else {})


def choices(spec: Spec, raw: object, depth: int = 0) -> list[Any] | None:
    """The values of an enum without a name, of the value or of its items."""
    schema = node(raw)
    if "$ref" in schema:
        return None
    schema = plain(spec, schema)
    if is_array(schema.get("enum")):
        return [*schema["enum"]]
    return choices(spec, schema["items"], depth + 1) if "items" in schema and depth < _DEEPEST else None


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """What happened to each limit, and whether less is accepted now."""
    for name in sorted({*old, *new}):
        before, now = old.get(name), new.get(name)
        if before != now:
            yield _said(name, before, now), _narrows(name.rpartition(".")[2], before, now)


def _said(name: str, before: object, now: object) -> str:
    if before is None:
        return f"{name} {now!r} added"
    return f"{name} {before!r} taken away" if now is None else f"{name} is {now!r}, was {before!r}"


def _narrows(key: str, before: Any, now: Any) -> bool:
    if now is None:
        return False
    numbers = all(isinstance(each, int | float) for each in (before, now))
    if before is None or not numbers or key in OTHERS:
        return not (key == "uniqueItems" and not now)
    return bool(now > before if key in LOWER else now < before)
