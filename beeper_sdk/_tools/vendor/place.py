"""The folder of a copy: detects changed files, and replaces the whole copy or nothing.

``VENDORED.toml`` in that folder records what the copy was made from, and the hash of each file.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shlex
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..._core.util.regular_file import read_regular
from .originals import CannotVendor, text

RECORD_NAME = "VENDORED.toml"
_ABOUT = """# A copy of the Beeper SDK for Python. Do not edit it: updates do not keep your changes.
# `python -m beeper_sdk vendor --verify` with this folder reports files that were changed. Hashes are SHA-256, computed
# with LF line endings. The path in the command is relative to the folder in which the command was run.
"""
_SAFE = re.compile(r"(?!/)(?!.*(^|/)\.\.?(/|$))[\w./-]+")


class Record(NamedTuple):
    """The contents of ``VENDORED.toml``."""

    version: str
    spec: str
    namespace: str
    without: tuple[str, ...]
    command: str
    files: dict[str, str]

    @property
    def content(self) -> tuple[object, ...]:
        """What was copied, without the place from which it was."""
        return self._replace(command="")


def command_for(where: str, namespace: str, without: tuple[str, ...]) -> str:
    """The command that makes a copy in a folder."""
    options = "".join(f" --without {part}" for part in without)
    return f"python -m beeper_sdk vendor {shlex.quote(where)} --namespace {namespace}{options}"


class Unreadable(Exception):
    """The record exists, but was changed after it was written."""

    version = ""
    """The version in it, if it can be read."""


def digest(data: bytes) -> str:
    """The hash of a file. It does not depend on the line endings of a checkout."""
    return hashlib.sha256(text(data)).hexdigest()


def dump_record(record: Record) -> bytes:
    """The bytes of ``VENDORED.toml``."""
    lines = [
        'name = "beeper-sdk"',
        f"version = {_quoted(record.version)}",
        f"spec = {_quoted(record.spec)}",
        f"namespace = {_quoted(record.namespace)}",
        f"without = [{', '.join(map(_quoted, record.without))}]",
        f"command = {_quoted(record.command)}",
    ]
    table = ["", "[files]", *(f"{_quoted(path)} = {_quoted(file_hash)}" for path, file_hash in record.files.items())]
    seal = digest("\n".join([*lines, *table]).encode())
    return "\n".join([_ABOUT + lines[0], *lines[1:], f"record = {_quoted(seal)}", *table, ""]).encode()


def load_record(data: bytes) -> Record:
    """Parse the bytes of ``VENDORED.toml``.

    Raises:
        Unreadable: The file was changed, or is something else.
    """
    changed = Unreadable()
    try:
        found = tomllib.loads(text(data).decode())
        changed.version = str(found["version"])
        record = Record(
            str(found["version"]),
            str(found["spec"]),
            str(found["namespace"]),
            tuple(map(str, found["without"])),
            str(found["command"]),
            {str(path): str(file_hash) for path, file_hash in dict(found["files"]).items()},
        )
    except (ValueError, KeyError, TypeError):
        raise changed from None
    if dump_record(record) != text(data) or not all(map(_SAFE.fullmatch, record.files)):
        raise changed
    return record


def _quoted(value: str) -> str:
    return json.dumps(value)  # for these strings, TOML and JSON have the same syntax


_STAGE = ".vendoring-"
"""Prefix of the temporary folder inside the copy's folder. Files in it do not belong to the copy."""
_CACHE = "__pycache__"


class Differences(NamedTuple):
    """The differences between a copy and its record: sorted paths."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """One line for each file."""
        for kind, paths in self._asdict().items():
            yield from (f"{kind}: {path}" for path in paths)


def record_of(folder: Path) -> Record | None:
    """The record of the copy in a folder, or None if there is no copy.

    Raises:
        Unreadable: The record was changed.
        CannotVendor: The folder cannot be read.
    """
    try:
        return load_record(read_regular(folder / RECORD_NAME))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotVendor(f"{folder}: {error.strerror}") from None


def is_free(folder: Path) -> bool:
    """Whether a copy would overwrite nothing. The empty ``__init__.py`` of a new package may be overwritten."""
    if not folder.exists() and not folder.is_symlink():
        return True
    if not folder.is_dir():
        return False
    others = [path for path in folder.iterdir() if path.name != _CACHE and not path.name.startswith(_STAGE)]
    return all(path.name == "__init__.py" and path.is_file() and not path.read_bytes().strip() for path in others)


def differences(folder: Path, known: dict[str, str]) -> Differences:
    """Compare the files of a folder with their hashes."""
    found = dict(_files(folder))
    regular = {path for path, file in found.items() if file.is_file() and not file.is_symlink()} & known.keys()
    changed = [path for path in regular if digest(read_regular(found[path])) != known[path]]
    return Differences(
        tuple(sorted({*changed, *(found.keys() & known.keys() - regular)})),
        tuple(sorted(known.keys() - found.keys())),
        tuple(sorted(found.keys() - known.keys() - {RECORD_NAME})),
    )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder, with their relative paths, without bytecode. Links are not followed."""
    for where, folders, names in os.walk(folder):
        here = Path(where)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name != _CACHE and not name.startswith(_STAGE)]
        for name in (*names, *linked):
            if not name.endswith(".pyc"):
                yield (here / name).relative_to(folder).as_posix(), here / name


def replace(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder contain these files and nothing else. On failure the folder keeps its old contents.

    Raises:
        OSError: The files cannot be written.
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
    """Remove the temporary folders of runs that were killed."""
    for stale in folder.glob(f"{_STAGE}*"):
        shutil.rmtree(stale, ignore_errors=True)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _swap(folder: Path, stage: Path) -> None:
    """Exchange the old and the new files, by renames only.

    The record is moved last, so that an interrupted run leaves a folder that does not match its record.
    """
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
