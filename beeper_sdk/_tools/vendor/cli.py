"""The command: which folder, what is printed, and the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..._core.util.program import program
from . import originals, place
from .build import PARTS, Wanted, render, wanted
from .originals import SDK, CannotVendor
from .place import RECORD_NAME, Record, Unreadable, dump_record, load_record

_ABOUT = """Copy the SDK into another project, where it is imported by a name of that project. DEST is the folder of
that name, such as src/acme/_vendor/beeper for acme._vendor.beeper, or the folder that the name starts from (src). The
first time, --namespace is needed; a second run brings the copy up to date, as it was made unless told otherwise."""
_STATUS = """exit status: 0 written, up to date, or verified; 1 the copy was changed (its files are named, and nothing
is written without --force); 2 wrong arguments, DEST holds something else, or it cannot be written"""
_CHANGED = "{folder} was changed since it was made; nothing was written. --force takes the changes away"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=program("vendor"), description=_ABOUT, epilog=_STATUS)
    parser.add_argument("dest", type=Path, metavar="DEST", help="the folder of the copy, or that of its first package")
    parser.add_argument("--namespace", metavar="NAME", help="what the copy is imported by, such as acme._vendor.beeper")
    parser.add_argument(
        "--without", action="append", metavar="PART", help=f"leave this out: {', '.join(PARTS)}; repeatable"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--verify", action="store_true", help="write nothing; name the files that were changed")
    how.add_argument("--force", action="store_true", help="take away what was changed in the copy")
    chosen = parser.parse_args(argv)
    try:
        folder = _folder(chosen.dest, chosen.namespace)
        return _verify(folder) if chosen.verify else _copy(folder, chosen)
    except CannotVendor as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"nothing was written: {error.filename or chosen.dest}: {error.strerror or type(error).__name__}")


def _folder(dest: Path, namespace: str | None) -> Path:
    """DEST itself where it is called as the namespace ends; else the namespace below it."""
    folder = dest.resolve()
    if namespace is None or folder.name == namespace.rpartition(".")[2] or (folder / RECORD_NAME).exists():
        return folder
    wanted(namespace, ())
    if (folder / "__init__.py").exists():
        raise CannotVendor(f"{folder} is a package: DEST ends with {namespace.rpartition('.')[2]}, or holds packages")
    return folder.joinpath(*namespace.split("."))


def _verify(folder: Path) -> int:
    try:
        told = place.record_of(folder)
    except Unreadable:
        _say(f"changed: {RECORD_NAME}")
        return 1
    if told is None:
        raise CannotVendor(f"{folder} holds no copy: there is no {RECORD_NAME}")
    found = list(place.differences(folder, told.files).lines())
    for line in found:
        _say(line)
    if not found:
        _say(f"clean: beeper-sdk {told.version} as {told.namespace}, {_count(len(told.files), 'file')}")
    return int(bool(found))


def _copy(folder: Path, chosen: argparse.Namespace) -> int:
    try:
        told, local = place.record_of(folder), list[str]()
        if told is None and not place.is_free(folder):
            raise CannotVendor(f"{folder} holds something else, and no copy ({RECORD_NAME}); nothing was written")
        if told is not None:
            local = list(place.differences(folder, told.files).lines())
    except Unreadable:
        told, local = None, [f"changed: {RECORD_NAME}"]
    if local and not chosen.force:
        for line in local:
            _say(line)
        return _fail(_CHANGED.format(folder=folder), 1)
    files = render(originals.read(), _wanted(chosen, told))
    before = {} if told is None else told.files
    if told is not None and not local and dump_record(told) == files[RECORD_NAME]:
        _say(f"{folder} is up to date: beeper-sdk {told.version} as {told.namespace}")
        return 0
    place.replace(folder, files)
    now = load_record(files[RECORD_NAME])
    _say(f"{folder}: beeper-sdk {now.version} as {now.namespace}, {_count(len(now.files), 'file')}")
    if told is not None:
        _say(_summary(before, now.files))
    _say(f"from {now.namespace}.{SDK} import Beeper")
    return 0


def _wanted(chosen: argparse.Namespace, told: Record | None) -> Wanted:
    """What is asked for; where nothing is said, what was asked for the last time."""
    if chosen.namespace is not None:
        return wanted(chosen.namespace, tuple(chosen.without or ()))
    if told is None:
        raise CannotVendor("--namespace is needed: what the copy is imported by, such as acme._vendor.beeper")
    return wanted(told.namespace, told.without if chosen.without is None else tuple(chosen.without))


def _summary(before: dict[str, str], now: dict[str, str]) -> str:
    changed = sum(before[path] != now[path] for path in before.keys() & now.keys())
    return f"{changed} changed, {len(now.keys() - before.keys())} new, {len(before.keys() - now.keys())} gone"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _fail(why: str, status: int = 2) -> int:
    sys.stderr.write(f"{why}\n")
    return status
