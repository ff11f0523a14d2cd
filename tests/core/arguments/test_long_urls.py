"""A URL that no app accepts is refused before it is sent, with the parameter that makes it long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper
from beeper_sdk._core.calls.request_encoding import MAX_TARGET
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import Kind, Script, answer, call

PAGE = answer({"items": [], "hasMore": False, "chats": {}})
IDS = [f"!chat{number}:beeper.local" for number in range(600)]
LONG: list[tuple[Callable[[Any], Any], str]] = [
    (lambda b: b.messages.search(chat_ids=IDS).collect(), "the query parameter chatIDs"),
    (lambda b: b.chats.search(account_ids=IDS).collect(), "the query parameter accountIDs"),
    (lambda b: b.messages.search(query="é" * 4000).collect(), "the query parameter query"),
    (lambda b: b.assets.serve(url="mxc://beeper.local/" + "a" * 16_000), "the query parameter url"),
    (lambda b: b.chats.retrieve("!" + "a" * 16_000), "the path"),
    (lambda b: b.messages.send("!" + "a" * 16_000, text="hi"), "the path"),
    (lambda b: b.request("GET", "/v1/new", query={"ids": "a" * 16_000}), "the query parameter ids"),
]


@pytest.mark.parametrize(("act", "part"), LONG)
def test_it_is_refused_with_its_reason(kind: Kind, act: Callable[[Any], Any], part: str) -> None:
    server = Script(PAGE)
    with pytest.raises(ValueError, match=rf"most of them in {part}; an app accepts {MAX_TARGET}\.") as caught:
        call(kind, server, act)
    assert "aaaa" not in str(caught.value)
    assert server.count == 0


def test_the_longest_that_is_sent_is_accepted(beeper: Beeper) -> None:
    room = MAX_TARGET - len("/v1/messages/search?query=")
    assert beeper.messages.search(query="a" * room).collect() == []
    with pytest.raises(ValueError, match="needs a URL"):
        beeper.messages.search(query="a" * (room + 1)).collect()


def test_the_fake_server_accepts_what_node_does(fake_beeper: FakeBeeper) -> None:
    headers = {"Authorization": f"Bearer {fake_beeper.token}"}
    for size, status in ((15_500, 200), (16_500, 431)):
        response = httpx.get(f"{fake_beeper.url}/v1/chats?x={'a' * size}", headers=headers, trust_env=False)
        assert response.status_code == status
