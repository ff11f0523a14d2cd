"""What a client must not leave behind: threads, sockets and other descriptors of this process."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 20.0
FOLDER = Path("/dev/fd")


def descriptors() -> int:
    """Open files and sockets of this process. (Reading the folder opens one more, each time.)"""
    return len(list(FOLDER.iterdir())) if FOLDER.exists() else 0


@contextmanager
def nothing_left_behind() -> Generator[None]:
    """The same threads and descriptors as before; a server may take a moment to see that somebody left.

    What was dropped unclosed shows as a warning, which is an error. Descriptors are counted, not the sockets among all
    Python objects: listing all objects took 0.1 s each time, and waiting lists them again and again.
    """
    gc.collect()
    before, threads = descriptors(), set(threading.enumerate())
    yield
    gc.collect()
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and (descriptors() > before or set(threading.enumerate()) - threads):
        time.sleep(0.01)
    leftover_threads = {thread.name for thread in set(threading.enumerate()) - threads}
    leaked = max(0, descriptors() - before)
    assert (leftover_threads, leaked) == (set(), 0), f"{leaked} descriptors and threads {leftover_threads}"
