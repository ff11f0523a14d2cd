"""The command: which files, how they are read and written, what is printed, and the exit status."""

from __future__ import annotations

import argparse
import codecs
import difflib
import io
import os
import sys
import tempfile
import tokenize
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import define, frozen

from ..._core.util.program import program

_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages"})


class Unreadable(Exception):
    """A file that cannot be read, or is no text."""


@frozen
class Text:
    """The text of a file and what it takes to write it back: line ends are in the text as they were."""

    text: str
    encoding: str
    bom: bytes = b""


def find_files(paths: list[Path]) -> Iterator[Path]:
    """Files given, and all ``*.py`` below folders given, each once; hidden folders and installed packages left out."""
    seen: set[Path] = set()
    for path in paths:
        for found in _below(path) if path.is_dir() else [path]:
            real = found.resolve()  # a link stays a link: what it points to is written
            if real not in seen:
                seen.add(real)
                yield found


def _below(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        here = Path(where)
        folders[:] = sorted(name for name in folders if _is_source(here / name))
        yield from (here / name for name in sorted(names) if name.endswith(".py"))


def _is_source(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in _SKIPPED
    return not hidden and not (folder / "pyvenv.cfg").exists()


def read_text(path: Path) -> Text:
    """A file's text.

    Raises:
        Unreadable: it cannot be opened, or its bytes are not in its encoding.
    """
    try:
        data = path.read_bytes()
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        plain = "utf-8" if encoding == "utf-8-sig" else encoding
        return Text(data[len(bom) :].decode(plain), plain, bom)
    except OSError as error:
        raise Unreadable(error.strerror or "cannot be opened") from None
    except (SyntaxError, UnicodeDecodeError, LookupError):
        raise Unreadable("its bytes are not in the encoding it names") from None


def write_text(path: Path, was: Text, text: str) -> None:
    """Put a new text in place of the old one: all of it or nothing, with the file's mode.

    Raises:
        Unreadable: the text cannot be written in the file's encoding, or not here.
    """
    target = path.resolve()
    try:
        data = was.bom + text.encode(was.encoding)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(target.stat().st_mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unreadable(f"cannot be written: {error.strerror}") from None
    except UnicodeEncodeError:
        raise Unreadable("its encoding cannot say what the new text says") from None


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
    for path in find_files(chosen.paths):
        _one(path, tally, diff=chosen.diff, write=chosen.write)
    if not chosen.diff:
        _say(_summary(tally, write=chosen.write))
    return 2 if tally.failed else int(bool(tally.changed and not chosen.write))


def _one(path: Path, tally: _Tally, *, diff: bool, write: bool) -> None:
    """One file."""
    from .engine import NotMigrated, NotPython, migrate

    tally.seen += 1
    try:
        was = read_text(path)
        outcome = migrate(was.text)
        if outcome.changes and write:
            write_text(path, was, outcome.text)
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
