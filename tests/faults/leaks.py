"""What a client must not leave behind: threads, tasks of them, sockets."""

from __future__ import annotations

import gc
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager

PATIENCE = 3.0


def sockets() -> int:
    """Sockets that are open in this process."""
    gc.collect()
    return sum(isinstance(item, socket.socket) and item.fileno() != -1 for item in gc.get_objects())


@contextmanager
def nothing_left_behind() -> Generator[None]:
    """The same threads and sockets as before; a server may take a moment to see that somebody left."""
    before, threads = sockets(), set(threading.enumerate())
    yield
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and (sockets() > before or set(threading.enumerate()) - threads):
        time.sleep(0.02)
    names = {thread.name for thread in set(threading.enumerate()) - threads}
    leaked = sockets() - before
    assert (leaked, names) == (0, set()), f"{leaked} sockets and threads {names}"
