"""What has no mechanical twin: waiting and files, once blocking and once async. Written by hand, kept alike.

The async half is on anyio, so that it runs under asyncio and trio alike; it is imported when first needed.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from anyio import AsyncFile


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Wait, and let others work."""
    import anyio

    await anyio.sleep(seconds)


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
