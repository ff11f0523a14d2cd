"""Plain text for people: what the markup says in words, without marks for bold and italic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..util.override import override
from .form import Table
from .links import shown_address
from .renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable


class PlainForm(Renderer):
    """Writes plain text."""

    block_gap = 1

    def __init__(self, *, keeps_newlines: bool = False, in_cell: bool = False) -> None:
        super().__init__(keeps_newlines=keeps_newlines, in_cell=in_cell)
        self._label: list[str] | None = None

    @override
    def text(self, text: str) -> None:
        """Text of a paragraph."""
        if self._label is not None:
            self._label.append(text)
        self.out.write(text)

    @override
    def mark(self, name: str) -> Callable[[], None]:
        """Nothing marks bold, italic or deleted text."""
        del name
        return _nothing

    @override
    def spoiler(self, reason: str) -> Callable[[], None]:
        """Say so before the text."""
        self.text(f"[spoiler: {reason}] " if reason else "[spoiler] ")
        return _nothing

    @override
    def link(self, href: str | None) -> Callable[[], None]:
        """`label (address)`, or only one of them."""
        self._label = []

        def end() -> None:
            label, self._label = "".join(self._label or ()), None
            if url := shown_address(href, label):
                self.text(f" ({url})" if label.strip() else url)

        return end

    @override
    def inline_code(self, code: str) -> None:
        """The code itself."""
        self.text(code)

    @override
    def code_block(self, code: str, language: str) -> None:
        """The lines, as they are."""
        del language
        for number, line in enumerate(code.split("\n")):
            if number:
                self.out.next_line()
            self.out.write(line)

    @override
    def heading(self, level: int) -> Callable[[], None]:
        """A paragraph."""
        del level
        self.gap(2)
        return lambda: self.gap(2)

    @override
    def table(self, table: Table) -> None:
        """A line for each row."""
        for row in table.rows:
            self.out.write(" | ".join(row))
            self.gap(1)


def _nothing() -> None:
    """What ends a mark or a spoiler."""
