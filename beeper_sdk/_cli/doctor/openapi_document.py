"""Reads OpenAPI documents, 3.0 or 3.1: the document of a server here, and the spec in ``scripts/compiler/compare``.

This is not a validator: a document may contain anything, and what is not understood counts as missing. References are
followed inside the document only, and traversals always end. This module imports nothing from the generated client,
because the compiler uses it before that client is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias, TypeGuard
from urllib.parse import unquote

Node: TypeAlias = Mapping[str, Any]
METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
_MAX_REFERENCES = 20
_EMPTY: Node = {}


def is_node(value: object) -> TypeGuard[Node]:
    """Whether a value is a JSON object."""
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def node(value: object) -> Node:
    """The value if it is an object, else an empty object."""
    return value if is_node(value) else _EMPTY


def array(value: object) -> list[Any]:
    """The value if it is an array, else an empty array."""
    return value if is_array(value) else []


def nodes(value: object) -> list[Node]:
    """The objects in an array."""
    return [item for item in array(value) if is_node(item)]


class Operation(NamedTuple):
    """One operation of a document."""

    method: str
    """In lower case."""
    path: str
    raw: Node
    shared: tuple[Node, ...] = ()
    """The parameters of its path item."""


class Document:
    """An OpenAPI document."""

    def __init__(self, data: object) -> None:
        self.data = node(data)

    def operations(self) -> Iterator[Operation]:
        """Every operation, in the order of the document."""
        for path, reference in node(self.data.get("paths")).items():
            item = self.resolve(reference)
            shared = tuple(nodes(item.get("parameters")))
            for method, raw in item.items():
                if method in METHODS and is_node(raw):
                    yield Operation(method, str(path), raw, shared)

    def resolve(self, raw: object) -> Node:
        """The target of a reference, or the value itself. Empty if the target is missing or references form a cycle."""
        found = node(raw)
        for _ in range(_MAX_REFERENCES):
            reference = found.get("$ref")
            if not isinstance(reference, str):
                return found
            found = self._target(reference)
        return _EMPTY

    def _target(self, reference: str) -> Node:
        if not reference.startswith("#/"):
            return _EMPTY
        target: object = self.data
        for part in reference[2:].split("/"):
            target = node(target).get(unquote(part).replace("~1", "/").replace("~0", "~"))
        return node(target)


_API_METHODS = ("get", "put", "post", "delete", "patch")
"""The methods that are compared. Servers document the others (HEAD, OPTIONS, TRACE) for all of their paths."""
MAX_STEPS = 200_000
"""Nodes of a document that are visited at most; a real document has a tenth of them."""
_PARAMETER = re.compile(r"\{[^{}/]*\}")


@dataclass(slots=True)
class Shape:
    """What schemas allow, with all their variants merged."""

    fields: dict[str, list[object]] = field(default_factory=dict[str, list[object]])
    """The schemas of each property."""
    values: set[object] = field(default_factory=set[object])
    """Values of enums and constants."""
    items: list[object] = field(default_factory=list[object])
    entries: list[object] = field(default_factory=list[object])
    """Schemas of the values of an object with free keys."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What one operation accepts and returns."""

    arguments: dict[str, list[object]]
    """The schemas of parameters and of the fields of the body, by name."""
    responses: tuple[object, ...]
    """Schemas of successful JSON responses."""
    opaque: bool
    """Whether it has a body whose fields the document does not describe."""


class DocumentShapes:
    """Reads the shapes of the schemas of one document."""

    def __init__(self, data: object) -> None:
        self._document = Document(data)
        self._left = MAX_STEPS

    @property
    def exhausted(self) -> bool:
        """Whether the document was too large to be read completely."""
        return self._left <= 0

    def operations(self) -> Iterator[Operation]:
        """Every operation with one of the methods that are compared."""
        return (found for found in self._document.operations() if found.method in _API_METHODS and self._step())

    def endpoint(self, operation: Operation) -> Endpoint:
        """What an operation accepts and returns."""
        arguments = self._parameters([*operation.shared, *nodes(operation.raw.get("parameters"))])
        body = self._document.resolve(operation.raw.get("requestBody"))
        fields = self.shape(list(self._contents(body))).fields
        return Endpoint(arguments | fields, tuple(self._responses(operation)), opaque=bool(body) and not fields)

    def _parameters(self, raw: list[Node]) -> dict[str, list[object]]:
        parameters: dict[str, list[object]] = {}
        for parameter in map(self._document.resolve, raw):
            name = parameter.get("name")
            if isinstance(name, str) and parameter.get("in") in ("path", "query", "header") and name != "Authorization":
                parameters[name] = [parameter.get("schema")]
        return parameters

    def _responses(self, operation: Operation) -> Iterator[object]:
        for status, response in node(operation.raw.get("responses")).items():
            if status.startswith("2"):
                yield from self._contents(self._document.resolve(response), json_only=True)

    def _contents(self, holder: Node, *, json_only: bool = False) -> Iterator[object]:
        for kind, content in node(holder.get("content")).items():
            if "json" in kind.lower() or not json_only:
                yield node(content).get("schema")

    def shape(self, schemas: list[object]) -> Shape:
        """What these schemas allow, merged."""
        shape, waiting, seen = Shape(), list(schemas), set[int]()
        while waiting and not self.exhausted:
            schema = self._document.resolve(waiting.pop())
            if id(schema) in seen or not self._step():
                continue
            seen.add(id(schema))
            for name in ("allOf", "oneOf", "anyOf"):
                waiting.extend(array(schema.get(name)))
            for name, inner in node(schema.get("properties")).items():
                shape.fields.setdefault(name, []).append(inner)
            constant: list[Any] = [schema["const"]] if "const" in schema else []
            values = (*array(schema.get("enum")), *constant)
            shape.values.update(value for value in values if isinstance(value, str | int))
            shape.items.extend(inner for inner in (schema.get("items"),) if is_node(inner))
            shape.entries.extend(inner for inner in (schema.get("additionalProperties"),) if is_node(inner))
        return shape

    def identity(self, schemas: list[object]) -> frozenset[int]:
        """A key that is equal for two lists of schemas at the same places of the document."""
        return frozenset(id(self._document.resolve(schema)) for schema in schemas)

    def _step(self) -> bool:
        self._left -= 1
        return self._left > 0


def template(path: str) -> str:
    """A path without the names of its parameters, so that paths with other parameter names are equal."""
    return _PARAMETER.sub("{}", path).rstrip("/")
