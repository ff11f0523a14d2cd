"""Packages whose names are imported at first use (PEP 562). Type checkers read the real imports instead."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping


def lazy(
    owner: str, names: Mapping[str, str], modules: Mapping[str, str] | None = None
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a package or module.

    Args:
        owner: Its ``__name__``. It has an ``__all__``.
        names: For each name the module that defines it, as a relative import in `owner` would name it: ``.client``.
        modules: For each name of a module that is an attribute itself, that module.
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
        setattr(sys.modules[owner], name, value)  # the next look-up does not come here
        return value

    def listed() -> list[str]:
        return sorted(vars(sys.modules[owner])["__all__"])

    return find, listed
