"""The signature of an operation, and the expressions that encode its arguments."""

from __future__ import annotations

import re

from scripts.compiler.plan.plan import Argument, Operation
from scripts.compiler.render.expressions import Needs, annotation, argument, checked, of
from scripts.compiler.spec.schema_types import Const, List, Map, Ref, Scalar, nullable


def signature(operation: Operation, needs: Needs, *, method: bool = False, paged: bool = False) -> str:
    """The last path parameter may be positional; all others are keywords, so that ids cannot be swapped."""
    parts = ["self"] if method else []
    last, keywords = places(operation)
    if last is not None:
        parts.append(f"{last.name}: {argument(last.shape, needs, last.object)}")
    if keywords or paged:
        parts.append("*")
    required = [parameter for parameter in keywords if _default(parameter) is None]
    optional = [parameter for parameter in keywords if _default(parameter) is not None]
    parts += [f"{parameter.name}: {argument(parameter.shape, needs, parameter.object)}" for parameter in required]
    parts += [_optional(parameter, needs) for parameter in optional]
    if paged:
        parts.append("resume: str | None = None")
    return ", ".join(parts)


def places(operation: Operation) -> tuple[Argument | None, list[Argument]]:
    """The argument that may be positional, and the keywords."""
    path = operation.of("path")
    return (path[-1] if path else None), [*path[:-1], *operation.of("query", "header", "body", "whole")]


def _default(parameter: Argument) -> str | None:
    """The default of an argument, as text; None when it must be given."""
    if parameter.required:
        # a constant string is filled in; a constant True is a consent, which the caller must give explicitly
        shape = parameter.shape
        return repr(shape.value) if isinstance(shape, Const) and isinstance(shape.value, str) else None
    return "UNSET" if nullable(parameter.shape) and parameter.place == "body" else "None"


def _optional(parameter: Argument, needs: Needs) -> str:
    default = _default(parameter)
    text = argument(parameter.shape, needs, parameter.object)
    if default == "UNSET":
        needs.helpers.add("UNSET")
        needs.typed.add("Unset")
        return f"{parameter.name}: {text} | Unset = UNSET"
    return (
        f"{parameter.name}: {text} = {default}"
        if parameter.required or nullable(parameter.shape)
        else f"{parameter.name}: {text} | None = None"
    )


def path(operation: Operation, needs: Needs) -> str:
    """The expression of the encoded path."""
    arguments = {parameter.wire: parameter for parameter in operation.of("path")}
    if not arguments:
        return repr(operation.path)
    needs.helpers.add("_arguments")

    parts: list[str] = []
    for place, piece in enumerate(re.split(r"\{(\w+)\}", operation.path)):
        if place % 2:
            parameter = arguments[piece]
            limits = f", pattern={parameter.raw['pattern']!r}" if "pattern" in parameter.raw else ""
            limits += f", reserved={parameter.reserved!r}" if parameter.reserved else ""
            limits += f", {of(parameter.object, needs)}" if parameter.object else ""
            parts.append(f"_arguments.path_segment({parameter.name!r}, {parameter.name}{limits})")
        elif piece:
            parts.append(repr(piece))
    return " + ".join(parts)


def pair(parameter: Argument, needs: Needs) -> str:
    """One pair of a query, header or form; its value may be None."""
    needs.helpers.add("_arguments")
    return f"({parameter.wire!r}, {_value(parameter, needs)})"


def _value(parameter: Argument, needs: Needs) -> str:
    """The expression of an argument that may be None."""
    if parameter.file:
        needs.helpers.add("_arguments")
        text = f"_arguments.upload({parameter.name!r}, {parameter.name})"
        return text if parameter.required else f"None if {parameter.name} is None else {text}"
    # `model_json` rejects None itself
    optional = not parameter.required or nullable(parameter.shape) or isinstance(parameter.shape, Ref)
    given = parameter.name if optional else f"_arguments.required({parameter.name!r}, {parameter.name})"
    text = checked(parameter.shape, parameter.raw, repr(parameter.name), given, needs, parameter.object)
    whole = isinstance(parameter.shape, Ref | Map) and not parameter.required
    return f"None if {parameter.name} is None else {text}" if whole else text


