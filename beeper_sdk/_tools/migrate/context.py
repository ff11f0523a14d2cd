"""What the rules share while one file is looked at: its source, and where changes and remarks are put."""

from __future__ import annotations

import libcst as cst
from attrs import field, frozen

from .edits import Edits
from .names import Names
from .resolve import Resolver
from .source import Source


@frozen(order=True)
class Note:
    """Something a person has to look at."""

    line: int
    text: str


@frozen(eq=False)
class Work:
    """One file on its way."""

    source: Source
    resolver: Resolver
    names: Names
    edits: Edits = field(factory=Edits)
    notes: set[Note] = field(factory=set[Note])

    @classmethod
    def of(cls, text: str) -> Work:
        """Raises cst.ParserSyntaxError where it is not Python."""
        source = Source(text)
        return cls(source, Resolver(source), Names(source))

    def note(self, node: cst.CSTNode, text: str) -> None:
        """List a line, with a sentence that says what to look at."""
        self.notes.add(Note(self.source.line(node), text))
