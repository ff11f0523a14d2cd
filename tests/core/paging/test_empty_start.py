"""A list that was empty when an iteration ended: what was added since is returned whole, in every direction."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper
from tests.core.paging.listings import history
from tests.scripted_server import TOKEN, answer, chat

SIZE = 20


class Growing:
    """A server whose chat has so many messages."""

    def __init__(self) -> None:
        self.total = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/messages"):
            return answer(chat())
        return answer(history(self.total, SIZE)(dict(request.url.params)).to_dict())


def listed(beeper: Beeper, resume: str | None, direction: Any, *, oldest: bool) -> Any:
    pager = beeper.messages.list("!a:x", direction=direction, resume=resume)
    return pager.oldest_first() if oldest else pager


@pytest.mark.parametrize("oldest", [False, True])
@pytest.mark.parametrize("direction", ["after", "before", None])
@pytest.mark.parametrize("added", [1, SIZE, SIZE + 1, 31, 100])
def test_all_that_was_added_is_returned_once(added: int, direction: str | None, oldest: bool) -> None:
    server = Growing()
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = listed(beeper, None, direction, oldest=oldest)
        assert list(pager) == []
        checkpoint = pager.checkpoint
        server.total = added
        pager = listed(beeper, checkpoint, direction, oldest=oldest)
        numbers = [int(message.id) for message in pager]
        assert sorted(numbers) == list(range(1, added + 1))
        assert not oldest or numbers == sorted(numbers)
        if direction == "after":
            server.total += 5
            later = listed(beeper, pager.checkpoint, direction, oldest=oldest)
            assert sorted(int(message.id) for message in later) == list(range(added + 1, added + 6))


@pytest.mark.parametrize("oldest", [False, True])
def test_an_iteration_that_is_stopped_after_each_item_returns_each_once(oldest: bool) -> None:
    server = Growing()
    numbers: list[int] = []
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        pager = listed(beeper, None, "after", oldest=oldest)
        assert pager.first() is None
        server.total = 31
        while True:
            pager = listed(beeper, pager.checkpoint, "after", oldest=oldest)
            message = pager.first()
            if message is None:
                break
            numbers.append(int(message.id))
    assert sorted(numbers) == list(range(1, 32))


def test_a_checkpoint_from_before_anything_was_requested_is_no_empty_list() -> None:
    server = Growing()
    server.total = 50
    with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
        checkpoint = listed(beeper, None, "after", oldest=False).checkpoint
        resumed = listed(beeper, checkpoint, "after", oldest=False)
        assert [int(message.id) for message in resumed] == list(range(50, 30, -1))
