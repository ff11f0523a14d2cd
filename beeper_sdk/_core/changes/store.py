"""Where a position can be kept, and how it is opened."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol, TypeAlias, cast

from ..util.override import override
from ..util.validation import has_method, wrong_type
from .file_position import Position, open_file
from .opened_position import OpenedPosition
from .position_data import PositionData, Record
from .sqlite_position import SqlitePosition, open_sqlite


class PositionStore(Protocol):
    """A store of your own for a position: an object with these two methods.

    Example, a table of your database::

        class TablePosition:
            def __init__(self, database: Connection, name: str) -> None:
                self.database = database
                self.name = name

            def load(self) -> str | None:
                found = self.database.execute("SELECT text FROM positions WHERE name = ?", [self.name]).fetchone()
                return None if found is None else found[0]

            def save(self, position: str, /) -> None:
                with self.database:
                    self.database.execute("REPLACE INTO positions VALUES (?, ?)", [self.name, position])

        for change in beeper.changes(TablePosition(database, "bot")): ...

    The position is one JSON text of ASCII characters, about a kilobyte for each chat, with IDs and cursors only. Each
    commit saves the whole text: with many chats, `Position` and `SqlitePosition` are faster. Nothing locks the store:
    do not use one position twice at the same time. The methods may be called from several threads, but not at the same
    time. Their exceptions reach the caller.
    """

    def load(self) -> str | None:
        """The text that was saved last; None if there is none, so that the position is new."""
        ...

    def save(self, position: str, /) -> None:
        """Keep this text instead of the one before. If this raises, the commit has failed and can be repeated.

        Args:
            position: The text, ASCII characters only.
        """
        ...


class OpenPosition(Protocol):
    """A position in use. All methods can be called from several threads."""

    @property
    def data(self) -> PositionData:
        """The data, as it was loaded and then written. Empty if there is none."""
        ...

    @property
    def is_new(self) -> bool:
        """Whether nothing was stored when the position was opened."""
        ...

    def write(self, records: Sequence[Record]) -> None:
        """Apply records to the data and persist them.

        All of them or none, also if the process is killed, and what was written by calls that returned is never lost
        then. (A power cut may lose the last writes, because there is no fsync for each.)

        Raises:
            PositionInUse: this is a forked child of the process that opened the position.
            RuntimeError: the position is closed.
            TypeError, ValueError: they are not records, or a value is not JSON. Nothing was written.
            OSError: it cannot be persisted, for example because the disk is full. The data is unchanged, in memory and
                on the disk. The errors of `sqlite3` and of a `PositionStore` are not changed.
        """
        ...

    def close(self) -> None:
        """Release the lock. The second time, and in a forked child, this does nothing."""
        ...


ACCEPTED = "a path, a Position, a SqlitePosition, or an object with load and save"
PositionLike: TypeAlias = str | os.PathLike[str] | Position | SqlitePosition | PositionStore
"""Where a position is kept: the path of a file, or one of these."""


def check_position(position: object) -> None:
    """Check a position before it is opened. Raises TypeError, ValueError."""
    if isinstance(position, str | os.PathLike):
        Position(cast("str", position))
        return
    is_store = has_method(position, "load") and has_method(position, "save")
    if not isinstance(position, Position | SqlitePosition) and not is_store:
        raise wrong_type("position", ACCEPTED, position)


def open_position(position: PositionLike) -> OpenPosition:
    """Open a position, and lock it. A str or path is that of a `Position`.

    Raises:
        PositionInUse: another process or iteration uses it.
        TypeError: it is nothing of that.
        ValueError: what is stored is not a position, is damaged, or was written by a newer version of this SDK.
        OSError: it cannot be read or written, or its folder does not exist.
    """
    if isinstance(position, Position):
        return open_file(position)
    if isinstance(position, SqlitePosition):
        return open_sqlite(position)
    if has_method(position, "load") and has_method(position, "save"):
        return _OpenStore(cast("PositionStore", position))
    if isinstance(position, str | os.PathLike):
        return open_file(Position(cast("str", position)))
    raise wrong_type("position", ACCEPTED, position)


class _OpenStore(OpenedPosition):
    def __init__(self, store: PositionStore) -> None:
        super().__init__(None)
        self._store = store
        text: object = store.load()
        if isinstance(text, str):
            self.data = _loaded(text)
            self.is_new = False
        elif text is not None:
            raise wrong_type("the result of load()", "a str or None", text)

    @override
    def _persist(self, rows: tuple[Record, ...], line: str) -> None:
        self._store.save(self.data.after(rows).text())

    @override
    def _tidy(self) -> None:
        """Nothing: each write saves all."""

    @override
    def _finish(self) -> None:
        """Nothing: the store is the user's."""


def _loaded(text: str) -> PositionData:
    try:
        return PositionData.from_text(text)
    except ValueError as error:
        raise ValueError(f"what load() returned {error}") from None
