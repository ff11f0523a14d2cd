"""Edits of a source text at the positions of its syntax tree, so that its comments and layout are kept."""

from __future__ import annotations

import ast


class SourceEdits:
    """Insertions and replacements in a text."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.lines = code.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.edits: dict[tuple[int, int], str] = {}  # (start, end) of what is replaced; equal for an insertion

    def edited(self) -> str:
        """The text with all edits."""
        text = self.code
        for (start, end), new in sorted(self.edits.items(), reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def start(self, node: ast.stmt | ast.expr | ast.alias) -> int:
        """Where a node begins."""
        return self._offset(node.lineno, node.col_offset)

    def end(self, node: ast.stmt | ast.expr | ast.alias) -> int:
        """Where a node ends."""
        return self._offset(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def _offset(self, line: int, column: int) -> int:
        text = self.lines[line - 1].encode()[:column].decode()  # columns count bytes
        return self.starts[line - 1] + len(text)

    def insert(self, at: int, text: str) -> None:
        """Insert a text, after what was inserted there before."""
        self.edits[at, at] = self.edits.get((at, at), "") + text

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a part, or what it was replaced with before."""
        self.edits[start, end] = text

    def indent(self, first: int, last: int) -> None:
        """Indent lines by four spaces."""
        for line in range(first, last + 1):
            if self.lines[line - 1].strip():
                self.insert(self.starts[line - 1], "    ")
