"""Where a name got its value. Pure look-ups in the tree; what the value is, `resolve` decides."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, TypeAlias

import libcst as cst
from attrs import frozen
from libcst.metadata import Assignment, BaseAssignment, ImportAssignment

from .source import Source

How: TypeAlias = Literal["value", "element", "annotation", "error", "definition", "parameter", "unknown"]


@frozen
class Binding:
    """One place that gives a name its value."""

    how: How
    value: cst.CSTNode | None
    """The expression, annotation or definition it comes from."""
    target: cst.CSTNode


def of_assignment(source: Source, assignment: BaseAssignment) -> Binding | None:
    """The binding behind an assignment of a scope; None for imports and builtins."""
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
    """The binding of the target of an assignment, loop, with or except."""
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
    """The class whose methods call this parameter ``self``."""
    function = source.within(name, cst.FunctionDef)
    if function is None or not function.params.params or function.params.params[0] is not name:
        return None
    owner = next((each for each in source.ancestors(function) if not isinstance(each, cst.IndentedBlock)), None)
    plain = all(getattr(each.decorator, "value", "") != "staticmethod" for each in function.decorators)
    return owner if isinstance(owner, cst.ClassDef) and plain else None


def fields(source: Source) -> dict[tuple[cst.ClassDef, str], list[Binding]]:
    """What classes of the file hold: ``self.x = ...`` in their methods, and names bound in their bodies."""
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
    """Names bound in a class's body by plain and annotated assignments."""
    names: list[tuple[str, cst.CSTNode]] = []
    for line in owner.body.body:
        for statement in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            targets: list[cst.CSTNode] = []
            if isinstance(statement, cst.Assign):
                targets = [each.target for each in statement.targets]
            elif isinstance(statement, cst.AnnAssign):
                targets = [statement.target]
            names += [(each.value, each) for each in targets if isinstance(each, cst.Name)]
    return names
