# @generated


from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import Any


def by_module(**names: str) -> dict[str, str]:
    return {name: module for module, inside in names.items() for name in inside.split()}


def lazy(
    package: str, names: Mapping[str, str], modules: tuple[str, ...] = (), own: Collection[str] = ()
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:

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

    def first_call(*args: Any) -> Any:
        package = module.rpartition(".")[0]
        function: Callable[..., Any] = vars(import_module(source, package))[name]
        setattr(sys.modules[module], name, function)
        return function(*args)

    return first_call
