"""Measures reading 100,000 messages in pages of 20: this SDK, httpx that follows the cursor, the official SDK.

All of them proceed in turns, a hundred pages each, so that nobody has a quieter machine than another.
"""

from __future__ import annotations

import json
from functools import partial
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from scripts.bench import report, sample, server
from scripts.bench.clients import HEADERS, SEND
from scripts.bench.contest import FAST, KEY, WITHOUT_EXTRAS, Contest, Loop, Times

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator, Iterator

    from scripts.bench.environment import Place

MESSAGES = {"sync": 100_000, "async": 30_000}
SLICE = 2_000
BUDGETS = {("sync", WITHOUT_EXTRAS): "<= 0.7", ("sync", FAST): "<= 0.6"}


def rows(place: Place) -> list[report.Row]:
    """Measure the blocking client with the extra `fast` and without, the asynchronous one without."""
    made: list[report.Row] = []
    with server.running() as url:
        for way, kind in (("sync", WITHOUT_EXTRAS), ("sync", FAST), ("async", WITHOUT_EXTRAS)):
            times = place.measure("walk", kind, way, url)
            what = f"read {MESSAGES[way]:,} messages, {way}{', fast' * (kind == FAST)}"
            rivals = [name for name in WALKS[way] if not name.startswith("ours")]
            for mine in ("ours", "ours, prefetch"):
                name = what + mine.removeprefix("ours")
                for rival in rivals if kind == WITHOUT_EXTRAS else rivals[:1]:
                    budget = BUDGETS.get((way, kind), "") if (mine, rival) == ("ours", "httpx + json") else ""
                    made.append(report.compare(name, times, mine, rival, budget, many=MESSAGES[way]))
    return made


def measure(kind: str, way: str, url: str) -> Times:
    """One contest; without the official SDK where only the reading of JSON differs."""
    contest, loop = Contest(), Loop()
    for name, walk in WALKS[way].items():
        if kind == WITHOUT_EXTRAS or name != "official":
            contest.add(name, partial(slices, walk, url, loop))
    return contest.measure(MESSAGES[way] // SLICE, SLICE)


def slices(walk: Callable[[str], Any], url: str, loop: Loop) -> Callable[[int], object]:
    """What reads so many more messages."""
    messages = walk(url)
    if hasattr(messages, "__anext__"):
        return lambda count: loop.run(some(messages, count))

    def run(count: int) -> None:
        if sum(1 for _ in islice(messages, count)) < count:
            raise EOFError("the walk ended too early")

    return run


async def some(messages: AsyncIterator[object], count: int) -> None:
    """Read so many more messages."""
    async for _ in messages:
        count -= 1
        if not count:
            return
    raise EOFError("the walk ended too early")


def ours(url: str) -> Iterator[object]:
    """This SDK."""
    from beeper_sdk import Beeper

    return iter(Beeper(KEY, base_url=url).messages.list(sample.CHAT))


def ahead(url: str) -> Generator[object]:
    """This SDK, requesting one page ahead."""
    from beeper_sdk import Beeper

    with Beeper(KEY, base_url=url).messages.list(sample.CHAT).prefetch() as pager:
        yield from pager


def bare_httpx(url: str) -> Generator[object]:
    """The same with httpx and `json`, as dictionaries."""
    import httpx

    client = httpx.Client(base_url=url, headers=HEADERS, trust_env=False)
    query: dict[str, str] = {}
    while True:
        page = json.loads(client.get(SEND, params=query).content)
        yield from page["items"]
        if not page["hasMore"]:
            return
        query = {"cursor": page["oldestCursor"], "direction": "before"}


def official(url: str) -> Iterator[object]:
    """The official SDK."""
    client = import_module("beeper_desktop_api").BeeperDesktop(access_token=KEY, base_url=url)
    messages: Iterator[object] = iter(client.messages.list(sample.CHAT))
    return messages


def async_ours(url: str) -> AsyncIterator[object]:
    """This SDK."""
    from beeper_sdk import AsyncBeeper

    return aiter(AsyncBeeper(KEY, base_url=url).messages.list(sample.CHAT))


async def async_ahead(url: str) -> AsyncIterator[object]:
    """This SDK, requesting one page ahead."""
    from beeper_sdk import AsyncBeeper

    async with AsyncBeeper(KEY, base_url=url).messages.list(sample.CHAT).prefetch() as pager:
        async for message in pager:
            yield message


async def async_httpx(url: str) -> AsyncIterator[object]:
    """The same with httpx and `json`, as dictionaries."""
    import httpx

    client = httpx.AsyncClient(base_url=url, headers=HEADERS, trust_env=False)
    query: dict[str, str] = {}
    while True:
        page = json.loads((await client.get(SEND, params=query)).content)
        for message in page["items"]:
            yield message
        if not page["hasMore"]:
            return
        query = {"cursor": page["oldestCursor"], "direction": "before"}


WALKS: dict[str, dict[str, Callable[[str], Any]]] = {
    "sync": {"ours": ours, "ours, prefetch": ahead, "httpx + json": bare_httpx, "official": official},
    "async": {"ours": async_ours, "ours, prefetch": async_ahead, "httpx + json": async_httpx},
}
