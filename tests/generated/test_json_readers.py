"""Responses are read alike with and without orjson, which is installed here."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk_client import _json
from beeper_sdk_client._json import MAX_DEPTH, loads, standard

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


def test_a_number_of_19_digits_in_an_array_is_read_exactly() -> None:
    digits = [str(10**length - 1) for length in range(17, 23)]
    for text in (*digits, *(f"-{number}" for number in digits)):
        for document in (f"[{text}]", f'{{"a":{text}}}', f'[0,\n{text}, "-{text}"]', text, f" {text}"):
            assert repr(loads(document.encode())) == repr(json.loads(document))


ODD_TEXTS = ("]", "}", "[{", "]]}", '"', '"]"', "\\", '\\"]', '\\\\"}"', "],[", "\n]", "字]", "\u5b57\u5d5d")
"""Texts with brackets, which are not those of the document, and with what can look like their end."""


@pytest.fixture(params=["orjson", "standard library"])
def read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], Any]:
    if request.param != "orjson":
        monkeypatch.setattr(_json, "_fast", None)
    return loads


def nested(levels: int, text: str, before: list[Any]) -> Any:
    """A value with so many levels of arrays and objects, and a text at each."""
    value: Any = [text]
    for level in range(levels - 1):
        value = [*before, text, value, text] if level % 2 else {text: text, "next": value, "also": text}
    return value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("text", ODD_TEXTS)
def test_brackets_in_texts_do_not_hide_how_deep_a_document_is(
    read: Callable[[bytes], Any], text: str, encoding: str
) -> None:
    many: list[Any] = [[text], {}] * 20
    for is_ascii in (True, False):
        allowed, deep = (
            json.dumps([many, nested(levels, text, [{}, [text]])], ensure_ascii=is_ascii).encode(encoding)
            for levels in (MAX_DEPTH - 1, MAX_DEPTH)
        )
        assert read(allowed) == json.loads(allowed)
        with pytest.raises(ValueError, match="nested too deeply"):
            read(deep)


@given(
    st.recursive(
        st.text('[]{}"\\ a', max_size=4),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('[]{}"\\', max_size=3), inner, max_size=3),
        max_leaves=12,
    )
)
def test_brackets_are_those_outside_of_texts(value: Any) -> None:
    def brackets(value: Any) -> str:
        if isinstance(value, dict):
            return "{" + "".join(map(brackets, value.values())) + "}"
        return "[" + "".join(map(brackets, value)) + "]" if isinstance(value, list) else ""

    document = json.dumps(value).encode()
    assert _json._brackets(document, document).decode() == brackets(value)
