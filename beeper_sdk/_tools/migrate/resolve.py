"""Infers the type of an expression: a client, one of its methods, a result, an HTTP response, or something else.

It follows imports, assignments, annotations, attributes of ``self`` and functions of the same file. An expression that
it cannot follow has no type, and no rule rewrites it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import libcst as cst
from libcst.metadata import BaseAssignment, ImportAssignment, Scope

from . import bindings
from .bindings import Annotations, Binding
from .inferred_types import (
    Client,
    Definition,
    Family,
    Instance,
    Kind,
    Maker,
    Result,
    Symbol,
    Value,
    attribute_of,
    element_of,
    item_of,
    result_of,
)
from .source import Source, dotted


class Resolver:
    """Infers and caches the types of the expressions of one file."""

    def __init__(self, source: Source, shared: Callable[[str], Kind | None]) -> None:
        self.source = source
        self._shared = shared
        """What the other files of the project define, by the full name under which it is imported."""
        self._fields = bindings.fields(source)
        self._known: dict[cst.CSTNode, Kind | None] = {}
        self._annotations = Annotations(self)

    def kind(self, node: cst.CSTNode) -> Kind | None:
        """The type of an expression, or None if it is unknown."""
        if node not in self._known:
            self._known[node] = None  # ends the recursion if the type depends on itself
            self._known[node] = self._find(node)
        return self._known[node]

    def _find(self, node: cst.CSTNode) -> Kind | None:
        match node:
            case cst.Name() if self.source.is_label(node):
                return None
            case cst.Name() | cst.Attribute() if (symbol := self.imported(node)) is not None:
                return self._symbol(node, symbol)
            case cst.Name():
                return self._name(node)
            case cst.Attribute():
                return self._attribute(node)
            case cst.Call():
                return self._call(node)
            case cst.Await():
                return self.kind(node.expression)
            case cst.NamedExpr():
                return self.kind(node.value)
            case cst.Subscript():
                return item_of(self.kind(node.value), node)
            case cst.IfExp():
                return agreed([self.kind(node.body), self.kind(node.orelse)])
            case cst.BooleanOperation():
                return agreed(self.kind(side) for side in (node.left, node.right) if not is_none(side))
            case _:
                return None

    def _symbol(self, node: cst.Name | cst.Attribute, full: str) -> Kind | None:
        """An imported name: a client of another file, one of its methods, or something else."""
        if (found := self._shared(full)) is not None:
            return found
        if isinstance(node, cst.Attribute) and not isinstance(self.kind(node.value), Symbol | None):
            return self._attribute(node)
        return Symbol(full)

    def exported(self, assignment: BaseAssignment) -> Kind | None:
        """What other files import under a name of this module."""
        if isinstance(assignment, ImportAssignment):
            names = sorted(name.name for name in assignment.get_qualified_names_for(assignment.name))
            return self._shared(names[0]) if names else None
        binding = bindings.of_assignment(self.source, assignment)
        kind = self._bound(binding) if binding is not None else None
        if not isinstance(kind, Definition) or not isinstance(kind.node, cst.FunctionDef):
            return kind
        made = self._annotations.returned(kind.node)
        return Maker(made) if isinstance(made, Client) else None

    def imported(self, node: cst.CSTNode, scope: Scope | None = None) -> str | None:
        """The full name of an imported name."""
        text = dotted(node)
        if text is None:
            return None
        found: set[str] = set()
        for assignment in (scope or self.source.scope(node))[text.split(".", maxsplit=1)[0]]:
            if isinstance(assignment, ImportAssignment):
                found |= {name.name for name in assignment.get_qualified_names_for(text)}
        return min(found, default=None)  # "beeper_..." sorts before other names that a fallback import binds

    def _name(self, node: cst.Name) -> Kind | None:
        scope = self.source.scope(node)
        found = [bindings.of_assignment(self.source, assignment) for assignment in scope[node.value]]
        kinds = [self._bound(binding) for binding in self._reaching(node, [binding for binding in found if binding])]
        return agreed(kinds)

    def _reaching(self, node: cst.Name, found: list[Binding]) -> list[Binding]:
        """The bindings whose value the name can have where it is read.

        These are the last binding before it that certainly ran, and the conditional ones after that. All bindings of an
        outer scope count.
        """
        order = self.source.order
        here = [binding for binding in found if self.source.home(binding.target) is self.source.home(node)]
        before = [binding for binding in here if order[binding.target] < order[node]]
        if not before:
            return _without_none(found)
        reaching: list[Binding] = []
        around = set(self.source.ancestors(node))
        for binding in sorted(before, key=lambda binding: order[binding.target], reverse=True):
            reaching.append(binding)
            block = next((up for up in self.source.ancestors(binding.target) if _is_block(up)), None)
            if block is None or block in around:
                break
        return _without_none(reaching)

    def _bound(self, binding: Binding) -> Kind | None:
        value = binding.value
        if value is None:
            return None
        match binding.how:
            case "value":
                return self.kind(value)
            case "element":
                return element_of(self.kind(value))
            case "annotation":
                return self._annotations.kind(value, self.source.scope(binding.target))
            case "error":
                return self._annotations.error(value)
            case "definition" if isinstance(value, cst.FunctionDef | cst.ClassDef):
                return Definition(value)
            case "parameter" if isinstance(value, cst.Param):
                return self._parameter(value)
            case _:
                return None

    def _parameter(self, node: cst.Param) -> Kind | None:
        """The type of a parameter: ``self``, its default, or a pytest fixture that this file defines."""
        owner = bindings.class_of_self(self.source, node)
        if owner is not None:
            return Instance(owner)
        if node.default is not None:
            return self.kind(node.default)
        for assignment in self.source.globals[node.name.value]:
            function = getattr(assignment, "node", None)
            if isinstance(function, cst.FunctionDef) and any("fixture" in _text(d) for d in function.decorators):
                return self._annotations.returned(function)
        return None

    def _attribute(self, node: cst.Attribute) -> Kind | None:
        base = self.kind(node.value)
        if isinstance(base, Instance):
            return self._field(base.node, node.attr.value)
        return attribute_of(base, node.attr.value)

    def _field(self, owner: cst.ClassDef, name: str) -> Kind | None:
        found = _without_none(self._fields.get((owner, name), []))
        if found:
            return agreed(self._bound(binding) for binding in found)
        for statement in owner.body.body:
            if isinstance(statement, cst.FunctionDef) and statement.name.value == name:
                is_property = any("property" in _text(d) for d in statement.decorators)
                return self._annotations.returned(statement) if is_property else Definition(statement)
        for base in owner.bases:
            kind = self.kind(base.value)
            if isinstance(kind, Definition) and isinstance(kind.node, cst.ClassDef):
                return self._field(kind.node, name)
        return None

    def _call(self, node: cst.Call) -> Kind | None:
        function = self.kind(node.func)
        match function:
            case Definition(cst.ClassDef() as owner):
                return Instance(owner)
            case Definition(cst.FunctionDef() as made):
                return self._annotations.returned(made)
            case _:
                return result_of(function, node)

    def client(self, node: cst.CSTNode) -> Client | None:
        """The client, or None if the expression is something else."""
        kind = self.kind(node)
        return kind if isinstance(kind, Client) else None


def agreed(kinds: Iterable[Kind | None]) -> Kind | None:
    """The common type, if all are equal; `Value` for different results of the same SDK."""
    several = set(kinds)
    if len(several) == 1:
        return several.pop()
    families: set[Family | None] = {_family(kind) for kind in several}
    family = families.pop() if len(families) == 1 else None
    return Value(family) if family is not None else None


def _family(kind: Kind | None) -> Family | None:
    if isinstance(kind, Result):
        return kind.client.family
    return kind.family if isinstance(kind, Value) else None


def is_none(node: cst.CSTNode | None) -> bool:
    """Whether a node is the literal None."""
    return isinstance(node, cst.Name) and node.value == "None"


def _without_none(found: list[Binding]) -> list[Binding]:
    """The bindings without ``client = None``, which is only a placeholder for a later value."""
    return [binding for binding in found if not is_none(binding.value)]


def _is_block(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.IndentedBlock | cst.SimpleStatementSuite | cst.Module)


def _text(decorator: cst.Decorator) -> str:
    node = decorator.decorator
    return dotted(node.func if isinstance(node, cst.Call) else node) or ""
