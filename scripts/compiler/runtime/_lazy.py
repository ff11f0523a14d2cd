"""What is imported at first use: the contents of packages (PEP 562), and functions that most programs do not call.

Type checkers read the real imports instead.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import Any


def by_module(**names: str) -> dict[str, str]:
    """The module of each name, from the names in each module, separated by spaces."""
    return {name: module for module, inside in names.items() for name in inside.split()}


def lazy(
    package: str, names: Mapping[str, str], modules: tuple[str, ...] = (), own: Collection[str] = ()
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a package: `names` maps each name to the module that defines it,
    `modules` are submodules that are attributes themselves, and `own` the names that the package defines itself."""

    def find(name: str) -> Any:
        if name in modules:
            return import_module(f".{name}", package)
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = vars(import_module(f".{names[name]}", package))[name]
        setattr(sys.modules[package], name, value)  # later accesses do not call this function
        return value

    def everything() -> list[str]:
        return sorted({*names, *modules, *own})

    return find, everything


def imported_at_first_call(module: str, source: str, name: str) -> Callable[..., Any]:
    """A function of another module, imported by its first call, which then replaces what is returned here. An import
    statement in the function that calls it would cost 0.5 to 1.5 µs every time.

    Args:
        module: The module that calls it under `name`.
        source: Where it is defined, relative to `module`.
        name: Its name in both.
    """

    def first_call(*args: Any) -> Any:
        package = module.rpartition(".")[0]
        function: Callable[..., Any] = vars(import_module(source, package))[name]
        setattr(sys.modules[module], name, function)
        return function(*args)

    return first_call
