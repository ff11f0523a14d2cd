"""What all stores of a position have in common: they hold what was written, also after they are opened again."""

from __future__ import annotations

import os
import pickle
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.changes import file_position
from beeper_sdk._core.changes.position_data import Record
from beeper_sdk._core.changes.store import PositionLike, open_position
from beeper_sdk.changes import Position, PositionInUse, SqlitePosition
from tests.core.changes.helpers import STORES, Memory, after, empty, state, stored
from tests.core.changes.test_position_data import RECORDS

LOCKED = ["file", "sqlite"]
FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(params=STORES)
def position(request: pytest.FixtureRequest, tmp_path: Path) -> PositionLike:
    return STORES[str(request.param)](tmp_path)


@pytest.mark.parametrize("store", STORES)
@given(st.lists(RECORDS | st.just("reopen"), max_size=12), st.integers(0, 300))
def test_a_store_is_a_dict_that_can_be_opened_again(store: str, steps: list[Any], limit: int) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_position, "JOURNAL_LIMIT", limit)  # so that few records cause a new snapshot
        position, model = STORES[store](Path(folder)), empty()
        opened = open_position(position)
        for step in steps:
            if step == "reopen":
                opened.close()
                opened = open_position(position)
            else:
                opened.write(step)
                model = after(model, step)
            assert state(opened) == model
        opened.close()
        assert stored(position) == model


def test_a_position_is_new_until_something_was_written(position: PositionLike) -> None:
    with closing(open_position(position)) as opened:
        assert opened.is_new
        opened.write([])
    with closing(open_position(position)) as opened:
        assert opened.is_new
        assert state(opened) == empty()
        opened.write([("meta", "a", 1)])
    with closing(open_position(position)) as opened:
        assert not opened.is_new
        opened.write([("meta", "a", None)])
    with closing(open_position(position)) as opened:
        assert (opened.is_new, state(opened)) == (False, empty())


def test_the_last_record_of_a_key_counts(position: PositionLike) -> None:
    with closing(open_position(position)) as opened:
        opened.write([("meta", "a", 1), ("meta", "b", 1), ("meta", "a", None), ("meta", "c", None), ("meta", "c", 3)])
        assert state(opened)["meta"] == {"b": 1, "c": 3}
    assert stored(position)["meta"] == {"b": 1, "c": 3}


@pytest.mark.parametrize(
    ("record", "error"),
    [
        (("other", "a", 1), ValueError),
        (("meta", 1, 1), TypeError),
        (("meta", "\ud800", 1), ValueError),
        (("meta", "a", float("nan")), ValueError),
        (("meta", "a", {1, 2}), TypeError),
        (("meta", "a"), ValueError),
    ],
)
def test_what_is_no_record_is_rejected_and_nothing_is_written(
    position: PositionLike, record: Any, error: type[Exception]
) -> None:
    with closing(open_position(position)) as opened:
        opened.write([("meta", "a", 0)])
        with pytest.raises(error):
            opened.write([("meta", "b", 1), record])
        assert state(opened)["meta"] == {"a": 0}
    assert stored(position)["meta"] == {"a": 0}


def test_threads_can_write_at_once(position: PositionLike) -> None:
    with closing(open_position(position)) as opened, ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda n: opened.write([("sent", str(n), n), ("meta", str(n % 7), n)]), range(200)))
        written = state(opened)
    assert written["sent"] == {str(n): n for n in range(200)}
    assert stored(position) == written


def test_a_closed_position_cannot_be_written(position: PositionLike) -> None:
    opened = open_position(position)
    opened.write([("meta", "a", 1)])
    opened.close()
    opened.close()
    with pytest.raises(RuntimeError, match="the position is closed"):
        opened.write([("meta", "a", 2)])
    assert stored(position)["meta"] == {"a": 1}


