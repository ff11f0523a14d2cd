"""Represents the types of two specs so that they can be compared, and decides which type accepts which other.

A type is a set of atoms, one for each alternative. Component objects, enums and unions are atoms with a name: they are
compared once, where they are defined. Aliases of plain types have no name in Python and are replaced with their target.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal, TypeAlias

from attrs import field, frozen

from beeper_sdk._cli.doctor.openapi_document import Node, is_array, is_node, node, nodes
from scripts.compiler.compare.document import Spec
from scripts.compiler.spec.schema_types import REF

Kind: TypeAlias = Literal["model", "enum", "union", "alias"]
_FORMATS = ("date-time", "binary")
_WORDS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "any": "any JSON",
    "null": "None",
    "date-time": "datetime",
    "binary": "a file",
    "object": "an object",
}
_CONSTANTS: dict[str, tuple[str, ...]] = {
    "bool": ("boolean",),
    "int": ("integer", "number"),
    "float": ("number",),
    "str": ("string",),
}
"""The JSON types of a constant, by its Python type."""


@frozen
class Atom:
    """One alternative."""

    kind: str
    """A JSON type, date-time, binary, any, const, choice (an enum without a name), array, map, object, or named."""
    detail: str = ""
    """A component's name, a constant as JSON, or a choice's JSON type."""
    inner: frozenset[Atom] = frozenset()


Type: TypeAlias = frozenset[Atom]
NULL = Atom("null")
ANY = Atom("any")


def kind_of(raw: Node) -> Kind:
    """The kind of a component schema in Python."""
    if "enum" in raw:
        return "enum"
    if raw.get("properties") or "allOf" in raw:
        return "model"
    if raw.get("anyOf") or raw.get("oneOf"):
        return "union"
    return "model" if raw.get("type") == "object" and raw.get("additionalProperties") is False else "alias"


@frozen(eq=False)
class Types:
    """Reads types of one spec."""

    spec: Spec
    names: Mapping[str, str] = field(factory=dict[str, str])
    """The names of renamed components in the other spec."""

    def of(self, raw: object, seen: frozenset[str] = frozenset()) -> Type:
        """The type of a schema."""
        schema = node(raw)
        reference = schema.get("$ref")
        if isinstance(reference, str):
            return self._referred(reference, seen)
        if "const" in schema:
            return frozenset({Atom("const", json.dumps(schema["const"]))})
        if "enum" in schema:
            return frozenset({Atom("choice", str(schema.get("type", "string")))})
        members = nodes(schema.get("anyOf") or schema.get("oneOf"))
        if members:
            return frozenset(atom for member in members for atom in self.of(member, seen))
        kinds = schema.get("type")
        several = kinds if is_array(kinds) else [kinds]
        return frozenset(atom for kind in several for atom in self._plain(schema, kind, seen))

    def _referred(self, reference: str, seen: frozenset[str]) -> Type:
        target = self.spec.resolve({"$ref": reference})
        if reference.startswith(REF) and kind_of(target) != "alias":
            name = reference.removeprefix(REF)
            return frozenset({Atom("named", self.names.get(name, name))})
        return frozenset({ANY}) if reference in seen else self.of(target, seen | {reference})

    def _plain(self, schema: Node, kind: object, seen: frozenset[str]) -> Type:
        if kind == "array":
            return frozenset({Atom("array", inner=self.of(schema.get("items"), seen))})
        if kind == "object" or (kind is None and (schema.get("properties") or "allOf" in schema)):
            if kind_of(schema) == "model":
                return frozenset({Atom("object")})
            extra = schema.get("additionalProperties", True)
            return frozenset({Atom("map", inner=self.of(extra, seen) if is_node(extra) else frozenset({ANY}))})
        if kind == "string" and schema.get("format") in _FORMATS:
            return frozenset({Atom(str(schema["format"]))})
        return frozenset({ANY if kind is None else Atom(str(kind))})


@frozen(eq=False)
class Order:
    """Decides whether a type accepts another one. Bases and members of named types are those of both specs."""

    bases: Mapping[str, str]
    unions: Mapping[str, Type]
    enums: frozenset[str]
    open: bool
    """Whether enums are open: in responses they accept any string."""

    def accepts(self, wide: Type, narrow: Type, seen: frozenset[tuple[Type, Type]] = frozenset()) -> bool:
        """Whether every value of `narrow` is a value of `wide`. `seen` ends the recursion for recursive unions."""
        pair = (wide, narrow)
        if pair in seen:
            return True
        seen |= {pair}
        return all(
            any(self._accepts_atom(alternative, atom, seen) for alternative in wide)
            or self._accepts_members(wide, atom, seen)
            for atom in narrow
        )

    def _accepts_members(self, wide: Type, atom: Atom, seen: frozenset[tuple[Type, Type]]) -> bool:
        """Compare a union that is named on one side and inline on the other."""
        members = self.unions.get(atom.detail) if atom.kind == "named" else None
        return members is not None and self.accepts(wide, members, seen)

    def _accepts_atom(self, wide: Atom, narrow: Atom, seen: frozenset[tuple[Type, Type]]) -> bool:
        if wide == narrow or wide.kind == "any":
            return True
        if wide.kind == narrow.kind and wide.kind in ("array", "map"):
            return self.accepts(wide.inner, narrow.inner, seen)
        if wide.kind == "named" or narrow.kind == "named":
            return self._accepts_named(wide, narrow, seen)
        if {wide.kind, narrow.kind} == {"object", "map"}:
            return wide.kind == "map" and ANY in wide.inner
        return self._accepts_scalar(wide, narrow)

    def _accepts_named(self, wide: Atom, narrow: Atom, seen: frozenset[tuple[Type, Type]]) -> bool:
        if "object" in (wide.kind, narrow.kind):  # inline objects are compared field by field elsewhere
            return (wide.detail or narrow.detail) not in {*self.enums, *self.unions}
        if narrow.kind == "named" and narrow.detail in self.enums and wide.kind in ("string", "choice"):
            return True
        if wide.kind == "named" and wide.detail in self.enums:
            return narrow.kind == "choice" or (self.open and narrow.kind == "string")
        if narrow.kind == "named" and wide.kind == "named" and self._descends(narrow.detail, wide.detail):
            return True
        members = self.unions.get(wide.detail) if wide.kind == "named" else None
        return members is not None and self.accepts(members, frozenset({narrow}), seen)

    def _descends(self, name: str, ancestor: str) -> bool:
        seen: set[str] = set()
        while name in self.bases and name not in seen:
            seen.add(name)
            name = self.bases[name]
            if name == ancestor:
                return True
        return False

    def _accepts_scalar(self, wide: Atom, narrow: Atom) -> bool:
        if wide.kind == "number" and narrow.kind == "integer":
            return True
        if wide.kind == "choice":
            return self.open and wide.detail == narrow.kind
        if narrow.kind == "const":
            return wide.kind in _CONSTANTS.get(type(json.loads(narrow.detail)).__name__, ())
        return narrow.kind == "choice" and wide.kind == narrow.detail


def has_inline_object(kind: Type) -> bool:
    """Whether a type contains an object without a name."""
    return any(atom.kind == "object" or has_inline_object(atom.inner) for atom in kind)


def python_type(kind: Type) -> str:
    """A type in Python notation."""
    parts = sorted(_python_atom(atom) for atom in kind - {NULL})
    return " | ".join([*parts, "None"] if NULL in kind else parts) or "nothing"


def _python_atom(atom: Atom) -> str:
    if atom.kind == "array":
        return f"list[{python_type(atom.inner)}]"
    if atom.kind == "map":
        return f"dict[str, {python_type(atom.inner)}]"
    if atom.kind == "const":
        return f"Literal[{json.loads(atom.detail)!r}]"
    if atom.kind == "named":
        return f"models.{atom.detail}"
    return _WORDS.get(atom.detail if atom.kind == "choice" else atom.kind, atom.kind)
