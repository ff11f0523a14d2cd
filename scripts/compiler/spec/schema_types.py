"""The types of the spec as small values. What a shape looks like in Python is in `expressions`.

Read from the raw schemas: openapi-python-client flattens allOf, drops discriminators and the names of unions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from scripts.compiler.spec.errors import SpecError

Raw: TypeAlias = Mapping[str, Any]
REF = "#/components/schemas/"


@frozen
class Scalar:
    """Text, a number, or true and false."""

    name: Literal["str", "int", "float", "bool"]


@frozen
class Null:
    """The JSON null."""


@frozen
class AnyJson:
    """Any JSON value."""


@frozen
class Time:
    """A timestamp; or a number of Unix seconds."""

    unix: bool = False


@frozen
class File:
    """An uploaded file."""


@frozen
class Const:
    """One fixed value."""

    value: str | int | bool


@frozen
class Enum:
    """A named enum: open in responses, closed in arguments."""

    name: str
    kind: Literal["str", "int"] = "str"
    values: tuple[str | int, ...] = field(default=(), eq=False)


@frozen
class Ref:
    """A named object: a model."""

    name: str


@frozen
class NamedUnion:
    """A union that is a component of its own."""

    name: str
    members: tuple[Shape, ...] = field(eq=False)


@frozen
class Union:
    """One of several shapes."""

    members: tuple[Shape, ...]


@frozen
class List:
    """A JSON array."""

    item: Shape


@frozen
class Map:
    """A JSON object of free keys."""

    value: Shape


Shape: TypeAlias = Scalar | Null | AnyJson | Time | File | Const | Enum | Ref | NamedUnion | Union | List | Map

_SCALARS: dict[str, Scalar] = {
    "string": Scalar("str"),
    "integer": Scalar("int"),
    "number": Scalar("float"),
    "boolean": Scalar("bool"),
}


class UnsupportedSchema(SpecError):
    """The spec holds something the compiler has no rule for; the text says where."""


@frozen
class Shapes:
    """Reads shapes; knows the component schemas that references point at."""

    schemas: Mapping[str, Raw]

    def of(self, raw: Raw, where: str) -> Shape:
        """The shape of a schema."""
        if "$ref" in raw:
            return self.component(str(raw["$ref"]).removeprefix(REF), where)
        if "const" in raw:
            return Const(raw["const"])
        if "enum" in raw:
            raise UnsupportedSchema(f"{where}: an enum must be a component schema with a name")
        members = raw.get("anyOf") or raw.get("oneOf")
        if members:
            return _union([self.of(member, where) for member in members])
        if isinstance(raw.get("type"), list):
            return _union([self.of({**raw, "type": kind}, where) for kind in raw["type"]])
        return self._simple(raw, where)

    def _simple(self, raw: Raw, where: str) -> Shape:
        kind = raw.get("type")
        if kind is None and not set(raw) & {"properties", "allOf", "items"}:
            return AnyJson()
        if kind == "null":
            return Null()
        if kind == "array":
            return List(self.of(raw["items"], where))
        if kind == "object" and not raw.get("properties"):
            extra = raw.get("additionalProperties", True)
            return Map(AnyJson() if isinstance(extra, bool) else self.of(extra, where))
        if kind == "string" and raw.get("format") in ("date-time", "binary"):
            return Time() if raw["format"] == "date-time" else File()
        if "x-beeper-time" in raw:
            return Time(unix=True)
        if kind in _SCALARS:
            return _SCALARS[kind]
        raise UnsupportedSchema(f"{where}: an object must be a component schema with a name")

    def component(self, name: str, where: str) -> Shape:
        """The shape that a reference to a component has."""
        if name not in self.schemas:
            raise UnsupportedSchema(f"{where}: there is no component schema {name}")
        raw = self.schemas[name]
        if "enum" in raw:
            return Enum(name, "int" if raw.get("type") == "integer" else "str", tuple(raw["enum"]))
        if is_model(raw):
            return Ref(name)
        if raw.get("anyOf") or raw.get("oneOf"):
            return NamedUnion(name, _members(self.of(raw, name)))
        return self.of(raw, name)


def is_model(raw: Raw) -> bool:
    """Does a component schema become a class? Objects do, but for free-form maps."""
    if "allOf" in raw or "properties" in raw:
        return True
    return raw.get("type") == "object" and raw.get("additionalProperties") is False


def _members(shape: Shape) -> tuple[Shape, ...]:
    return shape.members if isinstance(shape, Union) else (shape,)


def _union(members: list[Shape]) -> Shape:
    flat = [inner for member in members for inner in _members(member)]
    ordered = sorted(dict.fromkeys(flat), key=lambda shape: isinstance(shape, Null))
    return ordered[0] if len(ordered) == 1 else Union(tuple(ordered))


def nullable(shape: Shape) -> bool:
    """May the value be null?"""
    return isinstance(shape, Null) or (isinstance(shape, NamedUnion | Union) and Null() in shape.members)


def not_null(shape: Shape) -> Shape:
    """The shape without null."""
    if isinstance(shape, Union):
        return _union([member for member in shape.members if not isinstance(member, Null)])
    return shape


def as_is(shape: Shape) -> bool:
    """Is the JSON value itself the Python value?"""
    return not _holds(shape, (Ref, Time))


def holds_time(shape: Shape) -> bool:
    """Does a value hold a timestamp of its own (not one inside a model, which keeps its spelling itself)?"""
    return _holds(shape, (Time,))


def _holds(shape: Shape, kinds: tuple[type[Shape], ...]) -> bool:
    if isinstance(shape, Union | NamedUnion):
        return any(_holds(member, kinds) for member in shape.members)
    if isinstance(shape, List):
        return _holds(shape.item, kinds)
    if isinstance(shape, Map):
        return _holds(shape.value, kinds)
    return isinstance(shape, kinds)
