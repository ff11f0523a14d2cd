"""Stores of a position, and programs of other processes that use one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from beeper_sdk._core.changes.position_data import TABLES, Record
from beeper_sdk._core.changes.store import OpenPosition, PositionLike, open_position
from beeper_sdk._core.generated import Json
from beeper_sdk.changes import Position, SqlitePosition

ROOT = Path(__file__).parents[3]
State: TypeAlias = dict[str, dict[str, Json]]


class Memory:
    """A store of a user. With `fails`, saving raises."""

    def __init__(self) -> None:
        self.text: str | None = None
        self.fails = False

    def load(self) -> str | None:
        return self.text

    def save(self, position: str, /) -> None:
        if self.fails:
            raise OSError("no space")
        self.text = position


STORES: dict[str, Callable[[Path], PositionLike]] = {
    "file": lambda folder: Position(folder / "p.json"),
    "sqlite": lambda folder: SqlitePosition(folder / "p.db"),
    "own": lambda _: Memory(),
}


def state(opened: OpenPosition) -> State:
    """A copy of the data."""
    return {name: dict(opened.data.tables[name]) for name in TABLES}


def stored(position: PositionLike) -> State:
    """What is stored."""
    with closing(open_position(position)) as opened:
        return state(opened)


def after(model: State, records: list[Record]) -> State:
    """A plain dict with these changes."""
    new = {name: dict(model[name]) for name in model}
    for table, key, value in records:
        if value is None:
            new[table].pop(key, None)
        else:
            new[table][key] = value
    return new


def empty() -> State:
    return {name: {} for name in TABLES}


def names(folder: Path) -> list[str]:
    """The files in a folder, but for lock files, which stay on Windows."""
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock" or os.name == "posix")


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process, with pipes. It can import the SDK."""
    head = f"import sys; sys.path[:0] = {[str(ROOT / 'generated'), str(ROOT)]!r}\n"
    command = [sys.executable, "-c", head + code, *map(str, arguments)]
    return subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
