"""Which operation a request is, read off the spec the server package carries: by raw path, before anything is decoded.

Also says which app versions serve an operation, so that a FakeBeeper of another version answers 404 for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from .app_versions import REACTION_IN_QUERY, V0_SERVED, Span, Version, version_number
from .json_values import Json

_METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the spec."""

    id: str
    method: str
    template: str
    served: Span
    scopes: tuple[str, ...] | None
    """Scopes a token needs; None where no token is needed."""
    old_form: bool = False
    """Another way to ask for an operation of the spec, which only the apps named take."""
    effect: str = "read"
    """What repeating it does: ``read``, ``idempotent`` or ``once``."""

    def exists_in(self, version: Version | None) -> bool:
        """Whether an app of this version serves it; every operation of the spec exists where none was chosen."""
        return not self.old_form if version is None else version in self.served


@dataclass(frozen=True, slots=True)
class Match:
    """What a request's path leads to: an operation, or the methods other operations have there."""

    operation: Operation | None
    allowed: tuple[str, ...] = ()


def _operation(path: str, method: str, raw: Json) -> Operation:
    served = Span(version_number(str(raw.get("x-beeper-since", "4.1.92"))), V0_SERVED.until if is_v0(path) else None)
    security: list[dict[str, list[str]]] = raw.get("security", [])
    open_to_all = not security or {} in security
    scopes = None if open_to_all else tuple(scope for scheme in security for scope in scheme.get("bearer", []))
    effect = str(raw["x-beeper-effect"])
    return Operation(str(raw["operationId"]), method.upper(), path, served, scopes, effect=effect)


def is_v0(path: str) -> bool:
    """Whether a path is one of v0."""
    return path.startswith("/v0/")


_OLD_FORMS = (
    Operation(
        "chats_messages_reactions_delete",
        "DELETE",
        "/v1/chats/{chatID}/messages/{messageID}/reactions",
        REACTION_IN_QUERY,
        ("write",),
        old_form=True,
        effect="idempotent",
    ),
)


CONSENT = Operation("oauth_authorize", "GET", "/oauth/authorize", Span((4, 1, 92)), None)
"""The consent page. The spec leaves it out, as it answers a person and not a program."""


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The spec the server package carries."""
    from beeper_sdk_server.spec import SPEC

    loaded: dict[str, Any] = json.loads(SPEC)
    return loaded


@lru_cache(maxsize=1)
def operations() -> tuple[Operation, ...]:
    """Every operation of the spec, in its order."""
    paths: dict[str, dict[str, Json]] = document()["paths"]
    return tuple(
        _operation(path, method, item[method]) for path, item in paths.items() for method in _METHODS if method in item
    )


def served_paths(version: Version) -> dict[str, Json]:
    """The paths of the spec with the operations an app of a version serves."""
    paths: dict[str, Json] = {}
    for operation in operations():
        if operation.exists_in(version):
            item = document()["paths"][operation.template]
            paths.setdefault(operation.template, {})[operation.method.lower()] = item[operation.method.lower()]
    return paths


@lru_cache(maxsize=1)
def _by_length() -> dict[int, list[tuple[list[str], Operation]]]:
    found: dict[int, list[tuple[list[str], Operation]]] = {}
    for operation in (*operations(), *_OLD_FORMS, CONSENT):
        parts = operation.template.split("/")
        found.setdefault(len(parts), []).append((parts, operation))
    for entries in found.values():
        # Literal parts win over templated ones: /v1/chats/search is not the chat with the ID "search".
        entries.sort(key=lambda entry: [part.startswith("{") for part in entry[0]])
    return found


def match(method: str, raw_path: str, version: Version | None) -> Match:
    """The operation of a request; an encoded slash stays inside its part."""
    parts = [unquote(part) for part in raw_path.split("/")]
    ever = [found for template, found in _by_length().get(len(parts), []) if all(map(_fits, template, parts))]
    fitting = [operation for operation in ever if operation.exists_in(version)]
    # Only the most literal template counts, as in a router that picks the path first and the method second.
    same_path = [operation for operation in fitting if operation.template == fitting[0].template]
    for operation in same_path + fitting:
        if operation.method == method:
            return Match(operation)
    # An app answers 404, not 405, for what another version does at this path.
    elsewhere = any(operation.method == method for operation in ever)
    return Match(None, () if elsewhere else tuple(operation.method for operation in same_path))


def _fits(template: str, part: str) -> bool:
    return bool(part) if template.startswith("{") else template == part
