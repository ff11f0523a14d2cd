"""Of a server's own words errors show those that are spelled like names for programs."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.http import redaction
from beeper_sdk._core.http.outcome import server_version
from scripts.compiler.plan.plan import Operation
from tests.each import each_of
from tests.generated.contract import plan

OPERATIONS = plan().operations


@pytest.mark.parametrize(
    "code",
    """
    not_found unauthorized validation_error invalid_grant rate_limited internal_server_error conflict M_FORBIDDEN
    M_LIMIT_EXCEEDED M_3PID_IN_USE NOT_SUBSCRIBED INVALID_PAYLOAD invalid_type too_small ChatNotFound chatNotFound
    APIError Error500 roomId access_denied ERROR.500 E1001 invalid_2fa bad-gateway brand_new_words chat.not_found
    """.split(),  # noqa: SIM905 - easier to read
)
def test_codes_are_shown(code: str) -> None:
    assert redaction.code(code) == code


@pytest.mark.parametrize(
    "text",
    [
        "", "no such chat", "Alice Smith", "alice@mail.test", "+491701234567", "491701234567", "user_491701234567",
        "12-34-56", "not_found_12345", "!NCdzlIaMjZUmvmvyHU:beeper.com", "EvYDBBsZbRQAy3UO",
        "a2b1c3d4-9c0d-4b7a-8e6f-123456789abc", "https://mail.test", "/Users/alice", "x" * 65, "_", "é", "a__b",
        "1st", "not_found\n",
    ],
)  # fmt: skip
def test_sentences_names_numbers_mails_ids_and_urls_are_no_codes(text: str) -> None:
    assert redaction.code(text) is None


@given(st.text())
def test_whatever_a_code_is_it_has_no_blanks_signs_or_numbers(text: str) -> None:
    code = redaction.code(text)
    assert code is None or (re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]{0,63}", code) and not re.search(r"[0-9]{5}", code))


def test_random_ids_are_no_codes() -> None:
    assert [text for text in (f"chat-{uuid4()}" for _ in range(200)) if redaction.code(text)] == []


@each_of(OPERATIONS)
def test_every_field_that_a_server_can_complain_about_is_shown(operation: Operation) -> None:
    names = [argument.wire for argument in operation.arguments if argument.place in ("path", "query", "body")]
    assert [name for name in names if redaction.field(name) != name] == []


def test_what_is_no_name_of_a_field_is_not_shown() -> None:
    texts = ("call Mum", "", "!a:b", "+491701234567", "body", "newField")
    assert [redaction.field(text) for text in texts] == ["?", "?", "?", "?", "body", "newField"]


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ("4.3.73", "4.3.73"),
        ("4.3.73-beta.2", "4.3.73-beta.2"),
        ("4.3.73-canary.20260101", "4.3.73-canary.20260101"),
        ("4.3.73-Alice Smith", "4.3.73"),
        ("4.3.73+491701234567", "4.3.73"),
        ("491701234567", None),
        ("alice", None),
        ("", None),
    ],
)
def test_a_version_is_numbers_and_a_stage(header: str, shown: str | None) -> None:
    assert server_version({"x-beeper-desktop-version": header}) == shown


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ("application/json; charset=utf-8", "application/json"),
        ("TEXT/HTML", "text/html"),
        ("application/vnd.api+json", "application/vnd.api+json"),
        ("image/svg+xml", "image/svg+xml"),
        ("image/alice smith", None),
        ("image/491701234567", None),
        ("image/a@mail.test", None),
        ("image/" + "x" * 64, None),
        ("json", None),
        ("", None),
    ],
)
def test_a_media_type_is_shown_without_its_parameters(header: str, shown: str | None) -> None:
    assert redaction.media_type(header) == shown
