"""Migrates the source of one file, which may use clients of other files: source in, source and notes out. No I/O."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import libcst as cst
from attrs import frozen

from .context import Note, Work
from .inferred_types import Client, Kind, Maker
from .resolve import Resolver
from .rules import answers, clients, http, imports, methods, reminders
from .source import Source

MENTIONS = re.compile(r"beeper_desktop_api|\bbeeper_sdk\b|/v0\b")
_IMPORTS = re.compile(r"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(.*)|import[ \t]+([.\w]+))", re.MULTILINE)
_MAX_DEPTH = 4
Find: TypeAlias = Callable[[str], Kind | None]
_RULES = (imports, clients, methods, reminders, answers, http)


class NotPython(ValueError):
    """The source cannot be parsed; the message says where and why."""


class NotMigrated(Exception):
    """The rewritten source would not be valid Python, which is a bug in the rules. Nothing is changed."""


@frozen
class Outcome:
    """The result of a migration."""

    text: str
    changes: int
    notes: tuple[Note, ...]
    """Sorted by line. Line numbers are those of the old source."""


def _nothing(_: str) -> None:
    return None


def migrate(text: str, shared: Find | None = None) -> Outcome:
    """Rewrite source to the current API.

    Args:
        text: The source.
        shared: Finds clients that it imports from other files; if None, it imports none.

    Raises:
        NotPython: The source cannot be parsed.
        NotMigrated: The rewritten source cannot be parsed.
    """
    if "\0" in text:
        raise NotPython("it contains a null character")
    # True for most files of a project: LibCST would be slow, and parses those that this Python cannot.
    if shared is None and not MENTIONS.search(text) and _is_python(text):
        return Outcome(text, 0, ())
    try:
        work = Work.of(text, shared or _nothing)
    except cst.ParserSyntaxError as error:
        raise NotPython(f"line {error.editor_line}: {error.message}") from None
    new = _written(work)
    notes = [*work.notes, *_lost_comments(text, new)]
    return Outcome(new, work.edits.count if new != text else 0, tuple(sorted(notes)))


def _is_python(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the file's own code
            ast.parse(text)
    except (SyntaxError, MemoryError, RecursionError):
        return False
    return True


def _written(work: Work) -> str:
    """The rewritten source."""
    try:
        for rule in _RULES:
            rule.apply(work)
        if not work.edits.count:
            return work.source.text
        new = work.names.write(work.source.module.visit(work.edits)).code
        cst.parse_module(new)
    except (cst.CSTValidationError, cst.ParserSyntaxError):
        raise NotMigrated("not changed: the rewritten code would not be valid Python; please report this bug") from None
    return new


def _lost_comments(old: str, new: str) -> list[Note]:
    """Notes for comments that are missing from the new source."""
    if old == new:
        return []
    kept = Counter(text for _, text in _comments(new))
    lost: list[Note] = []
    for line, text in _comments(old):
        if kept[text]:
            kept[text] -= 1
        else:
            lost.append(Note(line, f"this comment could not be kept: {text}"))
    return lost


def _comments(text: str) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


class Project:
    """The files around the one that is migrated."""

    def __init__(self, read: Callable[[Path], str | None]) -> None:
        self._read = read
        self._texts: dict[Path, str | None] = {}
        self._exports: dict[Path, dict[str, Kind]] = {}

    def text(self, path: Path) -> str | None:
        """The text of a file as it was first read; None if it cannot be read."""
        if path not in self._texts:
            self._texts[path] = self._read(path)
        return self._texts[path]

    def concerns(self, path: Path) -> bool:
        """Whether a file, or one that it imports, mentions an SDK: parsing all others would be slow."""
        seen, level = {path}, [path]
        for _ in range(_MAX_DEPTH):
            if any(MENTIONS.search(self.text(file) or "") for file in level):
                return True
            level = [*({other for file in level for other in self._imported(file)} - seen)]
            seen.update(level)
        return False

    def _imported(self, path: Path) -> Iterator[Path]:
        for module, names, plain in _IMPORTS.findall(self.text(path) or ""):
            inside = [f"{module}{'.' * (module[-1] != '.')}{name}" for name in re.findall(r"\w+", names)]
            for name in (module or plain, *inside):
                if (found := self._file(path, name)) is not None:
                    yield found

    def _file(self, path: Path, module: str) -> Path | None:
        """The file of a module that another file imports."""
        inside = module.lstrip(".")
        dots, parts = len(module) - len(inside), inside.split(".") if inside else []
        for root in path.parents[dots - 1 : dots] if dots else path.parents if inside else ():
            target = root.joinpath(*parts)
            for found in (target.with_suffix(".py"), target / "__init__.py"):
                if self.text(found) is not None:
                    return found
        return None

    def lookup(self, path: Path) -> Find:
        def find(full: str) -> Kind | None:
            name = full.rpartition(".")[2]
            module = full.removesuffix(name)
            found = self._file(path, module.removesuffix(".") if module.strip(".") else module)
            return self._exported(found).get(name) if found is not None and found != path else None

        return find

    def _exported(self, path: Path) -> dict[str, Kind]:
        if path not in self._exports:
            self._exports[path] = {}  # ends the recursion if files import each other
            if self.concerns(path):
                self._exports[path] = dict(_clients(self.text(path) or "", self.lookup(path)))
        return self._exports[path]


def _clients(text: str, find: Find) -> Iterator[tuple[str, Kind]]:
    try:
        source = Source(text)
    except cst.ParserSyntaxError:
        return
    resolver = Resolver(source, find)
    for assignment in source.globals.assignments:
        kind = resolver.exported(assignment)
        if isinstance(kind, Client | Maker):
            yield assignment.name, kind
