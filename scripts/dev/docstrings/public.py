"""What is public: the objects that users can name, from the sources.

A module's public names are those of its `__all__`; without one, those that it defines, and those that it imports as
themselves (``from .chat import Chat as Chat``). A class has its own members and those of its base classes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

import griffe

Item: TypeAlias = griffe.Object
Named: TypeAlias = griffe.Object | griffe.Alias
PASSED_ON = re.compile(r"import (\w+) as \1$")


@dataclass(frozen=True)
class Surface:
    """Where an API is, and how it is arranged."""

    folders: Sequence[Path]
    """The folders that have the packages."""
    packages: Sequence[str]
    """Their names. What other packages define is not looked at."""
    modules: Sequence[str]
    """The public modules."""
    client: str = ""
    """The class whose members docstrings mean with ``messages.send``."""
    given: Sequence[str] = ()
    """Classes that users receive and do not create, and modules of such classes: their constructors are not public."""


@dataclass
class Public:
    """The public objects of an API, by the path of their definition."""

    surface: Surface
    modules: griffe.ModulesCollection
    names: dict[str, str] = field(default_factory=dict[str, str])
    """How users name an object: the first name found for it, by its path."""
    items: dict[str, Item] = field(default_factory=dict[str, Item])
    _members: dict[str, dict[str, Item]] = field(default_factory=dict[str, dict[str, Item]])

    def is_ours(self, path: str) -> bool:
        """Whether a path is in one of the packages."""
        return path.partition(".")[0] in self.surface.packages

    def find(self, path: str) -> Item | None:
        """The object of a path; None if it is not one of ours, or there is none."""
        try:
            return self.resolved(self.modules[path]) if self.is_ours(path) else None
        except KeyError:
            return None

    def resolved(self, named: Named) -> Item | None:
        """What a name stands for, however often it is imported or assigned again; None for objects of others."""
        try:
            item = named.final_target if isinstance(named, griffe.Alias) else named
        except (griffe.AliasResolutionError, griffe.CyclicAliasError):
            return None
        if not self.is_ours(item.path):
            return None
        value = item.value if isinstance(item, griffe.Attribute) and not item.docstring else None
        assigned = self.find(value.canonical_path) if isinstance(value, griffe.Expr) else None
        return assigned if assigned is not None and (assigned.is_class or assigned.docstring) else item

    def members(self, item: Item) -> dict[str, Item]:
        """The public members of a module or class; those of a class in its base classes too."""
        if item.path not in self._members:
            places = [item] if item.is_module else [*bases(item)][::-1]
            inside = {name: member for place in places for name, member in place.members.items()}
            named = module_names(item) if item.is_module else [name for name in inside if _is_public(name)]
            found = {name: self.resolved(inside[name]) for name in named if name in inside}
            self._members[item.path] = {name: member for name, member in found.items() if member is not None}
        return self._members[item.path]


def module_names(module: Item) -> list[str]:
    """The public names of a module, sorted."""
    if module.exports:
        return sorted(str(name) for name in module.exports if _is_public(str(name)))
    passed_on = [name for line in module.lines for name in PASSED_ON.findall(line)]
    own = [name for name, member in module.members.items() if not member.is_alias and not member.is_module]
    return sorted(name for name in {*own, *passed_on} if _is_public(name))


def load(surface: Surface) -> Public:
    """Read the sources, and list what is public."""
    folders = [str(folder) for folder in surface.folders]
    loader = griffe.GriffeLoader(search_paths=folders, docstring_parser=griffe.Parser.google, allow_inspection=False)
    for package in surface.packages:
        loader.load(package)
    loader.resolve_aliases(external=False)
    public = Public(surface, loader.modules_collection)
    for path in surface.modules:
        module = public.find(path)
        if module is None:
            raise LookupError(f"there is no module {path}")
        _add(public, path, module)
    return public


def _add(public: Public, name: str, item: Item) -> None:
    if item.path in public.items:
        return
    public.items[item.path] = item
    public.names[item.path] = name
    if item.is_module or item.is_class:
        for member, inner in public.members(item).items():
            _add(public, f"{name}.{member}", inner)


def bases(item: Item) -> list[Item]:
    """A class, and those that it inherits from."""
    return _bases(item) if isinstance(item, griffe.Class) else []


@cache
def _bases(item: griffe.Class) -> list[Item]:
    return [item, *item.mro()]


def _is_public(name: str) -> bool:
    return not name.startswith("_") or name == "__version__"
