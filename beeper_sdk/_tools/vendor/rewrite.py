"""One file of the SDK as it stands in a copy: its imports of the two packages relative, by their place in the syntax.

What cannot be made relative with certainty is refused by file and line: a copy never looks for the original names.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .originals import CLIENT, SDK, CannotVendor, Module, home, statements

_ITEM_ENDS = re.compile(rb",?[ \t]*(#[^\n]*)?\n?")


class Edit(NamedTuple):
    """Bytes from `start` to `end` become `text`."""

    start: int
    end: int
    text: bytes


class Places:
    """Where the nodes of a tree stand in the bytes."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Start and end of a node."""
        if not isinstance(node, ast.stmt | ast.expr | ast.alias):
            raise TypeError("a node that has a place is taken")
        end_line, end_col = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[end_line - 1] + end_col

    def line(self, place: int) -> tuple[int, int]:
        """Start and end of the line around a place, its line end included."""
        end = self.source.find(b"\n", place)
        return self.source.rfind(b"\n", 0, place) + 1, len(self.source) if end < 0 else end + 1

    def alone(self, start: int, end: int) -> bool:
        """Is there nothing on these lines but what stands between two places, a comma and a comment?"""
        first, last = self.line(start)[0], self.line(end)[1]
        return not self.source[first:start].strip() and _ITEM_ENDS.fullmatch(self.source, end, last) is not None


def apply_edits(source: bytes, edits: Iterable[Edit]) -> bytes:
    """The text after the edits. They must not overlap."""
    for edit in sorted(edits, reverse=True):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


def dropped_names(module: Module, gone: set[str], known: dict[str, Module]) -> Iterator[Edit]:
    """The edits by which a lazy ``__init__`` no longer names what comes from modules that are gone.

    Raises:
        CannotVendor: an import takes something that is gone together with something that stays.
    """
    places, names = Places(module.source), set[str]()
    for node, targets in module.imports:
        away = [home(target, known) in gone for target in targets]
        if any(away) and not all(away):
            raise CannotVendor(f"{module.place(node)} imports what stays and what goes in one statement")
        if all(away):
            names |= {alias.asname or alias.name for alias in node.names}
            start, end = places.span(node)
            yield Edit(places.line(start)[0], places.line(end)[1], b"")
    for display in ast.walk(module.tree):
        if isinstance(display, ast.List | ast.Tuple | ast.Set):
            yield from _thinned(places, display, [(item, item) for item in display.elts], names)
        elif isinstance(display, ast.Dict):
            pairs = [(key, value) for key, value in zip(display.keys, display.values, strict=True) if key is not None]
            yield from _thinned(places, display, pairs, names)


def _thinned(
    places: Places, display: ast.expr, items: list[tuple[ast.expr, ast.expr]], names: set[str]
) -> Iterator[Edit]:
    """A display without the items that start with one of the names."""
    spans = [(places.span(first)[0], places.span(last)[1]) for first, last in items]
    away = [isinstance(first, ast.Constant) and first.value in names for first, _ in items]
    if not any(away):
        return
    if all(places.alone(start, end) for start, end in spans):
        for (start, end), goes in zip(spans, away, strict=True):
            if goes:
                yield Edit(places.line(start)[0], places.line(end)[1], b"")
        return
    left = [places.source[start:end] for (start, end), goes in zip(spans, away, strict=True) if not goes]
    last = spans[-1][1]
    has_comma = places.source[last:].lstrip().startswith(b",")
    needs_comma = isinstance(display, ast.Tuple) and len(left) == 1 and not has_comma
    yield Edit(spans[0][0], last, b", ".join(left) + b"," * needs_comma)


OURS = frozenset({SDK, CLIENT, "beeper_sdk_server"})
_TYPED = frozenset({"anyio", "attr", "attrs", "httpx", "typing_extensions"})
"""What every host has with the SDK, and with its types."""
_TOLERANT = b'# mypy: disable-error-code="import-not-found, import-untyped, no-any-return"\n'
"""Heads a file that imports what the host may lack, or has without types: the SDK copes, its type checker would not."""
_COMMAND = re.compile(rb"python -m beeper_sdk\b")
_MODULE = re.compile(rf"({'|'.join(sorted(OURS))})(\.\w*)+")
_IMPORTERS = frozenset({"__import__", "import_module", "find_spec", "run_module", "resolve_name"})


def rewritten(path: str, source: bytes, namespace: str) -> bytes:
    """The file for a copy.

    Raises:
        CannotVendor: it names a module of the SDK in a way that cannot be made relative.
    """
    nodes, places = _nodes(source), Places(source)
    edits: list[Edit] = []
    for node in nodes:
        if isinstance(node, ast.Import):
            edits += _plain(path, node, places)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            edits += _from(node, places, _up(path))
    if any(_may_be_missing(name) for node in nodes for name in _imported(node)):
        edits.append(Edit(0, 0, _TOLERANT))
    out = _COMMAND.sub(f"python -m {namespace}.{SDK}".encode(), apply_edits(source, edits))
    check(path, nodes if out == source else _nodes(out))
    return out


def _nodes(source: bytes) -> list[ast.AST]:
    """All there is to look at: the statements alone, of a file in which no name of ours stands anywhere."""
    tree = ast.parse(source)
    return list(ast.walk(tree) if b"beeper_" in source else statements(tree))


def _plain(path: str, node: ast.Import, places: Places) -> Iterator[Edit]:
    """``import beeper_sdk_client`` and ``import beeper_sdk_client as x``; not ``import beeper_sdk_client.api``."""
    if any(_is_ours(alias.name) for alias in node.names):
        if len(node.names) > 1 or "." in node.names[0].name:
            raise CannotVendor(f"{path}:{node.lineno} cannot be made relative: write it as 'from … import …'")
        start = places.span(node)[0]
        yield Edit(start, start, f"from {_up(path)} ".encode())


def _from(node: ast.ImportFrom, places: Places, up: str) -> Iterator[Edit]:
    if node.module and _is_ours(node.module):
        start = places.source.index(node.module.encode(), places.span(node)[0] + len("from"))
        yield Edit(start, start, up.encode())


def _up(path: str) -> str:
    """From a file to the folder that holds both packages."""
    return "." * (path.count("/") + 1)


def _may_be_missing(name: str) -> bool:
    root = name.partition(".")[0]
    return bool(root) and root not in sys.stdlib_module_names | _TYPED | OURS


def check(path: str, nodes: list[ast.AST]) -> None:
    """See that nothing in a file can bring the original packages in.

    Raises:
        CannotVendor: something might, at the place it names.
    """
    prose = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if any(map(_is_ours, _imported(node))):
            raise CannotVendor(f"{path}:{getattr(node, 'lineno', 1)} is an absolute import of the SDK")
        if isinstance(node, ast.Constant) and id(node) not in prose and _names_a_module(node.value):
            raise CannotVendor(f"{path}:{node.lineno} names a module of the SDK in a text: {node.value!r}")


def _imported(node: ast.AST) -> list[str]:
    """The absolute names that a node imports, as far as they can be read from it."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case ast.Call(args=[ast.Constant(value=str(name)), *_]) if _called(node) in _IMPORTERS:
            return [name]
        case ast.Assign(targets=[ast.Name(id="__module__")], value=ast.Constant(value=str(name))):
            return [name]
        case _:
            return []


def _names_a_module(value: object) -> bool:
    return isinstance(value, str) and _MODULE.fullmatch(value) is not None


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in OURS
