"""What `beeper_sdk_server` has for servers without FastAPI: interfaces whose methods return anything, and imports that
wait until they are used."""

from __future__ import annotations

import ast

HANDLERS = '''{header}

"""The interfaces of `services` for servers that do not use FastAPI: a parameter is the type that methods return."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from pydantic import AwareDatetime
    from starlette.requests import Request

    from . import models

PrincipalT_contra = TypeVar("PrincipalT_contra", contravariant=True)
AnswerT_co = TypeVar("AnswerT_co", covariant=True)


{classes}
'''
PACKAGE = '''{header}

"""{docstring}

Names are imported at first use: importing `models` or `spec` does not import FastAPI.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
{imports}

__all__ = {names!r}

_MODULES = {modules!r}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    value: object = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value
'''


def handlers_module(header: str, services: str) -> str:
    """The module of the interfaces, from that of the Protocols of FastAPI services."""
    classes = [node for node in ast.parse(services).body if isinstance(node, ast.ClassDef)]
    for interface in classes:
        interface.bases = [ast.parse("Protocol[PrincipalT_contra, AnswerT_co]", mode="eval").body]
        for method in interface.body:
            if isinstance(method, ast.AsyncFunctionDef):
                method.returns = ast.Name("AnswerT_co")
    return HANDLERS.format(header=header, classes="\n\n\n".join(map(ast.unparse, classes)))


def lazy_package(header: str, package: str) -> str:
    """The ``__init__.py`` of a package that imports its names at first use, from one that imports them at once."""
    tree = ast.parse(package)
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    modules = {alias.name: "." * node.level + str(node.module) for node in imports for alias in node.names}
    explicit = [
        ast.ImportFrom(node.module, [ast.alias(alias.name, alias.name) for alias in node.names], node.level)
        for node in imports
    ]
    return PACKAGE.format(
        header=header,
        docstring=ast.get_docstring(tree),
        imports="\n".join(f"    {ast.unparse(node)}" for node in explicit),
        names=sorted(modules),
        modules=modules,
    )
