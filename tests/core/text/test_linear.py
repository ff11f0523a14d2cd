"""Texts made to be slow or to nest too deeply: each is rendered, and ten times as much takes about ten times as long.

Counted are function calls and lines of Python, not seconds: the numbers are the same on each machine. The time that
regular expressions take is compared by `python -m scripts.bench render`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from beeper_sdk import render
from tests.core.text.helpers import steps


def _repeated(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda length: before + unit * (length // len(unit)) + after


def _nested(start: str, end: str, inner: str = "x") -> Callable[[int], str]:
    def made(length: int) -> str:
        depth = length // (len(start) + len(end))
        return start * depth + inner + end * depth

    return made


TEXTS: dict[str, Callable[[int], str]] = {
    "nested bold": _nested("<b>", "</b>"),
    "nested quotes": _nested("<blockquote>", "</blockquote>"),
    "nested lists": _nested("<ul><li>x", "</li></ul>"),
    "nested blocks": _nested("<div>", "</div>"),
    "nested fallbacks": _nested("<mx-reply>", "</mx-reply>"),
    "lines in nested quotes": _repeated("x<br>", "<blockquote>" * 100, "</blockquote>" * 100),
    "never closed": _repeated("<p>x<b>", "", "</p>"),
    "never opened": _repeated("</b></p>", "<br>"),
    "wrongly nested": _repeated("<b>x<i>y</b>z</i>"),
    "different fonts": _repeated("<font data-a='1'><b><p>x", "<br>"),
    "less than": _repeated("<"),
    "ampersands": _repeated("&", "<br>"),
    "half references": _repeated("&#x", "<br>"),
    "escaped": _repeated("&amp;"),
    "one long number": _repeated("9", "<br>&#"),
    "addresses never closed": _repeated("<a href=", "<br>"),
    "quotes never closed": _repeated('<a href="', "<br>"),
    "both quotes": _repeated("<a \"'", "<br>"),
    "many attributes": _repeated(" a=b", "<a", ">x</a>"),
    "references in an address": _repeated("&", '<a href="https://e.org/', '">x</a>'),
    "spaces": _repeated(" ", "<a"),
    "spaces and lines": _repeated(" " * 50 + "\n", "<p>", "x</p>"),
    "comments": _repeated("<!--", "<br>"),
    "links": _repeated('<a href="https://e.org">x</a>'),
    "addresses": _repeated("https://e.org/a_b* "),
    "backticks": _repeated("`", "<code>", "</code>"),
    "pieces of code": _repeated("<code>`</code>"),
    "empty marks": _repeated("<b></b>"),
    "marks over paragraphs": _repeated("x<br><br>", "<b><i><s>", "</s></i></b>"),
    "one long row and many short ones": lambda length: (
        f"<table><tr>{'<td>x' * (length // 10)}</tr>{'<tr><td>y</tr>' * (length // 28)}</table>"
    ),
    "lines": _repeated("\n"),
    "controls": _repeated("\x1b\u202e\ud800\r"),
}
FORMS = (render.plain, render.markdown, render.html)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_steps_grow_with_the_length(text: Callable[[int], str]) -> None:
    for form in FORMS:
        form(text(100))  # imports
        short, long = (steps(form, text(length)) for length in (400, 4_000))
        assert long < 14 * short + 1_000


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_result_is_not_much_longer(text: Callable[[int], str]) -> None:
    given = text(20_000)
    for form in FORMS:
        assert len(form(given)) < 10 * len(given)
