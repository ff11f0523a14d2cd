"""Responses are read alike with and without orjson, which is installed here."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk_client._json import loads, standard

DOCUMENTS = [
    *(b"18446744073709551615", b"18446744073709551616", b"-9223372036854775809", b"9" * 30, b"-" + b"9" * 4000),
    *(b"-0", b"-0.0", b"1e999", b"NaN", b"1e23", b"5e-324", b"12345678901234567890.5", b'{"a": 1, "a": 2}'),
    *(b'"\\ud800"', b'{"\\ud800": 1}', b"\xef\xbb\xbf{}", '{"a": 1}'.encode("utf-16"), b'["12345678901234567890123"]'),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: repr(document[:30]))
def test_it_is_read_as_by_the_standard_library(document: bytes) -> None:
    assert repr(loads(document)) == repr(json.loads(document))


ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
VALUES = st.recursive(
    st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


def outcome(read: Callable[[bytes], Any], document: bytes) -> object:
    try:
        return repr(read(document))
    except ValueError as error:
        return type(error), str(error)


@given(VALUES, st.sampled_from(["", " ", "\n", "\ufeff", "\0", "x"]), st.sampled_from(["", " ", "]", "\0"]), st.data())
def test_without_orjson_bytes_in_any_encoding_are_read_as_by_json_loads(
    value: Any, before: str, after: str, data: st.DataObject
) -> None:
    text = before + json.dumps(value, ensure_ascii=data.draw(st.booleans())) + after
    document = text.encode(data.draw(st.sampled_from(ENCODINGS)), "surrogatepass")
    document = document[: data.draw(st.integers(0, len(document)))] if data.draw(st.booleans()) else document
    assert outcome(standard, document) == outcome(json.loads, document)


def test_digits_in_a_text_are_no_reason_to_read_without_orjson(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("beeper_sdk_client._json.standard")
    assert loads(b'{"id": "mxc://beeper.local/00000000000000000000000000000001"}')
