"""The command: which files, what is printed, and the exit status."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import define

from ..._core.util.program import program
from . import files
from .files import Text, Unreadable

_ABOUT = """Rewrite Python code to today's names of the Beeper SDK: from its v0 client, from raw /v0/ routes of
requests and httpx, and from the official SDK (beeper_desktop_api 4 to 6). Formatting and comments stay. What is not
sure is left alone and listed by file and line."""
_STATUS = """exit status: 0 nothing to do, or all of it written; 1 something would change (so that a check in CI fails);
2 wrong usage, or a file that cannot be read or parsed (the others are done). Lines listed to look at do not count."""


@define
class _Tally:
    """What was found so far."""

    changed: int = 0
    notes: int = 0
    failed: int = 0
    seen: int = 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=program("migrate"), description=_ABOUT, epilog=_STATUS)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all below it")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--diff", action="store_true", help="show what would change, as a unified diff")
    how.add_argument("--write", action="store_true", help="change the files")
    chosen = parser.parse_args(argv)
    try:
        import libcst as _  # noqa: F401
    except ModuleNotFoundError:
        parser.error('needs LibCST: pip install "beeper-sdk[migrate]"')
    tally = _Tally()
    for path in files.find(chosen.paths):
        _one(path, tally, diff=chosen.diff, write=chosen.write)
    if not chosen.diff:
        _say(_summary(tally, write=chosen.write))
    return 2 if tally.failed else int(bool(tally.changed and not chosen.write))


def _one(path: Path, tally: _Tally, *, diff: bool, write: bool) -> None:
    """One file."""
    from .engine import NotMigrated, NotPython, migrate

    tally.seen += 1
    try:
        was = files.read(path)
        outcome = migrate(was.text)
        if outcome.changes and write:
            files.write(path, was, outcome.text)
    except (Unreadable, NotPython, NotMigrated, RecursionError) as error:
        tally.failed += 1
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        sys.stderr.write(f"{path}: {said}\n")
        return
    tally.changed += bool(outcome.changes)
    tally.notes += len(outcome.notes)
    if diff:
        _show(path, was, outcome.text)
    elif outcome.changes:
        _say(f"{path}: {_count(outcome.changes, 'change')}")
    for note in outcome.notes:
        said = f"{path}:{note.line}: {note.text}\n"
        (sys.stderr if diff else sys.stdout).write(said)  # a diff alone on stdout can be applied


def _show(path: Path, was: Text, text: str) -> None:
    old, new = was.text.splitlines(keepends=True), text.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, str(path), str(path)):
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def _summary(tally: _Tally, *, write: bool) -> str:
    done = "changed" if write else "would change"
    parts = [f"{_count(tally.changed, 'file')} of {tally.seen} {done}", f"{_count(tally.notes, 'line')} to look at"]
    if tally.failed:
        parts.append(f"{tally.failed} not read")
    return ", ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
