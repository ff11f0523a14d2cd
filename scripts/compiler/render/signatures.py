"""The signature of an operation, and the expressions that encode its arguments."""

from __future__ import annotations

import re

from scripts.compiler.plan.plan import Argument, Operation
from scripts.compiler.render.expressions import Needs, annotation, argument, checked
from scripts.compiler.spec.schema_types import Const, Map, Ref, nullable


def signature(operation: Operation, needs: Needs, *, method: bool = False, paged: bool = False) -> str:
    """The last path parameter may be positional; all others are keywords, so that ids cannot be swapped."""
    parts = ["self"] if method else []
    last, keywords = places(operation)
    if last is not None:
        parts.append(f"{last.name}: {argument(last.shape, needs)}")
    if keywords or paged:
        parts.append("*")
    required = [each for each in keywords if _default(each) is None]
    optional = [each for each in keywords if _default(each) is not None]
    parts += [f"{each.name}: {argument(each.shape, needs)}" for each in required]
    parts += [_optional(each, needs) for each in optional]
    if paged:
        parts.append("resume: str | None = None")
    return ", ".join(parts)


def places(operation: Operation) -> tuple[Argument | None, list[Argument]]:
    """The argument that may be positional, and the keywords."""
    path = operation.of("path")
    return (path[-1] if path else None), [*path[:-1], *operation.of("query", "header", "body", "whole")]


def _default(one: Argument) -> str | None:
    """The default of an argument, as text; None when it must be given."""
    if one.required:
        # a constant string is filled in; a constant True is a consent, which the caller must give explicitly
        return repr(one.shape.value) if isinstance(one.shape, Const) and isinstance(one.shape.value, str) else None
    return "UNSET" if nullable(one.shape) and one.place == "body" else "None"


def _optional(one: Argument, needs: Needs) -> str:
    default = _default(one)
    text = argument(one.shape, needs)
    if default == "UNSET":
        needs.helpers.add("UNSET")
        needs.typed.add("Unset")
        return f"{one.name}: {text} | Unset = UNSET"
    return (
        f"{one.name}: {text} = {default}"
        if one.required or nullable(one.shape)
        else f"{one.name}: {text} | None = None"
    )


def path(operation: Operation, needs: Needs) -> str:
    """The expression of the encoded path."""
    arguments = {each.wire: each for each in operation.of("path")}
    if not arguments:
        return repr(operation.path)
    needs.helpers.add("_arguments")

    parts: list[str] = []
    for place, piece in enumerate(re.split(r"\{(\w+)\}", operation.path)):
        if place % 2:
            one = arguments[piece]
            limits = f", pattern={one.raw['pattern']!r}" if "pattern" in one.raw else ""
            limits += f", reserved={one.reserved!r}" if one.reserved else ""
            parts.append(f"_arguments.path_segment({one.name!r}, {one.name}{limits})")
        elif piece:
            parts.append(repr(piece))
    return " + ".join(parts)


def pair(one: Argument, needs: Needs) -> str:
    """One pair of a query, header or form; its value may be None."""
    needs.helpers.add("_arguments")
    return f"({one.wire!r}, {_value(one, needs)})"


def _value(one: Argument, needs: Needs) -> str:
    """The expression of an argument that may be None."""
    if one.file:
        needs.helpers.add("_arguments")
        text = f"_arguments.upload({one.name!r}, {one.name})"
        return text if one.required else f"None if {one.name} is None else {text}"
    optional = not one.required or nullable(one.shape) or isinstance(one.shape, Ref)  # `model_json` rejects None itself
    given = one.name if optional else f"_arguments.required({one.name!r}, {one.name})"
    text = checked(one.shape, one.raw, repr(one.name), given, needs)
    whole = isinstance(one.shape, Ref | Map) and not one.required
    return f"None if {one.name} is None else {text}" if whole else text


def body(operation: Operation, needs: Needs) -> str:
    """The expression of the body, empty where there is none."""
    whole = operation.of("whole")
    if whole:
        needs.helpers.update(("JsonBody", "_arguments"))
        return f"JsonBody({_value(whole[0], needs)})"
    members = operation.of("body")
    if operation.body_kind == "json":
        needs.helpers.update(("JsonBody", "_arguments"))
        return f"JsonBody(_arguments.body({', '.join(_member(each, needs) for each in members)}))"
    if operation.body_kind == "form":
        needs.helpers.update(("FormBody", "_arguments"))
        return f"FormBody(_arguments.pairs({', '.join(pair(each, needs) for each in members)}))"
    if operation.body_kind == "multipart":
        needs.helpers.update(("MultipartBody", "_arguments"))
        files = ", ".join(pair(each, needs) for each in members if each.file)
        fields = ", ".join(pair(each, needs) for each in members if not each.file)
        return f"MultipartBody(_arguments.files({files}), _arguments.pairs({fields}))"
    return ""


def _member(one: Argument, needs: Needs) -> str:
    """A JSON member. One that may be null is left out by UNSET, any other by None."""
    if one.required:
        return pair(one, needs)
    if nullable(one.shape):
        inner = checked(one.shape, one.raw, repr(one.name), "value", needs)
        return f"({one.wire!r}, _arguments.unless_unset({one.name}, lambda value: {inner}))"
    return f"({one.wire!r}, _arguments.optional({_value(one, needs)}))"


def constant(operation: Operation) -> str:
    """The name of the module's constant that holds the operation."""
    return operation.verb.upper()


def returns(operation: Operation, needs: Needs, list_name: str) -> str:
    """The type of the result."""
    if operation.binary:
        needs.helpers.add("Content")
        return "Content"
    return "None" if operation.result is None else annotation(operation.result, needs, list_name)
