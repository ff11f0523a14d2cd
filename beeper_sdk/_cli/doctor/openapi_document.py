"""Reads the OpenAPI document of a server, 3.0 or 3.1, which may hold anything: it is never trusted to be one.

Not a validator: what is not understood counts as not said. References are followed inside the document only, and
every walk has an end, whatever refers to what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from ..._core.generated import base

METHODS = ("get", "put", "post", "delete", "patch")
STEPS = 200_000
"""Places of a document that are looked at; a real one has a tenth of them."""
_HOPS = 20
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
    """One operation of a document."""

    arguments: dict[str, list[object]]
    """The schemas of parameters and of the fields of the body, by name."""
    answers: tuple[object, ...]
    """Schemas of JSON answers of success."""
    opaque: bool
    """Has it a body whose fields the document does not tell?"""


class Document:
    """An OpenAPI document."""

    def __init__(self, data: object) -> None:
        self._data = data if base.is_object(data) else {}
        self._left = STEPS

    @property
    def exhausted(self) -> bool:
        """Was it too large to be looked at in full?"""
        return self._left <= 0

    def endpoints(self) -> Iterator[tuple[str, str]]:
        """Method and path of every operation, as the document spells them."""
        for path, item in _object(self._data.get("paths")).items():
            for method in METHODS:
                if self._step() and method in _object(self._node(item)):
                    yield method.upper(), path

    def endpoint(self, method: str, path: str) -> Endpoint:
        """What an operation takes and answers."""
        item = _object(self._node(_object(self._data.get("paths")).get(path)))
        operation = _object(item.get(method.lower()))
        arguments = {**self._parameters(item), **self._parameters(operation)}
        body = self._node(operation.get("requestBody"))
        fields = self.shape(list(self._contents(body))).fields
        opaque = bool(_object(body)) and not fields
        return Endpoint(arguments | fields, tuple(self._answers(operation)), opaque)

    def _parameters(self, holder: dict[str, object]) -> dict[str, list[object]]:
        found: dict[str, list[object]] = {}
        for each in _list(holder.get("parameters")):
            one = _object(self._node(each))
            name = one.get("name")
            if isinstance(name, str) and one.get("in") in ("path", "query", "header") and name != "Authorization":
                found[name] = [one.get("schema")]
        return found

    def _answers(self, operation: dict[str, object]) -> Iterator[object]:
        for status, answer in _object(operation.get("responses")).items():
            if status.startswith("2"):
                yield from self._contents(self._node(answer), json_only=True)

    def _contents(self, holder: object, *, json_only: bool = False) -> Iterator[object]:
        for kind, content in _object(_object(holder).get("content")).items():
            if "json" in kind.lower() or not json_only:
                yield _object(content).get("schema")

    def shape(self, schemas: list[object]) -> Shape:
        """What these schemas allow together."""
        shape, waiting, seen = Shape(), list(schemas), set[int]()
        while waiting:
            node = self._node(waiting.pop())
            if not base.is_object(node) or id(node) in seen or not self._step():
                continue
            seen.add(id(node))
            for name in ("allOf", "oneOf", "anyOf"):
                waiting.extend(_list(node.get(name)))
            for name, schema in _object(node.get("properties")).items():
                shape.fields.setdefault(name, []).append(schema)
            constant = [node["const"]] if "const" in node else []
            shape.values.update(one for one in (*_list(node.get("enum")), *constant) if isinstance(one, str | int))
            shape.items.extend(one for one in (node.get("items"),) if base.is_object(one))
            shape.entries.extend(one for one in (node.get("additionalProperties"),) if base.is_object(one))
        return shape

    def identity(self, schemas: list[object]) -> frozenset[int]:
        """Tells whether two lists of schemas are the same places of the document."""
        return frozenset(id(self._node(each)) for each in schemas)

    def _node(self, node: object) -> object:
        """What a reference leads to; anything else itself."""
        for _ in range(_HOPS):
            target = node.get("$ref") if base.is_object(node) else None
            if not isinstance(target, str):
                return node
            node = self._at(target)
        return None

    def _at(self, target: str) -> object:
        if not target.startswith("#/"):
            return None
        found: object = self._data
        for part in target[2:].split("/"):
            found = _object(found).get(unquote(part).replace("~1", "/").replace("~0", "~"))
        return found

    def _step(self) -> bool:
        self._left -= 1
        return self._left > 0


def template(path: str) -> str:
    """A path without the names of its parameters, so that two spellings of it are alike."""
    return _PARAMETER.sub("{}", path).rstrip("/")


def _object(value: object) -> dict[str, object]:
    return value if base.is_object(value) else {}


def _list(value: object) -> list[object]:
    return value if base.is_list(value) else []