def body(operation: Operation, needs: Needs) -> str:
    """The expression of the body, empty where there is none."""
    whole = operation.of("whole")
    if whole:
        needs.helpers.update(("JsonBody", "_arguments"))
        return f"JsonBody({_value(whole[0], needs)})"
    members = operation.of("body")
    if operation.body_kind == "json":
        needs.helpers.update(("JsonBody", "_arguments"))
        return f"JsonBody(_arguments.body({', '.join(_member(parameter, needs) for parameter in members)}))"
    if operation.body_kind == "form":
        needs.helpers.update(("FormBody", "_arguments"))
        return f"FormBody(_arguments.pairs({', '.join(pair(parameter, needs) for parameter in members)}))"
    if operation.body_kind == "multipart":
        needs.helpers.update(("MultipartBody", "_arguments"))
        files = ", ".join(pair(parameter, needs) for parameter in members if parameter.file)
        fields = ", ".join(pair(parameter, needs) for parameter in members if not parameter.file)
        return f"MultipartBody(_arguments.files({files}), _arguments.pairs({fields}))"
    return ""


def _member(parameter: Argument, needs: Needs) -> str:
    """A JSON member. One that may be null is left out by UNSET, any other by None."""
    if parameter.required:
        return pair(parameter, needs)
    if nullable(parameter.shape):
        inner = checked(parameter.shape, parameter.raw, repr(parameter.name), "value", needs)
        return f"({parameter.wire!r}, _arguments.unless_unset({parameter.name}, lambda value: {inner}))"
    return f"({parameter.wire!r}, _arguments.optional({_value(parameter, needs)}))"


def check_any(operation: Operation, needs: Needs) -> str:
    """The check that one of several arguments is given; empty where none of them needs to be."""
    if not operation.any_of:
        return ""
    needs.helpers.add("_arguments")
    names = [parameter.name for parameter in operation.any_of]
    blank = [parameter.name for parameter in operation.any_of if parameter.shape == Scalar("str")]
    problems = [f"{', '.join(names[:-1])} or {names[-1]} is required"] if len(names) > 1 else []
    problems += [f"{name} must not be blank" for name in blank]
    objects = [parameter.name for parameter in operation.any_of if _is_required_object(parameter)]
    problems += [f"{name} must have a value for at least one of its keys" for name in objects]
    given = [_is_given(parameter, needs) for parameter in operation.any_of]
    return f"_arguments.check_any({'; '.join(problems)!r}, {', '.join(given)})"


def check_chat(operation: Operation, needs: Needs) -> str:
    """The check that a message is of the chat that is given beside it; empty unless an operation has both."""
    given = {
        parameter.object.model: parameter
        for parameter in operation.arguments
        if parameter.object and not isinstance(parameter.shape, List)
    }
    if not given.keys() >= {"Chat", "Message"}:
        return ""
    needs.helpers.add("_arguments")
    message, chat = given["Message"].name, given["Chat"].name
    return f"_arguments.check_chat({message!r}, {message}, {chat!r}, {chat})"


def _is_required_object(parameter: Argument) -> bool:
    return isinstance(parameter.shape, Ref) and parameter.required


def _is_given(parameter: Argument, needs: Needs) -> str:
    if _is_required_object(parameter):
        return f"_arguments.has_value({parameter.name})"
    if parameter.shape == Scalar("str"):
        return f"_arguments.not_blank({parameter.name})"
    if _default(parameter) == "UNSET":
        needs.helpers.add("UNSET")
        return f"{parameter.name} is not UNSET"
    return f"{parameter.name} is not None"


def filters(operation: Operation) -> list[str]:
    """The lists that restrict what a read returns: if one of them is empty, nothing can match."""
    is_read = operation.raw["x-beeper-effect"] == "read"
    return [parameter.name for parameter in operation.of("query") if is_read and isinstance(parameter.shape, List)]


def constant(operation: Operation) -> str:
    """The name of the module's constant that holds the operation."""
    return operation.verb.upper()


def returns(operation: Operation, needs: Needs, list_name: str) -> str:
    """The type of the result."""
    if operation.binary:
        needs.helpers.add("Content")
        return "Content"
    return "None" if operation.result is None else annotation(operation.result, needs, list_name)
