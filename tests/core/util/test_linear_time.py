"""Texts of others cost time in proportion to their length, whatever they consist of.

Measured in CPU seconds of this thread: 60,000 characters take less than a fifth of a second; the expression that
removed `<mx-reply>` took 2 seconds, and normalizing combining characters 8. Ten times the text takes ten times as long:
a hundred times would be quadratic.
"""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import WritePolicy, models, sanitize
from beeper_sdk._core.calls.raw_request import adhoc
from beeper_sdk._core.calls.retry import retry_after
from beeper_sdk._core.config.credentials import check_token
from beeper_sdk._core.config.environment import is_excluded
from beeper_sdk._core.config.settings import check_headers
from beeper_sdk._core.delivery.text_similarity import interchangeable, text_likeness
from beeper_sdk._core.generated import AnyRequest, times
from beeper_sdk._core.http import error_bodies, redaction
from beeper_sdk._core.http.outcome import server_version
from beeper_sdk._core.people import names
from beeper_sdk._core.util.unicode import normalize
from beeper_sdk._core.util.urls import check_base_url
from beeper_sdk.guards._targets import is_refused_when_read_only
from beeper_sdk.testing.rules import content
from beeper_sdk.testing.world import words
from tests.sweeps import LONG, examples

LENGTH = 60_000
LIMIT = 1.0
GROWTH = 30.0
SLOW = 0.1
"""Times below this are not compared: they are mostly noise."""
KNOWN = ("<mx-reply>", "[](a", "@a:", "@a", "_lid-1", "( 0", "\u0301", "a\u0301")
"""What was quadratic once, or looks so."""
SUSPECTS: dict[str, tuple[str, ...]] = {
    "base URLs": ("/v1", "/v1/a", "/get-a"),
    "texts of the fake server": ("[a", "[a](http://a", "<mx-reply>", "_a", "`"),
    "pages": ("<title",),
    "headers of responses": ("1.", "a/"),
    "tokens and headers": ("a",),
    "dates": ("1", "2026-"),
    "proxies": ("a",),
    "names of operations": ("messages.",),
    "paths": ("/v1", "/../", "%25"),
}
"""The same, by reader."""
OTHERS = (
    *("<mx-reply><", "<a ", "</a", "<a href='", '<a href="x', "[", "![a](", "](", "(", "a@", ":", "lid:1_", "@lid"),
    *("+1 ", "+49 (0)", "0-", "http://a", "mxc://", "&", "&#", "\\", "#", "# ", "> ", "- ", "1. ", "\n", " \n", "\t"),
    *("*", "_a_", "`", "\u0301\u0327", "\u0f71\u0f72", "e\u0301", "\u1100\u1161", "👍", "👍\u200d", "\u200b", "{"),
    *(
        "/v0/v1/x",
        "/openapi.json",
        "/get-a",
        "/../",
        "/%2e%2e",
        "%25",
        "//",
        "1.",
        "00",
        "a=b,",
        "`a",
        "**a",
        "_a",
        "~~a",
    ),
    *('{"a":[', "<title", "Route A:/", "token ", "x"),
)
END = "\u0327" * 1000 + " x y"


def message(text: str) -> models.Message:
    """A message of somebody."""
    data: dict[str, Any] = {"id": "1", "chatID": "!a:x", "accountID": "a", "senderID": "@b:x", "sortKey": "1"}
    return models.Message.from_dict({**data, "timestamp": "2026-01-01T00:00:00.000Z", "senderName": text, "text": text})


def refused(reader: Callable[..., object], *arguments: object) -> object:
    """Read what may be invalid."""
    with suppress(ValueError):
        return reader(*arguments)
    return None


def post(path: str) -> AnyRequest:
    """A request to any path."""
    made = adhoc("POST", "/v1/later", None, None, "read")
    made.path = path
    return made


READERS: dict[str, Callable[[str], object]] = {
    "checks of sends": lambda text: (text_likeness("hello [x](y)", text), text_likeness(text, "hello <b>x</b>")),
    "equal sends": lambda text: interchangeable(text, f"{text}a"),
    "names": lambda text: (names.real_name(text, "id"), names.words(text), names.handle(text), names.phone(text)),
    "numbers": names.is_number,
    "sanitize": lambda text: sanitize(message(text), key=b"k" * 32),
    "base URLs": lambda text: refused(check_base_url, f"http://a{text}"),
    "texts of the fake server": lambda text: (content.from_markdown(text), words.plain(text)),
    "pages": lambda text: error_bodies.html_title(f"<title{text}".encode()),
    "headers of responses": lambda text: (
        retry_after({"retry-after": text, "retry-after-ms": text}, 0),
        server_version({"x-beeper-desktop-version": text}),
        (redaction.media_type(text), redaction.version(text), redaction.code(text), redaction.field(text)),
    ),
    "tokens and headers": lambda text: (refused(check_token, "a", text), refused(check_headers, {text: text})),
    "dates": lambda text: refused(times.when, "at", text),
    "proxies": lambda text: is_excluded(text, "http", "a.example", 80),
    "names of operations": lambda text: refused(lambda: WritePolicy(operations=[text])),
    "paths": lambda text: is_refused_when_read_only(post(text)),
    "errors": lambda text: error_bodies.read(json.dumps({"message": text, "code": text, "issues": [text]}).encode()),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_hostile_text_is_read_in_linear_time(reader: str) -> None:
    for unit in (*SUSPECTS.get(reader, KNOWN), *((*KNOWN, *OTHERS) if examples(1) == LONG else ())):
        for end in ("", END):
            spent = seconds(reader, unit * (LENGTH // len(unit)) + end)
            assert spent < LIMIT, unit
            if spent > SLOW:
                assert spent < GROWTH * seconds(reader, unit * (LENGTH // len(unit) // 10) + end), unit


def seconds(reader: str, text: str) -> float:
    """CPU seconds that reading takes."""
    started = time.thread_time()
    READERS[reader](text)
    return time.thread_time() - started


@given(st.text(st.sampled_from("aé\u0301\u0327\u0345\u1100\u1161\ufb01"), max_size=400))
def test_normalizing_is_that_of_unicode_unless_a_run_is_long(text: str) -> None:
    run = longest = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        longest = max(longest, run)
    if longest < 30:
        assert normalize("NFKC", text) == unicodedata.normalize("NFKC", text)
    assert len(normalize("NFKD", text)) == len(unicodedata.normalize("NFKD", text))
