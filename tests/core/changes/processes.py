"""Processes that are killed while they write to a position.

    python -m tests.core.changes.processes randomly FOLDER STORE KILLS SEED
    python -m tests.core.changes.processes everywhere FOLDER STORE STEP

After each kill, what is loaded is the state after some number of writes, and no write that had returned is missing.
`test_kills.py` runs both; its long form is `--hypothesis-profile=long`.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType

from beeper_sdk._core.changes import file_position
from beeper_sdk._core.changes.position_data import Record
from beeper_sdk._core.changes.store import OpenPosition, PositionLike, open_position
from tests.core.changes.helpers import STORES, State, after, empty, state

LONGEST = 0.012
"""Seconds for which a process writes at most."""
WRITES = 12
file_position.JOURNAL_LIMIT = 3000  # so that a snapshot is replaced every dozen writes


def records(number: int) -> list[Record]:
    """The records of a write. Each changes several keys, so that half a write would be noticed."""
    return [
        ("meta", "number", number),
        ("chats", str(number % 20), {"at": number, "text": "x" * (number % 300)}),
        ("chats", str(number * 7 % 20), None),
        ("sent", str(number % 5), number),
    ]


def number_of(found: State) -> int:
    """The number of the last write."""
    number = found["meta"].get("number", 0)
    assert isinstance(number, int)
    return number


class Model:
    """The state after each write."""

    def __init__(self) -> None:
        self.number = 0
        self.state = empty()

    def check(self, found: State, returned: int) -> int:
        """Check what was loaded after a kill. Returns how many writes are in it."""
        number = number_of(found)
        assert returned <= number <= returned + 1, f"{returned} writes returned, and {number} are stored"
        while self.number < number:
            self.number += 1
            self.state = after(self.state, records(self.number))
        assert found == self.state, "what is stored is not the state after a write"
        return number


def write_all(position: PositionLike, acknowledge: Callable[[int], object], last: int) -> None:
    """Open, write and close. The number of each write that returned, and of the last one before, is acknowledged."""
    with closing(open_position(position)) as opened:
        first = number_of(state(opened))
        acknowledge(first)
        for number in range(first + 1, first + last + 1):
            opened.write(records(number))
            acknowledge(number)


def in_child(act: Callable[[Callable[[int], object]], object], wait: float | None) -> tuple[bool, int]:
    """Do something in a process, which is killed so many seconds after it has opened the position.

    Returns whether it was killed, and the last number that it acknowledged.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            act(lambda number: os.write(writing, number.to_bytes(4, "big")))
        except BaseException as error:  # noqa: BLE001  # the parent reports it
            print(type(error).__name__, error, file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        numbers = file.read(4)
        if wait is not None:
            time.sleep(wait)
            os.kill(child, signal.SIGKILL)
        numbers += file.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), f"the process ended with {code}"
    return code != 0, int.from_bytes(numbers[-4:], "big")


def loaded(position: PositionLike) -> tuple[OpenPosition, State]:
    opened = open_position(position)
    return opened, state(opened)


def randomly(folder: Path, store: str, kills: int, seed: int) -> None:
    """Kill processes at random moments. Half of them read what a killed process left, without a close in between."""
    position, model, choice = STORES[store](folder), Model(), random.Random(seed)
    returned, counts = 0, Counter[str]()
    while counts["killed"] < kills:
        was_killed, last = in_child(partial(write_all, position, last=1 << 30), choice.uniform(0, LONGEST))
        counts["killed"] += was_killed
        counts["killed while writing"] += was_killed and last > returned
        returned = max(last, returned)
        if choice.random() < 0.5:
            opened, found = loaded(position)
            returned = model.check(found, returned)
            opened.close()
            counts["checked"] += 1
        else:
            # The next process continues from what is stored, which may be one more than what had returned.
            _, last = in_child(partial(write_all, position, last=1), None)
            assert returned + 1 <= last <= returned + 2, "a write that had returned is missing"
            returned = last
    opened, found = loaded(position)
    model.check(found, returned)
    opened.close()
    print(json.dumps(counts | {"writes": model.number}))


def everywhere(folder: Path, store: str, step: int) -> None:
    """Kill a process at boundaries between Python and C, and so before and after calls of the system."""
    counts = Counter[str]()
    for number in count(1, step):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        position, model = STORES[store](folder), Model()
        was_killed, last = in_child(partial(killed_at, number, position), None)
        opened, found = loaded(position)
        model.check(found, last)
        opened.write(records(model.number + 1))
        opened.close()
        counts["killed"] += was_killed
        if not was_killed:
            assert last == WRITES
            break
    print(json.dumps(counts))


def killed_at(number: int, position: PositionLike, acknowledge: Callable[[int], object]) -> None:
    """Write, and kill this process at the boundary between Python and C that has this number."""
    seen = count(1)

    def profile(_: FrameType, event: str, __: object) -> None:
        if event.startswith("c_") and next(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(profile)
    write_all(position, acknowledge, WRITES)
    sys.setprofile(None)


if __name__ == "__main__":
    command, where, name, *numbers = sys.argv[1:]
    if command == "randomly":
        randomly(Path(where), name, int(numbers[0]), int(numbers[1]))
    else:
        everywhere(Path(where), name, int(numbers[0]))
