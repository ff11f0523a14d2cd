"""Lines of text inside quotes and lists: the marks that each line begins with, and the blank lines between."""

from __future__ import annotations

SPACE = " \t\n"
"""What HTML counts as space in a text."""
MAX_INDENT = 8
"""Quotes and lists deeper than this are not indented further, so that the output stays as long as the input."""


class _Prefix:
    """What the lines of a quote or of a list item begin with; `first` only once."""

    __slots__ = ("first", "rest")

    def __init__(self, first: str, rest: str) -> None:
        self.first, self.rest = first, rest

    def use(self) -> str:
        used, self.first = self.first, self.rest
        return used


class Layout:
    """Collects text. Newlines are written only before the next text: there are none at the start and at the end."""

    def __init__(self, *, break_mark: str = "") -> None:
        self.parts: list[str] = []
        self._break_mark = break_mark
        self._prefixes: list[_Prefix] = []
        self._common = 0  # how many of the prefixes are those of the last line too
        self._pending = 0
        self._is_break = False
        self._has_text = False

    @property
    def at_line_start(self) -> bool:
        """Whether the next text begins a line."""
        return self._pending > 0 or not self._has_text

    @property
    def at_block_start(self) -> bool:
        """Whether the next text begins a paragraph, rather than a line after a line break."""
        return self.at_line_start and not self._is_break

    @property
    def depth(self) -> int:
        """In how many quotes and lists the next text is."""
        return len(self._prefixes)

    def write(self, text: str) -> None:
        """Add text without newlines."""
        if not text:
            return
        if self.at_line_start:
            self._start_line()
        self.parts.append(text)

    def line_break(self) -> None:
        """Continue in the next line."""
        self._pending += self._has_text
        self._is_break = True

    def gap(self, newlines: int) -> None:
        """End the paragraph: at least so many newlines follow."""
        self._is_break = self._is_break and self._pending > newlines
        if self._has_text:
            self._pending = max(self._pending, newlines)

    def next_line(self) -> None:
        """Continue in the next line of code, where each newline counts."""
        self._pending += 1
        self._is_break = False

    def push(self, first: str, rest: str) -> bool:
        """Begin a quote or an item. False if it is too deep to be indented."""
        if len(self._prefixes) >= MAX_INDENT:
            return False
        self._prefixes.append(_Prefix(first, rest))
        return True

    def pop(self) -> None:
        """End it."""
        self._prefixes.pop()
        self._common = min(self._common, len(self._prefixes))

    def text(self) -> str:
        """Everything that was written."""
        return "".join(self.parts).rstrip(" \t\n")

    def _start_line(self) -> None:
        if self._has_text:
            mark = self._break_mark if self._pending == 1 and self._is_break else ""
            self._strip_line_end()
            blank = "".join(prefix.rest for prefix in self._prefixes[: self._common]).rstrip()
            self.parts.append(mark + f"\n{blank}" * (self._pending - 1) + "\n")
        self.parts.append("".join(prefix.use() for prefix in self._prefixes))
        self._common, self._pending, self._is_break, self._has_text = len(self._prefixes), 0, False, True

    def _strip_line_end(self) -> None:
        while self.parts:
            stripped = self.parts[-1].rstrip(" \t")
            if stripped:
                self.parts[-1] = stripped
                return
            self.parts.pop()


def in_one_line(text: str) -> str:
    """The text with a space for newlines and the spaces around them.

    Not by a regular expression, which takes quadratic time for a long run of spaces.
    """
    if "\n" not in text:
        return text
    words = [line.strip(SPACE) for line in text.split("\n")]
    words[0], words[-1] = text.partition("\n")[0].rstrip(SPACE), text.rpartition("\n")[2].lstrip(SPACE)
    joined = " ".join(word for word in words if word)
    return f"{'' if words[0] else ' '}{joined}{'' if words[-1] or not joined else ' '}"
