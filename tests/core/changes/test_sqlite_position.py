"""`SqlitePosition`: a table in a database of its own, or in the user's, where all else stays as it is."""

from __future__ import annotations

import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from beeper_sdk._core.changes import sqlite_position
from beeper_sdk._core.changes.store import open_position
from beeper_sdk.changes import PositionInUse, SqlitePosition
from tests.core.changes.helpers import empty, names, state, stored
from tests.core.changes.test_file_position import POSIX, largest_file


def execute(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """The rows of the last statement."""
    rows: list[tuple[object, ...]] = []
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def test_a_new_database_has_a_row_for_each_key_and_is_one_file_when_closed(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    with closing(open_position(SqlitePosition(path))) as opened:
        opened.write([("chats", "a", {"b": 1}), ("meta", "c", "d")])
        assert execute(path, "PRAGMA journal_mode") == [("wal",)]
        opened.write([("chats", "a", 2)])
        rows = execute(path, "SELECT * FROM beeper_position ORDER BY part")
        assert rows == [("chats", "a", "2"), ("meta", "c", '"d"'), ("version", "", "1")]
    assert names(tmp_path) == ["p.db"]


def test_a_database_of_the_user_keeps_its_tables_and_its_journal_mode(tmp_path: Path) -> None:
    path = tmp_path / "app.db"
    execute(path, "CREATE TABLE outbox (id)", "INSERT INTO outbox VALUES (1)")
    with closing(open_position(SqlitePosition(path))) as opened:
        opened.write([("meta", "a", 1)])
        execute(path, "INSERT INTO outbox VALUES (2)")
        opened.write([("meta", "a", 2)])
    assert execute(path, "SELECT id FROM outbox") == [(1,), (2,)]
    assert execute(path, "PRAGMA journal_mode") == [("delete",)]
    assert stored(SqlitePosition(path))["meta"] == {"a": 2}


def test_a_database_can_hold_several_positions_and_each_is_locked_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    one, other = SqlitePosition(path), SqlitePosition(path, table="Select")
    with closing(open_position(one)) as first, closing(open_position(other)) as second:
        first.write([("meta", "a", 1)])
        second.write([("meta", "a", 2)])
        for position in (one, other, SqlitePosition(path, table="sELECT")):
            with pytest.raises(PositionInUse, match=r"p\.db is in use by another process or iteration"):
                open_position(position)
    assert (stored(one)["meta"], stored(other)["meta"]) == ({"a": 1}, {"a": 2})


@pytest.mark.parametrize("table", ["", "1a", "a b", 'a"b', "a;b", "sqlite_a", "SQLITE_a", "ä", "a" * 64, "a\n"])
def test_a_table_has_a_simple_name(table: str) -> None:
    with pytest.raises(ValueError, match="table must be a name of up to 63 letters"):
        SqlitePosition("p.db", table=table)


def test_a_table_name_is_a_str_and_memory_is_no_place() -> None:
    with pytest.raises(TypeError, match="table must be a str, not int"):
        SqlitePosition("p.db", table=5)  # type: ignore[arg-type]  # checked at run time too
    with pytest.raises(ValueError, match="a position in memory would be lost"):
        SqlitePosition(":memory:")


def test_another_table_of_that_name_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "app.db"
    execute(path, "CREATE TABLE beeper_position (id)", "INSERT INTO beeper_position VALUES (1)")
    for _ in range(2):  # the lock was released
        with pytest.raises(ValueError, match=r"of .*app\.db is not a position; choose another table="):
            open_position(SqlitePosition(path))
    assert execute(path, "SELECT * FROM beeper_position") == [(1,)]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ("'chats', 'secret', '{'", "is damaged"),
        ("'chats', 'secret', ''", "is empty"),
        ("'secret', 'a', '1'", "is damaged"),
        ("'chats', 'secret', x'31'", "is damaged"),
        ("'version', '', 'secret'", "is damaged"),
        ("'version', '', '2'", "was written by a newer version of this SDK"),
    ],
)
def test_a_damaged_row_is_an_error_without_its_contents(tmp_path: Path, values: str, problem: str) -> None:
    path = tmp_path / "p.db"
    with closing(open_position(SqlitePosition(path))) as opened:
        opened.write([("meta", "a", 1)])
    execute(path, f"REPLACE INTO beeper_position VALUES ({values})")
    with pytest.raises(ValueError, match=rf"p\.db {problem}; drop that table to start anew$") as caught:
        open_position(SqlitePosition(path))
    assert "secret" not in repr(caught.value)
    execute(path, "DROP TABLE beeper_position")
    assert stored(SqlitePosition(path)) == empty()


