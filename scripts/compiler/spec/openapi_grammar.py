"""The part of OpenAPI that is compiled, as tables: what each kind of node may hold, and of which type.

A key that is in no table would be dropped without a word, so it is an error: mostly it is a slip of the pen. What
values mean together is for `document_rules` and `schema_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, TypeGuard

from attrs import frozen

from scripts.compiler.spec.errors import SpecError

METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace"})
Table: TypeAlias = dict[str, str]
"""Key -> what it holds: a test, a kind of node, or `map:` or `list:` and either."""


@frozen
class Node:
    """A node of the document: where it stands, what kind it is of, and what it holds."""

    path: tuple[str, ...]
    kind: str
    raw: Mapping[str, Any]

    @property
    def place(self) -> str:
        """Where it stands, to be read by people."""
        return place(self.path)

    @property
    def pointer(self) -> str:
        """Where it stands, as a JSON pointer."""
        return "#" + "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in self.path)


def place(path: tuple[str, ...]) -> str:
    """Where in the document a path leads."""
    return "/".join(("#", *path))


def is_mapping(node: object) -> TypeGuard[Mapping[str, Any]]:
    """Is it a mapping? That its keys are text is seen to by `nodes`."""
    return isinstance(node, Mapping)


def is_list(node: object) -> TypeGuard[list[Any]]:
    """Is it a list?"""
    return isinstance(node, list)


def _table(*rows: tuple[str, str]) -> Table:
    """From rows of what is held, and the keys that hold it."""
    return {key: kind for kind, keys in rows for key in keys.split()}


MARKS = ("text", "x-beeper-since x-beeper-removed x-beeper-pii x-beeper-object")
TEXTS = (("text", "description"), ("flag", "deprecated"), ("any", "example"))

TABLES: dict[str, Table] = {
    "document": _table(
        ("text", "openapi"),
        ("any", "info servers"),
        ("list:any", "security"),
        ("list:tag", "tags"),
        ("map:path", "paths"),
        ("components", "components"),
    ),
    "tag": _table(("text", "name description"), ("map:text", "x-beeper-groups")),
    "components": _table(
        ("map:schema", "schemas"),
        ("map:parameter", "parameters"),
        ("map:response", "responses"),
        ("map:header", "headers"),
        ("map:body", "requestBodies"),
        ("map:any", "securitySchemes"),
    ),
    "path": dict.fromkeys(sorted(METHODS), "operation"),
    "operation": _table(
        ("text", "operationId summary description x-beeper-method x-beeper-effect x-beeper-replaced-by"),
        ("text", "x-beeper-since x-beeper-removed"),
        ("flag", "deprecated"),
        ("list:text", "tags"),
        ("list:any", "security"),
        ("list:whole", "x-beeper-final"),
        ("list:text", "x-beeper-any-of"),
        ("list:parameter", "parameters"),
        ("body", "requestBody"),
        ("map:response", "responses"),
        ("pages", "x-beeper-pagination"),
    ),
    "pages": _table(("text", "items has_more cursor_param direction_param key order fallback"), ("map:text", "cursor")),
    "parameter": _table(("text", "name in style"), ("flag", "required explode"), ("schema", "schema"), *TEXTS, MARKS),
    "body": _table(("text", "description"), ("flag", "required"), ("map:media", "content")),
    "response": _table(("text", "description"), ("map:media", "content"), ("map:header", "headers")),
    "header": _table(("text", "description"), ("flag", "required"), ("schema", "schema"), ("any", "example")),
    "media": _table(("schema", "schema"), ("any", "example")),
    "discriminator": _table(("text", "propertyName"), ("map:text", "mapping")),
    "schema": _table(
        ("type", "type"),
        ("text", "format pattern title x-beeper-time"),
        ("any", "const default"),
        ("list:any", "enum"),
        ("map:schema", "properties"),
        ("list:text", "required"),
        ("flag-or-schema", "additionalProperties"),
        ("schema", "items"),
        ("list:schema", "anyOf oneOf allOf"),
        ("discriminator", "discriminator"),
        ("number", "minimum maximum exclusiveMinimum exclusiveMaximum"),
        ("whole", "minLength maxLength minItems maxItems"),
        ("flag", "x-beeper-visible"),
        *TEXTS,
        MARKS,
    ),
}
NEEDED = {
    "tag": ("name",),
    "parameter": ("name", "in", "schema"),
    "body": ("content",),
    "media": ("schema",),
    "discriminator": ("propertyName",),
}
HOMES = {
    "schema": "schemas",
    "parameter": "parameters",
    "response": "responses",
    "header": "headers",
    "body": "requestBodies",
}
"""The kinds of node that may be a reference, and to which components."""


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


TESTS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "text": ("a string", lambda value: isinstance(value, str)),
    "flag": ("true or false", lambda value: isinstance(value, bool)),
    "whole": ("an integer", _is_whole),
    "number": ("a number", lambda value: _is_whole(value) or isinstance(value, float)),
    "any": ("anything", lambda _: True),
    "type": ("a type, or a list of types", lambda value: isinstance(value, str | list)),
}


def nodes(document: object) -> Iterator[Node]:
    """Every node of a document, outer ones first. Raises SpecError for the first that does not match its table."""
    return _node(document, "document", ())


def _node(raw: object, kind: str, path: tuple[str, ...]) -> Iterator[Node]:
    found = whole = _mapping(raw, path)
    if "$ref" in found and kind in HOMES:
        _reference(found["$ref"], kind, path)
        found = {key: value for key, value in found.items() if key != "$ref"}
    else:
        lacking = [key for key in NEEDED.get(kind, ()) if key not in found]
        if lacking:
            raise SpecError(f"{place(path)}: {', '.join(lacking)} is missing")
    yield Node(path, kind, whole)
    for key, value in found.items():
        if key not in TABLES[kind]:
            raise SpecError(f"{place(path)}: there is no rule for the key {key} here")
        yield from _value(value, TABLES[kind][key], (*path, key))


def _value(value: object, kind: str, path: tuple[str, ...]) -> Iterator[Node]:
    if kind == "flag-or-schema":
        kind = "flag" if isinstance(value, bool) else "schema"
    if kind.startswith("map:"):
        for key, item in _mapping(value, path).items():
            yield from _value(item, kind[4:], (*path, key))
    elif kind.startswith("list:"):
        if not is_list(value):
            raise SpecError(f"{place(path)}: must be a list")
        for number, item in enumerate(value):
            yield from _value(item, kind[5:], (*path, str(number)))
    elif kind in TABLES:
        yield from _node(value, kind, path)
    elif not TESTS[kind][1](value):
        raise SpecError(f"{place(path)}: must be {TESTS[kind][0]}")


def _mapping(raw: object, path: tuple[str, ...]) -> Mapping[str, Any]:
    if not is_mapping(raw):
        raise SpecError(f"{place(path)}: must be a mapping")
    keys: list[object] = list(raw)
    invalid = [key for key in keys if not isinstance(key, str)]
    if invalid:
        raise SpecError(f"{place(path)}: the key {invalid[0]} must be a string; put it in quotes")
    return raw


def _reference(target: object, kind: str, path: tuple[str, ...]) -> None:
    """It must lead to a component of the same kind; whether that is there is for `document_rules`."""
    home = f"#/components/{HOMES[kind]}/"
    if not isinstance(target, str):
        raise SpecError(f"{place(path)}: a reference must be a string")
    if target.startswith("#/components/") and not (target.startswith(home) and "/" not in target[len(home) :]):
        raise SpecError(f"{place(path)}: the reference {target} leads to no component of {HOMES[kind]}")
