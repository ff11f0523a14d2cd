"""The state that the rules share during the migration of one file: source, planned changes, and notes.

Changes are collected first and applied in one pass, inner nodes before outer ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

import libcst as cst
from attrs import field, frozen

from ..._core.util.override import override
from . import code_builders as build
from .inferred_types import Kind
from .names import Names
from .resolve import Resolver
from .source import Source

Made: TypeAlias = cst.CSTNode | cst.FlattenSentinel[cst.CSTNode] | cst.RemovalSentinel
N = TypeVar("N", bound=cst.CSTNode)


class Edits(cst.CSTTransformer):
    """The planned changes, by node."""

    def __init__(self) -> None:
        super().__init__()
        self._made: defaultdict[cst.CSTNode, list[Callable[[cst.CSTNode], Made]]] = defaultdict(list)
        self.count = 0

    def at(self, node: N, change: Callable[[N], Made]) -> None:
        """Plan a change. `change` receives the node after the changes of inner nodes and earlier changes of itself."""

        def checked(now: cst.CSTNode) -> Made:
            return change(now) if isinstance(now, type(node)) else now

        self._made[node].append(checked)
        self.count += 1

    def put(self, node: cst.CSTNode, new: cst.CSTNode) -> None:
        """Plan to replace a node."""
        self._made[node].append(lambda _: new)
        self.count += 1

    def made(self, node: cst.BaseExpression) -> cst.BaseExpression:
        """An expression with its planned changes applied, for use in another place."""
        now = node.visit(self)
        return now if isinstance(now, cst.BaseExpression) else node

    @override
    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> Made:  # type: ignore[override]  # its type variable cannot be written out
        now: Made = updated_node
        for change in self._made.get(original_node, ()):
            if isinstance(now, cst.CSTNode):
                now = _keep_parentheses(change(now), now)
        return now


def _keep_parentheses(new: Made, old: cst.CSTNode) -> Made:
    """Keep the parentheses of the old expression, which may be needed for line breaks."""
    if not isinstance(new, cst.BaseExpression) or not isinstance(old, cst.BaseExpression):
        return new
    if not old.lpar or new.lpar or build.code(old) in build.code(new):
        return new
    return new.with_changes(lpar=old.lpar, rpar=old.rpar)


def several(nodes: Sequence[cst.CSTNode]) -> Made:
    """Several nodes in place of one; an empty sequence removes it."""
    return cst.FlattenSentinel(nodes) if nodes else cst.RemoveFromParent()


@frozen(order=True)
class Note:
    """A line that a person has to review."""

    line: int
    text: str


@frozen(eq=False)
class Work:
    """The state of the migration of one file."""

    source: Source
    resolver: Resolver
    names: Names
    edits: Edits = field(factory=Edits)
    notes: set[Note] = field(factory=set[Note])

    @classmethod
    def of(cls, text: str, shared: Callable[[str], Kind | None]) -> Work:
        """Raises cst.ParserSyntaxError if the text is not valid Python."""
        source = Source(text)
        return cls(source, Resolver(source, shared), Names(source))

    def note(self, node: cst.CSTNode, text: str) -> None:
        """Add a note to the line of a node: what was not rewritten, and what to do."""
        self.notes.add(Note(self.source.line(node), text))
