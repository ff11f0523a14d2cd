"""Parses the error bodies of all API generations.

Known formats: ``{message, code, details: {issues}}`` (v1), ``{error: {code, message, param?}}`` (v1 before its
release), ``{error: "text", code?, details?: {field: text}}`` and ``{success: false, error}`` (v0),
``{error, error_description}`` (OAuth), ``{errcode, error}`` (Matrix).

Codes and field paths are shown only if they match the patterns of `redaction`. Messages and page titles are free text
that may quote the request, so they are kept in a `PrivateTexts` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..generated import base, loads
from . import redaction

_TITLE = re.compile(rb"<title[^>]*>([^<]{0,300})", re.IGNORECASE)
_MAX_ISSUES = 20
_MAX_INDEX = 9999
_MAX_MESSAGE = 2000


class ErrorBody(NamedTuple):
    """The contents of an error body."""

    code: str | None = None
    issues: tuple[str, ...] = ()
    """Paths of the fields that the server rejected."""
    message: str | None = None
    """The error message. Private."""


def read(content: bytes) -> ErrorBody:
    """Parse an error body. The result is empty for a body of another format."""
    try:
        body: object = loads(content)
    except (ValueError, RecursionError):  # RecursionError: deeply nested JSON
        return ErrorBody()
    if not base.is_object(body):
        return ErrorBody()
    error = body.get("error")
    holder = error if base.is_object(error) else body
    codes = map(_code, (holder.get("code"), holder.get("errcode"), body.get("code"), error))
    code = next(filter(None, codes), None)
    messages = (holder.get("message"), body.get("error_description"), error)
    message = next((text for text in messages if isinstance(text, str) and text and text != code), None)
    return ErrorBody(code, _issues(holder, flat=isinstance(error, str)), message and message[:_MAX_MESSAGE])


def _code(value: object) -> str | None:
    return redaction.code(value) if isinstance(value, str) else None


def _issues(holder: Mapping[str, object], *, flat: bool) -> tuple[str, ...]:
    """The paths of the rejected fields. In v0 (`flat`) they are the keys of ``details``; v1 before its release had one
    ``param``."""
    details, param = holder.get("details"), holder.get("param")
    issues = details.get("issues") if base.is_object(details) else None
    paths: Iterable[object] = ()
    if base.is_list(issues):
        paths = (issue.get("path") for issue in issues[:_MAX_ISSUES] if base.is_object(issue))
    elif flat and base.is_object(details):
        paths = (name.split(".") for name in list(details)[:_MAX_ISSUES])
    elif isinstance(param, str):
        paths = (param.split("."),)
    return tuple(".".join(map(_path_part, path)) for path in paths if base.is_list(path))


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
