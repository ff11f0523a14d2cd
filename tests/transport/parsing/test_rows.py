"""Valid, odd and broken responses: both parsers and httpx agree about them, however they are split."""

from __future__ import annotations

import pytest

from beeper_sdk._transport.parsing import Library
from tests.transport.parsing.outcomes import LIBRARIES, Accepted, by_httpx, in_bytes, in_two, parsed
from tests.transport.parsing.rows import CHUNK_DIFFERENCES, ROWS, SURPLUS, Row

ONLY_HTTPX_REUSES = {
    *("length and chunks", "chunks and length"),
    *("until the connection ends", "until it ends, empty"),  # httpx looks for their end when it uses them again
    *(f"surplus: {name}" for name in SURPLUS),  # with httpx, these bytes begin the next response
}
"""Connections that httpx uses again, but not this package: it is the safe side."""


def summary(outcome: Accepted | None) -> tuple[int, bytes, bool]:
    return (0, b"", True) if outcome is None else (outcome.status, outcome.body, outcome.reusable)


@pytest.mark.parametrize("name", ROWS)
def test_httpx_has_the_same_outcome(name: str) -> None:
    row = ROWS[name]
    theirs, ours = by_httpx(row.raw, row.method), parsed("h11", [row.raw], row.method)
    if name in ONLY_HTTPX_REUSES and ours is not None:
        assert not ours.reusable
        ours = ours._replace(reusable=True)
        theirs = theirs and theirs._replace(reusable=True)
    assert theirs == ours


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", ROWS)
def test_a_response_has_the_outcome_of_its_row_however_it_is_split(name: str, library: Library) -> None:
    row = ROWS[name]
    whole = parsed(library, [row.raw] if row.raw else [], row.method)
    assert summary(whole) == (row.status, row.body, row.reusable)
    assert whole == parsed("h11", [row.raw] if row.raw else [], row.method)
    assert parsed(library, in_bytes(row.raw), row.method) == whole
    assert [split for split in in_two(row.raw) if parsed(library, split, row.method) != whole] == []


@pytest.mark.parametrize("name", CHUNK_DIFFERENCES)
def test_one_library_refuses_some_harmless_chunked_bodies(name: str) -> None:
    raw, lenient = CHUNK_DIFFERENCES[name]
    for library in LIBRARIES:
        whole = parsed(library, [raw])
        assert summary(whole) == ((200, b"hello", True) if library == lenient else (0, b"", True))
        assert parsed(library, in_bytes(raw)) == whole
        assert [split for split in in_two(raw) if parsed(library, split) != whole] == []


def test_there_are_many_rows() -> None:
    assert len(ROWS) >= 60
    assert all(isinstance(row, Row) for row in ROWS.values())
