"""Files that are too large for memory, and a client that reads what the server sends without keeping it."""

from __future__ import annotations

import hashlib
import http.client
import tracemalloc
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from beeper_sdk.testing import FakeBeeper
from tests.fake_state import state
from tests.testing.wire import Json, enc

MIB = 2**20
DATA = Random(5).randbytes(2 * MIB + 12345)
"""Large enough for the disk, and for several parts."""
TAG = f'"{hashlib.sha256(DATA).hexdigest()[:16]}"'


def path_to(message: Json) -> str:
    """Where the file of a message is served."""
    return f"/v1/assets/serve?url={enc(message['attachments'][0]['id'])}"


def folder_of(fake: FakeBeeper) -> Path:
    """The temporary folder of a server that has files in it."""
    found = fake.world.read(lambda world: state(world).media.folder)
    assert found is not None
    return found


def files_in(folder: Path) -> list[Path]:
    """All files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


@dataclass
class Received:
    """What a response was."""

    status: int
    headers: dict[str, str]
    size: int
    digest: str


def receive(fake: FakeBeeper, path: str, **headers: str) -> Received:
    """A response of which only the size and the hash are kept."""
    at = urlsplit(fake.url)
    connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=60)
    try:
        connection.request("GET", path, headers={"authorization": f"Bearer {fake.token}", **headers})
        response = connection.getresponse()
        found, size, buffer = hashlib.sha256(), 0, bytearray(65536)
        while count := response.readinto(buffer):
            found.update(memoryview(buffer)[:count])
            size += count
        named = {name.lower(): value for name, value in response.getheaders()}
        return Received(response.status, named, size, found.hexdigest())
    finally:
        connection.close()


@contextmanager
def at_most(most: int) -> Generator[None]:
    """Assert how many bytes of memory this process needs more than before, with the server in it."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < most
