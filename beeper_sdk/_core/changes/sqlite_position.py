"""`SqlitePosition`: a position in a table of an SQLite database, one row for each key.

A write is one transaction. With WAL and ``synchronous=NORMAL`` only checkpoints need fsync, commits do not: a killed
process loses nothing, a power cut at most the last commits. ``OFF`` would avoid all fsyncs, but a power cut could then
damage the database, which may be the user's own.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..util.override import override
from ..util.validation import check_text
from .file_position import as_path, locked
from .opened_position import OpenedPosition
from .position_data import VERSION, Record, apply_row, encode_value

if TYPE_CHECKING:
    import sqlite3

    from attrs import Attribute

    from .position_lock import PositionLock

_TIMEOUT = 5.0
"""Seconds to wait for a transaction of others."""
_COLUMNS = ("part", "key", "value")
_VERSION = "version"
"""The part of the row with the version. All other parts are tables of the `PositionData`."""
_open_connections: set[sqlite3.Connection] = set()
"""Keeps them from being closed by the garbage collector of a forked child, where SQLite must not be used."""


def _check_table(_: object, __: Attribute[str], table: object) -> None:
    name = check_text("table", table)
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,62}", name) or name.lower().startswith("sqlite_"):
        raise ValueError("table must be a name of up to 63 letters, digits and _, not starting with a digit or sqlite_")


@frozen(repr=False)
class SqlitePosition:
    """A position in a table of an SQLite database. The argument of ``beeper.changes``.

    The database can be your own: all else in it stays as it is. While one of your transactions writes, a commit of the
    position waits, for 5 seconds at most (then `sqlite3.OperationalError` is raised), so end yours before. A new
    database gets mode 0600 and a write-ahead log (WAL). An existing one keeps its journal mode: commits are faster
    after ``PRAGMA journal_mode=WAL``. To start anew, drop the table.

    Args:
        path: The database file, which is created if needed. Its folder must exist. Links are followed.
        table: The table, for several positions in one database. Letters, digits and ``_``, at most 63.

    Raises:
        TypeError: ``path`` is not a path, or ``table`` is not a str.
        ValueError: ``path`` is empty or not that of a file, or ``table`` is not a valid name.
    """

    path: Path = field(converter=as_path)
    table: str = field(default="beeper_position", kw_only=True, validator=_check_table)

    def __attrs_post_init__(self) -> None:
        if str(self.path) == ":memory:":
            raise ValueError("path must be that of a file: a position in memory would be lost")

    @override
    def __repr__(self) -> str:
        return f"SqlitePosition({str(self.path)!r}, table={self.table!r})"


def open_sqlite(position: SqlitePosition) -> OpenedPosition:
    """Open it. Errors are those of `open_position`."""
    # The database itself cannot be locked, because the user writes to it too.
    target, lock = locked(position.path, f".{position.table.lower()}")
    try:
        return _OpenSqlite(position, target, lock)
    except BaseException:
        lock.release()
        raise


class _OpenSqlite(OpenedPosition):
    def __init__(self, position: SqlitePosition, target: Path, lock: PositionLock) -> None:
        super().__init__(lock)
        self._shown = str(position.path)
        self._table = f'"{position.table}"'
        self._statements = _Statements(self._table)
        self._is_created = False
        self._connection = _connect(target, self._shown)
        _open_connections.add(self._connection)
        try:
            self._load()
        except BaseException:
            self._finish()
            raise

    def _load(self) -> None:
        for part, key, value in self._rows():
            self.is_new = False
            try:
                if part == _VERSION:
                    _check_version(value)
                else:
                    apply_row(self.data, part, key, value)
            except ValueError as error:
                raise ValueError(
                    f"the table {self._table} of {self._shown} {error}; drop that table to start anew"
                ) from None

    def _rows(self) -> list[tuple[object, object, object]]:
        """The rows, and none if there is no table."""
        found = self._connection.execute(f"PRAGMA table_info({self._table})").fetchall()
        if not found:
            return []
        if tuple(column[1] for column in found) != _COLUMNS:
            raise ValueError(f"the table {self._table} of {self._shown} is not a position; choose another table=")
        self._is_created = True
        return self._connection.execute(self._statements.select).fetchall()

    @override
    def _persist(self, rows: tuple[Record, ...], line: str) -> None:
        last = {(table, key): value for table, key, value in rows}
        connection, do = self._connection, self._statements
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not self._is_created:
                connection.execute(do.create)
                connection.execute(do.replace, (_VERSION, "", str(VERSION)))
            connection.executemany(do.replace, [(*row, encode_value(v)) for row, v in last.items() if v is not None])
            connection.executemany(do.delete, [row for row, v in last.items() if v is None])
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # SQLite ends it by itself after some errors, such as a full disk
                connection.execute("ROLLBACK")
            raise
        self._is_created = True

    @override
    def _tidy(self) -> None:
        """Nothing: SQLite does it."""

    @override
    def _finish(self) -> None:
        _open_connections.discard(self._connection)
        self._connection.close()


class _Statements:
    """The statements for a table. Its name was checked, and is quoted, because it can be a keyword."""

    def __init__(self, table: str) -> None:
        self.create: str = (
            f"CREATE TABLE {table} (part TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, "
            "PRIMARY KEY (part, key)) WITHOUT ROWID"
        )
        self.select: str = f"SELECT part, key, value FROM {table}"  # noqa: S608 - a checked name
        self.replace: str = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)"  # noqa: S608
        self.delete: str = f"DELETE FROM {table} WHERE part = ? AND key = ?"  # noqa: S608


def _connect(target: Path, shown: str) -> sqlite3.Connection:
    """Connect to the database, which is created if needed."""
    import sqlite3

    if not target.exists():
        os.close(os.open(target, os.O_CREAT | os.O_RDWR, 0o600))  # SQLite would create it with the mode of the umask
    # One connection for all threads: `OpenedPosition` calls it from one at a time.
    connection = sqlite3.connect(target, timeout=_TIMEOUT, isolation_level=None, check_same_thread=False)
    is_database = True
    try:
        connection.execute("PRAGMA synchronous=NORMAL")
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.DatabaseError as error:
        connection.close()
        if type(error) is not sqlite3.DatabaseError:  # such as OperationalError: the database is locked
            raise
        is_database = False
    if not is_database:
        raise ValueError(f"{shown} is not an SQLite database, or is damaged; choose another path")
    return connection


def _check_version(value: object) -> None:
    if not isinstance(value, str) or not value.isdecimal():
        raise ValueError("is damaged")
    if int(value) > VERSION:
        raise ValueError("was written by a newer version of this SDK")
