"""The list of quirks of the fake server, from their definitions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.compiler.render.reference.text import row

FOLDER = "beeper_sdk/testing/quirks"


def quirks(root: Path) -> dict[str, str]:
    """What each quirk does, by its name."""
    found = {name: about for path in sorted((root / FOLDER).glob("*.py")) for name, about in _defined(path)}
    return dict(sorted(found.items()))


def _defined(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Name(id="Quirk"), args=[ast.Constant(value=str(name)), ast.Constant(value=str(about)), *_]
            ):
                yield name, about
            case _:
                pass


def table(root: Path) -> str:
    """The table of quirks."""
    lines = [row("quirk", "what the server does"), row("---", "---")]
    return "\n".join([*lines, *(row(f"`{name}`", about) for name, about in quirks(root).items())])
