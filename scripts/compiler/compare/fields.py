"""Finds the fields of an object, including those of its bases, and fields that were only renamed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from beeper_sdk._cli.doctor.openapi_document import Node, node, nodes
from scripts.compiler.compare.document import Spec, strings
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.schema_types import REF

_EDITORIAL = frozenset({"title", "description", "example", "examples", "x-beeper-since", "x-beeper-pii"})


@frozen
class Field:
    """A field of an object."""

    wire: str
    raw: Any
    required: bool
    origin: str = ""
    """The component it is inherited from."""


def properties(spec: Spec, raw: Node, origin: str = "", seen: frozenset[str] = frozenset()) -> dict[str, Field]:
    """Every field by its JSON name."""
    found: dict[str, Field] = {}
    required = {*strings(raw.get("required"))}
    for part in nodes(raw.get("allOf")):
        reference = part.get("$ref")
        required |= {*strings(part.get("required"))}  # may name fields of another part
        if not isinstance(reference, str):
            found |= properties(spec, part, origin, seen)
        elif reference not in seen:
            base = reference.removeprefix(REF)
            found |= properties(spec, spec.resolve(part), base, seen | {reference})
    for wire, inner in node(raw.get("properties")).items():
        found[wire] = Field(wire, inner, wire in required, origin)
    for wire in sorted(required & set(found)):
        found[wire] = Field(wire, found[wire].raw, True, found[wire].origin)
    return found


def pairs(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Removed names with their new name, if it is certain. The values of `old` and `new` are schemas."""
    result: dict[str, str] = {}
    removed = [wire for wire in old if wire not in new]
    added = [wire for wire in new if wire not in old]
    for wire in removed:
        matches = [
            other for other in added if other not in result.values() and _same(wire, other, old[wire], new[other])
        ]
        if len(matches) == 1 or (matches and snake(matches[0]) == snake(wire)):
            result[wire] = matches[0]
    return result


def _same(wire: str, other: str, old: object, new: object) -> bool:
    """Whether it was only renamed: the type is the same, and the description is equal or the name similar."""
    before, after = node(old), node(new)
    if not before or {k: v for k, v in before.items() if k not in _EDITORIAL} != {
        k: v for k, v in after.items() if k not in _EDITORIAL
    }:
        return False
    described = bool(before.get("description")) and before.get("description") == after.get("description")
    return described or _similar(wire, other)


def _similar(one: str, other: str) -> bool:
    """Whether two names share at least half of their words."""
    left, right = set(snake(one).split("_")), set(snake(other).split("_"))
    return len(left & right) * 2 >= len(left | right)
