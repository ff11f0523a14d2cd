"""Finds the bindings of names, and the types given by annotations, except clauses and functions of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, Protocol, TypeAlias

import libcst as cst
from attrs import frozen
from libcst.metadata import Assignment, BaseAssignment, ImportAssignment, Scope

from ..._core.util.override import override
from .inferred_types import Failure, Instance, Kind, Symbol, instance_of
from .source import Source, dotted

How: TypeAlias = Literal["value", "element", "annotation", "error", "definition", "parameter", "unknown"]


@frozen
class Binding:
    """One place that binds a name."""

    how: How
    value: cst.CSTNode | None
    """The expression, annotation or definition that it is bound to."""
    target: cst.CSTNode


def of_assignment(source: Source, assignment: BaseAssignment) -> Binding | None:
    """The binding of an assignment in a scope; None for imports and builtins."""
    if not isinstance(assignment, Assignment) or isinstance(assignment, ImportAssignment):
        return None
    node = assignment.node
    if isinstance(node, cst.FunctionDef | cst.ClassDef):
        return Binding("definition", node, node)
    if isinstance(node, cst.Param):
        if node.annotation is None:
            return Binding("parameter", node, node)
        return Binding("annotation", node.annotation.annotation, node)
    return of_target(source, node)


def of_target(source: Source, node: cst.CSTNode) -> Binding:
    """The binding of a target of an assignment, loop, with or except."""
    parent = source.parent(node)
    match parent:
        case cst.AssignTarget():
            statement = source.parent(parent)
            return Binding("value", statement.value if isinstance(statement, cst.Assign) else None, node)
        case cst.AnnAssign():
            return Binding("annotation", parent.annotation.annotation, node)
        case cst.NamedExpr():
            return Binding("value", parent.value, node)
        case cst.For() | cst.CompFor() if parent.target is node:
            return Binding("element", parent.iter, node)
        case cst.AsName():
            return _of_alias(source.parent(parent), node)
        case _:
            return Binding("unknown", None, node)


def _of_alias(owner: cst.CSTNode | None, node: cst.CSTNode) -> Binding:
    if isinstance(owner, cst.WithItem):
        return Binding("value", owner.item, node)
    if isinstance(owner, cst.ExceptHandler):
        return Binding("error", owner.type, node)
    return Binding("unknown", None, node)


def class_of_self(source: Source, name: cst.Param) -> cst.ClassDef | None:
    """The class of a ``self`` parameter, or None for other parameters."""
    function = source.within(name, cst.FunctionDef)
    if function is None or not function.params.params or function.params.params[0] is not name:
        return None
    owner = next(
        (ancestor for ancestor in source.ancestors(function) if not isinstance(ancestor, cst.IndentedBlock)), None
    )
    plain = all(getattr(decorator.decorator, "value", "") != "staticmethod" for decorator in function.decorators)
    return owner if isinstance(owner, cst.ClassDef) and plain else None


def fields(source: Source) -> dict[tuple[cst.ClassDef, str], list[Binding]]:
    """The attributes of classes in the file: ``self.x = ...`` in methods, and names bound in class bodies."""
    found: defaultdict[tuple[cst.ClassDef, str], list[Binding]] = defaultdict(list)
    for target in source.all(cst.Attribute):
        parent = source.parent(target)
        annotated = isinstance(parent, cst.AnnAssign) and parent.target is target
        is_bound = annotated or isinstance(parent, cst.AssignTarget)
        owner = source.within(target, cst.ClassDef) if is_bound else None
        function = source.within(target, cst.FunctionDef)
        if owner is None or function is None or not isinstance(target.value, cst.Name) or not function.params.params:
            continue
        if target.value.value == function.params.params[0].name.value:
            found[owner, target.attr.value].append(of_target(source, target))
    for owner in source.all(cst.ClassDef):
        for name, node in _class_names(owner):
            found[owner, name].append(of_target(source, node))
    return dict(found)


def _class_names(owner: cst.ClassDef) -> list[tuple[str, cst.CSTNode]]:
    """Names bound in a class body by plain and annotated assignments."""
    names: list[tuple[str, cst.CSTNode]] = []
    for line in owner.body.body:
        for statement in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            targets: list[cst.CSTNode] = []
            if isinstance(statement, cst.Assign):
                targets = [target.target for target in statement.targets]
            elif isinstance(statement, cst.AnnAssign):
                targets = [statement.target]
            names += [(target.value, target) for target in targets if isinstance(target, cst.Name)]
    return names


_WRAPPERS = frozenset({
    "Annotated", "AsyncContextManager", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "ClassVar",
    "ContextManager", "Coroutine", "Final", "Generator", "Iterable", "Iterator", "List", "Optional", "Sequence",
    "Union", "list", "tuple", "Tuple",
})  # fmt: skip
"""Generic types whose yielded, awaited or iterated value has the type of one of their arguments."""


class KindFinder(Protocol):
    """Infers the type of an expression, and the full name of an imported name."""

    @property
    def source(self) -> Source: ...

    def kind(self, node: cst.CSTNode) -> Kind | None:
        """The type of an expression, or None if it is unknown."""
        ...

    def imported(self, node: cst.CSTNode, scope: Scope | None = None) -> str | None:
        """The full name of an imported name."""
        ...


class Annotations:
    """Infers types from the annotations of one file."""

    def __init__(self, resolver: KindFinder) -> None:
        self._resolver = resolver

    def kind(self, node: cst.CSTNode, scope: Scope) -> Kind | None:
        """The type of a value with this annotation."""
        found = {part for part in self._parts(node, scope) if part is not None}
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
            return instance_of(Symbol(symbol))
        for assignment in scope[dotted(node) or ""]:
            owner = getattr(assignment, "node", None)
            if isinstance(owner, cst.ClassDef):
                return Instance(owner)
        return None

    def error(self, node: cst.CSTNode) -> Kind | None:
        """The type of the error in ``except <node> as error``: a failure, if it cannot be anything else."""
        nodes = [element.value for element in node.elements] if isinstance(node, cst.Tuple) else [node]
        kinds = {self.kind(class_node, self._resolver.source.scope(class_node)) for class_node in nodes}
        found = kinds.pop() if len(kinds) == 1 else None
        return found if isinstance(found, Failure) else None

    def returned(self, function: cst.FunctionDef) -> Kind | None:
        """The type of a function's result: its annotation, or the common type of all its returns or yields."""
        if function.returns is not None:
            return self.kind(function.returns.annotation, self._resolver.source.scope(function))
        found = _Outcomes()
        function.body.visit(found)
        kinds = {self._resolver.kind(value) for value in found.values}
        return kinds.pop() if len(kinds) == 1 else None


class _Outcomes(cst.CSTVisitor):
    """Collects the expressions that a function returns or yields."""

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
