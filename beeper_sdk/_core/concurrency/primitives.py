"""What has no mechanical twin: waiting and files, once blocking and once async. Written by hand, kept alike.

The async half is on anyio, so that it runs under asyncio and trio alike; it is imported when first needed.
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
    """Wait."""
    time.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Wait, and let others work."""
    import anyio

    await anyio.sleep(seconds)


def is_awaitable(value: object) -> TypeGuard[Awaitable[object]]:
    """Is this to be awaited?"""
    return isinstance(value, Awaitable)


def resolve_result(value: object) -> object:
    """The result of a user's function, which cannot be awaited here. Raises TypeError where it is awaitable."""
    if is_awaitable(value):
        if isinstance(value, Coroutine):
            value.close()  # else Python would warn that it was never awaited
        raise TypeError("a function given to this client is async: give a plain one, or use AsyncBeeper")
    return value


async def async_resolve_result(value: object) -> object:
    """The result of a user's function, awaited where that is async."""
    return await value if is_awaitable(value) else value


@contextmanager
def new_file(path: str | PathLike[str]) -> Generator[IO[bytes]]:
    """A new or emptied file, open for writing; removed again when the block fails. Raises OSError as `open` does."""
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
    """A new or emptied file, open for writing; removed again when the block fails. Raises OSError as `open` does.
    The disk is waited for in a thread, and cleaned up even when the task is cancelled."""
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
