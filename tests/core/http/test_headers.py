"""Headers have what `httpx.Headers` makes of the same."""

from __future__ import annotations

import pickle

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.http.headers import Headers

NAMES = st.sampled_from([b"A", b"a", b"X-Name", b"x-name", b"X-NAME", b"!", b"Content-Type"])
VALUES = st.one_of(st.binary(max_size=8), st.sampled_from([b"", b"a", b"a, b", "Zoë".encode(), b"Zo\xeb"]))
PAIRS = st.lists(st.tuples(NAMES, VALUES), max_size=6)
ABSENT = ("absent", "ä", "?", "", "\ud800")


@given(PAIRS)
def test_they_are_those_of_httpx(pairs: list[tuple[bytes, bytes]]) -> None:
    ours, theirs = Headers(pairs), httpx.Headers(pairs)
    assert dict(ours) == dict(theirs)
    assert list(ours) == list(theirs)
    assert list(ours.items()) == list(theirs.items())
    assert len(ours) == len(theirs.keys())
    for name in ("a", "A", "x-name", "X-Name", "!", "content-type"):
        assert ours.get(name) == theirs.get(name)
        assert ours.get_list(name) == theirs.get_list(name)
        assert (name in ours) == (name in theirs)


@given(PAIRS)
def test_they_can_be_copied_and_compared(pairs: list[tuple[bytes, bytes]]) -> None:
    headers = Headers(pairs)
    again = pickle.loads(pickle.dumps(headers))
    assert again == headers == Headers(list(headers._pairs)) == dict(headers)
    assert again.get_list("a") == headers.get_list("a")
    assert headers != Headers([*pairs, (b"Other", b"")])
    by_lower = {name.lower(): value for name, value in pairs}
    if len(by_lower) == len(pairs):
        indexed = Headers(by_lower.items(), by_lower)
        assert indexed == headers == pickle.loads(pickle.dumps(indexed))


def test_absent_names() -> None:
    headers = Headers([(b"A", b"b")])
    assert all(name not in headers and headers.get_list(name) == [] for name in ABSENT)
    with pytest.raises(KeyError):
        headers["absent"]


def test_the_repr_shows_neither_names_nor_values() -> None:
    assert repr(Headers([(b"Alice", b"secret"), (b"alice", b"secret"), (b"B", b"")])) == "<Headers: 2>"
