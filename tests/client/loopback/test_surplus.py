"""A response to another request is not taken for the result: what comes back is compared with what was asked."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Sequence
from typing import Any, Self
from urllib.parse import unquote

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from tests.client.loopback.helpers import ALL, Call, Kind
from tests.scripted_server import account, chat, message

Answer = Callable[[str, int], object]


class DoublingServer:
    """Sends each response twice: again when the next request on that connection has arrived, before its response."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._serve)]
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.paths: list[str] = []

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._respond, args=[connection])
            self._threads.append(thread)
            thread.start()

    def _respond(self, connection: socket.socket) -> None:
        previous = b""
        with connection, connection.makefile("rb") as requests:
            while first := requests.readline().decode():
                size = 0
                while (line := requests.readline().strip().lower()) != b"":
                    size = int(line.split(b":")[1]) if line.startswith(b"content-length:") else size
                requests.read(size)
                self.paths.append(first.split(" ")[1])
                body = json.dumps(self._answer(self.paths[-1], len(self.paths))).encode()
                head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
                own = head % len(body) + body
                try:
                    connection.sendall(previous + own)
                except OSError:
                    return
                previous = own


def respond(path: str, number: int) -> object:
    """The chat, account, message or page that a path names; a send gets the number of its request."""
    parts = [unquote(part) for part in path.partition("?")[0].split("/")[2:]]
    match parts:
        case ["chats", chat_id]:
            return chat(chat_id)
        case ["accounts", account_id]:
            return account(account_id)
        case ["chats", chat_id, "messages", message_id]:
            return {**message(1), "chatID": chat_id, "id": message_id}
        case ["chats", chat_id, "messages"]:
            page = {"items": [{**message(1), "chatID": chat_id}], "hasMore": False}
            return {**page, "chatID": chat_id, "pendingMessageID": f"pending {number}"}
        case _:
            raise AssertionError(path)


ONE, OTHER = "!one:beeper.com", "!other:beeper.com"
READS: tuple[tuple[Callable[[str], Call], Callable[[Any], str]], ...] = (
    (lambda name: Call("chats.retrieve", name), lambda found: found.id),
    (lambda name: Call("accounts.retrieve", name), lambda found: found.account_id),
    (lambda name: Call("messages.retrieve", "7", chat_id=name), lambda found: found.chat_id),
    (lambda name: Call("messages.list", name), lambda found: found[0].chat_id),
)


def run(kind: Kind, url: str, calls: Sequence[Call]) -> list[Any]:
    """What the calls return or raise, one after the other, from a client of this kind."""
    if kind == "sync":
        with Beeper("t", base_url=url) as beeper:
            return [_result(call, beeper) for call in calls]

    async def main() -> list[Any]:
        async with AsyncBeeper("t", base_url=url) as beeper:
            return [await _async_result(call, beeper) for call in calls]

    return anyio.run(main, backend=kind)


def _result(call: Call, beeper: Beeper) -> Any:
    try:
        return call(beeper)
    except errors.BeeperError as error:
        return error


async def _async_result(call: Call, beeper: AsyncBeeper) -> Any:
    try:
        return await call(beeper)
    except errors.BeeperError as error:
        return error


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("read", READS, ids=["chat", "account", "message", "messages"])
def test_a_read_that_gets_the_response_to_another_is_repeated(
    kind: Kind, read: tuple[Callable[[str], Call], Callable[[Any], str]]
) -> None:
    call, name_of = read
    with DoublingServer(respond) as server:
        found = run(kind, server.url, [call(ONE), call(OTHER), call(ONE)])
        # One; other, and again on a new connection; one, and again on a third.
        assert len(server.paths) == 5
    assert [name_of(value) for value in found] == [ONE, OTHER, ONE]


@pytest.mark.parametrize("kind", ALL)
def test_a_send_that_gets_the_response_to_another_is_uncertain(kind: Kind) -> None:
    with DoublingServer(respond) as server:
        first, second, third = run(kind, server.url, [Call("messages.send", ONE, text=text) for text in "123"])
        assert len(server.paths) == 3
    assert (first.pending_message_id, third.pending_message_id) == ("pending 1", "pending 3")
    assert isinstance(second, errors.DeliveryUncertain)
    assert isinstance(second.__cause__, errors.ResponseDecodeError)
    assert "another send" in second.__cause__.problem


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize(
    ("requested", "found", "requests"),
    [
        ("10", {**chat(ONE), "localChatID": "10"}, 1),
        ("10", {**chat(ONE), "localChatID": "1"}, 2),
        ("10", {**chat(ONE), "localChatID": ""}, 2),
        (ONE, {**chat(ONE), "localChatID": "10"}, 1),
        ("v1", {**chat(ONE), "localChatID": "10"}, 2),
    ],
)
def test_local_ids_of_chats_are_compared_too(
    kind: Kind, requested: str, found: dict[str, object], requests: int
) -> None:
    with DoublingServer(lambda _, __: found) as server:
        run(kind, server.url, [Call("chats.retrieve", requested)])
        assert len(server.paths) == requests


@pytest.mark.parametrize("kind", ALL)
def test_messages_of_a_chat_that_is_named_by_its_local_id_are_not_compared(kind: Kind) -> None:
    page = {"items": [{**message(1), "chatID": ONE}], "hasMore": False}
    with DoublingServer(lambda _, __: page) as server:
        run(kind, server.url, [Call("messages.list", "10")])
        assert len(server.paths) == 1


@pytest.mark.parametrize("kind", ALL)
def test_a_server_that_knows_a_chat_by_another_id_is_believed_after_one_more_request(kind: Kind) -> None:
    with DoublingServer(lambda _, __: chat(OTHER)) as server:
        found = run(kind, server.url, [Call("chats.retrieve", ONE)] * 3)
        assert len(server.paths) == 4
    assert [value.id for value in found] == [OTHER] * 3
