"""Reads classes and functions of the packages with griffe, without importing them.

A module is parsed when a name of it is needed. What this run generates is read from memory: the files on disk may be
older.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import griffe
from attrs import define, field

PACKAGES = {"beeper_sdk": "beeper_sdk", "beeper_sdk_client": "generated/beeper_sdk_client"}
Member: TypeAlias = griffe.Class | griffe.Function | griffe.Attribute | griffe.TypeAlias | griffe.Module


@define
class Code:
    """The packages, as far as they were read."""

    root: Path
    files: Mapping[str, bytes]
    """Generated files, by their path below the root."""
    modules: dict[str, griffe.Module | None] = field(factory=dict[str, griffe.Module | None], init=False)
    known: dict[str, Member | None] = field(factory=dict[str, Member | None], init=False)

    def find(self, path: str) -> Member | None:
        """What a dotted path stands for, where it is defined; None if it is of another package, or nothing."""
        if path not in self.known:
            self.known[path] = self._find(path)
        return self.known[path]

    def _find(self, path: str) -> Member | None:
        module, rest = self._split(path)
        found: griffe.Object | griffe.Alias | None = module
        for name in rest:
            if not isinstance(found, griffe.Module | griffe.Class):
                return None
            member = found.members.get(name)
            found = self.find(member.target_path) if isinstance(member, griffe.Alias) else member
        return self._original(found) if isinstance(found, Member) else None

    def _original(self, found: Member) -> Member:
        """What ``When = times.When`` stands for, which is another name for the same."""
        value = found.value if isinstance(found, griffe.Attribute) else None
        if isinstance(value, griffe.ExprName | griffe.ExprAttribute) and str(value).endswith(f".{found.name}"):
            return self.find(value.canonical_path) or found
        return found

    def _split(self, path: str) -> tuple[griffe.Module | None, list[str]]:
        """The longest module of a path, and the names inside of it."""
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            module = self.module(".".join(parts[:length]))
            if module is not None:
                return module, parts[length:]
        return None, []

    def module(self, path: str) -> griffe.Module | None:
        """A module; None if there is no such module."""
        if path not in self.modules:
            self.modules[path] = self._module(path)
        return self.modules[path]

    def _module(self, path: str) -> griffe.Module | None:
        package, *inner = path.split(".")
        if package not in PACKAGES:
            return None
        base = "/".join([PACKAGES[package], *inner])
        for place in (f"{base}.py", f"{base}/__init__.py"):
            text = self._text(place)
            if text is not None:
                return self._visit(path, place, text)
        return None

    def _text(self, place: str) -> str | None:
        if place in self.files:
            return self.files[place].decode()
        file = self.root / place
        return file.read_text(encoding="utf-8") if file.is_file() else None

    def _visit(self, path: str, place: str, text: str) -> griffe.Module:
        above, _, name = path.rpartition(".")
        parent = self.module(above) if above else None
        return griffe.visit(name, self.root / place, text, parent=parent, docstring_parser=griffe.Parser.google)

    def public(self, module: str) -> list[str]:
        """The public names of a module: `__all__`, or else what it defines without an underscore."""
        found = self.module(module)
        if found is None:
            return []
        if found.exports:
            return sorted(str(name) for name in found.exports)
        if "__all__" in found.members:  # computed: what is imported for type checkers, as it is imported late
            return sorted(name for name, member in found.members.items() if _is_late(member))
        own = (name for name, member in found.members.items() if not isinstance(member, griffe.Alias))
        return sorted(name for name in own if not name.startswith("_"))

    def bases(self, kind: griffe.Class) -> list[griffe.Class]:
        """The base classes that are defined in these packages."""
        found = (self.find(path_of(base)) for base in kind.bases)
        return [base for base in found if isinstance(base, griffe.Class)]

    def line(self, kind: griffe.Class) -> list[griffe.Class]:
        """A class and its bases in these packages, in the order in which attributes are found."""
        line = [kind]
        for base in self.bases(kind):
            line = [each for each in line if each not in (above := self.line(base))] + above
        return line

    def members(self, kind: griffe.Class) -> dict[str, list[Member]]:
        """The public members of a class in the order of the source: the definitions of each, from the class upwards."""
        found: dict[str, list[Member]] = {}
        for each in self.line(kind):
            for name, member in each.members.items():
                if isinstance(member, Member) and not name.startswith("_"):
                    found.setdefault(name, []).append(member)
        return found

    def method(self, kind: griffe.Class, name: str) -> griffe.Function | None:
        """A method of a class or of one of its bases, also a private one."""
        for each in self.line(kind):
            member = each.members.get(name)
            if isinstance(member, griffe.Function):
                return member
        return None


def _is_late(member: griffe.Object | griffe.Alias) -> bool:
    return isinstance(member, griffe.Alias) and not member.runtime


def path_of(expression: str | griffe.Expr) -> str:
    """The path of the name in an expression, without what stands in brackets: of ``Generic[T]``, that of Generic."""
    if isinstance(expression, griffe.ExprSubscript):
        return path_of(expression.left)
    return expression if isinstance(expression, str) else expression.canonical_path


def names_in(expression: str | griffe.Expr | None) -> Iterator[griffe.ExprName | griffe.ExprAttribute]:
    """The names in an expression; of ``models.Chat``, that as a whole."""
    if isinstance(expression, griffe.ExprName | griffe.ExprAttribute):
        yield expression
    elif isinstance(expression, griffe.Expr):
        for part in expression.iterate(flat=False):
            yield from names_in(part)


def documented(definitions: list[Member]) -> griffe.Docstring | None:
    """The docstring of the first definition that has one."""
    return next((each.docstring for each in definitions if each.docstring is not None), None)
