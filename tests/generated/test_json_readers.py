"""Responses are read alike with and without orjson, which is installed here."""

from __future__ import annotations

import json

import pytest

from beeper_sdk_client._json import loads

DOCUMENTS = [
    *(b"18446744073709551615", b"18446744073709551616", b"-9223372036854775809", b"9" * 30, b"-" + b"9" * 4000),
    *(b"-0", b"-0.0", b"1e999", b"NaN", b"1e23", b"5e-324", b"12345678901234567890.5", b'{"a": 1, "a": 2}'),
    *(b'"\\ud800"', b'{"\\ud800": 1}', b"\xef\xbb\xbf{}", '{"a": 1}'.encode("utf-16"), b'["12345678901234567890123"]'),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: repr(document[:30]))
def test_it_is_read_as_by_the_standard_library(document: bytes) -> None:
    assert repr(loads(document)) == repr(json.loads(document))