def test_an_interrupted_application_of_records_is_completed(
    position: PositionLike, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C may arrive while the records, which are persisted, are applied to the data in memory."""
    opened = open_position(position)
    opened.write([("meta", "z", 0)])
    apply, calls = type(opened.data).apply, []

    def interrupted(self: Any, record: Record) -> None:
        calls.append(record)
        if self is opened.data and record[1] == "b":
            raise KeyboardInterrupt
        apply(self, record)

    with monkeypatch.context() as patch:
        patch.setattr(type(opened.data), "apply", interrupted)
        with pytest.raises(KeyboardInterrupt):
            opened.write([("meta", "a", 1), ("meta", "b", 1)])
    opened.close()
    assert stored(position)["meta"] == {"a": 1, "b": 1, "z": 0}


@pytest.mark.parametrize(
    "position",
    [None, 1, b"p.json", object(), Memory, Position, SqlitePosition, type("Half", (), {"load": lambda _: None})()],
)
def test_other_objects_are_not_positions(position: Any) -> None:
    with pytest.raises(TypeError, match=r"position must be a path, a Position, a SqlitePosition, or an object with "):
        open_position(position)


@pytest.mark.parametrize("make", [Position, SqlitePosition])
def test_wrong_paths_are_rejected_at_once(make: Any) -> None:
    for path in ("", "a\0b"):
        with pytest.raises(ValueError, match="path must be"):
            make(path)
    with pytest.raises(TypeError, match="path must be a path, not int"):
        make(1)


@pytest.mark.parametrize("name", LOCKED)
def test_positions_can_be_pickled_and_compared(name: str, tmp_path: Path) -> None:
    position = STORES[name](tmp_path)
    assert pickle.loads(pickle.dumps(position)) == position
    assert repr(position).startswith(("Position('", "SqlitePosition('"))
    assert hash(position) == hash(STORES[name](tmp_path))


def test_a_store_of_a_user_may_fail_and_may_return_what_is_no_position() -> None:
    store = Memory()
    with closing(open_position(store)) as opened:
        opened.write([("meta", "a", 1)])
        store.fails = True
        with pytest.raises(OSError, match="no space"):
            opened.write([("meta", "a", 2)])
        assert state(opened)["meta"] == {"a": 1}
        store.fails = False
        opened.write([("meta", "b", 2)])
    assert stored(store)["meta"] == {"a": 1, "b": 2}
    store.text = "secret"
    with pytest.raises(ValueError, match=r"^what load\(\) returned is damaged$"):
        open_position(store)
    store.text = 5  # type: ignore[assignment]  # a wrong store
    with pytest.raises(TypeError, match=r"the result of load\(\) must be a str or None, not int"):
        open_position(store)


@FORK
@pytest.mark.parametrize("name", LOCKED)
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_child_neither_writes_nor_disturbs_its_parent(name: str, tmp_path: Path) -> None:
    position = STORES[name](tmp_path)
    opened = open_position(position)
    opened.write([("meta", "a", 1)])
    child = os.fork()
    if not child:
        found = 0
        for act in (lambda: opened.write([("meta", "a", 2)]), lambda: open_position(position)):
            try:
                act()
            except PositionInUse:
                found += 1
        opened.close()
        os._exit(found)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 2
    with pytest.raises(PositionInUse):
        open_position(position)
    opened.write([("meta", "b", 1)])
    opened.close()
    assert stored(position)["meta"] == {"a": 1, "b": 1}


@FORK
@pytest.mark.parametrize("name", LOCKED)
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_child_that_lives_on_does_not_hold_the_lock(name: str, tmp_path: Path) -> None:
    position = STORES[name](tmp_path)
    reading, writing = os.pipe()
    killed = os.fork()
    if not killed:
        open_position(position).write([("meta", "a", 1)])
        if not os.fork():
            os.close(writing)
            os.read(reading, 1)  # until the test closes its end
        os._exit(0)
    os.waitpid(killed, 0)
    assert stored(position)["meta"] == {"a": 1}
    os.close(writing)
    os.close(reading)
