"""Writes the tables of docs/coming_from/v0.md from the spec: replacements of v0 methods, and operations by app version.

The rest of the page, outside the markers, is written by hand. Changes inside payloads are described there, because the
spec does not record them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.loading import load
from scripts.compiler.spec.openapi_grammar import METHODS

PAGE = "docs/coming_from/v0.md"
_BEGIN, _END = "<!-- {}: written by scripts/regenerate.py from openapi.yaml -->", "<!-- end of {} -->"


class MissingMarker(SpecError):
    """The page lacks the markers of a table."""


def render_page(root: Path, spec: str) -> dict[str, bytes]:
    """The page with its tables generated from the spec.

    Raises:
        MissingMarker: the markers of a table are missing, or on the page twice.
    """
    page = root / PAGE
    if not page.exists():  # an sdist or a copy without docs
        return {}
    text = page.read_text(encoding="utf-8")
    document: dict[str, Any] = load(spec)
    for name, table in (("calls", _calls(document)), ("operations", _since(document))):
        text = _put(text, name, table)
    return {PAGE: text.encode()}


def _put(text: str, name: str, table: str) -> str:
    begin, end = _BEGIN.format(name), _END.format(name)
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if len(pattern.findall(text)) != 1:
        raise MissingMarker(f"{PAGE} must contain the markers of {name!r} once: {begin} and {end}")
    return pattern.sub(lambda _: f"{begin}\n\n{table}\n\n{end}", text)


def _operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Pairs such as ``GET /v1/chats`` and its operation object, in the order of the spec."""
    return [
        (f"{method.upper()} {path}", item[method])
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
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
        if not name.startswith(("v0.", "matrix.")):
            found.setdefault(str(raw["x-beeper-since"]), []).append(f"`{name}`")
    apps = sorted(found, key=lambda app: [int(part) for part in app.split(".")])
    return _table(("since app", "operations"), [(app, ", ".join(sorted(found[app]))) for app in apps])


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
