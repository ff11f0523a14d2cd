"""The targets of a write: the chats and accounts that its path, query and body name.

Fields are recognized by their names (``chatID``, ``roomIdOrAlias``, ``accountID``), not by a copy of the API's schema,
so that new fields are covered. An ID anywhere in the request must be allowed. Only an ID where the API
itself reads it (in the path, or at the top level of the query or body) can show what the target is: bodies that are
passed through to Matrix are free-form, and a ``chatID`` in them may have no effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from posixpath import normpath
from types import NoneType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeGuard
from urllib.parse import unquote

from .._core.calls.alternate_form import AlternateOperation
from .._core.generated import AnyRequest, base, contract, operation_metadata

if TYPE_CHECKING:
    from .._core.generated import AnyOperation, OperationMetadata

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
    """Whether a request changes something, by the effect that the spec has for its method and path. The request's own
    effect, which users of `Beeper.request` choose, counts for others only: ``read`` is trusted for GET and HEAD."""
    if not _is_exact(request):
        return True
    known = spec_operation(request)
    if known is not None:
        return known.effect != "read"
    return request.operation.effect != "read" or request.operation.method not in _SAFE


def is_refused_when_read_only(request: AnyRequest) -> bool:
    """Whether a read-only client refuses a request. Unlike `is_write`, it trusts ``effect="read"`` for paths that the
    spec does not know."""
    if not is_write(request):
        return False
    return not _is_exact(request) or request.operation.effect != "read" or _is_write_path(request.path)


def spec_operation(request: AnyRequest) -> OperationMetadata | None:
    """The operation of the spec that a request calls: its name, method and path must agree. None for any other."""
    if not _is_exact(request):
        return None
    if isinstance(request.operation, AlternateOperation):
        return spec_operation(request.operation.original)
    known = operation_metadata().get(request.operation.name)
    if known is None or (known.method, known.path) != (request.operation.method, request.operation.template):
        return None
    return None if _path_fields(known.path, request.path) is None else known


def _is_exact(request: AnyRequest) -> bool:
    """Whether a request consists of the SDK's own classes: a subclass, also of str, could compare as one value and be
    sent as another, and a property or an iterator could return another value each time."""
    operation: AnyOperation = request.operation
    if type(request) is not contract.Request or type(operation) not in (contract.Operation, AlternateOperation):
        return False
    body: object = request.body
    if type(body) not in (NoneType, contract.JsonBody, contract.FormBody, contract.MultipartBody):
        return False
    texts = (operation.name, operation.method, operation.template, operation.effect, request.path)
    fields = body.fields if isinstance(body, contract.FormBody | contract.MultipartBody) else ()
    files = body.files if isinstance(body, contract.MultipartBody) else None
    if type(files) not in (NoneType, dict) or not all(type(text) is str for text in (*texts, *(files or ()))):
        return False
    return _are_pairs(request.query) and _are_pairs(fields)


def _are_pairs(pairs: object) -> bool:
    """Whether these are tuples of str, and not of subclasses."""
    return _is_tuple(pairs) and all(_is_tuple(pair) and all(type(text) is str for text in pair) for pair in pairs)


def _is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    return type(value) is tuple


def _is_write_path(path: str) -> bool:
    """Whether a server may read a path as that of a write, however it decodes, resolves and compares paths."""
    forms = {normpath(f"/{form}".lower()) for form in (path, unquote(path), unquote(unquote(path)))}
    paths = [[part for part in form.split("/") if part] for form in forms]
    writes = (known.path.lower().split("/")[1:] for known in operation_metadata().values() if known.effect != "read")
    return any(
        len(template) == len(parts)
        and all(place in (part, unquote(part)) or place[0] == "{" for place, part in zip(template, parts, strict=True))
        for template in writes
        for parts in paths
    )


def write_targets(request: AnyRequest) -> WriteTargets:
    """The targets that a request names, in its path, query and body."""
    if not _is_exact(request):
        return WriteTargets(frozenset(), frozenset(), has_chat=False, has_account=False, readable=False)
    path_fields = _path_fields(request.operation.template, request.path)
    fields = [*(path_fields or ()), *_fields(request)]
    body = request.body.value if isinstance(request.body, contract.JsonBody) else None
    chats = [(value, in_place) for name, value, in_place in fields if _CHAT.search(name)]
    accounts = [(value, in_place) for name, value, in_place in fields if _ACCOUNT.search(name)]
    return WriteTargets(
        frozenset(str.__str__(value) for value, _ in chats if isinstance(value, str)),
        frozenset(str.__str__(value) for value, _ in accounts if isinstance(value, str)),
        any(in_place for _, in_place in chats),
        any(in_place for _, in_place in accounts),
        path_fields is not None and _is_plain(body) and all(isinstance(value, str) for value, _ in (*chats, *accounts)),
    )


def _is_plain(value: object) -> bool:
    """Whether JSON is what it looks like: containers and strings of other classes could show one ID and send another.
    Other classes of numbers and strings, such as those of enums, do not matter outside of IDs."""
    if base.is_object(value):
        return type(value) is dict and all(type(name) is str and _is_plain(item) for name, item in value.items())
    if _is_array(value):
        return type(value) in (list, tuple) and all(map(_is_plain, value))
    return True


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
                value = unquote(segment, errors="strict")
            except UnicodeDecodeError:
                return None
            if value in ("", ".", ".."):  # a server or proxy would resolve them, to another path
                return None
            fields.append((variable[1], value, True))
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
        if isinstance(body, contract.MultipartBody):
            yield from ((name, body, False) for name in body.files)  # a file that is named like an ID


def _named_fields(pairs: Iterable[tuple[object, object]], in_place: bool) -> Iterator[Field]:
    for name, value in pairs:
        if not isinstance(name, str):  # JSON shows numbers, True and None as names: none is that of an ID
            pass
        elif _is_array(value):
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
