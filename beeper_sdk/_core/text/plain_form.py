"""Plain text for people: what the markup says in words, without marks for bold and italic.

Deleted text is marked: without, "I will not come" with "not" deleted would say the opposite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..util.override import override
from .form import Table
from .links import shown_address
from .renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable


_DELETED = "~~"


class PlainForm(Renderer):
    """Writes plain text."""

    block_gap = 1

    def __init__(self, *, keeps_newlines: bool = False, in_cell: bool = False) -> None:
        super().__init__(keeps_newlines=keeps_newlines, in_cell=in_cell)
        self._label: list[str] | None = None
        self._deleted = 0
        self._is_marked = False

    @override
    def text(self, text: str) -> None:
        """Text of a paragraph."""
        if self._label is not None:
            self._label.append(text)
        if self._deleted and not self._is_marked and text.strip():
            self._is_marked = True
            self.out.write(_DELETED)
        self.out.write(text)

    @override
    def mark(self, name: str) -> Callable[[], None]:
        """Mark deleted text, once also where it is deleted twice. Nothing marks bold and italic."""
        if name != "del":
            return _nothing
        self._deleted += 1

        def end() -> None:
            self._deleted -= 1
            if self._is_marked and not self._deleted:
                self.out.parts.append(_DELETED)  # in the line of the text, also after the end of a paragraph
                self._is_marked = False

        return end

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
