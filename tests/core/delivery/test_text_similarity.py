"""Whether a received text is the one that was sent."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from beeper_sdk._core.delivery.text_similarity import CLOSE, OTHER, SAME, interchangeable, text_likeness
from beeper_sdk.testing.rules.content import from_markdown

WORDS = st.text(st.characters(categories=["L", "N", "So"]), min_size=1, max_size=8)
MARKED = st.one_of(
    WORDS,
    WORDS.map(lambda word: f"**{word}**"),
    WORDS.map(lambda word: f"_{word}_"),
    WORDS.map(lambda word: f"`{word}`"),
    WORDS.map(lambda word: f"~~{word}~~"),
    WORDS.map(lambda word: f"[{word}](https://a.example/{word}?x=1&y=2)"),
    st.sampled_from(["<", ">", "&", "&amp;", "<b>", "a < b", "\n", "...", "!", '"', "'"]),
)
TEXTS = st.lists(MARKED, min_size=1, max_size=8).map(" ".join).filter(str.strip)


@given(TEXTS)
def test_a_sent_text_is_known_again_as_html_and_plain(text: str) -> None:
    assert text_likeness(text, from_markdown(text)) == SAME
    assert text_likeness(text, text) == SAME
    assert text_likeness(text, html.escape(text)) == SAME


@given(st.text(min_size=1))
def test_no_text_whatever_is_taken_for_another_after_its_way_through_beeper(text: str) -> None:
    assert text_likeness(text, from_markdown(text)) != OTHER


@given(TEXTS, st.sampled_from([("**", "__"), ("_", "*"), ("**", "**")]), WORDS)
def test_texts_that_come_back_as_one_are_interchangeable(text: str, marks: tuple[str, str], word: str) -> None:
    first, second = (f"{text} {mark}{word}{mark}" for mark in marks)
    assume(from_markdown(first) == from_markdown(second))
    assert interchangeable(first, second)


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("# News\n- one\n- two", "<h1>News</h1><ul><li>one</li><li>two</li></ul>"),
        ("> quoted\n\nreply", "<blockquote><p>quoted</p></blockquote><p>reply</p>"),
        ("Hi there", "<mx-reply><blockquote>older words</blockquote></mx-reply>Hi there"),
        ("Tom & Jerry", "Tom &amp; Jerry"),
        ("a \\* b", "a * b"),
        (json.dumps("<b>bold</b> & plain"), "<b>bold</b> & plain"),
        ("caf\u00e9", "cafe\u0301"),
        ("fine \u2764\ufe0f", "fine \u2764"),
        ("one\ntwo", "one<br/>two"),
    ],
)
def test_markup_and_white_space_make_no_difference(sent: str, received: str) -> None:
    assert text_likeness(sent, received) == SAME


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("wait -- what", "wait — what"),
        ('she said "yes"', "she said \u201cyes\u201d"),
        ("see you at five", "See you at five."),
        ("x " * 200, "x " * 120),
        ("hello", None),
        (None, "holiday.jpg"),
    ],
)
def test_what_may_have_become_of_a_text_is_reason_to_doubt(sent: str | None, received: str | None) -> None:
    assert text_likeness(sent, received) == CLOSE


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("yes", "no"),
        ("1", "2"),
        ("\N{THUMBS UP SIGN}", "\N{THUMBS DOWN SIGN}x"),
        ("1.5", "15"),
        ("good", "good heavens no"),
    ],
)
def test_other_words_are_another_text(sent: str, received: str) -> None:
    assert text_likeness(sent, received) == OTHER
    assert not interchangeable(sent, received)


def test_no_text_is_no_text() -> None:
    assert text_likeness(None, "") == SAME
    assert interchangeable(None, None)
    assert not interchangeable(None, "a")
