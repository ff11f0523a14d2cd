"""Plain text: what markup becomes in words."""

from __future__ import annotations

import pytest

from beeper_sdk import render

CASES = {
    "two paragraphs": ("<p>a</p>\n<p>b</p>", "a\n\nb"),
    "bold and italic": ("<strong>a</strong> <em>b</em> <u>c</u>", "a b c"),
    "deleted text": ("I will <del>not</del> come <s></s>", "I will ~~not~~ come"),
    "text that is deleted twice": ("<s><b>a</b> <strike>b</strike></s> c", "~~a b~~ c"),
    "deleted paragraphs": ("<del><p>a</p><p>b</p></del>c", "~~a\n\nb~~\n\nc"),
    "a powerful number": ("10<sup>3</sup>, the 4<sup>th</sup>, H<sub>2</sub>O", "10^3, the 4th, H2O"),
    "a list": ("<ul>\n<li>a</li>\n<li>b<br>c</li>\n</ul>end", "- a\n- b\n  c\nend"),
    "a list in a list": (
        "<ul><li>a<ol start='9'><li>b</li><li>c</li></ol></li><li>d</ul>",
        "- a\n  9. b\n  10. c\n- d",
    ),
    "a list with large numbers": ("<ol start='99999999'><li>a<li>b</ol>", "99999999. a\n100000000. b"),
    "a list with numbers that Markdown has not": ("<ol start='999999999'><li>a<li>b</ol>", "1. a\n2. b"),
    "a quote": ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n> b\n\nc"),
    "a heading": ("<h2>Plan</h2>text", "Plan\n\ntext"),
    "a rule": ("a<hr>b", "a\n\n---\n\nb"),
    "code": ("run <code>a  && b</code>", "run a  && b"),
    "lines of code": ("see<pre><code>if x:\n\n    y</code></pre>end", "see\nif x:\n\n    y\nend"),
    "a table": ("<table><tr><th>A</th><th>B</th></tr><tr><td>1<br>x</td><td>2</td></tr></table>", "A | B\n1 x | 2"),
    "details": ("<details><summary>More</summary>text</details>", "More\ntext"),
    "a spoiler": ('The end: <span data-mx-spoiler="film">he wakes</span>', "The end: [spoiler: film] he wakes"),
    "a spoiler without a reason": ("<span data-mx-spoiler>x</span>", "[spoiler] x"),
    "a picture": ('<img src="https://e.org/a.png">', "[image]"),
    "a mention": ('<a href="https://matrix.to/#/%40bob%3Ax.y">Bob</a>!', "Bob!"),
    "a room": ('<a href="https://matrix.to/#/!r:x">the room</a>', "the room (https://matrix.to/#/!r:x)"),
    "a word that became a link": ('<a href="http://readme.md/">readme.md</a>', "readme.md"),
    "a label in capitals": ('<a href="https://e.org/">HTTPS://E.org</a>', "HTTPS://E.org"),
    "a label with another path": ('<a href="https://e.org/AB">e.org/ab</a>', "e.org/ab (https://e.org/AB)"),
    "a label with another host": ('<a href="https://straße.de">strasse.de</a>', "strasse.de (https://straße.de)"),
    "a mail address": ('<a href="mailto:a@e.org">a@e.org</a>', "a@e.org"),
    "a link without a label": ('<a href="https://e.org"></a>', "https://e.org"),
    "a link that is none": ('<a href="javascript:alert(1)">x</a> <a>y</a>', "x y"),
    "references in an address": ('<a href="https://e.org/?a=1&amp;b=2">x</a>', "x (https://e.org/?a=1&b=2)"),
    "an attribute with a bracket": ('<font data-a=">">x</font>', "x"),
    "fonts": ('<font color="red">x</font><span style="a">y</span>', "xy"),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_markup_becomes_plain_text(text: str, wanted: str) -> None:
    assert render.plain(text) == wanted


def test_deep_nesting_is_indented_only_so_far() -> None:
    text = "<blockquote>" * 500 + "x" + "</blockquote>" * 500
    assert render.plain(text) == "> " * 8 + "x"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("red \x1b[31mtext\x1b[0m", "red [31mtext[0m"),
        ("bell\a, back\b, delete\x7f, C1\x9b31m", "bell, back, delete, C131m"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("abc\u202edcba\u202c \u2066x\u2069", "abcdcba x"),
        ("שלום\u200f 👩\u200d👩\u200d👧", "שלום\u200f 👩\u200d👩\u200d👧"),
        ("half \ud83d", "half \ufffd"),
        ("\u206aa\u206fb", "ab"),
        ("hi" + "".join(chr(0xE0000 + ord(letter)) for letter in "pay me") + "\U000e0001", "hi"),
        ("&#xe0061;a\ufe0f\U000e0131\ufe01b", "a\ufe0fb"),
        *(
            (flag, flag)
            for flag in (
                "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
                "❤\ufe0f",
                "葛\U000e0100",
            )
        ),
        ("<b>&#x1b;[2J</b>&#8238;x", "[2Jx"),
        ('<a href="https://e.org/\x1b[31m">\u202ex</a>', "x (https://e.org/[31m)"),
    ],
)
def test_terminals_get_no_controls_and_no_reordered_text(text: str, wanted: str) -> None:
    assert render.plain(text) == wanted
    assert not set("\x1b\a\x9b\u202e") & set(render.markdown(text) + render.html(text))
