"""The folder a copy lies in: what of it was changed, and its replacement, all or nothing.

``VENDORED.toml`` in it records what the copy was made from, and how each of its files was.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from .originals import CannotVendor, text

RECORD_NAME = "VENDORED.toml"
_ABOUT = """# A copy of the Beeper SDK for Python. Do not edit it: the next update would take your changes away.
# `python -m beeper_sdk vendor --verify` with this folder tells whether it is as it was made. Hashes are sha256, of
# text with LF line ends.
"""
_SAFE = re.compile(r"(?!/)(?!.*(^|/)\.\.?(/|$))[\w./-]+")


class Record(NamedTuple):
    """The contents."""

    version: str
    spec: str
    namespace: str
    without: tuple[str, ...]
    files: dict[str, str]

    @property
    def command(self) -> str:
        """What makes such a copy, from the folder that holds the first package of the namespace."""
        options = "".join(f" --without {part}" for part in self.without)
        where = self.namespace.replace(".", "/")
        return f"python -m beeper_sdk vendor {where} --namespace {self.namespace}{options}"


class Unreadable(Exception):
    """It is there, but it is not what was written."""


def digest(data: bytes) -> str:
    """The hash of a file, the same whatever a checkout did to its line ends."""
    return hashlib.sha256(text(data)).hexdigest()


def dump_record(told: Record) -> bytes:
    """The file."""
    lines = [
        'name = "beeper-sdk"',
        f"version = {_quoted(told.version)}",
        f"spec = {_quoted(told.spec)}",
        f"namespace = {_quoted(told.namespace)}",
        f"without = [{', '.join(map(_quoted, told.without))}]",
        f"command = {_quoted(told.command)}",
    ]
    table = ["", "[files]", *(f"{_quoted(path)} = {_quoted(one)}" for path, one in told.files.items())]
    seal = digest("\n".join([*lines, *table]).encode())
    return "\n".join([_ABOUT + lines[0], *lines[1:], f"record = {_quoted(seal)}", *table, ""]).encode()


def load_record(data: bytes) -> Record:
    """What the file says.

    Raises:
        Unreadable: it was changed, or is something else.
    """
    try:
        found = tomllib.loads(text(data).decode())
        told = Record(
            str(found["version"]),
            str(found["spec"]),
            str(found["namespace"]),
            tuple(map(str, found["without"])),
            {str(path): str(one) for path, one in dict(found["files"]).items()},
        )
    except (ValueError, KeyError, TypeError):
        raise Unreadable from None
    if dump_record(told) != text(data) or not all(map(_SAFE.fullmatch, told.files)):
        raise Unreadable
    return told


def _quoted(value: str) -> str:
    return json.dumps(value)  # for these texts, TOML's basic strings are JSON's


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


def record_of(folder: Path) -> Record | None:
    """The record of the copy in a folder; None where there is no copy.

    Raises:
        record.Unreadable: it is damaged.
        CannotVendor: the folder cannot be read.
    """
    try:
        return load_record((folder / RECORD_NAME).read_bytes())
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
    changed = [path for path in there if digest(found[path].read_bytes()) != known[path]]
    return Differences(
        tuple(sorted({*changed, *(found.keys() & known.keys() - there)})),
        tuple(sorted(known.keys() - found.keys())),
        tuple(sorted(found.keys() - known.keys() - {RECORD_NAME})),
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
    new = sorted((stage / "new").iterdir(), key=lambda path: (path.name == RECORD_NAME, path.name))
    try:
        for path in old:
            move(path, stage / "old" / path.name)
        for path in new:
            move(path, folder / path.name)
    except BaseException:
        for back in reversed(undo):
            back()
        raise
