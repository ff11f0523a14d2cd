"""Takes out of an answer the fields an older app did not have, by the marks of the spec the server carries.

Pure: an answer's schema is followed along its JSON. Fields that went missing for a while are in ``app_versions``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..wire.app_versions import MISSING, Version, version_number
from ..wire.json_values import Json, is_list, is_object
from ..wire.routing import document

_SCHEMAS = "#/components/schemas/"
_VARIANTS = ("allOf", "oneOf", "anyOf")


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an app of one version knows of a schema. The schemas inside are named by JSON pointers."""

    gone: frozenset[str]
    fields: dict[str, str]
    items: str | None = None
    rest: str | None = None


def trimmed(value: Any, pointer: str, version: Version) -> Any:
    """A JSON value as an app of that version would have sent it."""
    shape = _shape(pointer, version)
    if is_list(value):
        return value if shape.items is None else [trimmed(item, shape.items, version) for item in value]
    if not is_object(value):
        return value
    old: Json = {}
    for name, inner in value.items():
        if name not in shape.gone:
            inside = shape.fields.get(name, shape.rest)
            old[name] = inner if inside is None else trimmed(inner, inside, version)
    return old


def answer_pointer(operation_id: str, status: int) -> str | None:
    """Where the schema of an operation's JSON answer stands in the spec."""
    return _answers().get((operation_id, str(status)))


@lru_cache(maxsize=1)
def _answers() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for path, item in document()["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            for status, response in operation["responses"].items():
                if "schema" in response.get("content", {}).get("application/json", {}):
                    steps = ("paths", path, method, "responses", status, "content", "application/json", "schema")
                    found[operation["operationId"], status] = "#" + "".join(map(_step, steps))
    return found


def _step(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _node(pointer: str) -> Json:
    node: Any = document()
    for step in pointer.removeprefix("#/").split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        node = node[int(name)] if is_list(node) else node[name]
    found: Json = node
    return found


def _parts(pointer: str) -> list[str]:
    """A schema and everything it is made of."""
    node = _node(pointer)
    inner = [str(node["$ref"])] if "$ref" in node else []
    inner += [f"{pointer}/{key}/{place}" for key in _VARIANTS for place in range(len(node.get(key, ())))]
    return [pointer, *(part for each in inner for part in _parts(each))]


@lru_cache(maxsize=4096)
def _shape(pointer: str, version: Version) -> _Shape:
    gone: set[str] = set()
    fields: dict[str, str] = {}
    items = rest = None
    for part in _parts(pointer):
        node, schema = _node(part), part.removeprefix(_SCHEMAS)
        for name, found in node.get("properties", {}).items():
            fields[name] = f"{part}/properties{_step(name)}"
            missing = MISSING.get((schema, name))
            if version < _since(found) or (missing is not None and version in missing):
                gone.add(name)
        items = f"{part}/items" if "items" in node else items
        rest = f"{part}/additionalProperties" if isinstance(node.get("additionalProperties"), dict) else rest
    return _Shape(frozenset(gone), fields, items, rest)


def _since(field: Json) -> Version:
    return version_number(str(field.get("x-beeper-since", "0")))
