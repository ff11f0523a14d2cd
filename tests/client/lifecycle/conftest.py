"""Fixtures of the tests of a client's life: nothing is ever left behind, and a server that counts connections."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.client.lifecycle.counting_server import PlainServer

FOLDER = Path("/proc/self/fd")


def _descriptors() -> int:
    """Open files and sockets of this process. (Reading the folder opens one more, each time.)"""
    return len(list(FOLDER.iterdir())) if FOLDER.exists() else 0


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    """The same threads and descriptors as before; what was dropped unclosed shows as a warning, which is an error."""
    gc.collect()
    threads, descriptors = set(threading.enumerate()), _descriptors()
    yield
    gc.collect()
    give_up = time.monotonic() + 3
    while _descriptors() > descriptors and time.monotonic() < give_up:
        time.sleep(0.01)
    leftover_threads = {thread.name for thread in set(threading.enumerate()) - threads}
    assert (leftover_threads, max(0, _descriptors() - descriptors)) == (set(), 0)


@pytest.fixture
def plain() -> Iterator[PlainServer]:
    """A running server that counts connections."""
    with PlainServer() as server:
        yield server
