"""The arguments of a verb in a request, checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import parse_qsl

from ..._core.util.validation import similar_names
from ..wire.json_values import Json, is_list, is_object
from .shapes import UnfitError
from .verbs import Argument, Kind, Verb


class WrongError(Exception):
    """A request does not have the form that a verb needs."""

    def __init__(self, message: str, *, status: int = 422, argument: str | None = None) -> None:
        super().__init__(message)
        self.status: int = status
        self.message: str = message
        self.argument: str | None = argument


def arguments_of(
    verb: Verb, in_path: Mapping[str, str], query: str, body: bytes
) -> tuple[list[object], dict[str, object]]:
    """The positional and the named arguments for the method of a verb.

    Raises:
        WrongError: One is missing, unknown, or of another type.
    """
    given: Json = {name: value for name, value in in_path.items() if any(one.name == name for one in verb.arguments)}
    given |= _query(verb, query)
    if verb.raw is not None:
        return [body], {}
    _add_body(verb, given, body)
    _check_names(verb, given)
    positional: list[object] = []
    named: dict[str, object] = {}
    for argument in verb.arguments:
        if argument.name not in given:
            continue
        value = _read(argument, given[argument.name])
        if argument.kind is Kind.NAMED:
            named[argument.name] = value
        elif argument.kind is Kind.EACH and is_list(value):
            positional += value
        else:
            positional.append(value)
    return positional, named


def _query(verb: Verb, query: str) -> Json:
    pairs = parse_qsl(query, keep_blank_values=True)
    in_query = {one.name for one in verb.arguments if one.place == "query"}
    given = dict(pairs)
    for name in given:
        if name not in in_query:
            raise _unknown(verb, name)
    if len(given) < len(pairs):
        raise WrongError(f"each parameter of {verb.name} must be given once")
    return given


def _add_body(verb: Verb, given: Json, body: bytes) -> None:
    if not body.strip():
        return
    try:
        content: object = json.loads(body)
    except RecursionError:
        raise WrongError("the body is nested too deeply", status=400) from None
    except ValueError:
        raise WrongError("the body must be JSON", status=400) from None
    if not is_object(content):
        raise WrongError("the body must be a JSON object with the arguments")
    for name in content:
        if name in given or not any(one.name == name and one.place == "body" for one in verb.arguments):
            raise _unknown(verb, name)
    given |= content


def _check_names(verb: Verb, given: Json) -> None:
    for argument in verb.arguments:
        if argument.required and argument.name not in given:
            raise WrongError(
                f"{argument.name} must be given; it must be {argument.shape.expected}", argument=argument.name
            )


def _unknown(verb: Verb, name: str) -> WrongError:
    known = [one.name for one in verb.arguments if one.place != "path"]
    if name in known:
        place = next(one.place for one in verb.arguments if one.name == name)
        return WrongError(f"{name} must be in the {place} of the request, once", argument=name)
    hint = similar_names(name, known, f"there are {', '.join(known) or 'none'}")
    return WrongError(f"{verb.name} has no argument {name!r}; {hint}", argument=name)


def _read(argument: Argument, value: object) -> object:
    try:
        return argument.shape.read(value)
    except UnfitError:
        message = f"{argument.name} must be {argument.shape.expected}"
        raise WrongError(message, argument=argument.name) from None
