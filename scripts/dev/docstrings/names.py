"""Which names in docstrings exist.

`` `messages.send` `` is a name: of a member of the class, a parameter, a public object, or a member of the client.
Other code is in double backticks, and is not looked at.
"""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Iterator
from pkgutil import resolve_name

import griffe

from scripts.dev.docstrings.public import Item, Public, bases

REFERENCE = re.compile(r"(?<![`\w])`([A-Za-z_][\w.]*)(?:\([^`]*\))?`(?!`)")
RAISED = re.compile(r"\b[Rr]aises? ([A-Z]\w+(?:(?:, | or | and )[A-Z]\w+)*)")
"""`raises ValueError or TypeError`, in a sentence."""
VARIABLE = re.compile(r"\bBEEPER_[A-Z_]*[A-Z]\b")
LITERAL = re.compile(r"^['\"](.*)['\"]$")


class Names:
    """The names of an API."""

    def __init__(self, public: Public) -> None:
        self._public = public
        self._client = public.find(public.surface.client)
        self._roots = dict(self._top_level())
        self._members = {name for item in public.items.values() if item.is_class for name in self._inside(item)}
        self._variables = frozenset(_variables(public))
        self._values = {value for item in public.items.values() for value in _literals(item)}

    def _top_level(self) -> Iterator[tuple[str, Item]]:
        """The names that docstrings use anywhere; a later one replaces an earlier one."""
        found = {path: self._public.find(path) for path in self._public.surface.modules}
        modules = {path: module for path, module in found.items() if module is not None}
        for module in reversed(modules.values()):
            yield from self._public.members(module).items()
        yield from ((path.rpartition(".")[2], module) for path, module in modules.items())
        if self._client is not None:
            yield "beeper", self._client

    def _inside(self, item: Item) -> Iterator[str]:
        if isinstance(item, griffe.Function):
            yield from (parameter.name for parameter in item.parameters)
        elif item.is_class:
            yield from self._public.members(item)
            if isinstance(made := item.members.get("__init__"), griffe.Function):
                yield from (parameter.name for parameter in made.parameters)

    def missing(self, item: Item) -> list[str]:
        """The names in the docstring of an object that do not exist."""
        text = item.docstring.value if item.docstring else ""
        names = dict.fromkeys(name.rstrip(".") for name in REFERENCE.findall(text))
        variables = dict.fromkeys(VARIABLE.findall(text))
        return [
            *(name for name in names if not self.exists(name, item)),
            *(name for name in variables if name not in self._variables),
        ]

    def not_raised(self, item: Item) -> list[str]:
        """The names that sentences of a docstring say are raised, and that are no exceptions."""
        text = " ".join(item.docstring.value.split()) if item.docstring else ""
        names = dict.fromkeys(name for found in RAISED.findall(text) for name in re.findall(r"[A-Z]\w+", found))
        return [name for name in names if not self.is_exception(name, item)]

    def exists(self, name: str, near: Item) -> bool:
        """Whether a name in the docstring of an object exists: with us, or in Python and its library."""
        if name in self._inside(near) or name in self._values or hasattr(builtins, name):
            return True
        # The docstring of the client names its groups: `bridge` would be an attribute of some model.
        if name in self._members and near is not self._client:
            return True
        return self.find(name, near) is not None or _in_library(name)

    def find(self, name: str, near: Item) -> Item | None:
        """The object of ours that a name in the docstring of another one stands for."""
        owner = near if near.is_class or near.is_module else near.parent
        inside = [self._public.members(place) for place in (owner, self._client) if place is not None]
        scopes = [_held_by_parameters(near, self._public), *inside, self._roots]
        found = (self._at(names, name) for names in scopes)
        return next((item for item in found if item is not None), None) or self._public.find(name)

    def _at(self, names: dict[str, Item], path: str) -> Item | None:
        """The object at a path: attributes stand for the objects that they hold."""
        first, _, rest = path.partition(".")
        found = names.get(first)
        if not rest or found is None:
            return found
        if isinstance(found, griffe.Attribute) and isinstance(found.annotation, griffe.Expr):
            found = self._public.find(found.annotation.canonical_path)
        return self._at(self._public.members(found), rest) if found is not None and not found.is_function else None

    def is_exception(self, name: str, near: Item) -> bool:
        """Whether a name is one of an exception: of ours, or of Python."""
        value = getattr(builtins, name, None)
        if isinstance(value, type) and issubclass(value, BaseException):
            return True
        found = self.find(name, near)
        return found is not None and any(
            str(base).endswith(("Error", "Exception")) for kind in bases(found) for base in getattr(kind, "bases", ())
        )


def _held_by_parameters(item: Item, public: Public) -> dict[str, Item]:
    """The parameters of a function whose type is a class of ours, as that class."""
    if not isinstance(item, griffe.Function):
        return {}
    parts = (
        (parameter.name, part)
        for parameter in item.parameters
        if isinstance(parameter.annotation, griffe.Expr)
        for part in parameter.annotation.iterate(flat=False)
    )
    found = ((name, public.find(part.canonical_path)) for name, part in parts if isinstance(part, griffe.Expr))
    return {name: kind for name, kind in found if kind is not None}


def _in_library(name: str) -> bool:
    if name.partition(".")[0] not in sys.stdlib_module_names:
        return False
    try:
        resolve_name(name)
    except (AttributeError, ImportError):
        return False
    return True


def _variables(public: Public) -> Iterator[str]:
    """The environment variables that the sources of the packages have as strings."""
    for folder in public.surface.folders:
        for package in public.surface.packages:
            for path in (folder / package).rglob("*.py"):
                yield from re.findall(r"[\"'](BEEPER_[A-Z_]+)", path.read_text(encoding="utf-8"))


def _literals(item: Item) -> Iterator[str]:
    """The strings in the annotations of an object: the known values of enums."""
    found: list[object] = []
    if isinstance(item, griffe.Attribute):
        found += [item.annotation, item.value]
    elif isinstance(item, griffe.Function):
        found += [parameter.annotation for parameter in item.parameters]
    for expression in found:
        if isinstance(expression, griffe.Expr):
            for part in expression.iterate(flat=True):
                literal = LITERAL.match(str(part))
                if literal is not None:
                    yield literal[1]
