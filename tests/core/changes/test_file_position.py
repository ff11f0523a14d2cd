"""`Position`: a snapshot and its journal, whatever a killed process, a full disk or a power cut left of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from beeper_sdk._core.changes import file_position
from beeper_sdk._core.changes.journal import Journal
from beeper_sdk._core.changes.store import OpenPosition, open_position
from beeper_sdk.changes import Position
from tests.core.changes.helpers import after, empty, names, state, stored

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


@contextmanager
def abandoned(path: Path) -> Iterator[OpenPosition]:
    """A position that is not closed, as if the process was killed: the lock is released, all else stays."""
    opened = open_position(path)
    yield opened
    lock = vars(opened)["_lock"]
    vars(opened)["_journal"].close()
    lock.release()


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """A full disk: no file grows beyond this size, and what fits of a write is written."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_write_costs_one_line_of_the_journal_and_closing_leaves_one_file(tmp_path: Path) -> None:
    path, journal = tmp_path / "p.json", tmp_path / "p.json.journal"
    with closing(open_position(path)) as opened:
        assert names(tmp_path) == [".p.json.lock"]
        opened.write([("chats", str(n), "x" * 100) for n in range(1000)])
        snapshot = path.stat()
        assert names(tmp_path) == [".p.json.lock", "p.json"]
        for number in range(3):
            opened.write([("chats", "5", number), ("meta", "a", number)])
            assert len(journal.read_bytes().splitlines()) == number + 2
        assert journal.stat().st_size < 300
        assert path.stat().st_ino == snapshot.st_ino
    assert names(tmp_path) == ["p.json"]
    assert stored(path)["chats"]["5"] == 2
    assert names(tmp_path) == ["p.json"]


def test_a_journal_longer_than_its_limit_and_the_snapshot_becomes_a_new_snapshot(tmp_path: Path) -> None:
    path, journal = tmp_path / "p.json", tmp_path / "p.json.journal"
    with closing(open_position(path)) as opened:
        opened.write([("meta", "a", 0)])
        largest = 0
        for number in range(30):
            opened.write([("chats", str(number), "x" * 30_000)])
            largest = max(largest, journal.stat().st_size if journal.exists() else 0)
            assert path.stat().st_size + (journal.stat().st_size if journal.exists() else 0) >= 30_000 * number
        assert file_position.JOURNAL_LIMIT - 31_000 < largest < 31_000 * 20
        assert path.stat().st_size > file_position.JOURNAL_LIMIT


def test_each_truncation_of_the_journal_gives_the_writes_before_it(tmp_path: Path) -> None:
    path, journal = tmp_path / "p.json", tmp_path / "p.json.journal"
    models, sizes = [empty()], [0]
    with abandoned(path) as opened:
        for number in range(4):
            opened.write([("chats", "ü", number), ("meta", str(number), {"a": [number, "é\n"]})])
            models.append(state(opened))
            sizes.append(journal.stat().st_size if journal.exists() else 0)
    content, snapshot = journal.read_bytes(), path.read_bytes()
    assert sizes[-1] == len(content)
    for length in range(len(content) + 1):
        journal.write_bytes(content[:length])
        complete = max(number for number, size in enumerate(sizes) if size <= length)
        with abandoned(path) as opened:
            assert state(opened) == models[complete]
            opened.write([("meta", "later", length)])
        assert stored(path) == after(models[complete], [("meta", "later", length)])
        path.write_bytes(snapshot)


@pytest.mark.parametrize("line", [1, 2, 3])
@pytest.mark.parametrize(
    "damage", [b"\0\0\0", b"", b"{secret", b'["secret"]', b'{"secret":1}', b'[["other","secret",1]]']
)
def test_a_damaged_line_of_the_journal_is_an_error_with_its_number(tmp_path: Path, line: int, damage: bytes) -> None:
    path, journal = tmp_path / "p.json", tmp_path / "p.json.journal"
    with abandoned(path) as opened:
        for number in range(4):
            opened.write([("meta", "a", number)])
    lines = journal.read_bytes().split(b"\n")
    lines[line - 1] = damage
    journal.write_bytes(b"\n".join(lines))
    with pytest.raises(ValueError, match=f"p.json.journal: line {line} is .*delete .*p.json to start anew") as caught:
        open_position(path)
    assert "secret" not in str(caught.value)
    path.unlink()
    assert stored(path) == empty()


