"""Reads OpenAPI documents, 3.0 or 3.1: that of a server here, and the spec in ``scripts/compiler/compare``.

Not a validator: a document may hold anything, and what is not understood counts as missing. References are followed
inside the document only, and the walk over what operations accept and return always ends. Uses nothing of the generated
client, which the compiler may be about to write.
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
    """Is it a JSON object?"""
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Is it a JSON array?"""
    return isinstance(value, list)


def node(value: object) -> Node:
    """The object; an empty one for anything else."""
    return value if is_node(value) else _EMPTY


def array(value: object) -> list[Any]:
    """The array; an empty one for anything else."""
    return value if is_array(value) else []


def nodes(value: object) -> list[Node]:
    """The objects in an array."""
    return [item for item in array(value) if is_node(item)]


def strings(value: object) -> list[str]:
    """The strings in an array."""
    return [item for item in array(value) if isinstance(item, str)]


class Operation(NamedTuple):
    """One operation of a document."""

    method: str
    """In small letters."""
    path: str
    raw: Node
    shared: tuple[Node, ...] = ()
    """The parameters of its path."""


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

    def components(self, kind: str) -> Node:
        """The components of one kind."""
        return node(node(self.data.get("components")).get(kind))

    @property
    def schemas(self) -> Node:
        """The component schemas."""
        return self.components("schemas")

    def resolve(self, raw: object) -> Node:
        """The target of a reference, anything else itself; empty where it leads nowhere, or round in a circle."""
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
"""Those of an API; servers document the others for all of their paths."""
MAX_STEPS = 200_000
"""Places of a document that are looked at; a real one has a tenth of them."""
_PARAMETER = re.compile(r"\{[^{}/]*\}")


@dataclass(slots=True)
class Shape:
    """What schemas allow, all their variants taken together."""

    fields: dict[str, list[object]] = field(default_factory=dict[str, list[object]])
    """The schemas of each property."""
    values: set[object] = field(default_factory=set[object])
    """Of enums and constants."""
    items: list[object] = field(default_factory=list[object])
    entries: list[object] = field(default_factory=list[object])
    """Schemas of the values of an object with free keys."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What one operation accepts and returns."""

    arguments: dict[str, list[object]]
    """The schemas of parameters and of the fields of the body, by name."""
    answers: tuple[object, ...]
    """Schemas of JSON answers of success."""
    opaque: bool
    """Has it a body whose fields the document does not tell?"""


class DocumentShapes:
    """Reads the shapes of one document."""

    def __init__(self, data: object) -> None:
        self._document = Document(data)
        self._left = MAX_STEPS

    @property
    def exhausted(self) -> bool:
        """Was it too large to be looked at in full?"""
        return self._left <= 0

    def operations(self) -> Iterator[Operation]:
        """Every operation with a method of an API."""
        return (one for one in self._document.operations() if one.method in _API_METHODS and self._step())

    def endpoint(self, operation: Operation) -> Endpoint:
        """What an operation accepts and returns."""
        arguments = self._parameters([*operation.shared, *nodes(operation.raw.get("parameters"))])
        body = self._document.resolve(operation.raw.get("requestBody"))
        fields = self.shape(list(self._contents(body))).fields
        return Endpoint(arguments | fields, tuple(self._answers(operation)), opaque=bool(body) and not fields)

    def _parameters(self, raw: list[Node]) -> dict[str, list[object]]:
        parameters: dict[str, list[object]] = {}
        for parameter in map(self._document.resolve, raw):
            name = parameter.get("name")
            if isinstance(name, str) and parameter.get("in") in ("path", "query", "header") and name != "Authorization":
                parameters[name] = [parameter.get("schema")]
        return parameters

    def _answers(self, operation: Operation) -> Iterator[object]:
        for status, answer in node(operation.raw.get("responses")).items():
            if status.startswith("2"):
                yield from self._contents(self._document.resolve(answer), json_only=True)

    def _contents(self, holder: Node, *, json_only: bool = False) -> Iterator[object]:
        for kind, content in node(holder.get("content")).items():
            if "json" in kind.lower() or not json_only:
                yield node(content).get("schema")

    def shape(self, schemas: list[object]) -> Shape:
        """What these schemas allow together."""
        shape, waiting, seen = Shape(), list(schemas), set[int]()
        while waiting:
            schema = self._document.resolve(waiting.pop())
            if id(schema) in seen or not self._step():
                continue
            seen.add(id(schema))
            for name in ("allOf", "oneOf", "anyOf"):
                waiting.extend(array(schema.get(name)))
            for name, inner in node(schema.get("properties")).items():
                shape.fields.setdefault(name, []).append(inner)
            constant: list[Any] = [schema["const"]] if "const" in schema else []
            shape.values.update(one for one in (*array(schema.get("enum")), *constant) if isinstance(one, str | int))
            shape.items.extend(one for one in (schema.get("items"),) if is_node(one))
            shape.entries.extend(one for one in (schema.get("additionalProperties"),) if is_node(one))
        return shape

    def identity(self, schemas: list[object]) -> frozenset[int]:
        """Tells whether two lists of schemas are the same places of the document."""
        return frozenset(id(self._document.resolve(schema)) for schema in schemas)

    def _step(self) -> bool:
        self._left -= 1
        return self._left > 0


def template(path: str) -> str:
    """A path without the names of its parameters, so that two spellings of it are alike."""
    return _PARAMETER.sub("{}", path).rstrip("/")
