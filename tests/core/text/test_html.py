"""Safe HTML: what it keeps, and that nothing else can get through."""

from __future__ import annotations

import builtins
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import render
from beeper_sdk._core.util.override import override

ALLOWED = {
    *(
        "a",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "del",
        "strike",
        "code",
        "pre",
        "span",
        "sub",
        "sup",
        "p",
        "div",
        "br",
        "hr",
    ),
    *("ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary"),
    *("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"),
}
ATTRIBUTES = {("a", "href"), ("a", "rel"), ("ol", "start"), ("span", "data-mx-spoiler")}

CASES = {
    "<p>a <b>b</b></p>": "<p>a <b>b</b></p>",
    "1 < 2 & 3 > 2\nnext": "1 &lt; 2 &amp; 3 &gt; 2<br>next",
    '<b onclick="x()" style="y" class="z">a</b>': "<b>a</b>",
    "<b>a</b><script>alert(1)</script>": "<b>a</b>&lt;script&gt;alert(1)&lt;/script&gt;",
    '<a href="javascript:alert(1)">a</a>': '<a rel="noopener noreferrer">a</a>',
    '<a href="java&#10;script:alert(1)">a</a>': '<a rel="noopener noreferrer">a</a>',
    '<a href="https://e.org/?a=1&amp;b=&quot;" target="_blank">a</a>': (
        '<a href="https://e.org/?a=1&amp;b=&quot;" rel="noopener noreferrer">a</a>'
    ),
    '<img src="https://e.org/track.png" onerror="x()" alt="<i>cat">': '&lt;img src="https://e.org/track.png" '
    'onerror="x()" alt="&lt;i&gt;cat"&gt;',
    '<img src="https://e.org/track.png" onerror="x()" alt="a &lt;cat&gt;">': "a &lt;cat&gt;",
    "<mx-reply>old</mx-reply><b>new": "<b>new</b>",
    '<span data-mx-spoiler="why">x</span>': '<span data-mx-spoiler="why">x</span>',
    "<ol start='3'><li>a<li>b</ol>": '<ol start="3"><li>a</li><li>b</li></ol>',
    "a <b>b\nc</b>": "a <b>b<br>c</b>",
}


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_html_is_safe(text: str, wanted: str) -> None:
    assert render.html(text) == wanted


_WORDS = (
    *("<b>", "</b>", "<a href=", "https://e.org", "javascript:x", ">", "<", '"', "'", "&quot;", "&lt;", "&#60;", " "),
    *(
        "<script>",
        "</script>",
        "<svg onload=x>",
        "<img src=x onerror=y>",
        "<br>",
        "<p>",
        "</p>",
        "<style>",
        "<!--",
        "-->",
    ),
    *("\ufdd0", "\ufdd1", "&#xfdd1;", "\x00", "\ud800", "onclick=x", "<math>", "</a>", "<td>", "<table>", "style='x'"),
)


class _Checked(HTMLParser):
    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {(tag, name) for name, _ in attrs} <= ATTRIBUTES
        for name, value in attrs:
            assert name != "href" or re.match("https?://|mailto:", value or "")


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map("".join))
def test_nothing_that_is_not_allowed_gets_through(text: str) -> None:
    parser = _Checked()
    parser.feed(render.html(text))
    parser.close()


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_nh3(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "nh3":
            raise ModuleNotFoundError("No module named 'nh3'", name="nh3")
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_nh3)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'beeper-sdk\[html\]'"):
        render.html("plain text too, so that the error does not wait for the first HTML")
