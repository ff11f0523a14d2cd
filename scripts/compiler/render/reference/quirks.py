"""The list of quirks of the fake server, from their definitions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import griffe

from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.text import row

FOLDER = "beeper_sdk/testing/quirks"


def table(root: Path, code: Code) -> str:
    """The table of quirks."""
    rows = sorted(quirk for path in (root / FOLDER).glob("*.py") for quirk in _defined(path, code))
    lines = [row("quirk", "what the server does"), row("---", "---")]
    return "\n".join([*lines, *(row(f"`{name}`", about) for name, about in rows)])


def _defined(path: Path, code: Code) -> Iterator[tuple[str, str]]:
    """The names and descriptions of the quirks of a module."""
    module = f"{FOLDER.replace('/', '.')}.{path.stem}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="Quirk"), args=[ast.Constant(value=str(name)), about, *_]):
                yield name, _text(about, module, code)
            case _:
                pass


def _text(node: ast.expr, module: str, code: Code) -> str:
    """A string, in which constants may be filled in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part, module, code) for part in parts)
        case ast.FormattedValue(value=ast.Name(id=name)):
            found = code.find(f"{module}.{name}")
            return str(ast.literal_eval(str(found.value))) if isinstance(found, griffe.Attribute) else ""
        case _:
            return ""
