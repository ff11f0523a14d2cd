"""What annotations, except clauses and functions of the file say about a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import libcst as cst
from libcst.metadata import Scope

from ..._core.util.override import override
from . import members
from .inferred_types import Failure, Instance, Kind, Symbol
from .source import Source, dotted

_WRAPPERS = frozenset({
    "Annotated", "AsyncContextManager", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "ClassVar",
    "ContextManager", "Coroutine", "Final", "Generator", "Iterable", "Iterator", "List", "Optional", "Sequence",
    "Union", "list", "tuple", "Tuple",
})  # fmt: skip
"""Generic types whose value, yielded, awaited or looped over, is one of their arguments."""


class KindFinder(Protocol):
    """Says what an expression of a file is, and which name an imported one stands for."""

    @property
    def source(self) -> Source: ...

    def kind(self, node: cst.CSTNode) -> Kind | None:
        """What an expression is, None where nobody can say."""
        ...

    def imported(self, node: cst.CSTNode, scope: Scope | None = None) -> str | None:
        """The full name behind an imported one."""
        ...


class Annotations:
    """Reads annotations of one file."""

    def __init__(self, resolver: KindFinder) -> None:
        self._resolver = resolver

    def kind(self, node: cst.CSTNode, scope: Scope) -> Kind | None:
        """What a value with this annotation is."""
        found = {each for each in self._parts(node, scope) if each is not None}
        return found.pop() if len(found) == 1 else None

    def _parts(self, node: cst.CSTNode, scope: Scope) -> Iterator[Kind | None]:
        match node:
            case cst.SimpleString():
                inner = _parsed(node)
                if inner is not None:
                    yield from self._parts(inner, scope)
            case cst.BinaryOperation(operator=cst.BitOr()):
                yield from self._parts(node.left, scope)
                yield from self._parts(node.right, scope)
            case cst.Subscript() if (dotted(node.value) or "").split(".")[-1] in _WRAPPERS:
                for element in node.slice:
                    if isinstance(element.slice, cst.Index):
                        yield from self._parts(element.slice.value, scope)
            case cst.Name() | cst.Attribute():
                yield self._class(node, scope)
            case _:
                return

    def _class(self, node: cst.Name | cst.Attribute, scope: Scope) -> Kind | None:
        symbol = self._resolver.imported(node, scope)
        if symbol is not None:
            return members.instance(Symbol(symbol))
        for each in scope[dotted(node) or ""]:
            owner = getattr(each, "node", None)
            if isinstance(owner, cst.ClassDef):
                return Instance(owner)
        return None

    def error(self, node: cst.CSTNode) -> Kind | None:
        """What ``except <node> as error`` catches: a failure only if it is nothing else."""
        nodes = [each.value for each in node.elements] if isinstance(node, cst.Tuple) else [node]
        kinds = {self.kind(each, self._resolver.source.scope(each)) for each in nodes}
        found = kinds.pop() if len(kinds) == 1 else None
        return found if isinstance(found, Failure) else None

    def returned(self, function: cst.FunctionDef) -> Kind | None:
        """What a function of the file gives: as annotated, else what all its returns or yields are."""
        if function.returns is not None:
            return self.kind(function.returns.annotation, self._resolver.source.scope(function))
        found = _Outcomes()
        function.body.visit(found)
        kinds = {self._resolver.kind(each) for each in found.values}
        return kinds.pop() if len(kinds) == 1 else None


class _Outcomes(cst.CSTVisitor):
    """The expressions a function returns or yields."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[cst.BaseExpression] = []

    @override
    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:  # noqa: N802  # libcst's names
        return False

    @override
    def visit_Return(self, node: cst.Return) -> None:  # noqa: N802
        if node.value is not None:
            self.values.append(node.value)

    @override
    def visit_Yield(self, node: cst.Yield) -> None:  # noqa: N802
        if isinstance(node.value, cst.BaseExpression):
            self.values.append(node.value)


def _parsed(node: cst.SimpleString) -> cst.BaseExpression | None:
    value = node.evaluated_value
    try:
        return cst.parse_expression(value) if isinstance(value, str) else None
    except cst.ParserSyntaxError:
        return None
