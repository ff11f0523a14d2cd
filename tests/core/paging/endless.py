"""A chat of any length, made up page by page; as a program, the time and the memory that reading it needs:

PYTHONPATH=.:generated python -m tests.core.paging.endless [messages] [page size]
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

import anyio
import httpx

from beeper_sdk import AsyncBeeper, Beeper
from beeper_sdk._core.paging.checkpoint import REMEMBERED
from tests.scripted_server import TOKEN, message

Way: TypeAlias = Literal["newest first", "oldest first", "async, ahead"]
WAYS: tuple[Way, ...] = get_args(Way)
WARMUP_MESSAGES = 2 * REMEMBERED
"""Messages after which a checkpoint holds as many ids as it ever does."""


class Endless:
    """A transport that serves messages `total` down to 1, with IDs of at least so many characters."""

    def __init__(self, total: int, size: int, id_length: int = 1) -> None:
        self.total = total
        self.size = size
        self.id_length = id_length
        self.requests = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        at = int(request.url.params.get("cursor", self.total + 1))
        if request.url.params.get("direction") == "after":
            numbers = range(min(self.total, at + self.size), at, -1)
            more = numbers[0] < self.total
        else:
            numbers = range(at - 1, max(0, at - 1 - self.size), -1)
            more = numbers[-1] > 1
        items = [message(number) | {"id": str(number).zfill(self.id_length)} for number in numbers]
        edges = {"oldestCursor": str(numbers[-1]), "newestCursor": str(numbers[0])}
        return httpx.Response(200, content=json.dumps({"items": items, "hasMore": more, **edges}))


class Figures(NamedTuple):
    """What reading the chat needed."""

    way: Way
    messages: int
    requests: int
    seconds: float
    memory_after_warmup: int
    """Peak memory of the process, in kB, after `WARMUP_MESSAGES` messages."""
    peak_memory: int
    """Peak memory of the process, in kB, at the end."""


class _Count:
    def __init__(self) -> None:
        self.messages = self.memory_after_warmup = 0

    def add(self, _: object) -> None:
        self.messages += 1
        if self.messages == WARMUP_MESSAGES:
            self.memory_after_warmup = _memory()


def _memory() -> int:
    import resource  # not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def measure(total: int, size: int, way: Way, id_length: int = 1) -> Figures:
    """Iterate over all of it, in this process."""
    server, count = Endless(total, size, id_length), _Count()
    started = time.perf_counter()
    if way == "async, ahead":
        anyio.run(_walk_ahead, server, count)
    else:
        with Beeper(TOKEN, transport=httpx.MockTransport(server)) as beeper:
            pager = beeper.messages.list("!a:x")
            for item in pager.oldest_first() if way == "oldest first" else pager:
                count.add(item)
    return Figures(
        way, count.messages, server.requests, time.perf_counter() - started, count.memory_after_warmup, _memory()
    )


async def _walk_ahead(server: Endless, count: _Count) -> None:
    async with (
        AsyncBeeper(TOKEN, transport=httpx.MockTransport(server)) as beeper,
        beeper.messages.list("!a:x").prefetch() as ahead,
    ):
        async for item in ahead:
            count.add(item)


def figures(total: int, size: int, id_length: int = 1) -> Iterator[Figures]:
    """Of each way to iterate over it, in a process of its own."""
    for way in WAYS:
        walk = f"measure({total}, {size}, {way!r}, {id_length})"
        code = f"import json; from tests.core.paging.endless import measure; print(json.dumps({walk}))"
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
        values: Any = json.loads(done.stdout)
        yield Figures(*values)


def main(total: str = "100000", size: str = "20") -> None:
    """Print them."""
    for run in figures(int(total), int(size)):
        memory = f"{run.memory_after_warmup / 1024:.1f} MB at first, {run.peak_memory / 1024:.1f} MB at most"
        print(f"{run.way:13} {run.messages:9,} messages {run.requests:7,} requests {run.seconds:6.1f} s  {memory}")


if __name__ == "__main__":
    main(*sys.argv[1:])
