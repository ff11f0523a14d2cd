"""The work and memory for a response are proportional to its size, whatever it contains."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk._core.generated import incomplete
from beeper_sdk._core.http.error_bodies import read
from beeper_sdk.v0 import Client
from tests.core.compat.operations import by
from tests.scripted_server import KINDS, TOKEN, Kind, Script, answer, call, chat, message

Act = Callable[[Any], Any]
FEW, MANY = 60, 600
LISTED: Act = lambda beeper: beeper.messages.list("!a:x").collect()  # noqa: E731
RETRIEVED: Act = lambda beeper: beeper.chats.retrieve("!a:x")  # noqa: E731


def page(items: object, **more: object) -> dict[str, object]:
    return {"items": items, "hasMore": False, "oldestCursor": None, "newestCursor": None} | more


def many(value: object) -> Callable[[int], list[object]]:
    return lambda number: [value] * number


def keys(value: object) -> Callable[[int], dict[str, object]]:
    return lambda number: {f"k{at}": value for at in range(number)}


SHAPES: dict[str, tuple[Act, Callable[[int], object]]] = {
    "empty items": (LISTED, lambda n: page(many({})(n))),
    "nulls": (LISTED, lambda n: page(many(None)(n))),
    "texts": (LISTED, lambda n: page(many("x")(n))),
    "text for a list": (LISTED, lambda n: page("x" * n * 20)),
    "odd parts": (LISTED, lambda n: page([message(1) | {"attachments": many({})(n), "reactions": many(7)(n)}])),
    "odd times": (LISTED, lambda n: page([message(at) | {"timestamp": "x" * 99} for at in range(n)])),
    "odd readers": (LISTED, lambda n: page([message(1) | {"seen": keys("never")(n)}])),
    "unknown fields": (LISTED, lambda n: page([message(1) | keys(1)(n)])),
    "odd map": (lambda b: b.messages.search(query="x").collect(), lambda n: page([], chats=keys({})(n))),
    "accounts": (lambda b: b.accounts.list(), many({"user": 5})),
    "participants": (RETRIEVED, lambda n: chat(participants={"items": many({})(n), "hasMore": False, "total": n})),
    "one odd field": (RETRIEVED, lambda n: chat() | {"labels": many({})(n), "participants": many({})(n)}),
    "variants": (lambda b: b.bridges.login_sessions.retrieve("s", bridge_id="b"),
                 lambda n: {"currentStep": {"type": "user_input", "fields": many({"type": 5})(n)}}),
}  # fmt: skip


def work(act: Act, body: object, **options: Any) -> tuple[int, int]:
    """The number of functions called, and the peak of memory, for a response."""
    content, calls = json.dumps(body).encode(), 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=content))
    with Beeper(TOKEN, transport=transport, **options) as beeper:
        tracemalloc.start()
        sys.setprofile(count)
        try:
            act(beeper)
        except errors.ResponseDecodeError:
            pass
        finally:
            sys.setprofile(None)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
    return calls, peak


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_as_much_takes_ten_times_as_long_at_most(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incomplete, "MAX_UNREADABLE_ITEMS", 2 * FEW)
    act, body = SHAPES[shape]
    work(act, body(MANY))  # imports
    (few, small), (many, large) = work(act, body(FEW)), work(act, body(MANY))
    assert many < 11 * few
    assert large < 13 * small


def test_so_does_diagnosing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incomplete, "MAX_UNREADABLE_ITEMS", 2 * FEW)
    act, body = SHAPES["unknown fields"]
    work(act, body(1), diagnose="all")
    few, many = (work(act, body(number), diagnose="all")[0] for number in (FEW, MANY))
    assert many < 11 * few


@pytest.mark.parametrize("kind", KINDS)
def test_with_too_many_odd_items_a_response_cannot_be_read(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    assert incomplete.MAX_UNREADABLE_ITEMS == 10_000
    monkeypatch.setattr(incomplete, "MAX_UNREADABLE_ITEMS", 30)
    recorded: list[Any] = []

    def act(beeper: Any) -> Any:
        recorded.append(beeper.diagnostics)
        return beeper.messages.list("!a:x").collect()

    odd = [message(number) | {"timestamp": None} for number in range(31)]
    assert len(call(kind, Script(answer(page(odd[:30]))), act)) == 30
    assert [(finding.place, finding.times) for finding in recorded[0]] == [("messages.list.items[].timestamp", 30)]
    with pytest.raises(errors.ResponseDecodeError, match="more than 30 objects in it cannot be read"):
        call(kind, Script(answer(page(odd))), act)
    assert [(finding.place, finding.times) for finding in recorded[1]] == [("messages.list", 1)]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_nor_do_older_apps_and_the_client_of_v0_take_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incomplete, "MAX_UNREADABLE_ITEMS", 10)
    for client in (Beeper, Client):
        server = Script(by("4.1.92", page([{}] * 11)))
        too_many = pytest.raises(errors.ResponseDecodeError, match="more than 10 objects")
        with client(TOKEN, transport=httpx.MockTransport(server), api="v0") as beeper, too_many:
            beeper.chats.search().collect() if isinstance(beeper, Beeper) else beeper.search_chats()


@pytest.mark.parametrize("kind", KINDS)
def test_json_is_read_to_a_hundred_levels(kind: Kind) -> None:
    def nested(levels: int) -> Any:
        text = "[{" * 50  # brackets in texts do not count
        inner = '{"a":' * (levels - 1) + "1" + "}" * (levels - 1)
        return httpx.Response(200, content=json.dumps(chat() | {"title": text, "new": "@"}).replace('"@"', inner))

    assert call(kind, Script(nested(100)), RETRIEVED).to_dict()["new"]
    for levels in (101, 900, 100_000):
        with pytest.raises(errors.ResponseDecodeError, match="it is not JSON"):
            call(kind, Script(nested(levels)), RETRIEVED)
        with pytest.raises(errors.DeliveryUncertain):
            call(kind, Script(nested(levels)), lambda beeper: beeper.messages.send("!a:x", text="Hi"))


@pytest.mark.parametrize(
    "body",
    [
        {"code": "x", "details": {"issues": [{"path": ["a"] * 2_000, "message": "m" * 3_000}] * 30}},
        {"error": {"code": "x", "param": "a." * 99_999}},
        {"error": "x", "code": "x", "details": {"a." * 99_999: "m" * 99_999}},
        {"message": "m" * 99_999, "code": "c" * 99_999},
    ],
)
def test_of_an_error_body_a_part_is_kept(body: object) -> None:
    found = read(json.dumps(body).encode())
    assert len(repr(found)) < 200_000
    assert len(repr(found.fields)) < 3_000
    with pytest.raises(errors.BadRequestError) as caught:
        call("sync", Script(answer(body, 400)), RETRIEVED)
    assert len(str(caught.value)) < 3_000
