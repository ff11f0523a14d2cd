"""Texts of others cost time in proportion to their length, whatever they consist of.

Measured in CPU seconds of this thread: 60,000 characters take less than a fifth of a second; the expression that
removed `<mx-reply>` took 2 seconds, and normalizing combining characters 8.
"""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import models, sanitize
from beeper_sdk._core.delivery.text_similarity import interchangeable, text_likeness
from beeper_sdk._core.http import error_bodies
from beeper_sdk._core.people import names
from beeper_sdk._core.util.unicode import normalize
from tests.sweeps import LONG, examples

LENGTH = 60_000
LIMIT = 1.0
KNOWN = ("<mx-reply>", "[](a", "@a:", "@a", "_lid-1", "( 0", "\u0301", "a\u0301")
"""What was quadratic once, or looks so."""
OTHERS = (
    *("<mx-reply><", "<a ", "</a", "<a href='", '<a href="x', "[", "![a](", "](", "(", "a@", ":", "lid:1_", "@lid"),
    *("+1 ", "+49 (0)", "0-", "http://a", "mxc://", "&", "&#", "\\", "#", "# ", "> ", "- ", "1. ", "\n", " \n", "\t"),
    *("*", "_a_", "`", "\u0301\u0327", "\u0f71\u0f72", "e\u0301", "\u1100\u1161", "👍", "👍\u200d", "\u200b", "{"),
    *('{"a":[', "<title", "Route A:/", "token ", "x"),
)
END = "\u0327" * 1000 + " x y"


def message(text: str) -> models.Message:
    """A message of somebody."""
    data: dict[str, Any] = {"id": "1", "chatID": "!a:x", "accountID": "a", "senderID": "@b:x", "sortKey": "1"}
    return models.Message.from_dict({**data, "timestamp": "2026-01-01T00:00:00.000Z", "senderName": text, "text": text})


READERS: dict[str, Callable[[str], object]] = {
    "checks of sends": lambda text: (text_likeness("hello [x](y)", text), text_likeness(text, "hello <b>x</b>")),
    "equal sends": lambda text: interchangeable(text, f"{text}a"),
    "names": lambda text: (names.real_name(text, "id"), names.words(text), names.handle(text), names.phone(text)),
    "numbers": names.is_number,
    "sanitize": lambda text: sanitize(message(text), key=b"k" * 32),
    "errors": lambda text: error_bodies.read(json.dumps({"message": text, "code": text, "issues": [text]}).encode()),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_hostile_text_is_read_in_linear_time(reader: str) -> None:
    for unit in (*KNOWN, *(OTHERS if examples(1) == LONG else ())):
        for text in (unit * (LENGTH // len(unit)), unit * (LENGTH // len(unit)) + END):
            started = time.thread_time()
            READERS[reader](text)
            assert time.thread_time() - started < LIMIT, unit


@given(st.text(st.sampled_from("aé\u0301\u0327\u0345\u1100\u1161\ufb01"), max_size=400))
def test_normalizing_is_that_of_unicode_unless_a_run_is_long(text: str) -> None:
    run = longest = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        longest = max(longest, run)
    if longest < 30:
        assert normalize("NFKC", text) == unicodedata.normalize("NFKC", text)
    assert len(normalize("NFKD", text)) == len(unicodedata.normalize("NFKD", text))
