"""Every call ends in time, whatever a server sends, and however slowly it sends it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, api, errors
from tests.sweeps import LONG, examples
from tests.transport.trickle import TrickleServer, at_each_byte, endless

PAUSE = 0.05
TIMEOUT = 0.5
RETRY = RetryPolicy(attempts=2, base=0, deadline=1.0)
PATIENCE = 30.0
"""Seconds after which a call counts as endless: far more than its budget, because the machine may be busy."""
PROGRESS = frozenset({"chunks", "the body"})
"""Endless bodies: a stream of them ends when its user stops to read."""


async def read(beeper: AsyncBeeper) -> object:
    return await beeper.chats.search().first()


async def send(beeper: AsyncBeeper) -> object:
    return await beeper.messages.send("!a:beeper.com", text="x")


async def stream(beeper: AsyncBeeper) -> object:
    async with beeper.stream(api.assets.serve(url="mxc://a/b")) as file:
        return [piece async for piece in file.iter_bytes()]


def read_in_thread(beeper: Beeper) -> object:
    return beeper.chats.search().first()


def send_in_thread(beeper: Beeper) -> object:
    return beeper.messages.send("!a:beeper.com", text="x")


def stream_in_thread(beeper: Beeper) -> object:
    with beeper.stream(api.assets.serve(url="mxc://a/b")) as file:
        return list(file.iter_bytes())


ASYNC: dict[str, Callable[[AsyncBeeper], Awaitable[object]]] = {"read": read, "once": send, "stream": stream}
SYNC: dict[str, Callable[[Beeper], object]] = {
    "read": read_in_thread,
    "once": send_in_thread,
    "stream": stream_in_thread,
}


def run(server: TrickleServer, names: Iterable[str], call: str) -> dict[str, object]:
    """What a call of both clients ended with for each trickle."""
    found: dict[str, object] = {}
    todo = list(names)
    for start in range(0, len(todo), 20):
        batch = todo[start : start + 20]
        found |= {f"{name}, async": ended for name, ended in run_async(server, batch, ASYNC[call]).items()}
        found |= {f"{name}, sync": ended for name, ended in run_sync(server, batch, SYNC[call]).items()}
    return found


def run_async(
    server: TrickleServer, names: Iterable[str], act: Callable[[AsyncBeeper], Awaitable[object]]
) -> dict[str, object]:
    found: dict[str, object] = {}

    async def one(name: str) -> None:
        found[name] = "endless"
        async with AsyncBeeper("t", base_url=server.url(name), timeout=TIMEOUT, retry=RETRY) as beeper:
            with anyio.move_on_after(PATIENCE):
                try:
                    found[name] = await act(beeper)
                except errors.BeeperError as error:
                    found[name] = error

    async def main() -> None:
        async with anyio.create_task_group() as group:
            for name in names:
                group.start_soon(one, name)

    anyio.run(main)
    return found


def run_sync(server: TrickleServer, names: Iterable[str], act: Callable[[Beeper], object]) -> dict[str, object]:
    def one(name: str) -> object:
        with Beeper("t", base_url=server.url(name), timeout=TIMEOUT, retry=RETRY) as beeper:
            try:
                return act(beeper)
            except errors.BeeperError as error:
                return error

    with ThreadPoolExecutor(20) as pool:
        running = {name: pool.submit(one, name) for name in names}
        return {name: future.result(PATIENCE) for name, future in running.items()}


@pytest.mark.parametrize("call", ASYNC)
@pytest.mark.parametrize("pause", [0, PAUSE])
def test_an_endless_part_of_a_response_ends_in_an_error(call: str, pause: float) -> None:
    trickles = {name: part for name, part in endless(pause).items() if call != "stream" or name not in PROGRESS}
    if not pause and examples(1) != LONG:  # each keeps a core busy until the call ends
        trickles = {name: trickles[name] for name in ("interim responses", "a chunk extension", "trailers")}
    with TrickleServer(trickles) as server:
        found = run(server, trickles, call)
    # Without pauses, which limit is reached first depends on the machine: the time, or the size (100 KiB without body),
    # which makes the response an invalid one.
    read = (errors.APIConnectionError, errors.ResponseDecodeError)
    kinds = (errors.DeliveryUncertain,) if call == "once" else read if pause == 0 else read[:1]
    assert {name: ended for name, ended in found.items() if not isinstance(ended, kinds)} == {}


@pytest.mark.parametrize("call", ASYNC)
def test_a_response_that_trickles_from_any_byte_on_ends(call: str) -> None:
    trickles = at_each_byte(PAUSE)
    step = 1 if examples(1) == LONG else 41
    names = list(trickles)[::step]
    with TrickleServer({name: trickles[name] for name in names}) as server:
        found = run(server, names, call)
    assert "endless" not in found.values()
    assert len(found) == 2 * len(names)
    print(f"{len(found)} trickles of {call}: none is endless")
