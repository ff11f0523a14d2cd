"""Writes tables of pages in docs/ from the spec: what replaces a v0 method or a request, and operations by app version.

The rest of each page, outside the markers, is written by hand. Changes inside payloads are described there, because the
spec does not record them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.loading import load
from scripts.compiler.spec.openapi_grammar import METHODS

_BEGIN, _END = "<!-- {}: written by scripts/regenerate.py from openapi.yaml -->", "<!-- end of {} -->"


class MissingMarker(SpecError):
    """The page lacks the markers of a table."""


def render_pages(root: Path, spec: str) -> dict[str, bytes]:
    """The pages with their tables generated from the spec; a page that is missing, as in an sdist, is left out.

    Raises:
        MissingMarker: the markers of a table are missing, or on the page twice.
    """
    document: dict[str, Any] = load(spec)
    pages = {page: root / page for page in PAGES if (root / page).exists()}
    return {
        page: _put(page, path.read_text(encoding="utf-8"), PAGES[page][0], PAGES[page][1](document)).encode()
        for page, path in pages.items()
    }


def _put(page: str, text: str, name: str, table: str) -> str:
    begin, end = _BEGIN.format(name), _END.format(name)
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if len(pattern.findall(text)) != 1:
        raise MissingMarker(f"{page} must contain the markers of {name!r} once: {begin} and {end}")
    return pattern.sub(lambda _: f"{begin}\n\n{table}\n\n{end}", text)


def _operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Pairs such as ``GET /v1/chats`` and its operation object, in the order of the spec."""
    return [
        (f"{method.upper()} {path}", item[method])
        for path, item in document["paths"].items()
        for method in item
        if method in METHODS
    ]


def _calls(document: dict[str, Any]) -> str:
    """The table of v0 methods and their replacements."""
    places = {raw["x-beeper-method"]: place for place, raw in _operations(document)}
    rows = [
        (raw["x-beeper-method"].removeprefix("v0."), place, raw["x-beeper-replaced-by"])
        for place, raw in _operations(document)
        if "x-beeper-replaced-by" in raw
    ]
    return _table(
        ("`v0.Client`", "v0", "`Beeper`", "v1"),
        [(f"`{old}`", f"`{place}`", f"`{new}`", f"`{places[new]}`") for old, place, new in rows],
    )


def _since(document: dict[str, Any]) -> str:
    """Operations by the app version that added them, oldest first; v0 operations are in the other table."""
    found: dict[str, list[str]] = {}
    for _, raw in _operations(document):
        name = raw["x-beeper-method"]
        if not name.startswith("v0."):
            found.setdefault(str(raw["x-beeper-since"]), []).append(f"`{name}`")
    apps = sorted(found, key=lambda app: [int(part) for part in app.split(".")])
    return _table(("since app", "operations"), [(app, ", ".join(sorted(found[app]))) for app in apps])


def _requests(document: dict[str, Any]) -> str:
    """The table of requests and the calls that send them; those of v0 are in another table."""
    rows = [
        (f"`{place}`", f"`beeper.{raw['x-beeper-method']}`", _result(raw), _RETRIED[raw["x-beeper-effect"]])
        for place, raw in _operations(document)
        if not raw["x-beeper-method"].startswith("v0.")
    ]
    return _table(("request", "call", "returns", "retried after a failure"), rows)


def _result(operation: dict[str, Any]) -> str:
    return "a pager over all pages" if "x-beeper-pagination" in operation else "one result"


_RETRIED = {"read": "yes", "idempotent": "yes", "once": "only if it was not sent"}


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


PAGES = {
    "docs/coming_from/v0.md": ("calls", _calls),
    "docs/coming_from/http.md": ("requests", _requests),
    "docs/guides/older_apps.md": ("operations", _since),
}
"""The pages, each with the name of its table and the function that makes it."""
