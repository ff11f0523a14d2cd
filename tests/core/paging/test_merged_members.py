"""Members of a merged chat that cannot be read, that leave it, or that are added to it while it is read."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk import errors, models
from tests.core.paging.merges import MERGED, Key, MergedServer
from tests.scripted_server import ERROR, Kind, answer, call

MINUTES = {"!a:x": [1, 4, 7, 10], "!b:x": [2, 5, 8], "!c:x": [3, 6, 9]}


class Server(MergedServer):
    """The same over HTTP; some paths give an error."""

    def __init__(self, size: int = 2) -> None:
        super().__init__(dict(MINUTES), size)
        self.failing: dict[str, int] = {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        value = self.serve(request.url.raw_path.decode().partition("?")[0], dict(request.url.params))
        status = self.failing.get(self.chats[-1], 200)
        return answer(value.to_dict()) if status == 200 else answer(ERROR, status)


def read(kind: Kind, server: Server, chat: str | models.Chat = MERGED, **options: Any) -> list[Key]:
    items = call(kind, server, lambda beeper: beeper.messages.list(chat, **options).collect())
    return [(item.chat_id, int(item.id)) for item in items]


def test_a_member_that_was_removed_meanwhile_is_left_out_and_what_was_added_is_read(kind: Kind) -> None:
    server = Server()
    chat = server.chat()
    server.members = ["!a:x", "!c:x", "!new:x"]
    server.minutes["!new:x"] = [20]
    server.failing["!b:x/messages"] = 404
    assert read(kind, server, chat) == server.keys("!a:x", "!c:x", "!new:x")[::-1]
    assert server.chats.count(MERGED) == 1


def test_it_is_left_out_in_the_middle_too(kind: Kind) -> None:
    server = Server()

    def act(beeper: Any) -> Any:
        return removing(server, beeper.messages.list(MERGED))

    keys = call(kind, server, act)
    assert keys == [key for key in server.keys(*MINUTES)[::-1] if key != ("!b:x", 1)]


def removing(server: Server, pager: Any) -> Any:
    """Iterate, and remove a member after the first message."""
    keys: list[Key] = []

    def add(item: Any) -> None:
        keys.append((item.chat_id, int(item.id)))
        server.members = ["!a:x", "!c:x"]
        server.failing["!b:x/messages"] = 404

    if not hasattr(pager, "__aiter__"):
        for item in pager:
            add(item)
        return keys

    async def gather() -> list[Key]:
        async for item in pager:
            add(item)
        return keys

    return gather()


@pytest.mark.parametrize(("status", "requested"), [(404, 2), (403, 1), (400, 1)])
def test_the_error_of_a_member_is_raised_and_reading_goes_on_after_it(kind: Kind, status: int, requested: int) -> None:
    server = Server()
    server.failing["!b:x/messages"] = status
    with pytest.raises(errors.APIStatusError) as raised:
        read(kind, server)
    assert (raised.value.status, server.chats.count(MERGED)) == (status, requested)
    assert "!b:x" not in str(raised.value)
    pager = call(kind, server, lambda beeper: beeper.messages.list(MERGED))
    checkpoint = pager.checkpoint
    server.failing.clear()
    assert read(kind, server, resume=checkpoint) == server.keys(*MINUTES)[::-1]


def test_the_same_iteration_goes_on_after_an_error(kind: Kind) -> None:
    server = Server()
    server.failing["!b:x/messages"] = 404

    def act(beeper: Any) -> Any:
        return retrying(server, beeper.messages.list(MERGED))

    assert call(kind, server, act) == server.keys(*MINUTES)[::-1]


def retrying(server: Server, pager: Any) -> Any:
    """Iterate with one iterator to its end, although it raises an error first."""

    def again(error: errors.NotFoundError) -> None:
        assert error.status == 404
        server.failing.clear()

    if not hasattr(pager, "__aiter__"):
        items = iter(pager)
        with pytest.raises(errors.NotFoundError) as raised:
            next(items)
        again(raised.value)
        return [(item.chat_id, int(item.id)) for item in items]

    async def gather() -> list[Key]:
        items = aiter(pager)
        with pytest.raises(errors.NotFoundError) as raised:
            await anext(items)
        again(raised.value)
        return [(item.chat_id, int(item.id)) async for item in items]

    return gather()


def test_a_merged_chat_that_is_gone_is_an_error(kind: Kind) -> None:
    server = Server()
    chat = server.chat()
    server.failing.update({"!b:x/messages": 404, MERGED: 404})
    with pytest.raises(errors.NotFoundError, match=r"chats\.retrieve"):
        read(kind, server, chat)


def test_a_checkpoint_of_a_chat_that_is_not_merged_any_more_leads_to_its_own_messages(kind: Kind) -> None:
    server = Server()
    pager = call(kind, server, lambda beeper: taking(beeper.messages.list(MERGED)))
    server.members, server.minutes = [], {MERGED: [1, 2, 3]}
    assert read(kind, server, resume=pager.checkpoint) == server.keys(MERGED)[::-1]


def taking(pager: Any) -> Any:
    """A pager of which one message was read."""
    done = pager.first()
    if not hasattr(done, "__await__"):
        return pager

    async def wait() -> Any:
        await done
        return pager

    return wait()


def test_a_member_that_is_named_twice_or_has_no_usable_id_costs_nothing(kind: Kind) -> None:
    server = Server()
    server.members = ["!a:x", "!a:x", "", "!b:x"]
    assert read(kind, server) == server.keys("!a:x", "!b:x")[::-1]
