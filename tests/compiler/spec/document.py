"""openapi.yaml and the tables beside this file, read once, and ways through them. No checks here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, TypeGuard

import yaml

Json: TypeAlias = dict[str, Any]

HERE = Path(__file__).parent
SPEC = HERE.parents[2] / "openapi.yaml"
HTTP_METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True)
class Operation:
    """One operation with the method and path it stands under."""

    http: str
    path: str
    body: Json

    @property
    def key(self) -> str:
        return f"{self.http} {self.path}"


class _Strict(yaml.CSafeLoader):
    """YAML in which a key written twice is an error."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [key.value for key, _ in node.value]
    if twice := {key for key in keys if keys.count(key) > 1}:
        message = f"{sorted(twice)} written twice{node.start_mark}"
        raise yaml.YAMLError(message)
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor("tag:yaml.org,2002:map", _mapping)


@cache
def text() -> str:
    return SPEC.read_text(encoding="utf-8")


@cache
def document() -> Json:
    return load(text())


@cache
def tables() -> Json:
    return load((HERE / "tables.yaml").read_text(encoding="utf-8"))


def load(source: str) -> Json:
    """A YAML mapping in which no key is written twice."""
    mapping: Json = yaml.load(source, Loader=_Strict)
    return mapping


def is_mapping(node: object) -> TypeGuard[Json]:
    return isinstance(node, dict)


def is_list(node: object) -> TypeGuard[list[Any]]:
    return isinstance(node, list)


def operations(doc: Json) -> list[Operation]:
    return [
        Operation(http.upper(), path, item[http])
        for path, item in doc["paths"].items()
        for http in HTTP_METHODS
        if http in item
    ]


def schemas(doc: Json) -> dict[str, Json]:
    by_name: dict[str, Json] = doc["components"]["schemas"]
    return by_name


def resolve(doc: Json, node: Json) -> Json:
    """The component a node points at, or the node itself."""
    while "$ref" in node:
        target: Any = doc
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def parameters(doc: Json, operation: Operation) -> list[Json]:
    return [resolve(doc, p) for p in operation.body.get("parameters", [])]


def own(schema: Json) -> Json:
    """The part of a schema that has its own fields: itself, or the part of its allOf that is no reference."""
    parts = [p for p in schema.get("allOf", []) if "$ref" not in p]
    return parts[0] if parts else schema


def fields(doc: Json) -> Iterator[tuple[str, Json]]:
    """Every field of every schema, as `Schema.field`."""
    for name, schema in schemas(doc).items():
        for wire, field in own(schema).get("properties", {}).items():
            yield f"{name}.{wire}", field


def nodes(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Json]]:
    """Every mapping of the document but those inside examples and defaults, with the path to it."""
    if is_mapping(node):
        yield path, node
        for key, value in node.items():
            if key not in ("example", "default"):
                yield from nodes(value, (*path, key))
    elif is_list(node):
        for i, value in enumerate(node):
            yield from nodes(value, (*path, str(i)))
