"""Compares the arguments of methods: parameters and fields of the body are both keyword arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from beeper_sdk._cli.doctor.openapi_document import Node, node, nodes
from scripts.compiler.compare import constraints as limits
from scripts.compiler.compare import values
from scripts.compiler.compare.change import ADDITIVE, CALLERS, EDITORIAL
from scripts.compiler.compare.context import REQUEST, Context
from scripts.compiler.compare.document import Operation, Spec
from scripts.compiler.compare.fields import pairs, properties
from scripts.compiler.compare.types import NULL, kind_of

_WIRE = ("style", "explode", "allowReserved", "allowEmptyValue")


@frozen
class Argument:
    """A keyword argument of a method."""

    wire: str
    place: str
    """path, query, header, cookie, body (a field of it) or whole (the body itself)."""
    schema: Any
    raw: Node
    """The object with its description and extensions."""
    required: bool
    """Whether callers must pass it."""
    nulls: bool = False
    """Whether None is sent as null, instead of omitting the argument."""


def arguments(spec: Spec, operation: Operation) -> dict[str, Argument]:
    """The arguments by name. Two with the same name, which the compiler rejects, also have their place in the key."""
    found: dict[str, Argument] = {}
    for raw in (*operation.shared, *nodes(operation.raw.get("parameters"))):
        parameter = spec.resolve(raw)
        wire, place = str(parameter.get("name")), str(parameter.get("in"))
        schema = parameter.get("schema") or _content(parameter).get("schema")
        argument = Argument(wire, place, schema, parameter, bool(parameter.get("required")) or place == "path")
        same_place = (
            wire in found and found[wire].place == place
        )  # the parameter of the operation overrides that of the path
        found[f"{wire} in {place}" if wire in found and not same_place else wire] = argument
    for argument in _body(spec, operation):
        found[f"{argument.wire} in {argument.place}" if argument.wire in found else argument.wire] = argument
    return found


def _content(raw: Node) -> Node:
    return next((node(content) for content in node(raw.get("content")).values()), node(None))


def _body(spec: Spec, operation: Operation) -> list[Argument]:
    request = spec.resolve(operation.raw.get("requestBody"))
    schema = _content(request).get("schema")
    if schema is None:
        return []
    given = bool(request.get("required", True))  # the app's own document omits it everywhere, and demands bodies
    resolved = spec.resolve(schema)
    if kind_of(resolved) != "model":
        return [Argument("body", "whole", schema, request, given)]
    json = "application/json" in node(request.get("content"))
    return [
        _member(spec, found.wire, found.raw, required=found.required and given, json=json)
        for found in properties(spec, resolved).values()
    ]


def _member(spec: Spec, wire: str, raw: Any, *, required: bool, json: bool) -> Argument:
    only = spec.resolve(raw).get("const", limits.constant(node(raw)))  # the SDK fills in a string that has one value
    required_of_users = required and not isinstance(only, str)
    return Argument(wire, "body", raw, node(raw), required_of_users, nulls=json and not required)


def compare(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the arguments of one operation."""
    old, new = arguments(context.old, before), arguments(context.new, operation)
    renamed = _in_path(before, operation, old, new) | pairs(_schemas(old), _schemas(new))
    back = {now: was for was, now in renamed.items()}
    for key, argument in old.items():
        if key not in new and key not in renamed:
            context.add(
                CALLERS, "removed", _kind(argument), operation.argument(argument.wire), "removed", operation.route
            )
    for key, argument in new.items():
        was = old.get(back.get(key, key))
        if was is None:
            _added(context, operation, argument)
        else:
            _argument(context, operation, was, argument)
            if was.place != argument.place and not (
                "path" in (was.place, argument.place) and before.path != operation.path
            ):
                text = f"is sent in the {_where(argument)}, was in the {_where(was)}: older apps do not read it there"
                context.add(CALLERS, "changed", "location", operation.argument(argument.wire), text, operation.route)
    _kinds_of_body(context, before, operation)


def _schemas(found: Mapping[str, Argument]) -> dict[str, Any]:
    """What two arguments must share to count as one renamed argument."""
    return {
        key: {**node(argument.schema), "description": argument.raw.get("description"), "in": argument.place}
        for key, argument in found.items()
    }


def _in_path(
    before: Operation, operation: Operation, old: Mapping[str, Argument], new: Mapping[str, Argument]
) -> dict[str, str]:
    """Path parameters that were only renamed."""
    was, now = before.path.split("/"), operation.path.split("/")
    if [part.startswith("{") or part for part in was] != [part.startswith("{") or part for part in now]:
        return {}
    both = [
        (before_name.strip("{}"), after_name.strip("{}"))
        for before_name, after_name in zip(was, now, strict=True)
        if before_name != after_name
    ]
    return {
        before_name: after_name
        for before_name, after_name in both
        if before_name in old and after_name in new and before_name not in new
    }


def _kind(argument: Argument) -> str:
    return "request field" if argument.place in ("body", "whole") else "parameter"


def _added(context: Context, operation: Operation, argument: Argument) -> None:
    text = "added, required" if argument.required else "added"
    levels = CALLERS if argument.required else ADDITIVE
    context.add(levels, "added", _kind(argument), operation.argument(argument.wire), text, operation.route)


def _argument(context: Context, operation: Operation, old: Argument, new: Argument) -> None:
    name, place = operation.argument(new.wire), operation.route
    if old.wire != new.wire:
        was = operation.argument(old.wire)
        text = f"is now {name}" if was != name else f"is {new.wire!r} on the wire, was {old.wire!r}"
        context.add(CALLERS, "renamed", _kind(new), was, text, place)
    if old.required != new.required:
        levels, text = (CALLERS, "now required") if new.required else (ADDITIVE, "now optional")
        context.add(levels, "changed", "requiredness", name, text, place)
    _null(context, name, old, new, place)
    values.value(context, name, old.schema, new.schema, REQUEST, place)
    if new.raw is not new.schema and old.raw is not old.schema:
        _parameter(context, name, old.raw, new.raw, place)


def _where(argument: Argument) -> str:
    return "body" if argument.place == "whole" else argument.place


def _null(context: Context, name: str, old: Argument, new: Argument, place: str) -> None:
    """Compare what None means: it is sent as null if the schema allows null, otherwise the argument is omitted."""
    if not (old.nulls and new.nulls):
        return
    if NULL in context.now.of(new.schema) and NULL not in context.was.of(old.schema):
        text = "None is now sent as null; before, it omitted the argument"
        context.add(CALLERS, "changed", "nullability", name, text, place)


def _parameter(context: Context, name: str, old: Node, new: Node, place: str) -> None:
    """Compare a parameter without its schema."""
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
        sorted(node(spec.resolve(version.raw.get("requestBody")).get("content")))
        for spec, version in ((context.old, before), (context.new, operation))
    )
    if was and now and was != now:
        text = f"is sent as {', '.join(now)}, was {', '.join(was)}: older apps do not support it"
        context.add(CALLERS, "changed", "body", operation.typed, text, operation.route)
    if bool(was) != bool(now):  # its fields are reported as arguments
        text = "now has a request body" if now else "no longer has a request body"
        context.add(EDITORIAL, "changed", "body", operation.typed, text, operation.route)
