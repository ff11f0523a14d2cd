"""CommonMark, with the tables and deleted text of GitHub's: shown by a renderer, it is the text that was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..util.override import override
from . import markdown_text
from .form import Table
from .inline_marks import LINK, MARKS, Piece, joined
from .layout import SPACE, Layout
from .links import address, shown_address
from .renderer import Renderer
from .source import parsed
from .tags import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

_BREAK = Piece("\n")


def markdown_of(text: str) -> str:
    """A text as Markdown. Plain text is escaped, line by line."""
    found = parsed(text)
    return MarkdownForm.render(Markup([found], keeps_newlines=True) if isinstance(found, str) else found)


class MarkdownForm(Renderer):
    """Writes Markdown. The pieces of a line are held back until it ends: only then is known which marks count."""

    rule = "***"  # after a line, `---` would make a heading of it

    def __init__(self, *, keeps_newlines: bool = False, in_cell: bool = False) -> None:
        super().__init__(keeps_newlines=keeps_newlines, in_cell=in_cell)
        self.out = Layout(break_mark="  ")
        self._pieces: list[Piece] = []
        self._open: dict[str, int] = {}
        self._pairs = 0
        self._label: list[str] | None = None
        self._is_heading = False
        self._has_text = False
        self._ends_in_code = False

    @property
    @override
    def at_line_start(self) -> bool:
        """Whether the next text begins a line."""
        return not self._has_text

    @property
    @override
    def at_block_start(self) -> bool:
        """Whether the next text begins a paragraph."""
        return self.at_line_start and self._pieces[-1:] != [_BREAK]

    @override
    def finish(self) -> str:
        """What was written."""
        self.flush()
        return super().finish()

    @override
    def text(self, text: str) -> None:
        """Escaped text."""
        if self._label is not None:
            self._label.append(text)
        is_bare = self._label is not None or self.in_cell
        self._add(markdown_text.escaped(text) if is_bare else markdown_text.with_links(text))

    def _add(self, written: str) -> None:
        if written:
            self._has_text, self._ends_in_code = True, False
            self._pieces.append(Piece(written))

    @override
    def mark(self, name: str) -> Callable[[], None]:
        """Begin bold, italic or deleted text. Inside of itself it needs no second mark."""
        if name not in MARKS or name in self._open:
            return _nothing
        self._begin(name)

        def end() -> None:
            self._end(name)
            del self._open[name]

        return end

    def _begin(self, name: str) -> None:
        self._pairs += 1
        self._open[name] = self._pairs
        self._pieces.append(Piece(MARKS[name], self._pairs))

    def _end(self, name: str) -> None:
        self._pieces.append(Piece(MARKS[name], self._open[name], is_end=True))

    @override
    def spoiler(self, reason: str) -> Callable[[], None]:
        """`(reason) ||text||`, as some apps have it; in a table, where `|` ends the cell, in words."""
        if self.in_cell:
            self.text(f"[spoiler: {reason}] " if reason else "[spoiler] ")
            return _nothing
        self.text(f"({reason}) " if reason else "")
        self._add("||")
        return lambda: self._add("||")

    @override
    def link(self, href: str | None) -> Callable[[], None]:
        """`[label](address)`, or only one of them."""
        self._label = []
        pieces, start = self._pieces, len(self._pieces)
        pieces.append(Piece(""))

        def end() -> None:
            label, self._label = "".join(self._label or ()), None
            self._end_link(label, href, start if pieces is self._pieces else None)

        return end

    def _end_link(self, label: str, href: str | None, start: int | None) -> None:
        """`start` is where the label begins; None if the paragraph was ended in the label."""
        url = shown_address(href, label)
        if url and label.strip() and start is not None:
            self._pieces[start].text = LINK
            self._add(f"]({markdown_text.address(url)})")
        elif url:
            self.text(f" ({url})" if label.strip() else url)
        elif start is not None and address(href) == label.strip():
            del self._pieces[start:]
            self.text(label)

    @override
    def inline_code(self, code: str) -> None:
        """Between backticks."""
        if self._label is not None:
            self._label.append(code)
        if self._ends_in_code:  # two spans side by side would be one
            self._add(markdown_text.escaped(code))
        else:
            self._add(markdown_text.code_span(code, in_cell=self.in_cell))
            self._ends_in_code = True

    @override
    def code_block(self, code: str, language: str) -> None:
        """Between fences; in a heading, which is one line, between backticks."""
        if self._is_heading:
            self.inline_code(" ".join(code.split()))
            return
        fence = markdown_text.fence(code)
        for line in (f"{fence}{language}", *code.split("\n"), fence):
            self.out.write(line)
            self.out.next_line()

    @override
    def heading(self, level: int) -> Callable[[], None]:
        """One line after `##`; in a cell only the text."""
        self.gap(2)
        if self.in_cell:
            return lambda: self.gap(2)
        is_pushed = self.out.push("#" * level + " ", "")
        self._is_heading = True

        def end() -> None:
            self.flush()
            self._is_heading = False
            if is_pushed:
                self.out.pop()
            self.gap(2)

        return end

    @override
    def table(self, table: Table) -> None:
        """The first row is the heading, and has a cell for each column: there is no table without one.

        Other rows are not filled: a table of one long row and many short ones would become too large.
        """
        if self._is_heading:
            for row in table.rows:
                self.text(" ")
                self._add(" \\| ".join(row))
            return
        width = max(map(len, table.rows))
        heading = table.rows[0] + [""] * (width - len(table.rows[0]))
        for row in (heading, ["---"] * width, *table.rows[1:]):
            self.out.write(f"| {' | '.join(row)} |")
            self.out.gap(1)

    @override
    def line_break(self) -> None:
        """A line of the same paragraph; two end the paragraph."""
        if self.in_cell or self._is_heading:
            self.text(" ")
        elif self.at_line_start:
            self.gap(2)
        else:
            self._pieces.append(_BREAK)
            self._has_text, self._ends_in_code = False, False

    @override
    def flush(self) -> None:
        """Write the paragraph. Marks that are still open are closed, and opened again in the next one."""
        if self._pieces[-1:] == [_BREAK]:
            self._pieces.pop()
        still_open = list(self._open)
        for name in reversed(still_open):
            self._end(name)
        pieces, self._pieces, self._open = self._pieces, [], {}
        self._has_text, self._ends_in_code = False, False
        for name in still_open:
            self._begin(name)
        written = (line.strip(SPACE) for line in joined(pieces).split("\n"))
        for number, line in enumerate(line for line in written if line):
            if number:
                self.out.line_break()
            self.out.write(markdown_text.line_start(markdown_text.heading_end(line) if self._is_heading else line))


def _nothing() -> None:
    """What ends a mark that was not written."""
