"""Compares unions: added and removed members, whether unknown variants are accepted, and the discriminator."""

from __future__ import annotations

from beeper_sdk._cli.doctor.openapi_document import Node, is_array, node, nodes
from scripts.compiler.compare.change import ADDITIVE
from scripts.compiler.compare.context import Context, Sides, breaks, on
from scripts.compiler.compare.document import Spec
from scripts.compiler.compare.fields import properties
from scripts.compiler.compare.types import Type, python_type


def is_open(spec: Spec, raw: Node) -> bool:
    """Whether the compiler accepts unknown variants. It does if a string field distinguishes several objects."""
    models = [properties(spec, spec.resolve(member)) for member in nodes(raw.get("anyOf") or raw.get("oneOf"))]
    models = [model for model in models if model]
    if len(models) < 2:
        return False
    wanted = node(raw.get("discriminator")).get("propertyName")
    for wire in models[0]:
        found = [_texts(spec, model[wire].raw) for model in models if wire in model]
        if wanted in (None, wire) and len(found) == len(models) and all(found):
            flat = [value for values in found for value in values]
            return len(flat) == len(set(flat))
    return False


def _texts(spec: Spec, raw: object) -> list[str]:
    schema = spec.resolve(raw)
    listed = schema.get("enum")
    values = [schema["const"]] if "const" in schema else listed if is_array(listed) else []
    return [value for value in values if isinstance(value, str)]


def members(context: Context, typed: str, types: tuple[Type, Type], sides: Sides, place: str, *, known: bool) -> None:
    """Compare the members. `known`: the union already accepted unknown variants."""
    was, now = types
    order = context.order[True]
    for atom in now - was:
        covered = known or order.accepts(was, frozenset({atom}))
        levels = breaks(sides, narrowed=False, widened=not covered)
        context.add(levels, "added", "variant", typed, f"can be {python_type(frozenset({atom}))}", place)
    for atom in was - now:
        covered = context.order[False].accepts(now, frozenset({atom}))
        levels = breaks(sides, narrowed=not covered, widened=False)
        context.add(levels, "removed", "variant", typed, f"can no longer be {python_type(frozenset({atom}))}", place)


def discriminator(context: Context, typed: str, old: Node, new: Node, sides: Sides, place: str) -> None:
    """Compare the discriminator."""
    before, after = node(old.get("discriminator")), node(new.get("discriminator"))
    was, now = before.get("propertyName"), after.get("propertyName")
    if was != now:
        text = f"is distinguished by {now or 'the fields of its members'}, was by {was or 'the fields of its members'}"
        context.add(on(sides), "changed", "discriminator", typed, text, place)
        return
    left, right = node(before.get("mapping")), node(after.get("mapping"))
    for key in sorted({*left, *right}):
        _mapping(context, typed, key, left.get(key), right.get(key), sides, place)


def _mapping(context: Context, typed: str, key: str, old: object, new: object, sides: Sides, place: str) -> None:
    was, now = str(old).rpartition("/")[2], str(new).rpartition("/")[2]
    was = context.renamed.get(was, was)
    if was == now:
        return
    if old is None:
        context.add(ADDITIVE, "added", "discriminator", typed, f"maps {key!r} to models.{now}", place)
    elif new is None:
        levels = breaks(sides, narrowed=True, widened=False)
        context.add(levels, "removed", "discriminator", typed, f"no longer maps {key!r}, which was models.{was}", place)
    else:
        context.add(
            on(sides), "changed", "discriminator", typed, f"maps {key!r} to models.{now}, was models.{was}", place
        )
