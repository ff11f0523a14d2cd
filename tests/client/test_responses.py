"""Answers that cannot be read: one typed error with status, type, length and place, and never a piece of the body."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from beeper_sdk import errors
from tests.scripted_server import SENT, Kind, Script, answer, call, chat


def read(beeper: Any) -> Any:
    return beeper.chats.retrieve("!a:beeper.com")


def raised(kind: Kind, given: httpx.Response, **options: Any) -> errors.ResponseDecodeError:
    server = Script(given)
    with pytest.raises(errors.ResponseDecodeError) as caught:
        call(kind, server, read, **options)
    assert server.count == 1
    assert "canary" not in f"{caught.value!r} {caught.value} {caught.value.answer}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return caught.value


def test_html_of_a_proxy_is_named_and_its_title_not_shown(kind: Kind) -> None:
    page = b"<html><head><title>Sign in to canary</title></head><body>canary</body></html>"
    error = raised(kind, httpx.Response(200, content=page, headers={"content-type": "text/html; charset=utf-8"}))
    assert (error.status, error.content_type, error.length) == (200, "text/html", len(page))
    assert error.answer.title == "Sign in to canary"
    assert str(error).endswith("the response is an HTML page, not JSON; check base_url")


@pytest.mark.parametrize("body", [b"canary", b'{"id": "canary', b"", b"\xff\xfecanary", b"[" * 100_000])
def test_what_is_not_json_says_so(kind: Kind, body: bytes) -> None:
    error = raised(kind, httpx.Response(200, content=body, headers={"content-type": "application/json"}))
    assert (error.path, error.length, error.content_type) == ("$", len(body), "application/json")


def test_another_shape_names_the_place(kind: Kind) -> None:
    error = raised(kind, answer({**chat(), "participants": [{"fullName": "canary"}]}))
    assert error.path == "$.participants"


def test_scalar_types_are_checked_when_asked_for(kind: Kind) -> None:
    invalid = answer({**chat(), "unreadCount": "canary"})
    assert call(kind, Script(invalid), read).unread_count == "canary"
    assert raised(kind, invalid, strict=True).path == "$.unreadCount"


def test_an_error_page_in_html_is_the_error_of_its_status(kind: Kind) -> None:
    page = httpx.Response(502, content=b"<title>Bad canary</title>canary", headers={"content-type": "text/html"})
    with pytest.raises(errors.InternalServerError) as caught:
        call(kind, Script(page), read)
    assert caught.value.answer.title == "Bad canary"
    assert "status 502; the response is an HTML page" in str(caught.value)
    assert "canary" not in str(caught.value)


def test_the_message_of_an_error_is_kept_and_not_shown(kind: Kind) -> None:
    with pytest.raises(errors.NotFoundError) as caught:
        call(kind, Script(answer({"message": "no canary here", "code": "not_found"}, 404)), read)
    assert (caught.value.code, caught.value.server_message) == ("not_found", "no canary here")
    assert "canary" not in f"{caught.value!r} {caught.value} {caught.value.answer}"


def test_a_content_type_that_is_text_of_its_own_is_not_kept(kind: Kind) -> None:
    error = raised(kind, httpx.Response(200, content=b"", headers={"content-type": "canary canary"}))
    assert error.content_type is None


def test_a_send_whose_answer_cannot_be_read_is_uncertain(kind: Kind) -> None:
    server = Script(httpx.Response(200, content=b"<html>"))
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, lambda beeper: beeper.messages.send("!a:beeper.com", text="hi"))
    assert server.count == 1
    assert isinstance(caught.value.__cause__, errors.ResponseDecodeError)


def test_nothing_to_read_is_nothing_to_complain_about(kind: Kind) -> None:
    reminder = {"remind_at": "2036-12-24T18:00:00Z"}
    for given in (httpx.Response(204), answer({"success": True})):
        server = Script(given)
        assert call(kind, server, lambda beeper: beeper.chats.reminders.create("!a:x", reminder=reminder)) is None


@pytest.fixture
def cutting_server() -> Iterator[tuple[str, list[bytes]]]:
    """Sends these bytes, and hangs up; on a real socket, for no mock can cut off."""
    replies: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                connection.sendall(replies[0])

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}", replies
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 500\r\n"


def test_an_answer_cut_off_in_its_body_tells_status_and_length(
    kind: Kind, cutting_server: tuple[str, list[bytes]]
) -> None:
    url, replies = cutting_server
    replies.append(HEAD + b'\r\n{"id": "canary')
    with pytest.raises(errors.ResponseDecodeError, match="the response is incomplete") as caught:
        call(kind, Script(answer()), read, base_url=url, transport=None)
    error = caught.value
    assert (error.status, error.content_type, error.length) == (200, "application/json", 14)
    assert error.call.attempts == 3


def test_an_answer_that_cannot_be_unpacked_tells_so(kind: Kind, cutting_server: tuple[str, list[bytes]]) -> None:
    url, replies = cutting_server
    replies.append(HEAD.replace(b"500", b"20") + b"Content-Encoding: gzip\r\n\r\n" + b"x" * 20)
    with pytest.raises(errors.ResponseDecodeError, match="decompressed"):
        call(kind, Script(answer()), read, base_url=url, transport=None)


def test_packed_answers_are_unpacked(kind: Kind, cutting_server: tuple[str, list[bytes]]) -> None:
    import json

    url, replies = cutting_server
    body = gzip.compress(json.dumps(chat()).encode())
    replies.append(HEAD.replace(b"500", str(len(body)).encode()) + b"Content-Encoding: gzip\r\n\r\n" + body)
    assert call(kind, Script(answer()), read, base_url=url, transport=None).title == "t"


def test_hanging_up_without_an_answer_is_a_connection_error_and_for_a_send_a_doubt(
    kind: Kind, cutting_server: tuple[str, list[bytes]]
) -> None:
    url, replies = cutting_server
    replies.append(b"HTTP/1.1 2")
    with pytest.raises(errors.APIConnectionError, match=r"the connection to .* was lost"):
        call(kind, Script(answer()), read, base_url=url, transport=None)
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, Script(answer(SENT)), lambda b: b.messages.send("!a:x", text="hi"), base_url=url, transport=None)


def test_a_closed_port_is_a_refused_connection(kind: Kind) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with pytest.raises(errors.APIConnectionError, match="connection refused"):
        call(kind, Script(answer()), lambda b: b.messages.send("!a:x", text="hi"), base_url=url, transport=None)
