"""Reads the error bodies of every generation of servers, and keeps only what cannot be private.

Seen: ``{message, code, details: {issues}}`` (v1), ``{error: {code, message, param?}}`` (v1 before its release),
``{error: "text", code?, details?: {field: text}}`` and ``{success: false, error}`` (v0),
``{error, error_description}`` (OAuth), ``{errcode, error}`` (Matrix).
Human text is never kept, because it may quote what was sent: of codes, titles and field paths only known words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..generated import base, loads
from . import redaction as plain

_TITLE = re.compile(rb"<title[^>]*>([^<]{0,300})", re.IGNORECASE)
_MOST_ISSUES = 20
_MOST_ITEMS = 9999


def read(content: bytes) -> tuple[str | None, tuple[str, ...]]:
    """The error code and the names of the refused fields; ``(None, ())`` where there are none."""
    try:
        body: object = loads(content)
    except (ValueError, RecursionError):
        return None, ()
    if not base.is_object(body):
        return None, ()
    inner = body.get("error")
    holder = inner if base.is_object(inner) else body
    codes = (holder.get("code"), holder.get("errcode"), body.get("code"), inner)
    return next((word for word in map(_word, codes) if word), None), _issues(holder, flat=isinstance(inner, str))


def _word(value: object) -> str | None:
    return plain.code(value) if isinstance(value, str) else None


def _issues(holder: Mapping[str, object], *, flat: bool) -> tuple[str, ...]:
    """The paths of the refused fields. In v0 (`flat`) they are the names in ``details``; the unreleased v1 had one
    ``param``."""
    details, param = holder.get("details"), holder.get("param")
    issues = details.get("issues") if base.is_object(details) else None
    paths: Iterable[object] = ()
    if base.is_list(issues):
        paths = (issue.get("path") for issue in issues[:_MOST_ISSUES] if base.is_object(issue))
    elif flat and base.is_object(details):
        paths = (name.split(".") for name in list(details)[:_MOST_ISSUES])
    elif isinstance(param, str):
        paths = (param.split("."),)
    return tuple(".".join(map(_step, path)) for path in paths if base.is_list(path))


def _step(step: object) -> str:
    """One step of a field path; what looks like data instead of a name is not shown."""
    if isinstance(step, int):
        return str(step) if 0 <= step <= _MOST_ITEMS else "?"
    return plain.field(step) if isinstance(step, str) else "?"


def html_title(content: bytes) -> str | None:
    """The known words of an HTML page's title, on one line; None where there are none."""
    from html import unescape

    match = _TITLE.search(content[:8192])
    if match is None:
        return None
    text = unescape(match[1].decode("utf-8", "replace"))
    return plain.title(text)
