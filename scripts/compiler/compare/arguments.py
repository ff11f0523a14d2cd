"""Compares what a method takes: parameters and the members of its body are keywords alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from beeper_sdk._cli.doctor.openapi_document import Node, node, nodes
from scripts.compiler.compare import values
from scripts.compiler.compare.change import ADDITIVE, CALLERS, EDITORIAL
from scripts.compiler.compare.context import REQUEST, Context
from scripts.compiler.compare.document import Operation, Spec
from scripts.compiler.compare.fields import pairs, properties
from scripts.compiler.compare.types import NULL, kind_of

_WIRE = ("style", "explode", "allowReserved", "allowEmptyValue")


@frozen
class Argument:
    """A keyword of a method."""

    wire: str
    place: str
    """path, query, header, cookie, body (a member of it) or whole (the body itself)."""
    schema: Any
    raw: Node
    """Where its description and its marks stand."""
    must: bool
    """Has a caller to give it?"""
    nulls: bool = False
    """Is null sent for None, and nothing only when it is left out?"""


def arguments(spec: Spec, operation: Operation) -> dict[str, Argument]:
    """The arguments by name. Two of the same name, which the compiler refuses, are told apart by their place."""
    found: dict[str, Argument] = {}
    for raw in (*operation.shared, *nodes(operation.raw.get("parameters"))):
        parameter = spec.resolve(raw)
        wire, place = str(parameter.get("name")), str(parameter.get("in"))
        schema = parameter.get("schema") or _content(parameter).get("schema")
        one = Argument(wire, place, schema, parameter, bool(parameter.get("required")) or place == "path")
        same_place = wire in found and found[wire].place == place  # of the operation itself, which wins
        found[f"{wire} in {place}" if wire in found and not same_place else wire] = one
    for one in _body(spec, operation):
        found[f"{one.wire} in {one.place}" if one.wire in found else one.wire] = one
    return found


def _content(raw: Node) -> Node:
    return next((node(each) for each in node(raw.get("content")).values()), node(None))


def _body(spec: Spec, operation: Operation) -> list[Argument]:
    request = spec.resolve(operation.raw.get("requestBody"))
    schema = _content(request).get("schema")
    if schema is None:
        return []
    given = bool(request.get("required"))
    resolved = spec.resolve(schema)
    if kind_of(resolved) != "model":
        return [Argument("body", "whole", schema, request, given)]
    json = "application/json" in node(request.get("content"))
    return [
        _member(spec, one.wire, one.raw, must=one.required and given, json=json)
        for one in properties(spec, resolved).values()
    ]


def _member(spec: Spec, wire: str, raw: Any, *, must: bool, json: bool) -> Argument:
    constant = isinstance(spec.resolve(raw).get("const"), str)  # there is nothing to choose: the SDK fills it in
    return Argument(wire, "body", raw, node(raw), must and not constant, nulls=json and not must)


def compare(context: Context, before: Operation, operation: Operation) -> None:
    """The arguments of one operation."""
    old, new = arguments(context.old, before), arguments(context.new, operation)
    renamed = _in_path(before, operation, old, new) | pairs(_schemas(old), _schemas(new))
    back = {now: was for was, now in renamed.items()}
    for key, one in old.items():
        if key not in new and key not in renamed:
            context.add(CALLERS, "removed", _kind(one), operation.argument(one.wire), "removed", operation.route)
    for key, one in new.items():
        was = old.get(back.get(key, key))
        if was is None:
            _added(context, operation, one)
        else:
            _argument(context, operation, was, one)
            if was.place != one.place and not ("path" in (was.place, one.place) and before.path != operation.path):
                text = f"is sent in the {_where(one)}, was in the {_where(was)}: older apps do not find it"
                context.add(CALLERS, "changed", "location", operation.argument(one.wire), text, operation.route)
    _kinds_of_body(context, before, operation)


def _schemas(found: Mapping[str, Argument]) -> dict[str, Any]:
    """What two arguments have to share to be one under another name."""
    return {
        key: {**node(one.schema), "description": one.raw.get("description"), "in": one.place}
        for key, one in found.items()
    }


def _in_path(
    before: Operation, operation: Operation, old: Mapping[str, Argument], new: Mapping[str, Argument]
) -> dict[str, str]:
    """Parts of a path that only changed the name between their braces."""
    was, now = before.path.split("/"), operation.path.split("/")
    if [part.startswith("{") or part for part in was] != [part.startswith("{") or part for part in now]:
        return {}
    both = [(one.strip("{}"), other.strip("{}")) for one, other in zip(was, now, strict=True) if one != other]
    return {one: other for one, other in both if one in old and other in new and one not in new}


def _kind(one: Argument) -> str:
    return "request field" if one.place in ("body", "whole") else "parameter"


def _added(context: Context, operation: Operation, one: Argument) -> None:
    text = "added, required" if one.must else "added"
    levels = CALLERS if one.must else ADDITIVE
    context.add(levels, "added", _kind(one), operation.argument(one.wire), text, operation.route)


def _argument(context: Context, operation: Operation, old: Argument, new: Argument) -> None:
    name, place = operation.argument(new.wire), operation.route
    if old.wire != new.wire:
        was = operation.argument(old.wire)
        text = f"is now {name}" if was != name else f"is {new.wire!r} on the wire, was {old.wire!r}"
        context.add(CALLERS, "renamed", _kind(new), was, text, place)
    if old.must != new.must:
        levels, text = (CALLERS, "is required now") if new.must else (ADDITIVE, "can be left out now")
        context.add(levels, "changed", "requiredness", name, text, place)
    _null(context, name, old, new, place)
    values.value(context, name, old.schema, new.schema, REQUEST, place)
    if new.raw is not new.schema and old.raw is not old.schema:
        _parameter(context, name, old.raw, new.raw, place)


def _where(one: Argument) -> str:
    return "body" if one.place == "whole" else one.place


def _null(context: Context, name: str, old: Argument, new: Argument, place: str) -> None:
    """Where null says something of its own, None is sent; where it does not, None is as good as left out."""
    if not (old.nulls and new.nulls):
        return
    if NULL in context.now.of(new.schema) and NULL not in context.was.of(old.schema):
        text = "None, which left it out, is sent as null now"
        context.add(CALLERS, "changed", "nullability", name, text, place)


def _parameter(context: Context, name: str, old: Node, new: Node, place: str) -> None:
    """What a parameter says beside its schema."""
    values.marks(context, name, old, new, place)
    values.texts(context, name, old, new, place)
    for key in sorted({*old, *new} - {"name", "in", "required", "schema", "content", "deprecated", *values.TEXTS}):
        if old.get(key) == new.get(key) or key in values.MARKS:
            continue
        levels = CALLERS if key in _WIRE else EDITORIAL
        text = f"{key} is {new.get(key)!r}, was {old.get(key)!r}"
        context.add(levels, "changed", "location" if key in _WIRE else "keyword", name, text, place)


def _kinds_of_body(context: Context, before: Operation, operation: Operation) -> None:
    was, now = (
        sorted(node(spec.resolve(each.raw.get("requestBody")).get("content")))
        for spec, each in ((context.old, before), (context.new, operation))
    )
    if was and now and was != now:
        text = f"is sent as {', '.join(now)}, was {', '.join(was)}: older apps do not read it"
        context.add(CALLERS, "changed", "body", operation.typed, text, operation.route)
    if bool(was) != bool(now):  # its members are told as arguments
        text = "takes a body now" if now else "takes no body any more"
        context.add(EDITORIAL, "changed", "body", operation.typed, text, operation.route)
