"""The worlds that a fake server can start with: by name, or from a file that `FakeBeeper.save` wrote.

Each is made once in a process, and copied at each start: making the demo world takes 0.3 s, and a copy 0.3 ms.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from ..._core.util.validation import check_kind
from ..world.start import StoredStart

WorldName: TypeAlias = str | os.PathLike[str]
"""``demo``, ``small``, ``empty``, or the path of a file."""
NAMES = ("demo", "small", "empty")


def check_world(world: WorldName) -> WorldName:
    """Check the ``world`` argument. A file is read here, so that what is wrong in it is known before the start.

    Raises:
        TypeError: It is neither a str nor a path.
        ValueError: There is no world of that name, or the file is not a saved world.
        OSError: The file cannot be read.
    """
    check_kind("world", world, str | os.PathLike, "a str or a path")
    if world in NAMES:
        return str(world)
    if not _is_path(world):
        raise ValueError(f"world must be one of {', '.join(NAMES)} or the path of a .json file, not {world!r}")
    path = Path(os.fspath(world)).absolute()
    start_of(path, 0)
    return path


def _is_path(world: str | os.PathLike[str]) -> bool:
    return not isinstance(world, str) or world.endswith(".json") or any(mark in world for mark in "/\\")


def start_of(world: WorldName, seed: int) -> StoredStart:
    """The start of a world, for any number of servers. The seed has an effect on the demo world only."""
    if isinstance(world, str):
        return _made(world, seed if world == "demo" else 0)
    status = Path(world).stat()
    return _loaded(os.fspath(world), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=6)
def _made(name: str, seed: int) -> StoredStart:
    if name == "demo":
        from .demo import demo

        return StoredStart(demo(seed))
    from .small import empty, small

    return StoredStart(small() if name == "small" else empty())


@lru_cache(maxsize=2)
def _loaded(path: str, _changed: int, _size: int) -> StoredStart:
    from .saving import load

    try:
        return StoredStart(load(Path(path)))
    except RecursionError:
        raise ValueError(f"{Path(path).name} is not a saved world: it is nested too deeply") from None
