"""Where a response ends, and what may follow it on its connection: with both parsers."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk._transport import parsing
from tests.transport.direct.peers import (
    HEAD,
    KINDS,
    OK,
    Kind,
    Peer,
    accounts,
    answering,
    call,
    download,
    once,
    serving,
    wait_until,
)

UNTIL_CLOSED = HEAD + b"\r\n[]"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1;x=y\r\n]\r\n0\r\nTrailer: x\r\n\r\n"
INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"


@pytest.fixture(params=["h11", "httptools"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each parser in turn."""
    if request.param == "httptools":
        pytest.importorskip("httptools")
    head_parser = parsing._head_parser
    library: parsing.Library = request.param

    def selected(_: object) -> object:
        return head_parser(library)

    monkeypatch.setattr(parsing, "_head_parser", selected)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("response", "connections"),
    [
        (OK, 1),
        (CHUNKED, 1),
        (INTERIM * 300 + OK, 1),
        (UNTIL_CLOSED, 2),
        (HEAD + b"Connection: close\r\nContent-Length: 2\r\n\r\n[]", 2),
        (OK.replace(b"1.1", b"1.0"), 2),
        (OK + b"HTTP/1.1 200 OK\r\n", 2),
        (CHUNKED + b"\r\n", 2),
        (HEAD + b"X-Large: %b\r\nContent-Length: 2\r\n\r\n[]" % (b"x" * 90_000), 1),
    ],
)
def test_a_connection_is_used_again_if_its_response_allows_that(kind: Kind, response: bytes, connections: int) -> None:
    script = once(response) if response is UNTIL_CLOSED else answering(response)
    with serving(script) as server:
        assert call(kind, server.url, accounts, accounts) == [[], []]
        assert (server.connections, len(server.requests)) == (connections, 2)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("response", [INTERIM + OK, CHUNKED])
def test_a_response_may_be_split_anywhere(kind: Kind, response: bytes) -> None:
    """All splits on one connection: a byte that is lost or left over would be in the next response."""
    places = list(range(1, len(response), 1 if kind == "sync" else 7))

    def script(peer: Peer) -> None:
        for place in places:
            peer.request()
            peer.send(response[:place])
            peer.server.may_end.wait(0.0005)
            peer.send(response[place:])

    with serving(script) as server:
        assert call(kind, server.url, *[accounts] * len(places)) == [[]] * len(places)
        assert server.connections == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("head", [b"204 No Content", b"304 Not Modified"])
def test_a_response_without_a_body_ends_with_its_head(kind: Kind, head: bytes) -> None:
    responses = [b"HTTP/1.1 %b\r\nContent-Length: 5\r\n\r\n" % head, OK]
    with serving(answering(*responses)) as server:
        first, second = call(kind, server.url, lambda b: b.request("GET", "/v1/x"), accounts)
        assert not isinstance(first, errors.APIConnectionError)
        assert (second, server.connections) == ([], 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_that_nothing_asked_for_is_not_that_of_the_next_request(kind: Kind) -> None:
    wrong = OK.replace(b"[]", b"{}")

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(OK)
        peer.server.may_end.wait(10)
        peer.send(wrong)

    def release(_: Any) -> None:
        server.may_end.set()
        wait_until(lambda: server.peers[0].sock.fileno() < 0)  # closed after it was sent

    def fetch(beeper: Any) -> Any:
        return beeper.accounts.list()

    with serving(script) as server:
        first, _, second = call(kind, server.url, fetch, release, fetch)
        assert (first, second, server.connections) == ([], [], 2)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "response",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X-Pad: x\r\n" * 20_000,
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"\r\n" * 10,
        b"SSH-2.0-x\r\n",
        HEAD + b"Content-Length: 3\r\n\r\n[]",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n",
        HEAD + b"Transfer-Encoding: gzip\r\n\r\n[]",
        HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n[]",
        HEAD + b"Content-Length: -2\r\n\r\n[]",
    ],
)
def test_what_is_no_whole_response_is_an_error_and_its_connection_is_closed(kind: Kind, response: bytes) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(OK if peer.number else response)

    with serving(script) as server:
        error, after = call(kind, server.url, accounts, accounts)
        assert isinstance(error, errors.APIConnectionError | errors.ResponseDecodeError)
        assert (after, server.connections) == ([], 2)


@pytest.mark.parametrize("kind", KINDS)
def test_a_large_file_is_received_whole(kind: Kind) -> None:
    content = bytes(range(256)) * 4000
    for response in (
        b"HTTP/1.1 200 OK\r\n\r\n" + content,
        b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(content) + content,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % len(content) + content + b"\r\n0\r\n\r\n",
    ):
        with serving(once(response)) as server:
            assert call(kind, server.url, download) == [content]
