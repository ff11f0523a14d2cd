"""Responses one after the other on one connection: nothing of one gets into the next."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk._transport.parsing import Library, ProtocolViolation, ResponseParser, make_parser
from beeper_sdk._transport.parsing.framing import MAX_HEAD_SIZE
from tests.sweeps import examples
from tests.transport.parsing.mutations import split
from tests.transport.parsing.outcomes import LIBRARIES, check_error, finish
from tests.transport.parsing.rows import CHUNKED, FIVE, ODD, OK, ROWS, SURPLUS, VALID, Row

pytestmark = pytest.mark.parametrize("library", LIBRARIES)
REUSABLE = [row for row in (VALID | ODD).values() if row.reusable]


def state(parser: ResponseParser) -> tuple[object, bool, bool]:
    return parser.head, parser.complete, parser.reusable


def test_responses_are_parsed_one_after_the_other(library: Library) -> None:
    @settings(max_examples=examples(20))
    @given(st.lists(st.sampled_from(REUSABLE), min_size=2, max_size=6), st.integers(0, 1 << 64))
    def run(rows: list[Row], seed: int) -> None:
        parser, random = make_parser(library), Random(seed)
        for row in rows:
            parser.start(row.method)
            outcome = finish(parser, split(row.raw, random))
            assert outcome is not None
            assert (outcome.status, outcome.body, outcome.reusable) == (row.status, row.body, True)

    run()


@pytest.mark.parametrize("name", SURPLUS)
def test_surplus_bytes_end_the_use_of_a_connection(name: str, library: Library) -> None:
    row = SURPLUS[name]
    parser = make_parser(library)
    parser.start(row.method)
    assert finish(parser, [row.raw]) == finish_alone(library, row)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            parser.start("GET")
        assert parser.feed(OK + FIVE) == b""
        assert (parser.complete, parser.reusable) == (True, False)
        assert parser.head is not None
        assert parser.head.status_code == row.status


def finish_alone(library: Library, row: Row) -> object:
    """The outcome of the row, with its first surplus byte in a piece of its own."""
    parser = make_parser(library)
    parser.start(row.method)
    sent = 0
    while not parser.complete:
        sent += 1
        parser.feed(row.raw[sent - 1 : sent])
    assert sent < len(row.raw)
    assert parser.reusable
    parser = make_parser(library)
    parser.start(row.method)
    return finish(parser, [row.raw[:sent], row.raw[sent:]])


@pytest.mark.parametrize("data", [b"X", b"\r\n", OK + FIVE, b""])
def test_data_between_requests_ends_the_use_of_a_connection(data: bytes, library: Library) -> None:
    fresh, used = make_parser(library), make_parser(library)
    used.start("GET")
    assert finish(used, [OK + FIVE]) is not None
    for parser in (fresh, used):
        before = parser.reusable
        assert parser.feed(data) == b""
        assert (before, parser.reusable) == (True, False)
        with pytest.raises(RuntimeError):
            parser.start("GET")


def test_no_request_starts_within_a_response(library: Library) -> None:
    parser = make_parser(library)
    parser.start("GET")
    for piece in (b"", b"HTTP/1.1 2", b"00 OK\r\nContent-Length: 5\r\n", b"\r\nhell"):
        if piece:
            parser.feed(piece)
        with pytest.raises(RuntimeError):
            parser.start("GET")
    assert (parser.feed(b"o"), parser.reusable) == (b"o", True)


def test_a_state_shows_no_head_before_it_is_complete_nor_that_of_an_interim_response(library: Library) -> None:
    parser = make_parser(library)
    parser.start("GET")
    parser.feed(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n")
    assert state(parser) == (None, False, False)
    parser.feed(b"\r\n")
    assert parser.head is not None
    assert not parser.complete
    parser.feed(b"x")
    parser.start("GET")
    assert state(parser) == (None, False, False)


def test_after_a_violation_nothing_is_parsed(library: Library) -> None:
    parser = make_parser(library)
    parser.start("GET")
    for data in (b"hello", OK + FIVE, b""):
        with pytest.raises(ProtocolViolation):
            parser.feed(data)
        assert state(parser) == (None, False, False)


def test_connect_is_refused(library: Library) -> None:
    with pytest.raises(ValueError, match="CONNECT"):
        make_parser(library).start("CONNECT")


def test_an_error_quotes_nothing(library: Library) -> None:
    errors = [
        error
        for row in ROWS.values()
        for secret in (b"SECRET", b"SECRET\r\n", b"\0SECRET")
        if (error := violation(library, [row.raw[:-2], secret, row.raw[-2:], b""])) is not None
    ]
    assert len(errors) > len(ROWS)
    for error in errors:
        check_error(error)


def violation(library: Library, pieces: list[bytes]) -> ProtocolViolation | None:
    parser = make_parser(library)
    parser.start("GET")
    try:
        for piece in pieces:
            parser.feed(piece)
    except ProtocolViolation as error:
        return error
    return None


def headers_of(size: int) -> bytes:
    """A response whose head has that size."""
    begin, end = OK + b"X: ", b"\r\nContent-Length: 1\r\n\r\n"
    return begin + b"a" * (size - len(begin) - len(end)) + end + b"x"


@pytest.mark.parametrize("step", [1 << 20, 65536, 1000])
def test_heads_have_a_maximum_size(step: int, library: Library) -> None:
    for size, accepted in ((MAX_HEAD_SIZE, True), (MAX_HEAD_SIZE + 1, False), (3 * MAX_HEAD_SIZE, False)):
        raw = headers_of(size)
        parser = make_parser(library)
        parser.start("GET")
        outcome = finish(parser, [raw[at : at + step] for at in range(0, len(raw), step)])
        assert (outcome is not None) is accepted


@pytest.mark.parametrize("part", [CHUNKED + b"5;", CHUNKED + b"0\r\nA: "])
def test_extensions_and_trailers_have_a_maximum_size(part: bytes, library: Library) -> None:
    assert violation(library, [part, *[b"a" * 1000] * (MAX_HEAD_SIZE // 1000 - 1)]) is None
    assert violation(library, [part, *[b"a" * 1000] * (MAX_HEAD_SIZE // 1000 + 1)]) is not None


def test_a_large_body_is_not_copied(library: Library) -> None:
    piece = bytes(65536)
    for head in (OK + b"\r\n", OK + b"Content-Length: %d\r\n\r\n" % (3 * len(piece))):
        parser = make_parser(library)
        parser.start("GET")
        parser.feed(head)
        assert all(parser.feed(piece) is piece for _ in range(3))
