"""The command ``migrate``: finds, reads and writes files, prints the result, and returns the exit status."""

from __future__ import annotations

import codecs
import difflib
import io
import os
import sys
import tokenize
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, frozen

from ..._core.generated import saving
from ..._core.util.command_line import ENDED, Parser, count
from ..._core.util.program import program
from ..._core.util.regular_file import read_regular

if TYPE_CHECKING:
    from .engine import Project

_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages"})


class Unreadable(Exception):
    """A file cannot be read, decoded or written; the message says why."""


@frozen
class Text:
    """The text of a file with its original line endings, and what is needed to write it back."""

    text: str
    encoding: str
    bom: bytes = b""


def find_files(paths: list[Path]) -> Iterator[Path]:
    """The given files, and all ``*.py`` below the given folders, without hidden folders and installed packages.

    Each file is returned once. A link in a folder that leads to a file elsewhere is reported and skipped: that file may
    belong to another project.
    """
    seen: set[Path] = set()
    for path in paths:
        is_folder = path.is_dir()
        for found in _below(path) if is_folder else [path]:
            real = Path(os.path.realpath(found))  # a symbolic link is kept, and its target is written
            if is_folder and found.is_symlink() and not _is_inside(real, Path(os.path.realpath(path))):
                sys.stderr.write(f"{found}: skipped, because it links to a file that is not in the source of {path}\n")
            elif real not in seen:
                seen.add(real)
                yield found


def _is_inside(file: Path, folder: Path) -> bool:
    """Whether a file is one that is found below a folder without links."""
    return folder in file.parents and all(map(_is_source, file.parents[: file.parents.index(folder)]))


def _below(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        here = Path(where)
        folders[:] = sorted(name for name in folders if _is_source(here / name))
        yield from (here / name for name in sorted(names) if name.endswith(".py"))


def _is_source(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in _SKIPPED
    return not hidden and not (folder / "pyvenv.cfg").exists()


def read_text(path: Path) -> Text:
    """Read a file.

    Raises:
        Unreadable: It cannot be opened, or cannot be decoded.
    """
    try:
        data = read_regular(path)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        plain = "utf-8" if encoding == "utf-8-sig" else encoding
        text = data[len(bom) :].decode(plain)
        if text.encode(plain) == data[len(bom) :]:  # else writing it would change more than the code
            return Text(text, plain, bom)
    except OSError as error:
        raise Unreadable(error.strerror or "cannot be opened") from None
    except (SyntaxError, ValueError, LookupError):  # ValueError: of codecs such as "undefined" and "idna"
        pass
    raise Unreadable("it cannot be decoded with its declared encoding")


def write_text(path: Path, was: Text, text: str) -> None:
    """Replace the text of a file atomically, and keep its mode.

    Raises:
        Unreadable: The file cannot be written, or its encoding cannot represent the text.
    """
    try:
        data = was.bom + text.encode(was.encoding)
        with saving.replacing(path) as file:
            file.write(data)
    except OSError as error:
        raise Unreadable(f"cannot be written: {error.strerror}") from None
    except UnicodeError:
        raise Unreadable("its encoding cannot represent the new text") from None


_ABOUT = """Rewrite Python code to the current API of the Beeper SDK: from its v0 client, from raw /v0/ routes in
calls of requests and httpx, and from the official SDK (beeper_desktop_api 4 to 6). Formatting and comments are kept.
Code that cannot be rewritten with certainty is not changed, and is listed by file and line."""
_STATUS = (
    """exit status: 0 nothing to change, or all changes were written; 1 files would change (for a check in CI);
2 wrong arguments, or a file that cannot be read or parsed (other files are still processed). Lines that are listed for
review do not affect the exit status. """
    f"{ENDED}."
)


@define
class _Tally:
    """Counts for the summary."""

    changed: int = 0
    notes: int = 0
    failed: int = 0
    seen: int = 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = Parser(prog=program("migrate"), description=_ABOUT, epilog=_STATUS)
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="file, or folder whose files are rewritten recursively"
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--diff", action="store_true", help="print the changes as a unified diff, and write nothing")
    mode.add_argument("--write", action="store_true", help="write the changes to the files")
    chosen = parser.parse_args(argv)
    try:
        import libcst as _  # noqa: F401
    except ModuleNotFoundError:
        parser.error('LibCST is not installed; run: pip install "beeper-sdk[migrate]"')
    from .engine import Project

    tally, files, project = _Tally(), [*find_files(chosen.paths)], Project(_text_or_none)
    for path in files:
        project.text(path.resolve())  # before the first is written: others may import from it
    for path in files:
        _migrate_file(path, tally, project, diff=chosen.diff, write=chosen.write)
    if not chosen.diff:
        _print(_summary(tally, write=chosen.write))
    return 2 if tally.failed else int(bool(tally.changed and not chosen.write))


def _text_or_none(path: Path) -> str | None:
    try:
        return read_text(path).text if path.is_file() else None
    except (Unreadable, OSError):
        return None


def _migrate_file(path: Path, tally: _Tally, project: Project, *, diff: bool, write: bool) -> None:
    """Migrate one file, and print what was done."""
    from .engine import NotMigrated, NotPython, migrate

    tally.seen += 1
    try:
        was = read_text(path)
        real = path.resolve()
        outcome = migrate(was.text, project.lookup(real) if project.concerns(real) else None)
        if outcome.changes and write:
            write_text(path, was, outcome.text)
    except (Unreadable, NotPython, NotMigrated, RecursionError) as error:
        tally.failed += 1
        message = "the code is nested too deeply" if isinstance(error, RecursionError) else str(error)
        sys.stderr.write(f"{path}: {message}\n")
        return
    tally.changed += bool(outcome.changes)
    tally.notes += len(outcome.notes)
    if diff:
        _show(path, was, outcome.text)
    elif outcome.changes:
        _print(f"{path}: {count(outcome.changes, 'change')}")
    for note in outcome.notes:
        line = f"{path}:{note.line}: {note.text}\n"
        (sys.stderr if diff else sys.stdout).write(line)  # stdout has the diff only, so that it can be applied


def _show(path: Path, was: Text, text: str) -> None:
    old, new = was.text.splitlines(keepends=True), text.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, str(path), str(path)):
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def _summary(tally: _Tally, *, write: bool) -> str:
    done = "changed" if write else "would change"
    parts = [f"{tally.changed} of {count(tally.seen, 'file')} {done}", f"{count(tally.notes, 'line')} to review"]
    if tally.failed:
        parts.append(f"{tally.failed} failed")
    return ", ".join(parts)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
