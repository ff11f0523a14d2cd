"""Examples and defaults of a spec must be what their schemas allow: people copy them, and tests send them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from jsonschema import Draft202012Validator, ValidationError
from referencing.jsonschema import DRAFT202012, EMPTY_REGISTRY, SchemaRegistry

from scripts.compiler.spec.errors import SpecError, one_line
from scripts.compiler.spec.openapi_grammar import Node

SPEC = "urn:spec"


class _Validator(Protocol):
    """What is used of jsonschema, whose own annotations have holes."""

    def validate(self, instance: object, /) -> None: ...


def check(nodes: Sequence[Node], document: dict[str, Any]) -> None:
    """Raises SpecError for the first that does not fit."""
    registry: SchemaRegistry = EMPTY_REGISTRY.with_resource(SPEC, DRAFT202012.create_resource(document))
    for node in nodes:
        for key, place, value in _given(node):
            try:
                _validator(place, registry).validate(value)
            except ValidationError as error:
                inside = error.json_path.removeprefix("$")
                raise SpecError(f"{node.place}/{key}{inside}: {one_line(error.message)}") from None


def _validator(pointer: str, registry: SchemaRegistry) -> _Validator:
    formats = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator({"$ref": SPEC + pointer}, registry=registry, format_checker=formats)


def _given(node: Node) -> Iterator[tuple[str, str, object]]:
    """Examples and defaults of a node, with the JSON pointer of the schema that they must fit."""
    if node.kind == "schema":
        for key in ("example", "default"):
            if key in node.raw:
                yield key, node.pointer, node.raw[key]
    elif "example" in node.raw and "schema" in node.raw:
        yield "example", f"{node.pointer}/schema", node.raw["example"]
