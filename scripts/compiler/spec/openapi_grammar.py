"""The part of OpenAPI that is compiled, as tables: what each kind of node may hold, and of which type.

A key that is in no table would be dropped silently, so it is an error: mostly it is a typing error. Names, paths and
versions are printed into code, so they consist of characters that have no meaning there. `document_rules` and
`schema_rules` check what values mean together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, TypeGuard

from attrs import frozen

from scripts.compiler.spec.errors import SpecError

METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace"})
Table: TypeAlias = dict[str, str]
"""Key -> what it holds: a test, a kind of node, `list:` and either, or `map:`, the test of its keys and either."""


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


MARKS = (("version", "x-beeper-since x-beeper-removed"), ("name", "x-beeper-pii x-beeper-object"))
SECURITY = ("list:map:name:list:name", "security")
TEXTS = (("text", "description"), ("flag", "deprecated"), ("any", "example"))

TABLES: dict[str, Table] = {
    "document": _table(
        ("version", "openapi"),
        ("info", "info"),
        ("list:server", "servers"),
        SECURITY,
        ("list:tag", "tags"),
        ("map:path:path", "paths"),
        ("components", "components"),
    ),
    "info": _table(("text", "title version summary description")),
    "server": _table(("text", "url description")),
    "scheme": _table(("name", "type scheme"), ("text", "description")),
    "tag": _table(("name", "name"), ("text", "description"), ("map:name:text", "x-beeper-groups")),
    "components": _table(
        ("map:name:schema", "schemas"),
        ("map:name:parameter", "parameters"),
        ("map:name:response", "responses"),
        ("map:name:header", "headers"),
        ("map:name:body", "requestBodies"),
        ("map:name:scheme", "securitySchemes"),
    ),
    "path": dict.fromkeys(sorted(METHODS), "operation"),
    "operation": _table(
        ("text", "summary description"),
        ("name", "operationId x-beeper-method x-beeper-effect x-beeper-replaced-by"),
        ("version", "x-beeper-since x-beeper-removed"),
        ("flag", "deprecated"),
        ("list:name", "tags"),
        SECURITY,
        ("list:whole", "x-beeper-final"),
        ("list:name", "x-beeper-any-of"),
        ("list:parameter", "parameters"),
        ("body", "requestBody"),
        ("map:name:response", "responses"),
        ("pages", "x-beeper-pagination"),
    ),
    "pages": _table(
        ("name", "items has_more cursor_param direction_param key order fallback"), ("map:name:name", "cursor")
    ),
    "parameter": _table(("name", "name in style"), ("flag", "required explode"), ("schema", "schema"), *TEXTS, *MARKS),
    "body": _table(("text", "description"), ("flag", "required"), ("map:content type:media", "content")),
    "response": _table(("text", "description"), ("map:content type:media", "content"), ("map:name:header", "headers")),
    "header": _table(("text", "description"), ("flag", "required"), ("schema", "schema"), ("any", "example")),
    "media": _table(("schema", "schema"), ("any", "example")),
    "discriminator": _table(("name", "propertyName"), ("map:name:text", "mapping")),
    "computed": _table(("name", "name function")),
    "schema": _table(
        ("type", "type"),
        ("name", "format title x-beeper-time"),
        ("pattern", "pattern"),
        ("value", "const"),
        ("any", "default"),
        ("list:value", "enum"),
        ("map:name:schema", "properties"),
        ("list:name", "required"),
        ("flag", "x-beeper-text-status x-beeper-visible"),
        ("computed", "x-beeper-property"),
        ("display", "x-beeper-display"),
        ("flag-or-schema", "additionalProperties"),
        ("schema", "items"),
        ("list:schema", "anyOf oneOf allOf"),
        ("discriminator", "discriminator"),
        ("number", "minimum maximum exclusiveMinimum exclusiveMaximum"),
        ("whole", "minLength maxLength minItems maxItems"),
        *TEXTS,
        *MARKS,
    ),
}
NEEDED = {
    "info": ("title", "version"),
    "server": ("url",),
    "scheme": ("type",),
    "tag": ("name",),
    "parameter": ("name", "in", "schema"),
    "body": ("content",),
    "media": ("schema",),
    "discriminator": ("propertyName",),
    "computed": ("name", "function"),
}
HOMES = {"body": "requestBodies", **{kind: f"{kind}s" for kind in ("schema", "parameter", "response", "header")}}
"""The kinds of node that may be a reference, and to which components."""


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_plain(value: object) -> bool:
    return value is None or value == "" or isinstance(value, bool | int | float)


_NAME = re.compile(r"[A-Za-z0-9_$@][A-Za-z0-9_.$@-]{0,99}")
_PATH = re.compile(r"/[A-Za-z0-9_./{}~-]{0,199}")
_CONTENT_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){2}")
_PATTERN = re.compile(r"[\x20\x21\x23-\x26\x28-\x7e]{1,200}(?<!\\)")
"""Printable ASCII without quotation marks."""


def _matches(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


is_name = _matches(_NAME)

TESTS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "text": ("a string", lambda value: isinstance(value, str)),
    "flag": ("true or false", lambda value: isinstance(value, bool)),
    "whole": ("an integer", _is_whole),
    "number": ("a number", lambda value: _is_whole(value) or isinstance(value, float)),
    "name": ("a name of ASCII letters, digits and any of _ . $ @ -", is_name),
    "path": ("a path that begins with /, of ASCII letters, digits and any of _ . / { } ~ -", _matches(_PATH)),
    "content type": ("a content type in lower case, without parameters", _matches(_CONTENT_TYPE)),
    "display": ("chat, message, user or account", lambda value: value in ("chat", "message", "user", "account")),
    "version": ("a version such as 4.2.557", _matches(_VERSION)),
    "pattern": ("a regular expression of printable ASCII characters without quotation marks", _matches(_PATTERN)),
    "value": (
        "null, true, false, a number, a name or an empty string",
        lambda value: _is_plain(value) or is_name(value),
    ),
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
        _, keys, items = kind.split(":", 2)
        for key, item in _mapping(value, path).items():
            if not TESTS[keys][1](key):
                raise SpecError(f"{place(path)}: the key {key!r} must be {TESTS[keys][0]}")
            yield from _value(item, items, (*path, key))
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
