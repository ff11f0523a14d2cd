"""One client used by many at once: each gets its own answer, every send arrives once, connections are shared."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, api
from beeper_sdk.testing import FakeBeeper
from tests.client.lifecycle.counting_server import PlainServer
from tests.client.lifecycle.loops import LOOPS, Loop, run

pytestmark = pytest.mark.usefixtures("transport")

THREADS = 32
TURNS = 4
TASKS = 48
"""More than a client of these tests has places for."""


def test_32_threads_share_a_client_and_get_their_own_answers(plain: PlainServer) -> None:
    def talk(number: int) -> list[str]:
        seen: list[str] = []
        for round_number in range(TURNS):
            seen.append(beeper.chats.retrieve(f"c{number}-{round_number}").title or "")
            seen.append(beeper.messages.send(f"c{number}", text=f"{number}-{round_number}").pending_message_id)
        return seen

    with Beeper("t", base_url=plain.url) as beeper, ThreadPoolExecutor(THREADS) as pool:
        results = list(pool.map(talk, range(THREADS)))
    for number, seen in enumerate(results):
        assert seen == [text for t in range(TURNS) for text in (f"title of c{number}-{t}", f"sent {number}-{t}")]
    bodies = Counter(request.body for request in plain.requests if request.method == "POST")
    assert (len(bodies), set(bodies.values())) == (THREADS * TURNS, {1})
    assert len(plain.connections) <= THREADS


@pytest.mark.parametrize("loop", LOOPS)
def test_48_tasks_share_a_client_and_get_their_own_answers(loop: Loop, plain: PlainServer, few_places: int) -> None:
    answers: dict[int, str | None] = {}

    async def main() -> None:
        async def talk(number: int) -> None:
            if number % 2:
                answers[number] = (await beeper.chats.retrieve(f"c{number}")).title
            else:
                answers[number] = (await beeper.messages.send("c", text=str(number))).pending_message_id

        async with AsyncBeeper("t", base_url=plain.url) as beeper, anyio.create_task_group() as group:
            for number in range(TASKS):
                group.start_soon(talk, number)

    run(loop, main)
    assert answers == {n: f"title of c{n}" if n % 2 else f"sent {n}" for n in range(TASKS)}
    bodies = Counter(request.body for request in plain.requests if request.method == "POST")
    assert (len(bodies), set(bodies.values())) == (TASKS // 2, {1})
    assert len(plain.connections) <= few_places


def test_threads_that_send_and_read_find_their_own_messages(fake_beeper: FakeBeeper) -> None:
    def talk(number: int) -> list[str | None]:
        chat_id = str(100 + number)
        sent = [
            beeper.messages.send(chat_id, text=f"{number}/{round_number}").pending_message_id
            for round_number in range(3)
        ]
        return [beeper.messages.retrieve(name, chat_id=chat_id).text for name in sent]

    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper, ThreadPoolExecutor(THREADS) as pool:
        texts = list(pool.map(talk, range(16)))
    assert texts == [[f"{number}/{round_number}" for round_number in range(3)] for number in range(16)]
    assert len(fake_beeper.requests) == 16 * 6


def test_clients_of_with_options_share_connections(plain: PlainServer) -> None:
    with Beeper("t", base_url=plain.url) as beeper:
        others = [beeper.with_options(timeout=n + 1, headers={"X-Other": str(n)}) for n in range(20)]
        ids = {client.raw(api.chats.retrieve("a")).request_id for client in [beeper, *others]}
    assert (len(plain.requests), len(plain.connections), len(ids)) == (21, 1, 21)


@pytest.mark.parametrize("loop", LOOPS)
def test_async_clients_of_with_options_share_connections(loop: Loop, plain: PlainServer) -> None:
    async def main() -> None:
        async with AsyncBeeper("t", base_url=plain.url) as beeper:
            for number in range(20):
                await beeper.with_options(timeout=number + 1).chats.retrieve("a")

    run(loop, main)
    assert (len(plain.requests), len(plain.connections)) == (20, 1)


def test_threads_that_begin_together_make_one_pool(plain: PlainServer) -> None:
    start = threading.Barrier(16)

    def retrieve(_: int) -> str:
        start.wait()
        return beeper.chats.retrieve("a").id

    for _ in range(10):
        with Beeper("t", base_url=plain.url) as beeper, ThreadPoolExecutor(16) as pool:
            assert set(pool.map(retrieve, range(16))) == {"a"}
