"""Sleeping, results of user functions and files, blocking and async. Written by hand for both; keep them alike.

The async version uses anyio, so that it runs on asyncio and trio. anyio is imported when it is first needed.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Awaitable, Coroutine, Generator
from contextlib import asynccontextmanager, contextmanager
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from anyio import AsyncFile


def sleep(seconds: float) -> None:
    """Sleep."""
    time.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Sleep without blocking other tasks."""
    import anyio

    await anyio.sleep(seconds)


def is_awaitable(value: object) -> TypeGuard[Awaitable[object]]:
    """Whether a value is awaitable."""
    return isinstance(value, Awaitable)


def close_coroutine(value: object) -> None:
    """Close a coroutine that is not used: otherwise Python warns that it was never awaited."""
    if isinstance(value, Coroutine):
        value.close()


def resolve_result(value: object) -> object:
    """The result of a user's function in a blocking client. Raises TypeError if it is awaitable."""
    if is_awaitable(value):
        close_coroutine(value)
        raise TypeError("functions passed to Beeper must not be async; pass a plain function, or use AsyncBeeper")
    return value


async def async_resolve_result(value: object) -> object:
    """The result of a user's function, which is awaited if it is async."""
    return await value if is_awaitable(value) else value


@contextmanager
def new_file(path: str | PathLike[str]) -> Generator[IO[bytes]]:
    """Open a file for writing, and delete it if the block fails. Raises OSError like `open`."""
    target = Path(path)
    with target.open("wb") as file:
        try:
            yield file
        except BaseException:
            file.close()
            target.unlink(missing_ok=True)
            raise


@asynccontextmanager
async def async_new_file(path: str | PathLike[str]) -> AsyncGenerator[AsyncFile[bytes]]:
    """Open a file for writing, and delete it if the block fails. Raises OSError like `open`.

    Disk operations run in a thread. The file is closed and deleted even if the task is cancelled."""
    import anyio

    file = await anyio.open_file(path, "wb")
    try:
        yield file
    except BaseException:
        with anyio.CancelScope(shield=True):
            await file.aclose()
            await anyio.Path(path).unlink(missing_ok=True)
        raise
    with anyio.CancelScope(shield=True):
        await file.aclose()
