"""What a write is about: the chats and accounts it names. Derived from its template, path, query and body.

Not a mirror of the API: names of fields say what they hold (``chatID``, ``roomIdOrAlias``, ``accountID``). Wherever
such a name stands, its ID counts against the write. It counts for it only where the API itself looks: in the path,
or at the top of a body or query of its own. Bodies passed through to Matrix are free-form, and prove nothing.
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
"""Paths of the API itself. What else it serves (Matrix, OAuth) takes bodies as others define them."""
_SAFE = ("GET", "HEAD")

Field: TypeAlias = tuple[str, object, bool]
"""Name, value, and whether the API looks at it there."""


class WriteTargets(NamedTuple):
    """What a write names."""

    chats: frozenset[str]
    accounts: frozenset[str]
    has_chat: bool
    """Does the API learn from it which chat is meant?"""
    has_account: bool
    readable: bool
    """Could all of it be read?"""


def is_write(request: AnyRequest) -> bool:
    """Does it change something? What says of itself that it only reads is believed where the contract knows it as
    such, or where its method cannot change anything."""
    operation = request.operation
    if operation.effect != "read":
        return True
    known = operation_metadata().get(operation.name)
    return operation.method not in _SAFE and (known is None or known.effect != "read")


def write_targets(request: AnyRequest) -> WriteTargets:
    """What a write names, anywhere in it."""
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
    """What people will read, where there is one."""
    found = (value for name, value, _ in _fields(request) if _TEXT.search(name))
    return next((value for value in found if isinstance(value, str)), None)


def _path_fields(template: str, path: str) -> list[Field] | None:
    """The ids in a path, by the names of their places. None where the path is not one of the template."""
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
    """All that a query and a body hold, however deep. Lists of IDs come one by one."""
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
    """What is inside a value, which the API does not look for there."""
    if base.is_object(value):
        yield from _named_fields(value.items(), in_place=False)
    elif _is_array(value):
        for item in value:
            yield from _deep(item)


def _is_array(value: object) -> TypeGuard[Sequence[object]]:
    """Does JSON have a list for this?"""
    return isinstance(value, list | tuple)
