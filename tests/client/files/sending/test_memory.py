"""A large file is never in memory as a whole, with a function for its progress neither."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path
from typing import Any

from tests.client.loopback.test_upload_pieces import Counting
from tests.scripted_server import Kind, Script, answer, call
from tests.sweeps import examples

MIB = 2**20
SIZE = examples(8) * MIB  # 400 MiB in the long form


def test_a_large_file_needs_no_memory(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.touch()
    os.truncate(path, SIZE)
    server, last = Counting(), (0, 0)

    def progress(done: int, total: int | None) -> None:
        nonlocal last
        last = done, total or 0

    def send(beeper: Any) -> Any:
        return beeper.assets.upload(file=path, progress=progress)

    tracemalloc.start()
    try:
        call(kind, Script(answer()), send, transport=server)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert last == (SIZE, SIZE)
    assert peak < 2 * MIB
