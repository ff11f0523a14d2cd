"""Which JSON an argument or a result is, by its annotation: how to describe it, and how to read it."""

from __future__ import annotations

import base64
import binascii
import os
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Union, get_args, get_origin

from ..wire.json_values import Json, is_list, is_object

UNITS = ("days", "hours", "minutes", "seconds", "milliseconds")
"""The members of a JSON object that is a timedelta."""


class UnfitError(Exception):
    """A JSON value does not have the shape."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What JSON a Python value is."""

    expected: str
    """What a value must be, for messages of errors."""
    schema: Json
    read: Callable[[object], object]
    """The Python value of a JSON value. Raises UnfitError."""
    rank: int = 1
    """Of several shapes that a value may have, those with the lowest rank are tried first."""


def shape_of(hint: object, words: Sequence[str] = ()) -> Shape:
    """The shape of an annotation. `words`: what stands for files, where the annotation has paths.

    Raises:
        TypeError: No JSON is a value of the annotation.
    """
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union(arguments, words)
    if origin is tuple:
        return _tuple(arguments)
    if origin in (list, Sequence, Iterable):
        return list_of(shape_of(arguments[0]))
    if origin in (dict, Mapping):
        return _mapping(shape_of(arguments[1]))
    raise TypeError(f"no JSON is a {hint}")


def _exactly(kind: type, expected: str, schema: Json) -> Shape:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise UnfitError
        return value

    return Shape(expected, schema, read)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnfitError
    return value


def _moment(value: object) -> object:
    try:
        return datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise UnfitError from None


def _duration(value: object) -> object:
    given = value if is_object(value) else {"seconds": value}
    if not given or not set(given) <= set(UNITS):
        raise UnfitError
    try:
        return timedelta(**{unit: _number(part) for unit, part in given.items()})
    except (OverflowError, ValueError):
        raise UnfitError from None


def _decoded(value: object) -> bytes:
    if not isinstance(value, str):
        raise UnfitError
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise UnfitError from None


def _bytes(value: object) -> object:
    if not is_object(value) or value.keys() != {"base64"}:
        raise UnfitError
    return _decoded(value["base64"])


def _file(value: object) -> object:
    if not is_object(value) or value.keys() != {"name", "base64"} or not isinstance(value["name"], str):
        raise UnfitError
    return value["name"], _decoded(value["base64"])


_ENCODED: Json = {"type": "string", "contentEncoding": "base64"}
_FILE = Shape(
    'a file as {"name": …, "base64": …}',
    {
        "type": "object",
        "required": ["name", "base64"],
        "properties": {"name": {"type": "string"}, "base64": _ENCODED},
        "additionalProperties": False,
    },
    _file,
    rank=0,
)
_DURATION_SCHEMA: Json = {
    "description": "Seconds, or the sum of the parts.",
    "anyOf": [
        {"type": "number"},
        {
            "type": "object",
            "properties": {unit: {"type": "number"} for unit in UNITS},
            "minProperties": 1,
            "additionalProperties": False,
        },
    ],
}
_PLAIN: dict[object, Shape] = {
    str: _exactly(str, "a string", {"type": "string"}),
    int: _exactly(int, "an integer", {"type": "integer"}),
    bool: _exactly(bool, "true or false", {"type": "boolean"}),
    float: Shape("a number", {"type": "number"}, _number),
    types.NoneType: _exactly(types.NoneType, "null", {"type": "null"}),
    None: _exactly(types.NoneType, "null", {"type": "null"}),
    object: Shape("any JSON", {}, lambda value: value, rank=2),
    Any: Shape("any JSON", {}, lambda value: value, rank=2),
    datetime: Shape("a date and time in ISO 8601", {"type": "string", "format": "date-time"}, _moment, rank=0),
    timedelta: Shape('seconds, or an object such as {"hours": 5}', _DURATION_SCHEMA, _duration, rank=0),
    bytes: Shape(
        'bytes as {"base64": …}',
        {
            "type": "object",
            "required": ["base64"],
            "properties": {"base64": _ENCODED},
            "additionalProperties": False,
        },
        _bytes,
        rank=0,
    ),
}


def _union(members: Sequence[object], words: Sequence[str]) -> Shape:
    has_paths = any(get_origin(member) is os.PathLike for member in members)
    if has_paths and not words:
        raise TypeError("a path has no JSON")
    named = _words(words) if has_paths else None
    shapes = [
        named if member is str and named is not None else shape_of(member) for member in members if _has_json(member)
    ]
    shapes.sort(key=lambda shape: shape.rank)
    unique = list(dict.fromkeys(shape.expected for shape in shapes))

    def read(value: object) -> object:
        for shape in shapes:
            try:
                return shape.read(value)
            except UnfitError:
                continue
        raise UnfitError

    expected = " or ".join(filter(None, [", ".join(unique[:-1]), unique[-1]]))
    rank = min(shape.rank for shape in shapes)
    return Shape(expected, shapes[0].schema if len(shapes) == 1 else {"anyOf": [s.schema for s in shapes]}, read, rank)


def _has_json(member: object) -> bool:
    """Whether a member of a union can be JSON. Paths, functions and objects of tests cannot."""
    return member in _PLAIN or get_origin(member) in (tuple, list, dict, Sequence, Iterable, Mapping)


def _words(words: Sequence[str]) -> Shape:
    def read(value: object) -> object:
        if value not in words:
            raise UnfitError
        return value

    return Shape(f"one of {', '.join(words)}", {"type": "string", "enum": list(words)}, read)


def list_of(item: Shape) -> Shape:
    """The shape of lists."""

    def read(value: object) -> object:
        if not is_list(value):
            raise UnfitError
        return [item.read(one) for one in value]

    return Shape(f"a list of which each item is {item.expected}", {"type": "array", "items": item.schema}, read)


def _tuple(arguments: Sequence[object]) -> Shape:
    if tuple(arguments) == (str, bytes):
        return _FILE
    if arguments[-1] is Ellipsis:
        return list_of(shape_of(arguments[0]))
    items = [shape_of(one) for one in arguments]

    def read(value: object) -> object:
        if not is_list(value) or len(value) != len(items):
            raise UnfitError
        return tuple(item.read(one) for item, one in zip(items, value, strict=True))

    schema: Json = {
        "type": "array",
        "prefixItems": [item.schema for item in items],
        "minItems": len(items),
        "maxItems": len(items),
    }
    return Shape(f"a list of {len(items)}: {', '.join(item.expected for item in items)}", schema, read)


def _mapping(item: Shape) -> Shape:
    def read(value: object) -> object:
        if not is_object(value):
            raise UnfitError
        return {name: item.read(one) for name, one in value.items()}

    schema: Json = {"type": "object", "additionalProperties": item.schema} if item.schema else {"type": "object"}
    return Shape("an object", schema, read)
