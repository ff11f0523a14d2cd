"""Of a server's own words only those are told that any server could have sent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.http import redaction as plain
from beeper_sdk._core.http.outcome import server_version
from scripts.compiler.plan.plan import Operation
from tests.generated.contract import plan

OPERATIONS = plan().operations


@pytest.mark.parametrize(
    "code",
    """
    not_found unauthorized validation_error invalid_grant rate_limited internal_server_error conflict M_FORBIDDEN
    M_LIMIT_EXCEEDED M_NOT_JSON NOT_SUBSCRIBED INVALID_PAYLOAD invalid_type too_small invalid_string ChatNotFound
    unrecognized_keys access_denied invalid_client_metadata ERROR.500 unsupported_grant_type invalid_redirect_uri
    temporarily_unavailable payload_too_large
    """.split(),  # noqa: SIM905 - easier to read
)
def test_codes_of_known_words_are_told(code: str) -> None:
    assert plain.code(code) == code


@pytest.mark.parametrize(
    "code", ["alice", "no_alice", "bob.smith", "user_491701234567", "", "a b", "x" * 65, "!a:b", "_", "é"]
)
def test_codes_of_other_words_are_not(code: str) -> None:
    assert plain.code(code) is None


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_every_field_that_a_server_can_complain_about_has_its_name_told(operation: Operation) -> None:
    names = [one.wire for one in operation.arguments if one.place in ("path", "query", "body")]
    assert [name for name in names if plain.field(name) != name] == []


def test_other_names_of_fields_are_not_told() -> None:
    assert [plain.field(name) for name in ("alice", "", "!a:b", "body")] == ["?", "?", "?", "body"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("502 Bad Gateway", "502 Bad Gateway"),
        ("Sign in to Wi-Fi", "Sign in to Wi-Fi"),
        ("nginx: error!", "nginx: error!"),
        ("alice.example.com | 504: Gateway time-out", "….com | 504: Gateway …"),
        ("Chats of Alice Smith, +491701234567", "Chats of …"),
        ("北京", None),
        ("Alice", None),
        ("", None),
    ],
)
def test_of_a_title_the_known_words_are_told(title: str, told: str | None) -> None:
    assert plain.title(title) == told


@given(st.text())
def test_no_word_of_a_title_is_told_that_is_not_in_the_list(title: str) -> None:
    for word in re.findall(r"[A-Za-z]+", plain.title(title) or ""):
        assert any(word.lower() in known for known in plain.TITLES)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("4.3.73", "4.3.73"),
        ("4.3.73-beta.2", "4.3.73-beta.2"),
        ("4.3.73-alice", "4.3.73"),
        ("4.3.73+491701234567", "4.3.73"),
        ("491701234567", None),
        ("alice", None),
        ("", None),
    ],
)
def test_a_version_is_numbers_and_a_stage(header: str, told: str | None) -> None:
    assert server_version({"x-beeper-desktop-version": header}) == told


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("application/json; charset=utf-8", "application/json"),
        ("TEXT/HTML", "text/html"),
        ("image/alice", "image/…"),
        ("alice/json", None),
        ("", None),
    ],
)
def test_a_media_type_is_a_known_one(header: str, told: str | None) -> None:
    assert plain.media_type(header) == told
