"""Which operation a request is, read off the spec the server package carries: by raw path, before anything is decoded.

Also says which app version brought an operation, so that a FakeBeeper of an older version answers 404 for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote

from ._values import Json

Version: TypeAlias = tuple[int, ...]
_METHODS = ("get", "put", "post", "delete", "patch")
V0_GONE: Version = (4, 3, 0)


def version_number(text: str) -> Version:
    """An app version as numbers that compare."""
    return tuple(int(part) for part in text.split("."))


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the spec."""

    id: str
    method: str
    template: str
    since: Version
    scopes: tuple[str, ...] | None
    """Scopes a token needs; None where no token is needed."""

    def exists_in(self, version: Version | None) -> bool:
        """Whether an app of this version serves it; every operation exists where no version was chosen."""
        if version is None:
            return True
        return version < V0_GONE if self.id.startswith("v0_") else self.since <= version


@dataclass(frozen=True, slots=True)
class Match:
    """What a request's path leads to: an operation, or the methods other operations have there."""

    operation: Operation | None
    allowed: tuple[str, ...] = ()


def _operation(path: str, method: str, raw: Json) -> Operation:
    since = str(raw.get("x-beeper-since", "4.1.92"))
    security: list[dict[str, list[str]]] = raw.get("security", [])
    open_to_all = not security or {} in security
    scopes = None if open_to_all else tuple(scope for scheme in security for scope in scheme.get("bearer", []))
    return Operation(str(raw["operationId"]), method.upper(), path, version_number(since), scopes)


@lru_cache(maxsize=1)
def operations() -> tuple[Operation, ...]:
    """Every operation of the spec, in its order."""
    from beeper_server.spec import SPEC

    paths: dict[str, dict[str, Json]] = json.loads(SPEC)["paths"]
    return tuple(
        _operation(path, method, item[method]) for path, item in paths.items() for method in _METHODS if method in item
    )


@lru_cache(maxsize=1)
def _by_length() -> dict[int, list[tuple[list[str], Operation]]]:
    found: dict[int, list[tuple[list[str], Operation]]] = {}
    for operation in operations():
        parts = operation.template.split("/")
        found.setdefault(len(parts), []).append((parts, operation))
    for entries in found.values():
        # Literal parts win over templated ones: /v1/chats/search is not the chat with the ID "search".
        entries.sort(key=lambda entry: [part.startswith("{") for part in entry[0]])
    return found


def match(method: str, raw_path: str, version: Version | None) -> Match:
    """The operation of a request; an encoded slash stays inside its part."""
    parts = [unquote(part) for part in raw_path.split("/")]
    fitting = [
        operation
        for template, operation in _by_length().get(len(parts), [])
        if operation.exists_in(version) and all(map(_fits, template, parts))
    ]
    # Only the most literal template counts, as in a router that picks the path first and the method second.
    same_path = [operation for operation in fitting if operation.template == fitting[0].template]
    for operation in same_path + fitting:
        if operation.method == method:
            return Match(operation)
    return Match(None, tuple(operation.method for operation in same_path))


def _fits(template: str, part: str) -> bool:
    return bool(part) if template.startswith("{") else template == part
