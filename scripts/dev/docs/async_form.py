"""The async form of a piece of Python that is written for `Beeper`: the same text with ``await`` and ``async``.

Only what the public API says is converted: calls on a client, and on what these calls return. A piece that would need
more is an error, and must be written in a simpler way or marked as having no async form.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from typing_extensions import override

from scripts.dev.docs.async_types import CLIENTS, NOTHING, Surface, Value
from scripts.dev.docs.source_edits import SourceEdits

ASYNC = (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.AsyncFunctionDef)
Scope = ast.FunctionDef | ast.Lambda | ast.JoinedStr | ast.GeneratorExp


class NotConvertible(Exception):
    """A piece has no async form that can be derived."""


@dataclass
class Names:
    """What is known of the names of a page; it grows from piece to piece."""

    values: dict[str, Value] = field(default_factory=lambda: {"beeper": Surface.instance("AsyncBeeper")})
    functions: set[str] = field(default_factory=set[str])
    """Functions of the page that have become async."""


def convert(code: str, names: Names, surface: Surface) -> str | None:
    """The async form of a piece; None if it has no calls to convert.

    Raises:
        NotConvertible: it cannot be derived. The message says which line is the reason.
    """
    tree = ast.parse(code)
    if any(isinstance(node, ASYNC) for node in ast.walk(tree)):
        return None  # it is async as it is written
    converter = _Converter(code, names, surface)
    for _ in range(2):  # a function may be called above the line that makes it async
        converter.source.edits.clear()
        converter.visit(tree)
    return converter.source.edited() if converter.source.edits else None


class _Converter(ast.NodeVisitor):
    def __init__(self, code: str, names: Names, surface: Surface) -> None:
        self.source = SourceEdits(code)
        self.names = names
        self.surface = surface
        self.scopes: list[Scope] = []
        self.parents: list[ast.AST] = []

    def make_async(self, node: ast.expr | ast.stmt) -> None:
        """Note that `node` is awaited: the function around it becomes async."""
        for scope in self.scopes:
            if isinstance(scope, ast.Lambda | ast.JoinedStr):
                kind = "a lambda" if isinstance(scope, ast.Lambda) else "an f-string"
                raise NotConvertible(
                    f"line {node.lineno}: a call in {kind} must be awaited; assign it to a name before"
                )
        for scope in reversed(self.scopes):
            if isinstance(scope, ast.FunctionDef):
                self.names.functions.add(scope.name)
                self.source.replace(self.source.start(scope), self.source.start(scope), "async ")
                return

    # Values.

    def value(self, node: ast.expr) -> Value:
        match node:
            case ast.Name(id=name):
                return self.names.values.get(name, NOTHING)
            case ast.Attribute(value=owner, attr=name):
                return self.surface.attribute(self.value(owner), name)
            case ast.Call(func=ast.Name(id=name)) if name in CLIENTS:
                return self.surface.instance(CLIENTS[name])
            case ast.Call(func=ast.Name(id=name)) if name in self.names.functions:
                return Value(awaited=True)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="v0"), attr="Client")):
                return self.surface.instance("v0.AsyncClient")
            case ast.Call(func=ast.Attribute(value=ast.Name(id="auth"), attr=name)) if self.surface.function(name):
                return self.surface.function(name) or NOTHING
            case ast.Call(func=ast.Attribute(value=owner, attr=name)):
                return self.surface.call(self.value(owner), name)
            case ast.NamedExpr(value=inner):
                return self.value(inner)
            case _:
                return NOTHING

    def bind(self, target: ast.expr | None, value: Value) -> None:
        if isinstance(target, ast.Name):
            self.names.values[target.id] = Value(value.kind, iterated=value.iterated, entered=value.entered)

    # Expressions.

    @override
    def generic_visit(self, node: ast.AST) -> None:
        self.parents.append(node)
        super().generic_visit(node)
        self.parents.pop()

    @override
    def visit_Call(self, node: ast.Call) -> None:
        parent = self.parents[-1]
        if self.value(node).awaited:
            self.make_async(node)
            if isinstance(parent, ast.Attribute | ast.Subscript | ast.Await):
                self.source.insert(self.source.start(node), "(await ")
                self.source.insert(self.source.end(node), ")")
            else:
                self.source.insert(self.source.start(node), "await ")
        match node:
            case ast.Call(func=ast.Name(id="list"), args=[ast.expr() as only]) if self.value(only).iterated:
                self.make_async(node)
                self.source.replace(self.source.start(node), self.source.start(only), "[item async for item in ")
                self.source.replace(self.source.end(only), self.source.end(node), "]")
            case ast.Call(func=ast.Name(id="next"), args=[ast.GeneratorExp() as only]) if self.is_async(only):
                self.make_async(node)
                self.source.replace(self.source.start(node), self.source.start(node) + len("next"), "await anext")
            case ast.Call(func=ast.Name(), args=arguments):
                for argument in arguments:
                    if self.value(argument).iterated and not self.value(argument).awaited:
                        raise NotConvertible(f"line {node.lineno}: pass pager.collect() instead of the pager")
            case _:
                pass
        self.generic_visit(node)

    def is_async(self, node: ast.GeneratorExp) -> bool:
        """Whether a generator expression becomes an async one: its values are awaited, or come from a pager."""
        iterated = any(self.value(part.iter).iterated and not self.value(part.iter).awaited for part in node.generators)
        inside = [node.elt, *(test for part in node.generators for test in part.ifs)]
        inside += [part.iter for part in node.generators[1:]]
        calls = [call for part in inside for call in ast.walk(part) if isinstance(call, ast.Call)]
        return iterated or any(self.value(call).awaited for call in calls)

    @override
    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> None:
        parent = self.parents[-1]
        in_next = isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id == "next"
        if self.is_async(node) and not in_next:  # what reads it is not async: give it a list
            self.source.insert(self.source.start(node) + 1, "[")
            self.source.insert(self.source.end(node) - 1, "]")
        self.generic_visit(node)

    @override
    def visit_comprehension(self, node: ast.comprehension) -> None:
        value = self.value(node.iter)
        if value.iterated and not value.awaited:
            self.make_async(node.iter)
            before = self.source.code.rindex("for", 0, self.source.start(node.target))
            self.source.insert(before, "async ")
        self.bind(node.target, NOTHING)
        self.generic_visit(node)

    @override
    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._scoped(node)

    @override
    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._scoped(node)

    def _scoped(self, node: Scope) -> None:
        self.scopes.append(node)
        self.generic_visit(node)
        self.scopes.pop()

    @override
    def visit_Name(self, node: ast.Name) -> None:
        if node.id in CLIENTS and not any(isinstance(scope, ast.JoinedStr) for scope in self.scopes):
            self.source.replace(self.source.start(node), self.source.end(node), CLIENTS[node.id])

    @override
    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and node.value.id == "v0" and node.attr == "Client":
            self.source.insert(self.source.end(node) - len("Client"), "Async")
        if isinstance(node.value, ast.Name) and node.value.id == "auth" and self.surface.function(node.attr):
            self.source.insert(self.source.end(node) - len(node.attr), "async_")
        self.generic_visit(node)

    # Statements.

    @override
    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if (node.module or "").split(".")[0] == "beeper_sdk":
            for alias in node.names:
                twin = self.surface.twin(alias.name)
                if twin and alias.name in CLIENTS:
                    self.source.replace(self.source.start(alias), self.source.end(alias), twin)

    @override
    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._scoped(node)

    @override
    def visit_For(self, node: ast.For) -> None:
        value = self.value(node.iter)
        if value.iterated and not value.awaited:
            self.make_async(node)
            self.source.insert(self.source.start(node), "async ")
        self.bind(node.target, NOTHING)
        self.generic_visit(node)

    @override
    def visit_With(self, node: ast.With) -> None:
        values = [self.value(item.context_expr) for item in node.items]
        entered = [value.entered for value in values]
        if any(entered):
            first = entered.index(True)
            if not all(entered[first:]):
                raise NotConvertible(f"line {node.lineno}: write a with statement of its own for each client or stream")
            self.make_async(node)
            if first:
                self._split(node, first)
            else:
                self.source.insert(self.source.start(node), "async ")
        for item, value in zip(node.items, values, strict=True):
            self.bind(item.optional_vars, self.surface.instance(value.kind) if value.entered else NOTHING)
        self.generic_visit(node)

    def _split(self, node: ast.With, first: int) -> None:
        """Write ``with a: async with b:`` for ``with a, b:``."""
        before = node.items[first - 1]
        indent = " " * (node.col_offset + 4)
        start, end = (
            self.source.end(before.optional_vars or before.context_expr),
            self.source.start(node.items[first].context_expr),
        )
        self.source.replace(start, end, f":\n{indent}async with ")
        self.source.indent(node.body[0].lineno, node.end_lineno or 0)

    @override
    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        for target in node.targets:
            self.bind(target, self.value(node.value))

    @override
    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.generic_visit(node)
        self.bind(node.target, self.value(node.value))
