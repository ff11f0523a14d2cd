"""Reads OpenAPI documents, 3.0 or 3.1: that of a server here, and the spec in ``scripts/compiler/compare``.

Not a validator: a document may hold anything, and what is not understood counts as missing. References are followed
inside the document only. Uses nothing of the generated client, which the compiler may be about to write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
