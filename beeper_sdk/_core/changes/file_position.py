"""`Position`: a position in a JSON file, a snapshot, with a journal of what was written since beside it.

Both are written without fsync: what a process has written survives the process, however that ends. Only after a power
cut the position can be older, or damaged.
"""

from __future__ import annotations

import errno
import os
import re
import time
from contextlib import suppress
from pathlib import Path

from attrs import field, frozen

from ..generated import Json, saving
from ..util.override import override
from ..util.regular_file import read_regular
from ..util.validation import check_kind
from .journal import Journal
from .opened_position import OpenedPosition
from .position_data import PositionData, Record, from_json, is_object, parse
from .position_lock import PositionLock

JOURNAL_LIMIT = 256 << 10
"""Bytes. A journal that is longer than this and than the snapshot is replaced by a new snapshot, so that reading stays
fast, and the average cost of a write is that of the change."""
_LEFT_BEHIND = 60.0
"""A temporary file of this age, in seconds, does not belong to a running process."""


def as_path(path: str | os.PathLike[str]) -> Path:
    """The path of an argument. Raises TypeError, ValueError."""
    check_kind("path", path, str | os.PathLike, "a path")
    text = os.fsdecode(path)
    if not text or "\0" in text:
        raise ValueError("path must be the path of a file")
    return Path(text)


@frozen(repr=False)
class Position:
    """A position in a file, which is created with the first commit. The argument of ``beeper.changes``.

    The file is JSON with IDs and cursors, about a kilobyte for each chat, and has mode 0600. While it is used, a file
    with the suffix ``.journal``, which belongs to it, and a hidden lock file are beside it. To start anew, delete the
    file. On a network file system without locks, do not use it from several machines.

    Args:
        path: The file. Its folder must exist. Links are followed.

    Raises:
        TypeError: ``path`` is not a path.
        ValueError: ``path`` is empty, or has a null character.
    """

    path: Path = field(converter=as_path)

    @override
    def __repr__(self) -> str:
        return f"Position({str(self.path)!r})"


def open_file(position: Position) -> OpenedPosition:
    """Open it. Errors are those of `open_position`."""
    target, lock = locked(position.path)
    try:
        return _OpenFile(str(position.path), target, lock)
    except BaseException:
        lock.release()
        raise


def locked(path: Path, suffix: str = "") -> tuple[Path, PositionLock]:
    """The file with links followed, and its lock. Raises PositionInUse, OSError."""
    target = Path(os.path.realpath(path))  # one lock for all spellings of one path
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "the folder of this position does not exist; create it", str(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a position must be a file", str(path))
    return target, PositionLock(target.with_name(f".{target.name[:100]}{suffix}.lock"), str(path))


class _Replacement(saving.FileReplacement):
    @override
    def sync(self) -> None:
        """Nothing: a snapshot survives a killed process without it, and it takes milliseconds."""


class _OpenFile(OpenedPosition):
    def __init__(self, shown: str, target: Path, lock: PositionLock) -> None:
        super().__init__(lock)
        self._shown = shown
        self._target = target
        self._prefix = f".{target.name[:100]}-"
        self._journal = Journal(target.with_name(f"{target.name}.journal"))
        self._generation: str | None = None
        """None if the next write must create a snapshot."""
        self._limit = 0
        self._is_stored = False
        """Whether there is a snapshot. A position whose first write failed must stay new."""
        self._load()
        self._remove_leftovers()

    def _load(self) -> None:
        try:
            content = read_regular(self._target)
        except FileNotFoundError:
            return  # a journal without a snapshot was left when somebody deleted the file to start anew
        try:
            found = parse(content)
            self.data = from_json(found)
            self._generation = generation = _generation(found)
            self.is_new = False
            self._is_stored = True
        except ValueError as error:
            raise ValueError(f"{self._shown} {error}; delete it to start anew") from None
        self._limit = max(JOURNAL_LIMIT, len(content))
        try:
            records = self._journal.read(generation)
        except ValueError as error:
            raise ValueError(f"{self._shown}.journal: {error}; delete {self._shown} to start anew") from None
        for record in records:
            self.data.apply(record)

    def _remove_leftovers(self) -> None:
        """Temporary files of killed processes."""
        pattern = re.compile(re.escape(self._prefix) + r"[0-9a-f]{16}\.tmp")
        with suppress(OSError):
            for found in self._target.parent.iterdir():
                if pattern.fullmatch(found.name) and time.time() - found.stat().st_mtime > _LEFT_BEHIND:
                    found.unlink()

    @override
    def _persist(self, rows: tuple[Record, ...], line: str) -> None:
        if self._generation is None:
            self._save(self.data.after(rows))
            self._is_stored = True
            return
        size = self._journal.size
        try:
            self._journal.append(self._generation, line)
        except BaseException:  # KeyboardInterrupt too
            self._journal.cut(size)
            raise

    def _save(self, data: PositionData) -> None:
        """Replace the snapshot, and remove the journal. Raises OSError; nothing has changed then."""
        before, self._generation = self._generation, None  # if interrupted, the journal must not be used any more
        generation = os.urandom(8).hex()
        content = data.text(generation=generation).encode("ascii")
        try:
            self._replace(content)
        except OSError:
            self._generation = before
            raise
        self._journal.remove()
        self._limit = max(JOURNAL_LIMIT, len(content))
        self._generation = generation

    def _replace(self, content: bytes) -> None:
        new = _Replacement(self._target, self._prefix, None if self._target.exists() else 0o600)
        try:
            new.open()
            new.write(content)
            new.commit()
        finally:
            new.discard()

    @override
    def _tidy(self) -> None:
        if self._journal.size > self._limit:
            try:
                self._save(self.data)
            except OSError:  # the write has succeeded all the same: the journal has it
                self._limit *= 2

    @override
    def _finish(self) -> None:
        with suppress(OSError):  # nothing is lost then: both files stay, and the next process reads them
            if self._journal.size or (self._is_stored and self._generation is None):
                self._save(self.data)
        self._journal.close()


def _generation(found: Json) -> str:
    generation = found.get("generation") if is_object(found) else None
    if not isinstance(generation, str):
        raise ValueError("is damaged")  # noqa: TRY004 - the type of a text
    return generation
