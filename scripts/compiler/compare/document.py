"""A spec as the comparison sees it: operations with their names, references followed, and nothing taken on trust."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, TypeGuard

from attrs import frozen

from scripts.compiler.compare.names import snake

Node: TypeAlias = Mapping[str, Any]
METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
REF = "#/components/schemas/"


def is_node(value: object) -> TypeGuard[Node]:
    """Is it a JSON object?"""
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Is it a JSON array?"""
    return isinstance(value, list)


def node(value: object) -> Node:
    """The object, or an empty one where a spec has something else."""
    return value if is_node(value) else {}


def nodes(value: object) -> list[Node]:
    """The objects in a list."""
    return [each for each in value if is_node(each)] if is_array(value) else []


def texts(value: object) -> list[str]:
    """The texts in a list."""
    return [each for each in value if isinstance(each, str)] if is_array(value) else []


@frozen
class Operation:
    """One operation."""

    method: str
    path: str
    raw: Node
    shared: tuple[Node, ...] = ()
    """The parameters of its path."""

    @property
    def route(self) -> str:
        """``GET /v1/chats``."""
        return f"{self.method.upper()} {self.path}"

    @property
    def name(self) -> str:
        """``chats.list``; in a spec of others the operationId, or else the route."""
        return str(self.raw.get("x-beeper-method") or self.raw.get("operationId") or self.route)

    @property
    def typed(self) -> str:
        """As users type it."""
        return f"beeper.{self.name}" if "x-beeper-method" in self.raw else self.name

    def argument(self, wire: str) -> str:
        """One of its arguments, as users type it."""
        return f"{self.typed}({snake(wire)}=)"


@frozen(eq=False)
class Spec:
    """A document and what it names."""

    document: Node

    def operations(self) -> Iterator[Operation]:
        """Every operation, in the spec's order."""
        for path, item in node(self.document.get("paths")).items():
            shared = tuple(nodes(node(item).get("parameters")))
            for method, raw in node(item).items():
                if method in METHODS and is_node(raw):
                    yield Operation(method, str(path), raw, shared)

    def components(self, kind: str) -> Node:
        """The components of one kind."""
        return node(node(self.document.get("components")).get(kind))

    @property
    def schemas(self) -> Node:
        """The component schemas."""
        return self.components("schemas")

    def resolve(self, raw: object) -> Node:
        """What a reference leads to; where it leads nowhere, or round in a circle, something empty."""
        seen: set[str] = set()
        found = node(raw)
        while isinstance(found.get("$ref"), str):
            reference = str(found["$ref"])
            if reference in seen:
                return {}
            seen.add(reference)
            target: object = self.document
            for part in reference.removeprefix("#/").split("/"):
                target = node(target).get(part.replace("~1", "/").replace("~0", "~"))
            found = node(target)
        return found
