"""Compares component schemas, each once, for the sides on which it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from beeper_sdk._cli.doctor.openapi_document import Node, is_array, node, nodes
from scripts.compiler.compare import values
from scripts.compiler.compare.change import ADDITIVE, EDITORIAL, READERS
from scripts.compiler.compare.context import REQUEST, RESPONSE, Context, Sides, breaks, on
from scripts.compiler.compare.fields import Field, pairs, properties
from scripts.compiler.compare.types import ANY, NULL, kind_of
from scripts.compiler.compare.usage import Uses
from scripts.compiler.spec.names import snake


def components(context: Context, was: Uses, now: Uses) -> None:
    """Compare every component schema that has a name in Python."""
    old, new = context.old.schemas, context.new.schemas
    back = {after: before for before, after in context.renamed.items()}
    for name in old:
        if name not in new and name not in context.renamed and kind_of(node(old[name])) != "alias":
            place = f"#/components/schemas/{name}"
            levels = on(_owners(was, name))
            context.add(levels, "removed", "model", f"models.{name}", "removed", place)
    for name in new:
        before = back.get(name, name)
        place = f"#/components/schemas/{name}"
        if before in old:
            component(context, before, name, body=_only_body(was, before) and _only_body(now, name))
        elif kind_of(node(new[name])) != "alias":
            context.add(ADDITIVE, "added", "model", f"models.{name}", "added", place)


def _only_body(uses: Uses, name: str) -> bool:
    """Whether it is used only as a request body, whose fields are compared as keyword arguments."""
    return name in uses.bodies and name not in uses.within


def _owners(uses: Uses, name: str) -> Sides:
    return frozenset(uses.sides.get(name, ())) or RESPONSE


def component(context: Context, before: str, name: str, *, body: bool) -> None:
    """Compare one component schema, which may have been renamed."""
    old, new = node(context.old.schemas[before]), node(context.new.schemas[name])
    place, typed = f"#/components/schemas/{name}", f"models.{name}"
    sides = REQUEST if body else context.sides.get(name, RESPONSE)
    if before != name:
        context.add(on(sides), "renamed", "model", f"models.{before}", f"is now {typed}", place)
    if old == new:
        return
    values.texts(context, typed, old, new, place)
    values.marks(context, typed, old, new, place)
    kinds = kind_of(old), kind_of(new)
    if kinds[0] != kinds[1]:
        text = f"is {_article(kinds[1])}, was {_article(kinds[0])}"
        context.add(on(sides), "changed", "model", typed, text, place)
    elif kinds[0] == "model" and not body:
        model(context, typed, old, new, sides, place)
    elif kinds[0] == "enum":
        enum(context, typed, old, new, sides, place)
    elif kinds[0] == "union":
        union(context, typed, old, new, sides, place)


def _article(kind: str) -> str:
    return {"enum": "an enum", "union": "a union", "alias": "a plain type"}.get(kind, "an object")


def model(context: Context, typed: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Compare an object schema."""
    bases = [[context.renamed.get(base, base) if raw is old else base for base in _bases(raw)] for raw in (old, new)]
    if bases[0] != bases[1]:
        lost = set(bases[0]) - set(bases[1])
        text = f"is based on {_list(bases[1])}, was on {_list(bases[0])}"
        context.add(on(sides) if lost else ADDITIVE, "changed", "base", typed, text, place)
    fields(context, typed, old, new, sides, place)
    computed(context, typed, old, new, place)
    extra = old.get("additionalProperties", True), new.get("additionalProperties", True)
    if extra[0] != extra[1]:
        narrowed = extra[0] is not False and extra[1] is not True
        levels = breaks(sides & REQUEST, narrowed=narrowed, widened=False)
        text = f"allows other fields: {_allowed(extra[1])}, was {_allowed(extra[0])}"
        context.add(levels, "changed", "other fields", typed, text, place)
    values.others(context, typed, old, new, sides, place)


def computed(context: Context, typed: str, old: Node, new: Node, place: str) -> None:
    """Compare the property that a schema adds to its model."""
    was, now = node(old.get(values.COMPUTED)), node(new.get(values.COMPUTED))
    before, after = was.get("name"), now.get("name")
    if before is not None and before != after:
        context.add(READERS, "removed", "property", f"{typed}.{before}", "removed", place)
    if after is not None and before != after:
        context.add(ADDITIVE, "added", "property", f"{typed}.{after}", "added", place)
    if before == after and was.get("function") != now.get("function"):
        text = f"is computed by {now.get('function')}, was by {was.get('function')}"
        context.add(READERS, "changed", "property", f"{typed}.{after}", text, place)


