"""The folder a copy lies in: what of it was changed, and its replacement, all or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from . import record
from .originals import CannotVendor

_STAGE = ".vendoring-"
"""Where a run works, inside the folder: what lies there belongs to no copy."""
_CACHE = "__pycache__"


class Differences(NamedTuple):
    """How a copy is not what its record says. Paths, sorted."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """One for each file."""
        for kind, paths in self._asdict().items():
            yield from (f"{kind}: {path}" for path in paths)


def record_of(folder: Path) -> record.Record | None:
    """The record of the copy in a folder; None where there is no copy.

    Raises:
        record.Unreadable: it is damaged.
        CannotVendor: the folder cannot be read.
    """
    try:
        return record.load((folder / record.NAME).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotVendor(f"{folder}: {error.strerror}") from None


def is_free(folder: Path) -> bool:
    """Is there nothing yet that a copy would do away with? The empty ``__init__.py`` of a new package is nothing."""
    if not folder.exists() and not folder.is_symlink():
        return True
    if not folder.is_dir():
        return False
    rest = [path for path in folder.iterdir() if path.name != _CACHE and not path.name.startswith(_STAGE)]
    return all(path.name == "__init__.py" and path.is_file() and not path.read_bytes().strip() for path in rest)


def differences(folder: Path, known: dict[str, str]) -> Differences:
    """Compare the files of a folder with their hashes."""
    found = dict(_files(folder))
    there = {path for path, file in found.items() if not file.is_symlink()} & known.keys()
    changed = [path for path in there if record.digest(found[path].read_bytes()) != known[path]]
    return Differences(
        tuple(sorted({*changed, *(found.keys() & known.keys() - there)})),
        tuple(sorted(known.keys() - found.keys())),
        tuple(sorted(found.keys() - known.keys() - {record.NAME})),
    )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder by their path in it, but for bytecode. Links are not followed."""
    for where, folders, names in os.walk(folder):
        here = Path(where)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name != _CACHE and not name.startswith(_STAGE)]
        for name in (*names, *linked):
            if not name.endswith(".pyc"):
                yield (here / name).relative_to(folder).as_posix(), here / name


def replace(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold these files and nothing else. Where that fails, it is as it was.

    Raises:
        OSError: it failed.
    """
    new_here = next((path for path in (*reversed(folder.parents), folder) if not path.exists()), None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=folder))
        try:
            _write(stage / "new", files)
            (stage / "old").mkdir()
            _swap(folder, stage)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except BaseException:
        if new_here is not None:
            shutil.rmtree(new_here, ignore_errors=True)
        raise


def _clear(folder: Path) -> None:
    """Away with what a killed run left."""
    for left in folder.glob(f"{_STAGE}*"):
        shutil.rmtree(left, ignore_errors=True)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _swap(folder: Path, stage: Path) -> None:
    """Exchange what lies in the folder, by renames only; the record is the last to come."""
    undo: list[Callable[[], object]] = []

    def move(source: Path, target: Path) -> None:
        source.rename(target)
        undo.append(lambda: target.rename(source))

    old = [path for path in folder.iterdir() if path != stage]
    new = sorted((stage / "new").iterdir(), key=lambda path: (path.name == record.NAME, path.name))
    try:
        for path in old:
            move(path, stage / "old" / path.name)
        for path in new:
            move(path, folder / path.name)
    except BaseException:
        for back in reversed(undo):
            back()
        raise
