"""Rewrites one file of the SDK for a copy: makes its imports of the two packages relative, based on the syntax tree.

An import that cannot be made relative with certainty is an error that names file and line, because a copy must never
import the original packages.
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
    """Replaces the bytes from `start` to `end` with `text`."""

    start: int
    end: int
    text: bytes


class ByteOffsets:
    """Converts positions of syntax nodes to offsets in the bytes of the source."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Start and end of a node, as offsets."""
        if not isinstance(node, ast.stmt | ast.expr | ast.alias):
            raise TypeError("the node must be a statement, an expression or an alias")
        end_line, end_col = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[end_line - 1] + end_col

    def line(self, offset: int) -> tuple[int, int]:
        """Start and end of the line at an offset, with its line ending."""
        end = self.source.find(b"\n", offset)
        return self.source.rfind(b"\n", 0, offset) + 1, len(self.source) if end < 0 else end + 1

    def alone(self, start: int, end: int) -> bool:
        """Whether these lines contain only the bytes between two offsets, and perhaps a comma and a comment."""
        first, last = self.line(start)[0], self.line(end)[1]
        return not self.source[first:start].strip() and _ITEM_ENDS.fullmatch(self.source, end, last) is not None


def apply_edits(source: bytes, edits: Iterable[Edit]) -> bytes:
    """Apply edits to the source. They must not overlap."""
    for edit in sorted(edits, reverse=True):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


def removed_names(module: Module, removed: set[str], known: dict[str, Module]) -> Iterator[Edit]:
    """The edits that remove the names of removed modules from a lazy ``__init__``.

    Raises:
        CannotVendor: One import statement imports both a removed module and another one.
    """
    offsets, names = ByteOffsets(module.source), set[str]()
    for node, targets in module.imports:
        gone = [home(target, known) in removed for target in targets]
        if any(gone) and not all(gone):
            raise CannotVendor(f"{module.place(node)} imports removed and other modules: split the statement")
        if all(gone):
            names |= {alias.asname or alias.name for alias in node.names}
            start, end = offsets.span(node)
            yield Edit(offsets.line(start)[0], offsets.line(end)[1], b"")
    for display in ast.walk(module.tree):
        if isinstance(display, ast.List | ast.Tuple | ast.Set):
            yield from _without_names(offsets, display, [(item, item) for item in display.elts], names)
        elif isinstance(display, ast.Dict):
            pairs = [(key, value) for key, value in zip(display.keys, display.values, strict=True) if key is not None]
            yield from _without_names(offsets, display, pairs, names)


def _without_names(
    offsets: ByteOffsets, display: ast.expr, items: list[tuple[ast.expr, ast.expr]], names: set[str]
) -> Iterator[Edit]:
    """The edits that remove items from a list, tuple, set or dict display, by their name or key."""
    spans = [(offsets.span(first)[0], offsets.span(last)[1]) for first, last in items]
    gone = [isinstance(first, ast.Constant) and first.value in names for first, _ in items]
    if not any(gone):
        return
    if all(offsets.alone(start, end) for start, end in spans):
        for (start, end), is_gone in zip(spans, gone, strict=True):
            if is_gone:
                yield Edit(offsets.line(start)[0], offsets.line(end)[1], b"")
        return
    kept = [offsets.source[start:end] for (start, end), is_gone in zip(spans, gone, strict=True) if not is_gone]
    last = spans[-1][1]
    has_comma = offsets.source[last:].lstrip().startswith(b",")
    needs_comma = isinstance(display, ast.Tuple) and len(kept) == 1 and not has_comma
    yield Edit(spans[0][0], last, b", ".join(kept) + b"," * needs_comma)


OWN_PACKAGES = frozenset({SDK, CLIENT, "beeper_sdk_server"})
_TYPED = frozenset({"anyio", "attr", "attrs", "httpx", "typing_extensions"})
"""Typed packages that every project with a copy has installed."""
_MYPY_COMMENT = b'# mypy: disable-error-code="import-not-found, import-untyped, no-any-return"\n'
"""The first line of a file that imports a package which may be missing or untyped. The SDK handles a missing package,
but mypy would report an error."""
_COMMAND = re.compile(rb"python -m beeper_sdk\b")
_MODULE = re.compile(rf"({'|'.join(sorted(OWN_PACKAGES))})(\.\w*)+")
_IMPORTERS = frozenset({"__import__", "import_module", "find_spec", "run_module", "resolve_name"})
_PRESENT = sys.stdlib_module_names | _TYPED | OWN_PACKAGES
_IMPORT_WORD = re.compile(rb"\b(from|import)\b([^\n;#]*)")
_FROM_REST = re.compile(rb"[ \t]*([\w.]+)[ \t]+import\b[\w \t,()*]*")
_IMPORT_REST = re.compile(rb"[ \t]+[\w., \t]+")