def test_a_file_that_is_no_database_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    path.write_text("secret" * 1000)
    with pytest.raises(ValueError, match=r"p\.db is not an SQLite database, or is damaged") as caught:
        open_position(SqlitePosition(path))
    assert caught.value.__context__ is None
    with pytest.raises(FileNotFoundError, match=r"the folder of this position does not exist.*p\.db"):
        open_position(SqlitePosition(tmp_path / "missing" / "p.db"))
    with pytest.raises(IsADirectoryError):
        open_position(SqlitePosition(tmp_path))


def test_a_write_waits_for_a_transaction_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.db"
    monkeypatch.setattr(sqlite_position, "_TIMEOUT", 0.05)
    with (
        closing(open_position(SqlitePosition(path))) as opened,
        closing(sqlite3.connect(path, isolation_level=None)) as user,
    ):
        opened.write([("meta", "a", 1)])
        user.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            opened.write([("meta", "a", 2)])
        assert state(opened)["meta"] == {"a": 1}
        user.execute("COMMIT")
        opened.write([("meta", "b", 3)])
    assert stored(SqlitePosition(path))["meta"] == {"a": 1, "b": 3}


def test_a_failed_write_leaves_no_transaction_open(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    with closing(open_position(SqlitePosition(path))) as opened:
        opened.write([("meta", "a", 1)])
        fail = "BEGIN SELECT RAISE(ABORT, 'no'); END"
        execute(path, f"CREATE TRIGGER fail BEFORE INSERT ON beeper_position WHEN NEW.key = 'bad' {fail}")
        with pytest.raises(sqlite3.IntegrityError, match="no"):
            opened.write([("meta", "good", 1), ("meta", "bad", 1)])
        execute(path, "DROP TRIGGER fail")
        assert state(opened)["meta"] == {"a": 1}
        opened.write([("meta", "b", 1)])
    assert stored(SqlitePosition(path))["meta"] == {"a": 1, "b": 1}


def test_it_is_opened_written_and_closed_in_different_threads(tmp_path: Path) -> None:
    position = SqlitePosition(tmp_path / "p.db")
    with ThreadPoolExecutor(1) as thread:
        opened = thread.submit(open_position, position).result()
    opened.write([("meta", "a", 1)])
    with ThreadPoolExecutor(1) as thread:
        thread.submit(opened.write, [("meta", "b", 1)]).result()
        thread.submit(opened.close).result()
    assert stored(position)["meta"] == {"a": 1, "b": 1}


@POSIX
def test_a_new_database_has_mode_0600(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with closing(open_position(SqlitePosition(tmp_path / "p.db"))) as opened:
            opened.write([("meta", "a", 1)])
            assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
            assert len(names(tmp_path)) == 4
    finally:
        os.umask(before)


@POSIX
def test_a_full_disk_changes_nothing_and_a_later_write_works(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    with closing(open_position(SqlitePosition(path))) as opened:
        opened.write([("chats", str(number), "x" * 1000) for number in range(100)])
        size = (tmp_path / "p.db-wal").stat().st_size
        with largest_file(size + 5000), pytest.raises(sqlite3.OperationalError):
            opened.write([("chats", str(number), "y" * 2000) for number in range(100)])
        assert state(opened)["chats"]["7"] == "x" * 1000
        opened.write([("meta", "a", 1)])
        written = state(opened)
    assert stored(SqlitePosition(path)) == written
