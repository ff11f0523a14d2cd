"""The targets of a write: the chats and accounts that its path, query and body name.

Fields are recognized by their names (``chatID``, ``roomIdOrAlias``, ``accountID``), not by a copy of the API's schema,
so that operations of later apps are covered. An ID anywhere in the request must be allowed. Only an ID where the API
itself reads it (in the path, or at the top level of the query or body) can show what the target is: bodies that are
passed through to Matrix are free-form, and a ``chatID`` in them may have no effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeGuard
from urllib.parse import unquote

from .._core.generated import AnyRequest, base, contract, operation_metadata

_CHAT = re.compile(r"(?i)(chat|room)_?ids?(_?or_?alias)?$")
_ACCOUNT = re.compile(r"(?i)account_?ids?$")
_TEXT = re.compile(r"(?i)(^|message|draft)text$")
_PLACE = re.compile(r"\{(\w+)\}")
_OWN = ("/v0/", "/v1/")
"""Paths of Beeper's own API. The bodies of other paths (Matrix, OAuth) are defined by other specifications."""
_SAFE = ("GET", "HEAD")

Field: TypeAlias = tuple[str, object, bool]
"""Name, value, and whether the API reads the field at that place."""


class WriteTargets(NamedTuple):
    """The targets of a write."""

    chats: frozenset[str]
    accounts: frozenset[str]
    has_chat: bool
    """Whether a chat ID is at a place where the API reads it."""
    has_account: bool
    readable: bool
    """Whether the whole request could be understood."""


def is_write(request: AnyRequest) -> bool:
    """Whether a request changes something.

    Users of `Beeper.request` choose the effect themselves. ``effect="read"`` is trusted only for operations that the
    spec marks as reads, and for GET and HEAD."""
    operation = request.operation
    if operation.effect != "read":
        return True
    known = operation_metadata().get(operation.name)
    return operation.method not in _SAFE and (known is None or known.effect != "read")


def write_targets(request: AnyRequest) -> WriteTargets:
    """The targets that a request names, in its path, query and body."""
    path_fields = _path_fields(request.operation.template, request.path)
    fields = [*(path_fields or ()), *_fields(request)]
    chats = [(value, in_place) for name, value, in_place in fields if _CHAT.search(name)]
    accounts = [(value, in_place) for name, value, in_place in fields if _ACCOUNT.search(name)]
    return WriteTargets(
        frozenset(value for value, _ in chats if isinstance(value, str)),
        frozenset(value for value, _ in accounts if isinstance(value, str)),
        any(in_place for _, in_place in chats),
        any(in_place for _, in_place in accounts),
        path_fields is not None and all(isinstance(value, str) for value, _ in (*chats, *accounts)),
    )


def text(request: AnyRequest) -> str | None:
    """The text that people will read; None if there is none."""
    found = (value for name, value, _ in _fields(request) if _TEXT.search(name))
    return next((value for value in found if isinstance(value, str)), None)


def _path_fields(template: str, path: str) -> list[Field] | None:
    """The IDs in a path, with the names of their placeholders. None if the path does not match the template."""
    # "?", "#" and "\\" could make a server read another path than the one that is checked here.
    places, path_fields = template.split("/"), path.split("/")
    if len(places) != len(path_fields) or set(path) & set("?#\\"):
        return None
    fields: list[Field] = []
    for place, segment in zip(places, path_fields, strict=True):
        variable = _PLACE.fullmatch(place)
        if variable is None and place != segment:
            return None
        if variable is not None:
            try:
                fields.append((variable[1], unquote(segment, errors="strict"), True))
            except UnicodeDecodeError:
                return None
    return fields


def _fields(request: AnyRequest) -> Iterator[Field]:
    """All fields of the query and body, at any depth. Each item of a list of IDs is a field of its own."""
    own = request.operation.template.startswith(_OWN)
    body = request.body
    yield from _named_fields(request.query, own)
    if isinstance(body, contract.JsonBody):
        if base.is_object(body.value):
            yield from _named_fields(body.value.items(), own)
        else:
            yield from _deep(body.value)
    elif body is not None:
        yield from _named_fields(body.fields, own)


def _named_fields(pairs: Iterable[tuple[str, object]], in_place: bool) -> Iterator[Field]:
    for name, value in pairs:
        if _is_array(value):
            yield from ((name, item, in_place) for item in value)
        elif value is not None:
            yield name, value, in_place
        yield from _deep(value)


def _deep(value: object) -> Iterator[Field]:
    """The fields inside a value, where the API does not read IDs."""
    if base.is_object(value):
        yield from _named_fields(value.items(), in_place=False)
    elif _is_array(value):
        for item in value:
            yield from _deep(item)


def _is_array(value: object) -> TypeGuard[Sequence[object]]:
    """Whether JSON encodes this value as an array."""
    return isinstance(value, list | tuple)