def test_a_journal_of_a_newer_version_is_not_read(tmp_path: Path) -> None:
    path, journal = tmp_path / "p.json", tmp_path / "p.json.journal"
    with abandoned(path) as opened:
        for number in range(2):
            opened.write([("meta", "a", number)])
    journal.write_bytes(journal.read_bytes().replace(b'"version":1', b'"version":2'))
    with pytest.raises(ValueError, match="line 1 was written by a newer version"):
        open_position(path)


def test_an_older_journal_is_not_applied_to_a_newer_snapshot(tmp_path: Path) -> None:
    """A process can be killed after the snapshot was replaced and before the journal was removed."""
    path, journal = tmp_path / "p.json", tmp_path / "p.json.journal"
    with closing(open_position(path)) as opened:
        opened.write([("meta", "a", 1)])
        opened.write([("meta", "a", 2)])
        old = journal.read_bytes()
        opened.write([("meta", "a", 3)])
    journal.write_bytes(old)
    with abandoned(path) as opened:
        assert state(opened)["meta"] == {"a": 3}
        opened.write([("meta", "b", 4)])
    assert stored(path)["meta"] == {"a": 3, "b": 4}


def test_deleting_the_file_starts_anew_although_its_journal_is_left(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    with abandoned(path) as opened:
        opened.write([("meta", "a", 1)])
        opened.write([("meta", "a", 2)])
    path.unlink()
    with closing(open_position(path)) as opened:
        assert (opened.is_new, state(opened)) == (True, empty())
        opened.write([("meta", "b", 1)])
    assert names(tmp_path) == ["p.json"]
    assert stored(path)["meta"] == {"b": 1}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"secret", "is damaged"),
        (b"\xff\xfe\0", "is damaged"),
        (b'{"version":1,"meta":{},"chats":{},"sent":{}}', "is damaged"),
        (b'{"secret":1}', "is not a position"),
        (b'{"version":9}', "was written by a newer version of this SDK"),
    ],
)
def test_a_damaged_file_is_an_error_that_says_how_to_start_anew(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(content)
    for _ in range(2):  # the lock was released
        with pytest.raises(ValueError, match=f"p.json {problem}; delete it to start anew$") as caught:
            open_position(path)
        assert "secret" not in repr(caught.value)
    assert path.read_bytes() == content
    assert names(tmp_path) == ["p.json"]


def test_a_path_that_cannot_hold_a_position_is_named(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="a position must be a file"):
        open_position(tmp_path)
    path = tmp_path / "missing" / "p.json"
    with pytest.raises(FileNotFoundError, match=r"the folder of this position does not exist.*p\.json"):
        open_position(path)
    assert names(tmp_path) == []


@POSIX
def test_an_unreadable_file_and_a_folder_without_write_permission_are_errors(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read all files")
    path = tmp_path / "p.json"
    path.write_text("{}")
    path.chmod(0)
    with pytest.raises(PermissionError):
        open_position(path)
    folder = tmp_path / "folder"
    folder.mkdir(0o500)
    with pytest.raises(PermissionError):
        open_position(folder / "p.json")


@POSIX
def test_what_is_no_regular_file_is_an_error_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.json")
    with pytest.raises(OSError, match="is not a regular file"):
        open_position(tmp_path / "p.json")


@POSIX
def test_new_files_have_mode_0600_and_a_file_keeps_its_own(tmp_path: Path) -> None:
    path = tmp_path / "p.json"

    def modes() -> set[int]:
        return {stat.S_IMODE(found.stat().st_mode) for found in tmp_path.iterdir()}

    before = os.umask(0)
    try:
        with closing(open_position(path)) as opened:
            opened.write([("meta", "a", 1)])
            opened.write([("meta", "a", 2)])
            assert modes() == {0o600}
            assert len(names(tmp_path)) == 3
        path.chmod(0o640)
        with closing(open_position(path)) as opened:
            opened.write([("meta", "a", 3)])
        assert modes() == {0o640}
    finally:
        os.umask(before)


@POSIX
def test_links_are_followed_and_stay(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(folder / "p.json")
    for number in range(2):
        with closing(open_position(link)) as opened:
            opened.write([("meta", str(number), 1)])
    assert (link.is_symlink(), names(tmp_path), names(folder)) == (True, ["folder", "link.json"], ["p.json"])
    assert stored(folder / "p.json")["meta"] == {"0": 1, "1": 1}


def test_temporary_files_of_killed_processes_are_removed(tmp_path: Path) -> None:
    old, young, other = (tmp_path / f".p.json-{letter * 16}.tmp" for letter in "abx")
    for path in (old, young, other):
        path.write_text("")
    for path in (old, other):
        os.utime(path, (1, 1))
    open_position(tmp_path / "p.json").close()
    assert names(tmp_path) == sorted([young.name, other.name])


@POSIX
def test_a_full_disk_changes_nothing_and_a_later_write_works(tmp_path: Path) -> None:
    path, journal = tmp_path / "p.json", tmp_path / "p.json.journal"
    with closing(open_position(path)) as opened:
        with largest_file(20), pytest.raises(OSError, match=r"p\.json"):
            opened.write([("meta", "a", 0)])
        assert (names(tmp_path), state(opened)) == ([".p.json.lock"], empty())
        opened.write([("meta", "a", 1)])
        opened.write([("meta", "a", 2)])
        content = journal.read_bytes()
        with largest_file(len(content) + 5), pytest.raises(OSError, match="too large"):
            opened.write([("meta", "a", 3)])
        assert (journal.read_bytes(), state(opened)["meta"]) == (content, {"a": 2})
        opened.write([("meta", "b", 4)])
        with largest_file(10):
            opened.close()  # the snapshot cannot be written, and need not be
    assert names(tmp_path) == ["p.json", "p.json.journal"]
    assert stored(path)["meta"] == {"a": 2, "b": 4}
    assert names(tmp_path) == ["p.json"]


@POSIX
def test_a_position_whose_first_write_failed_stays_new(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    with closing(open_position(path)) as opened, largest_file(20), pytest.raises(OSError, match="too large"):
        opened.write([("meta", "a", 0)])
    assert names(tmp_path) == []
    with closing(open_position(path)) as opened:
        assert opened.is_new


@POSIX
def test_a_journal_that_cannot_become_a_snapshot_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_position, "JOURNAL_LIMIT", 100)
    path = tmp_path / "p.json"
    with closing(open_position(path)) as opened:
        opened.write([("chats", "a", "x" * 5000)])
        opened.write([("chats", "b", "y" * 4000)])
        with largest_file(9000):
            for number in range(30):
                opened.write([("meta", "a", [number, "x" * 100])])
        assert state(opened)["meta"] == {"a": [29, "x" * 100]}
        written = state(opened)
    assert stored(path) == written


def test_an_interrupted_write_is_not_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.json"
    append = Journal.append

    def interrupted(self: Journal, generation: str, line: str) -> None:
        append(self, generation, line)
        raise KeyboardInterrupt

    with abandoned(path) as opened:
        for number in range(2):
            opened.write([("meta", "a", number)])
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "append", interrupted)
            with pytest.raises(KeyboardInterrupt):
                opened.write([("meta", "a", 2)])
        assert state(opened)["meta"] == {"a": 1}
        opened.write([("meta", "b", 3)])
    assert stored(path)["meta"] == {"a": 1, "b": 3}


def test_an_interrupted_snapshot_does_not_lose_later_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted between the new snapshot and the removal of the old journal, to which nothing must be appended."""
    path = tmp_path / "p.json"

    def interrupted(_: Journal) -> None:
        raise KeyboardInterrupt

    with abandoned(path) as opened:
        opened.write([("meta", "a", 0)])
        opened.write([("meta", "a", 1)])
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "remove", interrupted)
            vars(opened)["_limit"] = 0
            with pytest.raises(KeyboardInterrupt):
                opened.write([("meta", "a", 2)])
        vars(opened)["_limit"] = file_position.JOURNAL_LIMIT
        opened.write([("meta", "b", 3)])
    assert stored(path)["meta"] == {"a": 2, "b": 3}


def test_a_path_may_be_a_str_or_a_position(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    with closing(open_position(str(path))) as opened:
        opened.write([("meta", "a", 1)])
    assert stored(path) == stored(Position(path)) == stored(Position(str(path)))