def rewritten(path: str, source: bytes, namespace: str) -> bytes:
    """The bytes of a file in a copy.

    Raises:
        CannotVendor: The file names a module of the SDK in a way that cannot be made relative.
    """
    if not _may_change(source):
        return source
    nodes, offsets = _nodes(source), ByteOffsets(source)
    edits: list[Edit] = []
    for node in nodes:
        if isinstance(node, ast.Import):
            edits += _edit_import(path, node, offsets)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            edits += _edit_from(node, offsets, _up(path))
    if any(_may_be_missing(name) for node in nodes for name in _imported(node)):
        edits.append(Edit(0, 0, _MYPY_COMMENT))
    out = _COMMAND.sub(f"python -m {namespace}.{SDK}".encode(), apply_edits(source, edits))
    check(path, nodes if out == source else _nodes(out))
    return out


def _may_change(source: bytes) -> bool:
    """Whether the file must be parsed to find out what changes in it. For four files of five, its words tell enough.

    Every ``from`` and ``import`` is looked at, also those of texts and comments. What is not plainly an import of
    modules that are there counts as a change, so an error here only costs time.
    """
    if b"beeper_" in source or b"__module__" in source:
        return True
    return any(_may_import_missing(*found) for found in _IMPORT_WORD.findall(source))


def _may_import_missing(keyword: bytes, rest: bytes) -> bool:
    """Whether these words, to the end of the line, may import a package that may be missing."""
    if keyword == b"from":
        if b"import" not in rest and b"\\" not in rest:
            return False
        found = _FROM_REST.fullmatch(rest)
        return found is None or _may_be_missing(found[1].decode())
    if _IMPORT_REST.fullmatch(rest) is None:
        return True
    return any(_may_be_missing(item.split()[0].decode()) for item in rest.split(b",") if item.strip())


def _nodes(source: bytes) -> list[ast.AST]:
    """All nodes; only the statements of a file that contains no name of the SDK, which is faster."""
    tree = ast.parse(source)
    return list(ast.walk(tree) if b"beeper_" in source else statements(tree))


def _edit_import(path: str, node: ast.Import, offsets: ByteOffsets) -> Iterator[Edit]:
    """``import beeper_sdk_client`` and ``import beeper_sdk_client as x``; not ``import beeper_sdk_client.api``."""
    if any(_is_own(alias.name) for alias in node.names):
        if len(node.names) > 1 or "." in node.names[0].name:
            raise CannotVendor(f"{path}:{node.lineno} cannot be made relative: write it as 'from … import …'")
        start = offsets.span(node)[0]
        yield Edit(start, start, f"from {_up(path)} ".encode())


def _edit_from(node: ast.ImportFrom, offsets: ByteOffsets, up: str) -> Iterator[Edit]:
    if node.module and _is_own(node.module):
        start = offsets.source.index(node.module.encode(), offsets.span(node)[0] + len("from"))
        yield Edit(start, start, up.encode())


def _up(path: str) -> str:
    """The dots of a relative import from a file to the folder that contains both packages."""
    return "." * (path.count("/") + 1)


def _may_be_missing(name: str) -> bool:
    root = name.partition(".")[0]
    return bool(root) and root not in _PRESENT


def check(path: str, nodes: list[ast.AST]) -> None:
    """Check that nothing in a file can import the original packages.

    Raises:
        CannotVendor: Something may import them; the message names file and line.
    """
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if any(map(_is_own, _imported(node))):
            raise CannotVendor(f"{path}:{getattr(node, 'lineno', 1)} is an absolute import of the SDK")
        if isinstance(node, ast.Constant) and id(node) not in docstrings and _names_a_module(node.value):
            raise CannotVendor(f"{path}:{node.lineno} names a module of the SDK in a string: {node.value!r}")


def _imported(node: ast.AST) -> list[str]:
    """The absolute names that a node imports, if they are constants."""
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


def _is_own(name: str) -> bool:
    return name.partition(".")[0] in OWN_PACKAGES
