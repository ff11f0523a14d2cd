"""Imports the names of a package when they are first used (PEP 562). Type checkers read the real imports instead."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping


def by_module(names: Mapping[str, str]) -> dict[str, str]:
    """The module of each name, from the names in each module, separated by spaces."""
    return {name: module for module, inside in names.items() for name in inside.split()}


def lazy(
    owner: str, names: Mapping[str, str], modules: Mapping[str, str] | None = None
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The ``__getattr__`` and ``__dir__`` functions of a package or module.

    Args:
        owner: Its ``__name__``. It must define ``__all__``.
        names: Maps each name to the module that defines it, as in a relative import: ``.client``.
        modules: Maps the names of submodules to these submodules.
    """
    known_modules = modules or {}

    def find(name: str) -> object:
        from importlib import import_module

        package = vars(sys.modules[owner])["__package__"]
        if name in known_modules:
            value: object = import_module(known_modules[name], package)
        elif name in names:
            value = getattr(import_module(names[name], package), name)
        else:
            raise AttributeError(f"module {owner!r} has no attribute {name!r}")
        setattr(sys.modules[owner], name, value)  # so that the next lookup does not call __getattr__
        return value

    def listed() -> list[str]:
        return sorted(vars(sys.modules[owner])["__all__"])

    return find, listed
