"""Parses the error bodies of all API generations.

Known formats: ``{message, code, details: {issues}}`` (v1), ``{error: {code, message, param?}}`` (v1 before its
release), ``{error: "text", code?, details?: {field: text}}`` and ``{success: false, error}`` (v0),
``{error, error_description}`` (OAuth), ``{errcode, error}`` (Matrix).

Codes and field paths are shown only if they match the patterns of `redaction`. All else may quote the request.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from ...errors._context import Issue
from ..generated import base, hints, loads
from . import redaction
from .outcome import HttpResponse

_TITLE = re.compile(rb"<title[^>]*>([^<]{0,300})", re.IGNORECASE)
_MAX_ISSUES = 20
_MAX_INDEX = 9999
_MAX_MESSAGE = 2000
_MAX_PARTS = 20
"""Number of steps of a field path that are read."""
_NOT_JSON = object()
_ERROR_FIELDS = {"code", "error", "message"}
FLAGGED = "success: false; nothing was done"
_NO_ROUTE = re.compile(r"Route [A-Z]+:/\S* not found")


class ErrorBody(NamedTuple):
    """The contents of an error body."""

    code: str | None = None
    fields: tuple[str, ...] = ()
    """Paths of the fields that the server rejected."""
    message: str | None = None
    """The error message. Private."""
    issues: tuple[Issue, ...] = ()
    """The rejected fields with the server's messages. Private."""


def read(content: bytes) -> ErrorBody:
    """Parse an error body. The result is empty for a body of another format."""
    body = _json(content)
    if not base.is_object(body):
        return ErrorBody()
    error = body.get("error")
    holder = error if base.is_object(error) else body
    codes = map(_code, (holder.get("code"), holder.get("errcode"), body.get("code"), error))
    code = next(filter(None, codes), None)
    messages = (holder.get("message"), body.get("error_description"), error)
    message = next((text for text in messages if isinstance(text, str) and text and text != code), None)
    found = _issues(holder, flat=isinstance(error, str))
    fields = tuple(".".join(map(_path_part, path)) for path, _, _ in found)
    issues = tuple(Issue(".".join(map(_shortened, path)), _code(code), _text(text)) for path, code, text in found)
    return ErrorBody(code, fields, _text(message), issues)


def _json(content: bytes) -> object:
    try:
        return loads(content)
    except ValueError:
        return _NOT_JSON


def is_foreign(answer: HttpResponse) -> bool:
    """Whether a response has a body that is not JSON, such as a page: no endpoint of the app sent it."""
    return bool(answer.content) and _json(answer.content) is _NOT_JSON


def is_unknown_route(message: str | None) -> bool:
    """Whether the message of a 404 says that the server has no such path, not that a chat or message is missing."""
    return message is not None and _NO_ROUTE.fullmatch(message) is not None


def reported_failure(content: bytes, decoder: object = None) -> str | None:
    """What a body says instead of a result: ``success: false``, or an error; None if it has any field of the result, or
    if its error is documented there."""
    body = _json(content)
    if not base.is_object(body):
        return None
    if body.get("success") is not None:
        return FLAGGED if body["success"] is False else None
    if not body.get("error") and not (isinstance(body.get("code"), str) and isinstance(body.get("message"), str)):
        return None
    load = getattr(decoder, "load", None)
    models = () if load is None else filter(hints.is_model, hints.members(hints.type_of(load)))
    known = {name for model in models for name in base.attribute_names(model)}
    shown = body.get("error") and "error" in known and "uploadID" not in known
    return None if shown or any(body.get(name) for name in known - _ERROR_FIELDS) else "an error"


def _code(value: object) -> str | None:
    return redaction.code(value) if isinstance(value, str) else None


def _text(value: object) -> str | None:
    return value[:_MAX_MESSAGE] if isinstance(value, str) else None


def _shortened(part: object) -> str:
    return part[:_MAX_MESSAGE] if isinstance(part, str) else str(part)


def _issues(holder: Mapping[str, object], *, flat: bool) -> list[tuple[list[Any], object, object]]:
    """Path, code and message of the rejected fields. In v0 (`flat`), ``details`` has a message for each path; v1 before
    its release had one ``param``."""
    details, param = holder.get("details"), holder.get("param")
    issues = details.get("issues") if base.is_object(details) else None
    found: list[tuple[list[Any], object, object]]
    if base.is_list(issues):
        found = [(path[:_MAX_PARTS], issue.get("code"), issue.get("message")) for issue in issues[:_MAX_ISSUES]
                 if base.is_object(issue) and base.is_list(path := issue.get("path"))]  # fmt: skip
    elif flat and base.is_object(details):
        found = [(_steps(name), None, text) for name, text in list(details.items())[:_MAX_ISSUES]]
    else:
        found = [(_steps(param), None, None)] if isinstance(param, str) else []
    return found


def _steps(path: str) -> list[str]:
    """The steps of a field path that is one string."""
    return path[:_MAX_MESSAGE].split(".")[:_MAX_PARTS]


def _path_part(part: object) -> str:
    """One step of a field path: a name or an index. "?" for a step that may be private data."""
    if isinstance(part, int):
        return str(part) if 0 <= part <= _MAX_INDEX else "?"
    return redaction.field(part) if isinstance(part, str) else "?"


def html_title(content: bytes) -> str | None:
    """The title of an HTML page, on one line; None if it has none. Private."""
    from html import unescape

    # A title is near the beginning: large pages are not searched to their end.
    match = _TITLE.search(content[:8192])
    return (" ".join(unescape(match[1].decode("utf-8", "replace")).split()) or None) if match else None
