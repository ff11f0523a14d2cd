"""One client used by many at once: each gets its own answer, and nothing is left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, api
from beeper_sdk._transport import slots
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import AT_ONCE
from tests.left_behind import nothing_left_behind

THREADS = 16
TASKS = 40
CHATS = [str(number) for number in range(100, 116)]
"""Local IDs of chats that can be written to."""


def test_one_client_serves_many_threads(fake_beeper: FakeBeeper) -> None:
    def talk(beeper: Beeper, number: int) -> list[str]:
        chat_id = CHATS[number]
        seen = [beeper.chats.retrieve(chat_id).local_chat_id or ""]
        for round_number in range(4):
            sent = beeper.messages.send(chat_id, text=f"{number}/{round_number}")
            row = beeper.messages.retrieve(sent.pending_message_id, chat_id=chat_id)
            seen.append(row.text or "")
        return seen + [row.text or "" for row in beeper.messages.list(chat_id).collect(4)]

    with nothing_left_behind(), Beeper(fake_beeper.token, base_url=fake_beeper.url, retry=AT_ONCE) as beeper:
        with ThreadPoolExecutor(THREADS) as threads:
            results = list(threads.map(talk, repeat(beeper), range(THREADS)))
        assert len(fake_beeper.requests) == THREADS * (1 + 8 + 1)
    for number, seen in enumerate(results):
        texts = [f"{number}/{round_number}" for round_number in range(4)]
        assert seen == [CHATS[number], *texts, *reversed(texts)]


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_one_client_serves_many_tasks(loop: str, fake_beeper: FakeBeeper) -> None:
    texts: dict[int, str | None] = {}
    ids: set[str] = set()

    async def talk(beeper: AsyncBeeper, number: int) -> None:
        chat_id = CHATS[number % len(CHATS)]
        sent = await beeper.messages.send(chat_id, text=str(number))
        row = await beeper.raw(api.messages.retrieve(sent.pending_message_id, chat_id=chat_id))
        texts[number] = row.value.text
        ids.add(row.request_id)

    async def run() -> None:
        async with (
            AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url, retry=AT_ONCE) as beeper,
            anyio.create_task_group() as group,
        ):
            for number in range(TASKS):
                group.start_soon(talk, beeper, number)

    with nothing_left_behind():
        anyio.run(run, backend=loop)
    assert texts == {number: str(number) for number in range(TASKS)}
    assert (len(ids), len(fake_beeper.requests)) == (TASKS, 2 * TASKS)


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_call_that_is_cancelled_leaves_the_client_usable(loop: str, fake_beeper: FakeBeeper) -> None:
    async def run() -> None:
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url, retry=AT_ONCE) as beeper:
            for patience in (0.0, 0.0005, 0.001, 0.002, 0.004):
                with anyio.move_on_after(patience):
                    await beeper.messages.list("124").collect()
                assert (await beeper.chats.retrieve("124")).local_chat_id == "124"

    with nothing_left_behind():
        anyio.run(run, backend=loop)


def test_streams_that_are_left_early_give_their_connections_back(
    fake_beeper: FakeBeeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"0123456789" * 50_000
    monkeypatch.setattr(slots, "MAX_CALLS", 10)  # of 100: with more than a client has places for, this took 1.5 s

    with nothing_left_behind(), Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        url = beeper.assets.upload(file=data).src_url or ""
        for _ in range(15):
            with beeper.stream(api.assets.serve(url=url)) as file:
                assert next(iter(file.iter_bytes())).startswith(b"0123456789")
        with beeper.stream(api.assets.serve(url=url)) as file:
            assert file.save(tmp_path / "whole").read_bytes() == data


def test_closing_a_client_with_other_options_leaves_the_first_one_open(fake_beeper: FakeBeeper) -> None:
    with nothing_left_behind(), Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        with beeper.with_options(timeout=5, headers={"X-Other": "1"}) as other_client:
            assert other_client.chats.retrieve("124") == beeper.chats.retrieve("124")
        assert beeper.chats.retrieve("124").local_chat_id == "124"
