"""Fixtures of files."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Self

import pytest

from beeper_sdk.testing.world.contents import OnDisk
from tests.testing.media.helpers import DATA


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """A file with DATA."""
    path = tmp_path / "big file.bin"
    path.write_bytes(DATA)
    return path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of all reads of files on disk, as they happen."""
    sizes: list[int] = []
    opens = OnDisk.open

    class Counting:
        def __init__(self, file: BinaryIO) -> None:
            self._file = file
            self.seek, self.close = file.seek, file.close

        def read(self, count: int = -1) -> bytes:
            found = self._file.read(count)
            sizes.append(len(found))
            return found

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

    def counted(contents: OnDisk) -> Counting:
        return Counting(opens(contents))

    monkeypatch.setattr(OnDisk, "open", counted)
    return sizes
