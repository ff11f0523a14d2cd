"""Finds who uses a component schema (callers, readers or both), and components that were only renamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field

from beeper_sdk._cli.doctor.openapi_document import Node, array, is_array, is_node, node
from scripts.compiler.compare.context import RESPONSE, Side, Sides
from scripts.compiler.compare.document import Operation, Spec
from scripts.compiler.compare.types import kind_of
from scripts.compiler.spec.schema_types import REF

_DATA = frozenset({"example", "examples", "default", "enum", "const"})


@define
class Uses:
    """The uses of the components of one spec."""

    sides: dict[str, set[Side]] = field(factory=dict[str, set[Side]])
    places: dict[str, set[str]] = field(factory=dict[str, set[str]])
    bodies: set[str] = field(factory=set[str])
    """Components that are a request body themselves: their fields are keyword arguments of a method."""
    within: set[str] = field(factory=set[str])
    """Components with any other use."""


def found(spec: Spec) -> Uses:
    """Find the uses of every component schema.

    A component without uses counts as a response: WebSocket messages and responses of older apps are such components.
    """
    uses = Uses()
    for operation in spec.operations():
        for side, place, raw in _roots(spec, operation):
            _collect(spec, uses, raw, side, place)
    for name, raw in spec.schemas.items():
        if name not in uses.sides:
            uses.sides.setdefault(name, set()).add("response")
            uses.within.add(name)
            _collect(spec, uses, raw, "response", name)
    return uses


def _roots(spec: Spec, operation: Operation) -> Iterator[tuple[Side, str, object]]:
    for raw in (*operation.shared, *array(operation.raw.get("parameters"))):
        parameter = spec.resolve(raw)
        yield "request", f"{operation.name}({parameter.get('name')})", parameter
    body = spec.resolve(operation.raw.get("requestBody"))
    for content in node(body.get("content")).values():
        yield "request", f"{operation.name} body", node(content).get("schema")
    for status, raw in node(operation.raw.get("responses")).items():
        yield "response", f"{operation.name} {status}", spec.resolve(raw)


def _collect(spec: Spec, uses: Uses, raw: object, side: Side, place: str) -> None:
    for reference, where in _references(raw, place):
        name = reference.removeprefix(REF)
        uses.places.setdefault(name, set()).add(where)
        whole = place.endswith(" body") and where == place
        (uses.bodies if whole else uses.within).add(name)
        known = uses.sides.setdefault(name, set())
        if side not in known and name in spec.schemas:
            known.add(side)
            _collect(spec, uses, spec.schemas[name], side, name)


def _references(raw: object, place: str) -> Iterator[tuple[str, str]]:
    if is_node(raw):
        reference = raw.get("$ref")
        if isinstance(reference, str) and reference.startswith(REF):
            yield reference, place
        for key, value in raw.items():
            if key not in _DATA:
                yield from _references(value, f"{place}/{key}")
    elif is_array(raw):
        for value in raw:
            yield from _references(value, place)


def joined(old: Uses, new: Uses, renamed: Mapping[str, str]) -> dict[str, Sides]:
    """The sides on which a component was used and still is. A change on another side breaks nobody."""
    result: dict[str, Sides] = {}
    for name, before in old.sides.items():
        now = new.sides.get(renamed.get(name, name), set())
        result[renamed.get(name, name)] = frozenset(before & now or before)
    for name, now in new.sides.items():
        result.setdefault(name, frozenset(now) or RESPONSE)
    return result


def renamed(old: Spec, new: Spec, was: Uses, now: Uses) -> dict[str, str]:
    """Removed components with their new name: a new component with a common use and similar contents."""
    removed = [name for name in old.schemas if name not in new.schemas]
    added = [name for name in new.schemas if name not in old.schemas]
    pairs: dict[str, str] = {}
    for name in removed:
        for other in added:
            shared = was.places.get(name, set()) & now.places.get(other, set())
            similarity = _similarity(node(old.schemas[name]), node(new.schemas[other]))
            if other not in pairs.values() and similarity >= (0.5 if shared else 0.95):
                pairs[name] = other
                break
    return pairs


def _similarity(old: Node, new: Node) -> float:
    left, right = _traits(old), _traits(new)
    if kind_of(old) != kind_of(new) or kind_of(old) == "alias" or not left | right:
        return 0.0
    return len(left & right) / len(left | right)


def _traits(raw: Node) -> set[str]:
    """The fields, values or members of a component."""
    traits = {str(value) for value in array(raw.get("enum"))} | set(node(raw.get("properties")))
    for key in ("allOf", "anyOf", "oneOf"):
        for part in array(raw.get(key)):
            traits |= set(node(node(part).get("properties"))) | {
                str(node(part).get("$ref", node(part).get("type", "")))
            }
    return traits
