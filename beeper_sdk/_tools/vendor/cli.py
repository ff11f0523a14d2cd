"""The command ``vendor``: finds the folder, prints what was done, and returns the exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ..._core.util.command_line import ENDED, Parser, count
from ..._core.util.program import program
from . import originals, place
from .build import PARTS, CopyOptions, copy_options, render
from .originals import SDK, CannotVendor, is_older
from .place import RECORD_NAME, Record, Unreadable, load_record

_ABOUT = """Copy the SDK into another project, under a package name of that project. DEST is the folder of the package,
such as src/acme/_vendor/beeper for acme._vendor.beeper, or the folder that contains its first part (src). --namespace
is required for a new copy. Another run updates the copy, with the options of the last run unless others are given."""
_STATUS = (
    """exit status: 0 the copy was written, is up to date, or was verified; 1 files of the copy were changed (they
are listed, and nothing is written without --force), or it is newer than this SDK; 2 wrong
arguments, DEST contains something else, or DEST cannot be written; """
    + ENDED
)
_CHANGED = "{folder} was changed since it was copied, so nothing was written. Use --force to discard the changes"
_NEWER = """{folder} is a copy of {version}, newer than this SDK ({sdk}), so nothing was written. Use --downgrade to \
replace it"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = Parser(prog=program("vendor"), description=_ABOUT, epilog=_STATUS)
    parser.add_argument(
        "dest",
        type=_path,
        metavar="DEST",
        help="folder of the copy, or the folder that contains the first package of its name",
    )
    parser.add_argument("--namespace", metavar="NAME", help="package name of the copy, such as acme._vendor.beeper")
    parser.add_argument(
        "--without", action="append", metavar="PART", help=f"leave out a part ({', '.join(PARTS)}); repeatable"
    )
    parser.add_argument("--downgrade", action="store_true", help="replace a copy of a newer version without asking")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--verify", action="store_true", help="write nothing; list the files that were changed")
    mode.add_argument("--force", action="store_true", help="discard changes that were made to the copy")
    options = parser.parse_args(argv)
    if options.verify and options.downgrade:
        parser.error("argument --downgrade: not allowed with argument --verify")
    try:
        folder = _folder(options.dest, options.namespace)
        return _verify(folder, options.namespace) if options.verify else _copy(folder, options)
    except CannotVendor as error:
        return _fail(f"{parser.prog}: error: {error}")
    except BrokenPipeError:  # the output was closed
        raise
    except OSError as error:
        return _fail(f"nothing was written: {error.filename or options.dest}: {error.strerror or type(error).__name__}")


def _path(text: str) -> Path:
    if not text:  # it would be the current folder
        raise argparse.ArgumentTypeError("must not be empty")
    return Path(text)


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


def _verify(folder: Path, namespace: str | None) -> int:
    try:
        record = place.record_of(folder)
    except Unreadable:
        _print(f"changed: {RECORD_NAME}")
        return 1
    if record is None:
        raise CannotVendor(f"{folder} is not a copy: it has no {RECORD_NAME}")
    if namespace not in (None, record.namespace):
        raise CannotVendor(f"argument --namespace: {folder} is the copy {record.namespace}, not {namespace}")
    found = list(place.differences(folder, record.files).lines())
    for line in found:
        _print(line)
    if not found:
        _print(f"unchanged: beeper-sdk {record.version} as {record.namespace}, {count(len(record.files), 'file')}")
    return int(bool(found))


def _copy(folder: Path, options: argparse.Namespace) -> int:
    try:
        record, changes = place.record_of(folder), list[str]()
        version = record.version if record else ""
        if record is None and not place.is_free(folder):
            raise CannotVendor(f"{folder} contains something other than a copy (no {RECORD_NAME}); nothing was written")
        if record is not None:
            changes = list(place.differences(folder, record.files).lines())
    except Unreadable as error:
        record, changes, version = None, [f"changed: {RECORD_NAME}"], error.version
    if changes and not options.force:
        for line in changes:
            _print(line)
        return _fail(_CHANGED.format(folder=folder), 1)
    sdk = originals.read()
    if is_older(sdk.version, version) and not options.downgrade and not _confirmed(folder, version, sdk.version):
        return _fail(_NEWER.format(folder=folder, version=version, sdk=sdk.version), 1)
    files = render(sdk, _copy_options(options, record)._replace(where=_relative(folder)))
    now = load_record(files[RECORD_NAME])
    if record is not None and not changes and record.content == now.content:
        _print(f"{folder} is up to date: beeper-sdk {record.version} as {record.namespace}")
        return 0
    found = place.differences(folder, now.files)
    place.replace(folder, files)
    _print(f"wrote {folder}: beeper-sdk {now.version} as {now.namespace}, {count(len(now.files), 'file')}")
    if record is not None or changes:
        _print(f"{len(found.changed)} changed, {len(found.missing)} new, {len(found.extra)} removed")
    _print(f"use it with: from {now.namespace}.{SDK} import Beeper")
    return 0


def _confirmed(folder: Path, version: str, sdk: str) -> bool:
    """Ask in a terminal whether to replace a newer copy."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(f"{folder} is a copy of {version}. Replace it with the older {sdk}? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _relative(folder: Path) -> str:
    """The path of a folder from the current one."""
    try:
        return Path(os.path.relpath(folder, Path.cwd().resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        return folder.as_posix()


def _copy_options(options: argparse.Namespace, record: Record | None) -> CopyOptions:
    """The options of this run; without --namespace, those of the last run are the defaults."""
    if options.namespace is not None:
        return copy_options(options.namespace, tuple(options.without or ()))
    if record is None:
        raise CannotVendor(
            "--namespace is required for a new copy or a changed record, such as --namespace acme.beeper"
        )
    return copy_options(record.namespace, record.without if options.without is None else tuple(options.without))


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _fail(message: str, status: int = 2) -> int:
    sys.stderr.write(f"{message}\n")
    return status
