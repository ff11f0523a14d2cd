"""Examples and defaults of a spec must be what their schemas allow: people copy them, and tests send them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from jsonschema_rs import Draft202012Validator, Registry, ValidationError

from scripts.compiler.spec.errors import SpecError, one_line
from scripts.compiler.spec.openapi_grammar import Node

SPEC = "urn:spec"


def check(nodes: Sequence[Node], document: dict[str, Any]) -> None:
    """Raises SpecError for the first that does not fit."""
    registry = Registry([(SPEC, document)])
    for node in nodes:
        for key, place, value in _given(node):
            schema = {"$ref": SPEC + quote(place, safe="#/~")}
            try:
                Draft202012Validator(schema, registry=registry, validate_formats=True).validate(value)
            except ValidationError as error:
                inside = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.instance_path)
                raise SpecError(f"{node.place}/{key}{inside}: {one_line(error.message)}") from None


def _given(node: Node) -> Iterator[tuple[str, str, object]]:
    """Examples and defaults of a node, with the JSON pointer of the schema that they must fit."""
    if node.kind == "schema":
        for key in ("example", "default"):
            if key in node.raw:
                yield key, node.pointer, node.raw[key]
    elif "example" in node.raw and "schema" in node.raw:
        yield "example", f"{node.pointer}/schema", node.raw["example"]
