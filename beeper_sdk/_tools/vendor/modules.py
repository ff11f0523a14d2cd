"""The modules of a package by what they import of each other. Read from the text: nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from .originals import SDK, CannotVendor


class Module:
    """One file of the SDK."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source = path, source
        parts = path.removesuffix(".py").split("/")
        self.is_package = parts[-1] == "__init__"
        self.name = ".".join(parts[:-1] if self.is_package else parts)
        self.package = self.name if self.is_package else self.name.rpartition(".")[0]

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError):
            raise CannotVendor(f"{self.path} is no Python of this version") from None

    @property
    def is_public(self) -> bool:
        """Is it one that callers import? Everything must be reached from those."""
        return not any(part.startswith("_") for part in self.name.split("."))

    @cached_property
    def imports(self) -> list[tuple[ast.ImportFrom, list[str]]]:
        """The relative imports, wherever they stand, each with what it may import: modules, or names in them."""
        found = [node for node in statements(self.tree) if isinstance(node, ast.ImportFrom) and node.level]
        return [(node, [f"{self.absolute(node)}.{alias.name}" for alias in node.names]) for node in found]

    def absolute(self, node: ast.ImportFrom) -> str:
        """The module that a relative import names."""
        steps = self.package.split(".")
        return ".".join([*steps[: len(steps) - node.level + 1], *filter(None, [node.module])])

    def place(self, node: ast.AST) -> str:
        """File and line, for messages."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def statements(tree: ast.Module) -> Iterator[ast.AST]:
    """All statements, wherever they stand; no expression is looked into, which is what takes time."""
    todo: list[ast.AST] = [tree]
    while todo:
        inner = ast.iter_child_nodes(todo.pop())
        found = [node for node in inner if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case)]
        yield from found
        todo += found


def home(name: str, among: Iterable[str]) -> str:
    """The module that a dotted name is, or is defined in."""
    while name and name not in among:
        name = name.rpartition(".")[0]
    return name


def modules(files: dict[str, bytes]) -> dict[str, Module]:
    """The modules of the SDK, by name."""
    found = [Module(path, source) for path, source in files.items() if path.endswith(".py")]
    return {module.name: module for module in found if module.name.split(".")[0] == SDK}


def within(name: str, roots: Iterable[str]) -> bool:
    """Is a module one of these, or in one of these packages?"""
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def reached(known: dict[str, Module], roots: Iterable[str], closed: Iterable[str] = ()) -> set[str]:
    """All modules that can come to be imported from these, none of those that are `closed`."""
    shut = tuple(closed)
    found: set[str] = set()
    todo = [name for name in roots if not within(name, shut)]
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.add(name)
        if parent := home(name.rpartition(".")[0], known):
            todo.append(parent)
        targets = (home(target, known) for _, names in known[name].imports for target in names)
        todo += [target for target in targets if target and not within(target, shut)]
    return found
