"""A program that iterates over lists, is killed again and again, and goes on each time where its record ends.

    python -m tests.client.loopback.dying URL FOLDER KILLS SEED

It forks, so that a life does not begin with importing: the child iterates and writes, the parent kills it at random.
A record has a line for each item (or page) with the checkpoint after it, appended in one write; a line is whole or
is not there, and so an item and its checkpoint are kept together. That is all a program has to do.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from beeper_sdk import AsyncBeeper, Beeper

MEAN_LIFE = 0.02
MERGED = "!merged:x"


class Record:
    """What was read, and where to go on."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        whole, _, torn = path.read_bytes().rpartition(b"\n")
        if torn:  # written by a machine that lost its power; a process that is killed does not leave this
            os.ftruncate(self._file, len(whole) + 1 if whole else 0)
        self.checkpoint: str | None = json.loads(whole.rpartition(b"\n")[2])["checkpoint"] if whole else None

    def add(self, ids: list[str], checkpoint: str) -> None:
        """One line, in one write."""
        os.write(self._file, json.dumps({"ids": ids, "checkpoint": checkpoint}).encode() + b"\n")


def items(beeper: Beeper, chat: str, record: Record, change: Callable[[Any], Any] = lambda pager: pager) -> None:
    """Message by message."""
    pager = change(beeper.messages.list(chat, resume=record.checkpoint))
    for message in pager:
        record.add([message.id], pager.checkpoint)


def pages(beeper: Beeper, chat: str, record: Record) -> None:
    """Page by page."""
    for page in beeper.messages.list(chat, resume=record.checkpoint).pages():
        record.add([message.id for message in page.items], page.checkpoint)


def forward(beeper: Beeper, chat: str, record: Record) -> None:
    """Towards newer, from a cursor on, oldest first."""
    pager = beeper.messages.list(chat, cursor="0", direction="after", resume=record.checkpoint).oldest_first()
    for message in pager:
        record.add([message.id], pager.checkpoint)


def oldest(beeper: Beeper, chat: str, record: Record) -> None:
    """The whole history, oldest first."""
    items(beeper, chat, record, lambda pager: pager.oldest_first())


def ahead(beeper: Beeper, chat: str, record: Record) -> None:
    """With the next page asked for."""
    with beeper.messages.list(chat, resume=record.checkpoint).prefetch() as pager:
        for message in pager:
            record.add([message.id], pager.checkpoint)


async def async_ahead(beeper: AsyncBeeper, chat: str, record: Record) -> None:
    """The same, async."""
    async with beeper.messages.list(chat, resume=record.checkpoint).prefetch() as pager:
        async for message in pager:
            record.add([message.id], pager.checkpoint)


def merged(beeper: Beeper, _: str, record: Record) -> None:
    """The messages of the members of a merged chat."""
    items(beeper, MERGED, record)


def merged_oldest(beeper: Beeper, _: str, record: Record) -> None:
    """The same, oldest first."""
    oldest(beeper, MERGED, record)


WALKS: dict[str, Callable[[Beeper, str, Record], None]] = {
    "items": items,
    "pages": pages,
    "forward": forward,
    "oldest": oldest,
    "ahead": ahead,
    "merged": merged,
    "merged_oldest": merged_oldest,
}
NAMES = (*WALKS, "async")


def live(url: str, name: str, path: Path) -> None:
    """Iterate to the end, if nobody minds."""
    record = Record(path)
    if name in WALKS:
        with Beeper("t", base_url=url) as beeper:
            WALKS[name](beeper, "!a:x", record)
        return

    async def run() -> None:
        async with AsyncBeeper("t", base_url=url) as beeper:
            await async_ahead(beeper, "!a:x", record)

    asyncio.run(run())


def life(act: Callable[[], None], seconds: float | None) -> bool:
    """One life of a child, cut short after so many seconds. Was it killed?"""
    child = os.fork()
    if not child:
        act()
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return True
    if status:
        sys.exit(f"a child failed with {status}")
    return False


def main(url: str, folder: Path, kills: int, seed: int) -> None:
    """Iterate over one list after the other, killing `kills` times in all; the last ones die no more and end."""
    chance = random.Random(seed)
    live(url, "async", Path(os.devnull))  # imports whatever is imported late
    live(url, "items", Path(os.devnull))
    killed = walks = 0
    while killed < kills or walks < len(NAMES):
        name = NAMES[walks % len(NAMES)]
        path = folder / f"{walks:03}-{name}"
        while life(lambda: live(url, name, path), chance.expovariate(1 / MEAN_LIFE) if killed < kills else None):  # noqa: B023
            killed += 1
        walks += 1
    print(killed)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
