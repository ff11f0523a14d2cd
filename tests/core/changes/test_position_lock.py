"""One process and one iteration uses a position; the lock ends with them, and nothing has to be cleaned up."""

from __future__ import annotations

import errno
import os
import pickle
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from beeper_sdk import errors
from beeper_sdk._core.changes.store import PositionLike, open_position
from beeper_sdk._core.util import file_lock
from beeper_sdk.changes import Position, PositionInUse, SqlitePosition
from tests.core.changes.helpers import names, start, stored

MAKERS: tuple[Callable[[Path], PositionLike], ...] = (Position, SqlitePosition)
HOLD = """
from beeper_sdk._core.changes.store import open_position
from beeper_sdk.changes import Position, SqlitePosition
opened = open_position({"Position": Position, "SqlitePosition": SqlitePosition}[sys.argv[1]](sys.argv[2]))
opened.write([("meta", "a", 1)])
print("open", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("make", MAKERS)
def test_a_second_iteration_is_an_error_until_the_first_ends(
    make: Callable[[Path], PositionLike], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p"
    (tmp_path / "folder").mkdir()
    others = [path, tmp_path / "folder" / ".." / "p", Path("p")]
    monkeypatch.chdir(tmp_path)
    if os.name == "posix":
        (tmp_path / "link").symlink_to(path)
        others.append(tmp_path / "link")
    with closing(open_position(make(path))) as opened:
        for other in others:
            with pytest.raises(PositionInUse):
                open_position(make(other))
        opened.write([("meta", "a", 1)])
        open_position(make(tmp_path / "q")).close()
    for other in others:
        assert stored(make(other))["meta"] == {"a": 1}


@pytest.mark.parametrize("make", MAKERS)
def test_another_process_holds_it_until_it_is_killed(make: type, tmp_path: Path) -> None:
    path = tmp_path / "p"
    with start(HOLD, make.__name__, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            with pytest.raises(PositionInUse) as caught:
                open_position(make(path))
            assert caught.value.position == str(path)
        finally:
            process.kill()
            process.communicate()
    assert stored(make(path))["meta"] == {"a": 1}
    assert names(tmp_path) == ["p"]


def test_a_lock_file_that_was_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".p.json.lock").write_text("")
    open_position(tmp_path / "p.json").close()


def test_a_lock_file_that_cannot_be_created_is_an_error_with_the_path_of_the_position(tmp_path: Path) -> None:
    (tmp_path / ".p.json.lock").mkdir()
    for _ in range(2):
        with pytest.raises(OSError, match=r"lock file beside this position cannot be created .*p\.json"):
            open_position(tmp_path / "p.json")


def test_without_locks_of_the_file_system_iterations_exclude_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(file_lock, "_functions", lambda: (no_locks, None))
    with closing(open_position(tmp_path / "p.json")) as opened:
        opened.write([("meta", "a", 1)])
        with pytest.raises(PositionInUse):
            open_position(tmp_path / "p.json")
    assert stored(tmp_path / "p.json")["meta"] == {"a": 1}


def test_the_error_says_which_position_and_what_to_do_and_can_be_pickled() -> None:
    assert errors.PositionInUse is PositionInUse
    error: object = pickle.loads(pickle.dumps(PositionInUse("p.json")))
    assert isinstance(error, PositionInUse)
    assert isinstance(error, errors.BeeperError)
    assert error.position == "p.json"
    assert str(error) == (
        "the position p.json is in use by another process or iteration; end that one first, or use another position "
        "for this one"
    )
