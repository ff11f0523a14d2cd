"""Whether a text is HTML or plain, decided by its content: what is markup, and what somebody wrote."""

from __future__ import annotations

import html
from typing import Any

import pytest
from hypothesis import given

from beeper_sdk import render
from tests.core.text.helpers import LITERALS, shown, without_space

SAMPLES = {
    '<p><a href="https://matrix.to/#/@bob:x.y">@bob</a>, hi</p>': "@bob, hi",
    "<mx-reply><blockquote>old</blockquote></mx-reply>new": "new",
    "one<br><br>two": "one\n\ntwo",
    "at 2:15 &amp; bring cake": "at 2:15 & bring cake",
    "a < b, <3, see <name>": "a < b, <3, see <name>",
    '<a href="https://e.org/x">https://e.org/x</a>': "https://e.org/x",
    '<a href="https://e.org/x">the page</a>': "the page (https://e.org/x)",
    '<img data-mx-emoticon alt=":wave:" src="mxc://e.org/wave">': ":wave:",
    "<pre><code>x &lt; 1</code></pre>": "x < 1",
    "&amp;lt;": "&lt;",
    "&#27;[31m": "[31m",
}


@pytest.mark.parametrize(("text", "wanted"), SAMPLES.items())
def test_samples_seen_on_networks_become_plain_text(text: str, wanted: str) -> None:
    assert render.plain(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2 & 3 > 2",
        "use <b> for bold",
        "close it with </b>, not with <b>",
        "<img> has no end tag",
        "if a<b and c>d then <i>",
        "List<String> and Map<a, b>",
        "AT&T, R&B, ?a=1&copy=2 and &unknown;",
        "<!-- a comment",
        "<script>alert(1)</script>",
        "x &lt; y is written with &lt; for <",
        "<p",
        "<a href='it's'>x",
        "two  spaces,\ttabs\n\n\nand lines ",
        "",
        "&#99999999999999999999;",
        "&#x110000; &#0;".replace("&#0;", "&"),
    ],
)
def test_plain_text_is_unchanged(text: str) -> None:
    assert render.plain(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<B>loud</B>", "loud"),
        ("<b\n>over lines</b>", "over lines"),
        ("<b>open <name> tag</b>", "open <name> tag"),
        ("<b>x</b> &lt;b&gt; <script>y</script>", "x <b> <script>y</script>"),
        ("<b>nobody <i>closed</b> it", "nobody closed it"),
        ("<b>a<!-- note -->b</b>", "ab"),
        ("<b>a<!-- open</b>", "a<!-- open"),
        ("<b>a</b> & b &amp; c &nope;", "a & b & c &nope;"),
        ("first\nsecond <b>third</b>", "first\nsecond third"),
        ("<p>first\n  second</p>", "first second"),
        ("<mx-reply>never closed <b>x</b>", "never closed x"),
    ],
)
def test_broken_html_loses_tags_and_no_text(text: str, wanted: str) -> None:
    assert render.plain(text) == wanted


@given(LITERALS)
def test_what_was_escaped_is_what_was_written(text: str) -> None:
    line = " ".join(text.split("\n")).strip()
    assert render.plain(f"<p>{html.escape(line)}</p>") == line
    assert render.plain(html.escape(line)) == line


@given(LITERALS)
def test_html_shows_what_plain_shows(text: str) -> None:
    assert without_space(shown(render.html(text))) == without_space(render.plain(text))


def test_only_messages_and_strings_are_rendered() -> None:
    unusable: Any = b"text"
    for form in (render.plain, render.markdown, render.html):
        with pytest.raises(TypeError, match="a message or a str is needed, not bytes"):
            form(unusable)
