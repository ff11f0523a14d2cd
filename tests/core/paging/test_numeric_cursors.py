"""Cursors and sort keys that are numbers: lists are complete, and their checkpoints can be stored and resumed."""

from __future__ import annotations

import json
import pickle
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper
from tests.scripted_server import KINDS, TOKEN, Kind, answer, call, message

NUMBERS = (7, -3, 1735689600000, 1735689600001.0, 0.5, 10**20, 1e300)
"""The cursors after each page. JavaScript writes numbers above 2^53 as floats."""


def pages(*, as_sort_keys: bool) -> Any:
    """A server with one message a page, whose cursors are these numbers; or as before 4.2.808, its sort keys."""

    def serve(request: httpx.Request) -> httpx.Response:
        given = request.url.params.get("cursor")
        at = 0 if given is None else next(n for n, known in enumerate(NUMBERS, 1) if float(given) == known)
        is_last = at == len(NUMBERS)
        cursor = None if is_last else NUMBERS[at]
        if as_sort_keys:
            return answer({"items": [message(at) | {"sortKey": cursor}], "hasMore": not is_last})
        return answer({"items": [message(at)], "hasMore": not is_last, "oldestCursor": cursor, "newestCursor": None})

    return serve


@pytest.mark.parametrize("as_sort_keys", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_lists_are_complete(kind: Kind, as_sort_keys: bool) -> None:
    found = call(kind, pages(as_sort_keys=as_sort_keys), lambda beeper: beeper.messages.list("!a:x").collect())
    assert [item.id for item in found] == [str(number) for number in range(len(NUMBERS) + 1)]


@pytest.mark.parametrize("as_sort_keys", [False, True])
def test_each_checkpoint_is_accepted_after_it_was_stored(as_sort_keys: bool) -> None:
    ids: list[str] = []
    checkpoint: str | None = None
    with Beeper(TOKEN, transport=httpx.MockTransport(pages(as_sort_keys=as_sort_keys))) as beeper:
        for _ in range(len(NUMBERS) + 1):
            pager = beeper.messages.list("!a:x", resume=checkpoint)
            ids += [item.id for item in pager.collect(1)]
            checkpoint = json.loads(json.dumps(pickle.loads(pickle.dumps(pager.checkpoint))))
    assert ids == [str(number) for number in range(len(NUMBERS) + 1)]


@pytest.mark.parametrize("cursor", ["NaN", "1e400", "true", '"\\ud800"', '" "', '"' + "é" * 5000 + '"', "[]"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_cursor_that_cannot_be_sent_ends_the_list(kind: Kind, cursor: str) -> None:
    body = json.dumps({"items": [message(1)], "hasMore": True, "oldestCursor": "@"}).replace('"@"', cursor)
    requests: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, content=body)

    pager = call(kind, serve, lambda beeper: beeper.messages.list("!a:x").collect())
    assert [item.id for item in pager] == ["1"]
    assert len(requests) <= 2  # its sort key is used if there is no cursor
