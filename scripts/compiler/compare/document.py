"""An OpenAPI document whose operations and arguments have the names that users type."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from beeper_sdk._cli.doctor import openapi_document
from beeper_sdk._cli.doctor.openapi_document import Node, array, node
from scripts.compiler.spec.names import snake


def strings(value: object) -> list[str]:
    """The strings in an array."""
    return [item for item in array(value) if isinstance(item, str)]


class Operation(openapi_document.Operation):
    """One operation."""

    __slots__ = ()

    @property
    def route(self) -> str:
        """``GET /v1/chats``."""
        return f"{self.method.upper()} {self.path}"

    @property
    def name(self) -> str:
        """``chats.list``; in other specs the operationId or the route."""
        return str(self.raw.get("x-beeper-method") or self.raw.get("operationId") or self.route)

    @property
    def typed(self) -> str:
        """The name as users type it."""
        return f"beeper.{self.name}" if "x-beeper-method" in self.raw else self.name

    def argument(self, wire: str) -> str:
        """The name of an argument as users type it."""
        return f"{self.typed}({snake(wire)}=)"


class Spec(openapi_document.Document):
    """An OpenAPI document with the names of this SDK."""

    @override
    def operations(self) -> Iterator[Operation]:
        """Every operation, in the spec's order."""
        return (Operation(*found) for found in super().operations())

    def components(self, kind: str) -> Node:
        """The components of one kind."""
        return node(node(self.data.get("components")).get(kind))

    @property
    def schemas(self) -> Node:
        """The component schemas."""
        return self.components("schemas")
