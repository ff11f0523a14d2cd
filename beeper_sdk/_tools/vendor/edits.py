"""Changes to a text by place, and the removal of names from a package's ``__init__``: imports, lists, tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .modules import Module, home
from .originals import CannotVendor

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


def apply(source: bytes, edits: Iterable[Edit]) -> bytes:
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