def _bases(raw: Node) -> list[str]:
    return [str(part["$ref"]).rpartition("/")[2] for part in nodes(raw.get("allOf")) if "$ref" in part]


def _list(names: list[str]) -> str:
    return ", ".join(f"models.{name}" for name in names) or "nothing"


def _allowed(extra: object) -> str:
    return {True: "any", False: "none"}[extra] if isinstance(extra, bool) else "of one type"


def fields(context: Context, typed: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Compare the fields of two objects, without those inherited from a common base, which are reported there."""
    was, now = properties(context.old, old), properties(context.new, new)
    renamed = pairs(
        {found.wire: found.raw for found in was.values()}, {found.wire: found.raw for found in now.values()}
    )
    back = {after: before for before, after in renamed.items()}
    for wire, found in was.items():
        if wire not in now and wire not in renamed and not _reported_elsewhere(context, found, now):
            where = f"{place}/properties/{wire}"
            context.add(on(sides), "removed", "field", f"{typed}.{snake(wire)}", "removed", where)
    for wire, found in now.items():
        before = was.get(back.get(wire, wire))
        if before is None and _comes_with_base(found, was, sides):
            continue
        if before is None or not (before.origin and context.renamed.get(before.origin, before.origin) == found.origin):
            field(context, typed, before, found, sides, f"{place}/properties/{wire}")


def _reported_elsewhere(context: Context, one: Field, now: Mapping[str, Field]) -> bool:
    """Whether a removed field is reported with its base, which is still a base."""
    base = context.renamed.get(one.origin, one.origin)
    return bool(base) and any(other.origin == base for other in now.values())


def _comes_with_base(one: Field, was: Mapping[str, Field], sides: Sides) -> bool:
    """Whether a field is inherited from a new base, which is reported itself."""
    new_base = bool(one.origin) and all(other.origin != one.origin for other in was.values())
    return new_base and not (one.required and "request" in sides)


def field(context: Context, typed: str, old: Field | None, new: Field, sides: Sides, place: str) -> None:
    """Compare one field."""
    name = f"{typed}.{snake(new.wire)}"
    if old is None:
        levels = breaks(sides, narrowed=new.required, widened=False)
        text = "added"
        if new.required:
            text += ", required" if "request" in sides else "; every response must have it"
        context.add(levels, "added", "field", name, text, place)
        return
    if old.wire != new.wire:
        same = snake(old.wire) == snake(new.wire)
        text = f"is {new.wire!r} in JSON, was {old.wire!r}" if same else f"is now {name}"
        context.add(on(sides), "renamed", "field", f"{typed}.{snake(old.wire)}", text, place)
    if old.required != new.required:
        levels = breaks(sides, narrowed=new.required, widened=old.required)
        text = "now required" if new.required else "now optional: None if missing"
        context.add(levels, "changed", "requiredness", name, text, place)
    values.value(context, name, old.raw, new.raw, sides, place)


def enum(context: Context, typed: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Compare a named enum."""
    if old.get("type") != new.get("type"):
        context.add(on(sides), "changed", "type", typed, f"is of {new.get('type')}s, was of {old.get('type')}s", place)
    was, now = ([*raw["enum"]] if is_array(raw.get("enum")) else [] for raw in (old, new))
    values.choices(context, typed, was, now, sides, place)
    values.default(context, typed, old, new, sides, place)
    values.others(context, typed, old, new, sides, place)


def union(context: Context, typed: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Compare a named union. A union with a discriminator accepts unknown variants."""
    from scripts.compiler.compare import variants

    was, now = context.was.of(old), context.now.of(new)
    if (NULL in was) != (NULL in now):
        levels = breaks(sides, narrowed=NULL in was, widened=NULL in now)
        text = "can now be None" if NULL in now else "can no longer be None"
        context.add(levels, "changed", "nullability", typed, text, place)
    known = variants.is_open(context.old, old) or ANY in was
    variants.members(context, typed, (was - {NULL}, now - {NULL}), sides, place, known=known)
    variants.discriminator(context, typed, old, new, sides, place)
    order = values_of(old), values_of(new)
    if was == now and order[0] != order[1] and sorted(map(str, order[0])) == sorted(map(str, order[1])):
        context.add(EDITORIAL, "changed", "variant", typed, "lists its variants in another order", place)
    values.others(context, typed, old, new, sides, place)


def values_of(raw: Node) -> list[Any]:
    """The members of a union in their order in the spec."""
    return nodes(raw.get("anyOf") or raw.get("oneOf"))
