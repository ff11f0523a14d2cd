"""Faults at random are the same for the same seed, and of the kinds that were chosen."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire, enc

ONE: dict[str, Any] = {"seed": 1}
MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


def _seen(seed: int, count: int, **options: Any) -> tuple[list[object], int, int]:
    """What a client sees of sends and reads in turn, how many requests were affected, and how many sends arrived."""
    seen: list[object] = []
    with FakeBeeper() as fake, Wire(fake) as wire:
        before = len(fake.world.messages(BOB))
        rule = fake.chaos(seed, max_delay=0.01, **options)
        for number in range(count):
            try:
                if number % 2:
                    seen.append(wire.http.post(MESSAGES, json={"text": f"t{number}"}).status_code)
                else:
                    seen.append(wire.http.get("/v1/accounts").status_code)
            except httpx.TransportError as error:
                seen.append(str(error)[:30])
        return seen, rule.hits, len(fake.world.messages(BOB)) - before


def test_the_same_seed_gives_the_same_faults() -> None:
    first, again, other = (_seen(seed, 60, rate=0.5) for seed in (1, 1, 2))
    assert first == again
    assert first[0] != other[0]
    assert {429, 500, 502, 503} & set(first[0])
    assert any(isinstance(seen, str) for seen in first[0])
    assert 15 < first[1] < 45


def test_a_send_that_fails_did_not_happen_unless_performed_allows_it() -> None:
    seen, _, arrived = _seen(3, 60, rate=0.7)
    assert seen[1::2].count(200) == arrived
    seen, _, arrived = _seen(3, 60, rate=0.7, performed=True)
    assert seen[1::2].count(200) < arrived


@pytest.mark.parametrize("kind", ["status", "delay", "cut", "disconnect", "hang"])
def test_a_kind_can_be_chosen(kind: str) -> None:
    seen, hits, arrived = _seen(4, 8, rate=1, kinds=[kind])
    reads, sends = set(seen[::2]), set(seen[1::2])
    if kind == "status":
        assert reads | sends <= {429, 500, 502, 503}
    elif kind == "delay":
        assert reads | sends == {200}
    elif kind == "cut":
        assert ({type(read) for read in reads}, sends) == ({str}, {200})
    else:
        assert reads | sends == {"Server disconnected without se"}
    assert (hits, arrived) == (4 if kind == "cut" else 8, 4 if kind in ("delay", "cut") else 0)


def test_it_ends_after_some_requests_or_with_its_block(wire: Wire) -> None:
    with wire.fake.chaos(1, rate=1, kinds=["status"], operation="labels.list", times=2) as rule:
        statuses = [wire.http.get("/v1/labels").status_code for _ in range(3)]
        assert (statuses[2], rule.hits, wire.send("GET", "/v1/accounts").status_code) == (200, 2, 200)
    unused = wire.fake.chaos(1, rate=0.5, operation="chats.list", optional=False)
    with pytest.raises(AssertionError, match=r"chaos of chats\.list never applied"), unused:
        wire.get("/v1/labels")


def test_a_client_that_retries_gets_through(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    fake_beeper.chaos(5, rate=0.3, kinds=["status", "cut", "disconnect"])
    done = 0
    for _ in range(10):
        try:
            done += len(beeper.accounts.list()) == 5
        except errors.APIError:
            continue
    assert done >= 8
    assert fake_beeper.requests.repeated() == []


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"seed": "1"}, TypeError, "seed must be an int of at least 0, not str"),
        ({"rate": 0}, ValueError, "rate must be greater than 0 and at most 1"),
        ({"kinds": "status"}, TypeError, "kinds must be a list or tuple of str, not str"),
        ({"kinds": []}, ValueError, "kinds must contain at least one of status, delay"),
        ({"kinds": ["disconect"]}, ValueError, "there is no kind 'disconect'; did you mean 'disconnect'"),
        ({"max_delay": 0}, ValueError, "max_delay must be greater than 0"),
        ({"operation": "chats.lst"}, ValueError, "did you mean 'chats.list'"),
        ({"performed": 1}, TypeError, "performed must be True or False, not int"),
    ],
)
def test_a_wrong_argument_is_an_error(arguments: dict[str, Any], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        FakeBeeper().chaos(**{**ONE, **arguments})
