"""Messages, and texts that have much of what matters to rendering."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from types import FrameType
from typing import Any

from hypothesis import strategies as st
from markdown_it import MarkdownIt

from beeper_sdk import models
from beeper_sdk._core.util.override import override

_BASE = {
    "id": "7",
    "chatID": "!chat:beeper.local",
    "accountID": "signal",
    "senderID": "@erin:beeper.local",
    "timestamp": "2026-11-02T09:30:00.000Z",
    "sortKey": "7",
}
_PIECES = (
    *("&lt;", "&amp;", "&amp;lt;", "&#60;", "<b>", "</b>", "<!--", "-->", "<https://x.y>", "a@b.c"),
    *("```", "~~~", "**", "__", "[a](b)", "![x](y)", "[x]: y", "# ", "1. ", "- ", "> ", "    ", "---", "==="),
    *("https://e.org/a_b", "| a | b |\n|---|---|", "\n\n"),
)
LITERALS = st.lists(
    st.one_of(st.text("ab1 \n*_~`[]()<>&;#-+=.!|\\:\"'/é€😀 ", max_size=6), st.sampled_from(_PIECES)), max_size=8
).map("".join)
"""Texts that people could type, with characters that mean something in HTML or Markdown."""
_COMMON_MARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_SEPARATE = frozenset(
    {"br", "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "td", "th", "tr", "hr"}
)


def message(**fields: Any) -> models.Message:
    """A message with these JSON fields; a field given as None is missing."""
    data = _BASE | {"type": "TEXT"} | fields
    return models.Message.from_dict({name: value for name, value in data.items() if value is not None})


class _Shown(HTMLParser):
    """The text that a browser shows."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    @override
    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.parts.append(" " * (tag in _SEPARATE))

    @override
    def handle_endtag(self, tag: str) -> None:
        self.parts.append(" " * (tag in _SEPARATE))


def shown(html: str) -> str:
    """The text of HTML as a browser shows it."""
    parser = _Shown()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


def shown_markdown(markdown: str) -> str:
    """The text of Markdown as a CommonMark renderer shows it."""
    return shown(_COMMON_MARK.render(markdown))


def without_space(text: str) -> str:
    """A text to compare: HTML and Markdown do not keep every space."""
    return re.sub(r"\s+", "", text)


def steps(form: Callable[[str], object], text: str) -> int:
    """How many lines of Python run."""
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        form(text)
    finally:
        sys.settrace(before)
    return count
