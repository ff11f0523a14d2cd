"""Compiles each folder ``_async`` of beeper_sdk to ``_sync`` beside it: whole words are replaced, also in docstrings.

Not for code that has no mechanical twin (waiting, files): that is written by hand, twice, in
``beeper_sdk/_core/concurrency``.
After the idea of encode/httpcore ``scripts/unasync.py``. A rule that matches nothing in the whole run is an error.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeGuard

FOLDERS = {"beeper_sdk/_async": "beeper_sdk/_sync", "beeper_sdk/_transport/_async": "beeper_sdk/_transport/_sync"}
"""The folders with async code, and those with its blocking twin."""
MARK = "# @generated\n\n"

RULES: tuple[tuple[str, str], ...] = (
    (r"\basync_(\w+)", r"\1"),  # async_sleep: the hand-written pair
    (r"\basync (def|for|with)\b", r"\1"),
    (r"\bawait ", ""),
    (r"\basynccontextmanager\b", "contextmanager"),
    (r"\b(_?)Async([A-Z]\w*)", r"\1\2"),  # AsyncBeeper, AsyncIterator, _AsyncItems
    (r"\b__a(iter|next|enter|exit)__", r"__\1__"),
    (r"\bStopAsyncIteration\b", "StopIteration"),
    (r"\ba(next|close|iter_raw)\b", r"\1"),  # of iterators and of httpx
    (r"\bhandle_async_request\b", "handle_request"),
    (r"\b(\w+)_async\b", r"\1"),  # pool_async: the hand-written pairs of _transport
    (r"\b_transport\._async\b", "_transport._sync"),
    (r"\bbetween tasks\b", "between threads"),
)


Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
PUBLIC = (
    "client",
    "base_client",
    "resource_client",
    "news_client",
    "changes/changes",
    "auth/",
    "resources/",
    "engine/pager",
    "engine/stream",
    "events/stream",
    "files/stream",
    "people/roster",
    "v0/",
)
"""Modules with classes and functions that users hold. What the others define is private, whatever its name."""
PUBLIC_FOLDER = "beeper_sdk/_async"
COMMENT = re.compile(r"^ *# (?!noqa|type:|pyright:).*\n", re.MULTILINE)
"""A line with a comment alone. Comments, and the docstrings of private names, stay in the source only: installing them
twice makes the wheel 8 kB larger."""


class UnusedRule(Exception):
    """A rule of the table matched nothing: the code that it is for was removed."""


def translate(source: str, used: set[str], *, public: bool = True) -> str:
    """The blocking twin of async source, without its private notes; adds the patterns that matched to `used`."""
    source = COMMENT.sub("", without_private_docstrings(source, public=public))
    for pattern, replacement in RULES:
        source, count = re.subn(pattern, replacement, source)
        if count:
            used.add(pattern)
    return source


def _is_private(node: ast.AST) -> TypeGuard[Definition]:
    return isinstance(node, Definition) and node.name.startswith("_") and not node.name.endswith("__")


def without_private_docstrings(source: str, *, public: bool = True) -> str:
    """The source of a module without its docstring, and without those of private functions, classes, constants,
    attributes and variables, where there is another statement. All are private unless the module is public."""
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, Definition | ast.Module) or len(node.body) == 1:
            continue
        is_private = isinstance(node, ast.Module) or _is_private(node) or not public
        for number, statement in enumerate(node.body):
            is_kept = not is_private if number == 0 else public and _is_public(node, node.body[number - 1])
            if _is_docstring(statement) and not is_kept:
                for line in range(statement.lineno, (statement.end_lineno or statement.lineno) + 1):
                    lines[line - 1] = ""
    return "".join(lines)


def _is_public(place: Definition | ast.Module, before: ast.stmt) -> bool:
    """Whether the statement before a docstring assigns a public name: of a module, a class, or an object."""
    match before:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return not name.startswith("_") and not _is_private(place) and isinstance(place, ast.Module | ast.ClassDef)
        case (
            ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)])
            | ast.AnnAssign(target=ast.Attribute(value=ast.Name(id="self"), attr=name))
        ):
            return not name.startswith("_")
        case _:
            return False


def _is_docstring(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case _:
            return False


def render_sync(root: Path) -> dict[str, bytes]:
    """Path and content of every file of the blocking half, formatted.

    Raises:
        UnusedRule: a rule of the table matched nothing.
    """
    used: set[str] = set()
    texts: dict[str, str] = {}
    for source, target in FOLDERS.items():
        for path in sorted((root / source).rglob("*.py")):
            name = path.relative_to(root / source).as_posix()
            is_public = source == PUBLIC_FOLDER and name.startswith(PUBLIC)
            texts[f"{target}/{name}"] = MARK + translate(path.read_text(encoding="utf-8"), used, public=is_public)
    unused = [pattern for pattern, _ in RULES if pattern not in used]
    if unused:
        raise UnusedRule(f"these rules of {Path(__file__).name} match nothing: {', '.join(unused)}")
    return _formatted(texts)


def _formatted(texts: dict[str, str]) -> dict[str, bytes]:
    """The same, with sorted imports. No configuration of the machine is used."""
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--isolated", "--quiet", "--no-cache", "--target-version", "py311", "--line-length", "120", "."]
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        subprocess.run([*ruff, "check", "--select", "I", "--fix", *options], cwd=folder, check=True)
        subprocess.run([*ruff, "format", *options], cwd=folder, check=True)
        return {name: Path(folder, name).read_bytes().replace(b"\r\n", b"\n") for name in sorted(texts)}
