"""Finds clients that a file imports from other files of its project."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import libcst as cst

from .inferred_types import Client, Kind, Maker
from .resolve import Resolver
from .source import Source

MENTIONS = re.compile(r"beeper_desktop_api|\bbeeper_sdk\b|/v0\b")
_IMPORTS = re.compile(r"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(.*)|import[ \t]+([.\w]+))", re.MULTILINE)
_MAX_DEPTH = 4
"""Files between the one that makes a client and the one that uses it, which import it from each other."""
Read: TypeAlias = Callable[[Path], str | None]


class Project:
    """The files around the one that is migrated, which are read when they are imported."""

    def __init__(self, read: Read) -> None:
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
        parts = module.lstrip(".").split(".") if module.strip(".") else []
        dots = len(module) - len(module.lstrip("."))
        roots = [path.parents[dots - 1]] if 0 < dots <= len(path.parents) else [] if dots else [*path.parents]
        for root in roots:
            target = root.joinpath(*parts)
            for found in (target.with_suffix(".py"), target / "__init__.py"):
                if self.text(found) is not None:
                    return found
        return None

    def lookup(self, path: Path) -> Callable[[str], Kind | None]:
        """The client, or the function that returns one, that a file imports under a full name; else None."""

        def find(full: str) -> Kind | None:
            module, _, name = full.rpartition(".")
            if not module.strip(".") and full.startswith("."):
                module = full[: len(full) - len(full.lstrip("."))]
            found = self._file(path, module) if module else None
            return self._exported(found).get(name) if found is not None and found != path else None

        return find

    def _exported(self, path: Path) -> dict[str, Kind]:
        if path not in self._exports:
            self._exports[path] = {}  # ends the recursion if files import each other
            if self.concerns(path):
                self._exports[path] = dict(_clients(self.text(path) or "", self.lookup(path)))
        return self._exports[path]


def _clients(text: str, find: Callable[[str], Kind | None]) -> Iterator[tuple[str, Kind]]:
    """The clients of a module, and its functions that return one."""
    try:
        source = Source(text)
    except cst.ParserSyntaxError:
        return
    resolver = Resolver(source, find)
    for assignment in source.globals.assignments:
        kind = resolver.exported(assignment)
        if isinstance(kind, Client | Maker):
            yield assignment.name, kind
