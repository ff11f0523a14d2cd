"""The command ``vendor``: finds the folder, prints what was done, and returns the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..._core.util.program import program
from . import originals, place
from .build import PARTS, CopyOptions, copy_options, render
from .originals import SDK, CannotVendor
from .place import RECORD_NAME, Record, Unreadable, dump_record, load_record

_ABOUT = """Copy the SDK into another project, under a package name of that project. DEST is the folder of the package,
such as src/acme/_vendor/beeper for acme._vendor.beeper, or the folder that contains its first part (src). --namespace
is required for a new copy. Another run updates the copy, with the options of the last run unless others are given."""
_STATUS = """exit status: 0 the copy was written, is up to date, or was verified; 1 files of the copy were changed (they
are listed, and nothing is written without --force); 2 wrong arguments, DEST contains something else, or DEST cannot be
written"""
_CHANGED = "{folder} was changed since it was copied, so nothing was written. Use --force to discard the changes"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=program("vendor"), description=_ABOUT, epilog=_STATUS)
    parser.add_argument(
        "dest",
        type=Path,
        metavar="DEST",
        help="folder of the copy, or the folder that contains the first package of its name",
    )
    parser.add_argument("--namespace", metavar="NAME", help="package name of the copy, such as acme._vendor.beeper")
    parser.add_argument(
        "--without", action="append", metavar="PART", help=f"leave out a part ({', '.join(PARTS)}); repeatable"
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--verify", action="store_true", help="write nothing; list the files that were changed")
    mode.add_argument("--force", action="store_true", help="discard changes that were made to the copy")
    options = parser.parse_args(argv)
    try:
        folder = _folder(options.dest, options.namespace)
        return _verify(folder) if options.verify else _copy(folder, options)
    except CannotVendor as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"nothing was written: {error.filename or options.dest}: {error.strerror or type(error).__name__}")


def _folder(dest: Path, namespace: str | None) -> Path:
    """DEST itself if its name is the last part of the namespace, else the folder of the namespace below it."""
    folder = dest.resolve()
    if namespace is None or folder.name == namespace.rpartition(".")[2] or (folder / RECORD_NAME).exists():
        return folder
    copy_options(namespace, ())
    if (folder / "__init__.py").exists():
        name = namespace.rpartition(".")[2]
        raise CannotVendor(f"{folder} is a package: DEST must be a folder named {name}, or a folder of packages")
    return folder.joinpath(*namespace.split("."))


def _verify(folder: Path) -> int:
    try:
        record = place.record_of(folder)
    except Unreadable:
        _print(f"changed: {RECORD_NAME}")
        return 1
    if record is None:
        raise CannotVendor(f"{folder} is not a copy: it has no {RECORD_NAME}")
    found = list(place.differences(folder, record.files).lines())
    for line in found:
        _print(line)
    if not found:
        _print(f"unchanged: beeper-sdk {record.version} as {record.namespace}, {_count(len(record.files), 'file')}")
    return int(bool(found))


def _copy(folder: Path, options: argparse.Namespace) -> int:
    try:
        record, changes = place.record_of(folder), list[str]()
        if record is None and not place.is_free(folder):
            raise CannotVendor(f"{folder} contains something other than a copy (no {RECORD_NAME}); nothing was written")
        if record is not None:
            changes = list(place.differences(folder, record.files).lines())
    except Unreadable:
        record, changes = None, [f"changed: {RECORD_NAME}"]
    if changes and not options.force:
        for line in changes:
            _print(line)
        return _fail(_CHANGED.format(folder=folder), 1)
    files = render(originals.read(), _copy_options(options, record))
    if record is not None and not changes and dump_record(record) == files[RECORD_NAME]:
        _print(f"{folder} is up to date: beeper-sdk {record.version} as {record.namespace}")
        return 0
    now = load_record(files[RECORD_NAME])
    found = place.differences(folder, now.files)
    place.replace(folder, files)
    _print(f"wrote {folder}: beeper-sdk {now.version} as {now.namespace}, {_count(len(now.files), 'file')}")
    if record is not None or changes:
        _print(f"{len(found.changed)} changed, {len(found.missing)} new, {len(found.extra)} removed")
    _print(f"use it with: from {now.namespace}.{SDK} import Beeper")
    return 0


def _copy_options(options: argparse.Namespace, record: Record | None) -> CopyOptions:
    """The options of this run; without --namespace, those of the last run are the defaults."""
    if options.namespace is not None:
        return copy_options(options.namespace, tuple(options.without or ()))
    if record is None:
        raise CannotVendor("--namespace is required for a new copy, such as --namespace acme._vendor.beeper")
    return copy_options(record.namespace, record.without if options.without is None else tuple(options.without))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _fail(message: str, status: int = 2) -> int:
    sys.stderr.write(f"{message}\n")
    return status
