"""What a form of output, such as Markdown, does: how text, marks, links, code and tables are written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class Table:
    """The cells of a table, row by row."""

    rows: list[list[str]] = field(default_factory=list[list[str]])

    def add(self, cell: str) -> None:
        """Add a cell to the last row."""
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)


class Form(ABC):
    """Text given to these methods has no newlines, except code. What begins something returns what ends it."""

    block_gap = 2
    """How many newlines end a paragraph in a list, a quote or a block of code."""
    rule = "---"

    def __init__(self, *, in_cell: bool = False) -> None:
        self.out = Layout()
        self.in_cell = in_cell

    def finish(self) -> str:
        """What was written."""
        return self.out.text()

    @abstractmethod
    def text(self, text: str) -> None:
        """Text of a paragraph."""

    @abstractmethod
    def mark(self, name: str) -> Callable[[], None]:
        """Begin `strong`, `em` or `del`."""

    @abstractmethod
    def spoiler(self, reason: str) -> Callable[[], None]:
        """Begin a hidden text."""

    @abstractmethod
    def link(self, href: str | None) -> Callable[[], None]:
        """Begin a link."""

    @abstractmethod
    def inline_code(self, code: str) -> None:
        """Code within a line."""

    @abstractmethod
    def code_block(self, code: str, language: str) -> None:
        """Lines of code."""

    @abstractmethod
    def heading(self, level: int) -> Callable[[], None]:
        """Begin a heading."""

    @abstractmethod
    def table(self, table: Table) -> None:
        """A table, with at least one row."""

    def flush(self) -> None:  # noqa: B027  # only Markdown holds something back
        """Write what is held back until the end of a paragraph."""

    def line_break(self) -> None:
        """Continue in the next line."""
        self.out.line_break()

    @property
    def at_line_start(self) -> bool:
        """Whether the next text begins a line."""
        return self.out.at_line_start

    @property
    def at_block_start(self) -> bool:
        """Whether the next text begins a paragraph."""
        return self.out.at_block_start

    def gap(self, newlines: int) -> None:
        """End a paragraph."""
        self.flush()
        self.out.gap(newlines)
