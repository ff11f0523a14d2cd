"""Markdown: a CommonMark renderer shows the text that was sent, and what was bold is bold."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import render
from tests.core.text.helpers import LITERALS, shown_markdown, without_space

CASES = {
    "marks": ("<b>a</b> <i>b</i> <s>c</s> <u>d</u>", "**a** _b_ ~~c~~ d"),
    "marks within a word": ("un<b>believ</b>able, un<i>believ</i>able", "un**believ**able, unbelievable"),
    "marks in marks": ("<b>a <i>b</i> <strong>c</strong></b>", "**a _b_ c**"),
    "marks side by side": ("<b>a</b><b>b</b>", "**ab**"),
    "marks that would not count": ('a<b>"b"</b>c<b> d </b>', 'a"b"c d'),
    "marks beside those that would not count": ("<b>a b</b><del><b>c</b></del>d", "**a bc**d"),
    "marks over paragraphs": ("<b>a<br><br>b</b>", "**a**\n\n**b**"),
    "marks over lines": ("<b>a<br>b</b><br>c", "**a  \nb**  \nc"),
    "lines": ("a<br>b", "a  \nb"),
    "paragraphs": ("<p>a</p><p>b</p>", "a\n\nb"),
    "literal marks": ("2 * 3 * 4, snake_case, __init__, `x`", "2 \\* 3 \\* 4, snake_case, \\_\\_init\\_\\_, \\`x\\`"),
    "literal blocks": ("# a\n1. b\n- c\n> d\n+ e", "\\# a  \n1\\. b  \n\\- c  \n\\> d  \n\\+ e"),
    "literal tables": ("a|b\n:-\n\nc|d\n-:", "a\\|b  \n\\:-\n\nc\\|d  \n\\-:"),
    "hashtags and numbers": ("#tag 1.5 -1 >_<", "#tag 1.5 -1 >\\_\\<"),
    "tags": ("1 < 2, <3 and <name>", "1 < 2, <3 and \\<name>"),
    "references": ("<b>x</b> &amp;lt; &amp; R&amp;B.", "**x** \\&lt; & R&B."),
    "code": ("<code>a`b</code> <code>`</code>", "``a`b`` `` ` ``"),
    "lines of code": ('<pre><code class="language-py">a ```\n\nb</code></pre>', "````py\na ```\n\nb\n````"),
    "a link": ('<a href="https://e.org/x_(y)">a_b* c</a>', "[a_b\\* c](https://e.org/x_%28y%29)"),
    "a reference in an address": (
        '<a href="https://e.org/?a&amp;lt;=&amp;b=1">x</a>',
        "[x](https://e.org/?a\\&lt;=&b=1)",
    ),
    "a link that is its label": ('<a href="https://e.org/x">https://e.org/x</a>', "https://e.org/x"),
    "an address in plain text": ("see https://e.org/_a_ and https://e.org/a_b.", None),
    "no picture": ('Look!<a href="https://e.org">x</a>', "Look\\![x](https://e.org)"),
    "a spoiler": ('<span data-mx-spoiler="end">x</span>', "(end) ||x||"),
    "a list": ("<ol start='3'><li>a<ul><li>b</li></ul></li><li>c</li></ol>d", "3. a\n   - b\n4. c\n\nd"),
    "a quote": ("<blockquote>a<br>b</blockquote>c", "> a  \n> b\n\nc"),
    "a heading": ("<h3>a #</h3>b", "### a \\#\n\nb"),
    "code in a heading": ("<h2>a<pre>b\nc</pre></h2>d", "## a\n\n`b c`\n\nd"),
    "only code in a heading": ("<h2><pre>b\nc</pre></h2>d", "## `b c`\n\nd"),
    "a heading in a table": ("<table><tr><td>a<h2>b</h2></td></tr></table>", "| a b |\n| --- |"),
    "a table in a heading": ("<h2><table><tr><td># a</td><td>b</td></tr></table></h2>c", "## \\# a \\| b\n\nc"),
    "a table": (
        "<table><tr><th>A|</th></tr><tr><td>1</td><td><code>a|b</code></td></tr></table>",
        "| A\\| |  |\n| --- | --- |\n| 1 | `a\\|b` |",
    ),
    "code in a list": ("<ul><li>a<pre>b\nc</pre></li></ul>", "- a\n\n  ```\n  b\n  c\n  ```"),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_markup_becomes_markdown(text: str, wanted: str | None) -> None:
    written = render.markdown(text)
    assert wanted is None or written == wanted
    if "spoiler" not in text:  # its marks are shown
        expected = unmarked(text).replace(" (https://e.org/x_(y))", "").replace(" (https://e.org)", "")
        expected = expected.replace(" (https://e.org/?a&lt;=&b=1)", "")
        assert _letters(shown_markdown(written)) == _letters(expected)


def unmarked(text: str) -> str:
    """HTML as plain text without the marks of deleted text, which a renderer of Markdown shows as a line."""
    return render.plain(re.sub(r"<(/?)(?:del|s|strike)>", r"<\1b>", text))


def _letters(text: str) -> str:
    return "".join(character for character in without_space(text) if character not in "-|>.34")


@given(LITERALS)
def test_plain_text_is_shown_as_it_was_written(text: str) -> None:
    assert without_space(shown_markdown(render.markdown(text))) == without_space(render.plain(text))


_TAGS = st.sampled_from(("b", "i", "em", "strong", "del", "u", "code", "span"))


def _element(tag: str, parts: list[str]) -> str:
    return f"<{tag}>{''.join(parts)}</{tag}>"


_MARKED = st.recursive(
    LITERALS.map(lambda text: escape(text).replace("\n", "<br>")),
    lambda inner: st.builds(_element, _TAGS, st.lists(inner, max_size=3)),
    max_leaves=6,
)


@given(_MARKED)
def test_marked_text_is_shown_as_it_was_written(text: str) -> None:
    sent = f"<p>{text}</p>"
    assert without_space(shown_markdown(render.markdown(sent))) == without_space(unmarked(sent))
