"""Walks over the elements of a text and calls what a form of output, such as Markdown, does with each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from .elements import balanced
from .form import Form, Table
from .layout import SPACE, in_one_line
from .tags import VOID, Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tags import Markup, Token

_LANGUAGE = re.compile(r"(?:^|\s)language-([\w+#.-]{1,40})(?:\s|$)")
_BEFORE_NUMBERS = ("+", "-", "\u2212", "(")
_NUMBER = re.compile(r"\d{1,8}")  # CommonMark reads up to nine digits; the items after it need no more
_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "del": "del", "s": "del", "strike": "del"}


class Renderer(Form):
    """What all forms of output share: which element begins and ends what."""

    def __init__(self, *, keeps_newlines: bool = False, in_cell: bool = False) -> None:
        super().__init__(in_cell=in_cell)
        self._keeps_newlines = keeps_newlines
        self._ends: list[Callable[[], None]] = []
        self._is_raised = False
        self._numbers: list[int | None] = []
        self._code: list[str] | None = None
        self._language = ""
        self._table: Table | None = None
        self._cell: Renderer | None = None
        self._cell_depth = 0

    @classmethod
    def render(cls, source: Markup) -> str:
        """The whole text in this form."""
        renderer = cls(keeps_newlines=source.keeps_newlines)
        for token in balanced(source.tokens):
            renderer.feed(token)
        return renderer.finish()

    def feed(self, token: Token) -> None:
        """Write one tag or text."""
        if self._cell is not None:
            self._feed_cell(self._cell, token)
        elif isinstance(token, str):
            self._text(token)
        elif token.is_end:
            self._ends.pop()()
        elif token.name in VOID:
            self._void(token)
        else:
            self._ends.append(self._start(token))

    def _feed_cell(self, cell: Renderer, token: Token) -> None:
        if isinstance(token, Tag) and token.name not in VOID:
            self._cell_depth += -1 if token.is_end else 1
        if self._cell_depth:
            cell.feed(token)
            return
        self._cell = None
        self._ends.pop()
        if self._table is not None:
            self._table.add(" ".join(cell.finish().split()))

    def _void(self, tag: Tag) -> None:
        if tag.name == "img":
            self._text(tag.attributes.get("alt") or tag.attributes.get("title") or "[image]")
        elif self._code is not None:
            self._code.append("\n")
        elif tag.name == "br":
            self.line_break()
        else:
            self.gap(2)
            self.out.write(self.rule)
            self.gap(2)

    def _start(self, tag: Tag) -> Callable[[], None]:
        if self._code is not None:
            self._note_language(tag)
            return _nothing
        start = self._STARTS.get(tag.name)
        return start(self, tag) if start else _nothing

    def _text(self, text: str) -> None:
        if self._code is not None:
            self._code.append(text)
        elif self._keeps_newlines:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.line_break()
                self._raised(line)
        else:
            self._flowing(text)

    def _flowing(self, text: str) -> None:
        """Newlines, and the spaces around them, are one space; at the start of a line they are nothing."""
        flowing = in_one_line(text)
        if self.at_block_start or (self.at_line_start and flowing != text):
            flowing = flowing.lstrip(SPACE)
        self._raised(flowing)

    def _raised(self, text: str) -> None:
        """Where a number is raised, `10³` must not become 103."""
        is_power = self._is_raised and (text[:1].isdigit() or text[:1] in _BEFORE_NUMBERS)
        self._is_raised = self._is_raised and not text
        self.text(f"^{text}" if is_power else text)

    def _start_superscript(self, _tag: Tag) -> Callable[[], None]:
        self._is_raised = True
        return self._end_superscript

    def _end_superscript(self) -> None:
        self._is_raised = False

    def _block(self, newlines: int) -> Callable[[], None]:
        self.gap(newlines)
        return lambda: self.gap(newlines)

    def _start_paragraph(self, _tag: Tag) -> Callable[[], None]:
        return self._block(self.block_gap if self._numbers or self.out.depth else 2)

    def _start_lines(self, _tag: Tag) -> Callable[[], None]:
        return self._block(self.block_gap)

    def _start_quote(self, _tag: Tag) -> Callable[[], None]:
        self.gap(2)
        return self._indented("> ", "> ", 2)

    def _indented(self, first: str, rest: str, newlines: int) -> Callable[[], None]:
        is_pushed = self.out.push(first, rest)
        if not is_pushed and first != rest:
            self.out.write(first)

        def end() -> None:
            self.flush()
            if is_pushed:
                self.out.pop()
            self.gap(newlines)

        return end

    def _start_list(self, tag: Tag) -> Callable[[], None]:
        newlines = 1 if self._numbers else self.block_gap
        self.gap(newlines)
        self._numbers.append(_first_number(tag) if tag.name == "ol" else None)

        def end() -> None:
            self._numbers.pop()
            self.gap(newlines)

        return end

    def _start_item(self, _tag: Tag) -> Callable[[], None]:
        self.gap(1)
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            return self._indented("- ", "  ", 1)
        self._numbers[-1] = number + 1
        first = f"{number}. "
        return self._indented(first, " " * len(first), 1)

    def _start_span(self, tag: Tag) -> Callable[[], None]:
        reason = tag.attributes.get("data-mx-spoiler")
        return _nothing if reason is None else self.spoiler(" ".join(reason.split()))

    def _start_link(self, tag: Tag) -> Callable[[], None]:
        return self.link(tag.attributes.get("href"))

    def _note_language(self, tag: Tag) -> None:
        found = _LANGUAGE.search(tag.attributes.get("class", "")) if tag.name in ("code", "pre") else None
        if found:
            self._language = found[1]

    def _start_code(self, tag: Tag) -> Callable[[], None]:
        self._code, self._language = [], ""
        self._note_language(tag)
        return self._end_pre if tag.name == "pre" else self._end_code

    def _end_code(self) -> None:
        code, self._code = "".join(self._code or ()), None
        if code:
            self.inline_code(" ".join(code.split("\n")))

    def _end_pre(self) -> None:
        code, self._code = "".join(self._code or ()), None
        if self.in_cell and code.strip():
            self.inline_code(" ".join(code.split()))
        elif code := code.removeprefix("\n").rstrip(SPACE):
            self.gap(self.block_gap)
            self.code_block(code, self._language)
            self.gap(self.block_gap)

    def _start_table(self, _tag: Tag) -> Callable[[], None]:
        if self.in_cell:
            return _nothing
        self.gap(2)
        self._table = Table()
        return self._end_table

    def _end_table(self) -> None:
        table, self._table = self._table, None
        self.gap(2)
        if table and (rows := [row for row in table.rows if row]):
            self.table(Table(rows))
            self.gap(2)

    def _start_row(self, _tag: Tag) -> Callable[[], None]:
        if self._table is not None:
            self._table.rows.append([])
        return _nothing

    def _start_cell(self, _tag: Tag) -> Callable[[], None]:
        if self._table is not None:
            self._cell, self._cell_depth = type(self)(in_cell=True), 1
            return _nothing
        return self._block(1)

    _STARTS: ClassVar[dict[str, Callable[[Any, Tag], Callable[[], None]]]] = {
        **dict.fromkeys(_MARKS, lambda form, tag: form.mark(_MARKS[tag.name])),
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), lambda form, tag: form.heading(int(tag.name[1]))),
        **dict.fromkeys(("ul", "ol"), _start_list),
        **dict.fromkeys(("td", "th"), _start_cell),
        **dict.fromkeys(("code", "pre"), _start_code),
        **dict.fromkeys(("div", "details", "summary", "caption"), _start_lines),
        "p": _start_paragraph,
        "blockquote": _start_quote,
        "li": _start_item,
        "span": _start_span,
        "sup": _start_superscript,
        "a": _start_link,
        "table": _start_table,
        "tr": _start_row,
    }


def _nothing() -> None:
    """What ends an element that has no end of its own."""


def _first_number(tag: Tag) -> int:
    start = tag.attributes.get("start", "")
    return int(start) if _NUMBER.fullmatch(start) and start.isascii() else 1
