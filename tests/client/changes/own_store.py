"""A store for a position as a user may write it."""

from __future__ import annotations

from pathlib import Path


class OwnStore:
    """Keeps the text of a position in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> str | None:
        return self._path.read_text() if self._path.exists() else None

    def save(self, position: str, /) -> None:
        self._path.write_text(position)
