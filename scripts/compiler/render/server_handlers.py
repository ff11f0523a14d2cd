"""What `beeper_sdk_server` has for servers without FastAPI: interfaces of plain types, and late imports."""

from __future__ import annotations

import ast
import re

from typing_extensions import override

HANDLERS = '''{header}

"""The interfaces of `services` for servers without FastAPI and models: bodies are JSON objects, and enums are strings.

A body that is optional is empty if it was not sent.
A parameter of an interface is the type that its methods return.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from starlette.requests import Request

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


class _PlainTypes(ast.NodeTransformer):
    """Replaces the types of pydantic in the arguments of methods."""

    @override
    def visit_arg(self, node: ast.arg) -> ast.arg:
        if node.annotation is not None:
            annotation = re.sub(r"models\.\w+", "str", ast.unparse(node.annotation))
            annotation = annotation.replace("AwareDatetime", "datetime")
            node.annotation = ast.parse("dict[str, Any]" if node.arg == "body" else annotation, mode="eval").body
        return node


def handlers_module(header: str, services: str) -> str:
    """The module of the interfaces, from that of the Protocols of FastAPI services."""
    tree = _PlainTypes().visit(ast.parse(services))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
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
