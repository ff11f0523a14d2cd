"""What the rules share while one file is looked at: its source, the changes to its tree, and remarks.

Changes are collected first and made in one pass: a rule says what a node becomes, its inner nodes done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

import libcst as cst
from attrs import field, frozen

from ..._core.util.override import override
from . import code_builders as build
from .names import Names
from .resolve import Resolver
from .source import Source

Made: TypeAlias = cst.CSTNode | cst.FlattenSentinel[cst.CSTNode] | cst.RemovalSentinel
N = TypeVar("N", bound=cst.CSTNode)


class Edits(cst.CSTTransformer):
    """What becomes of which node."""

    def __init__(self) -> None:
        super().__init__()
        self._made: defaultdict[cst.CSTNode, list[Callable[[cst.CSTNode], Made]]] = defaultdict(list)
        self.count = 0

    def at(self, node: N, change: Callable[[N], Made]) -> None:
        """`change` gets the node with its inner nodes already changed, after earlier changes of the same node."""

        def checked(now: cst.CSTNode) -> Made:
            return change(now) if isinstance(now, type(node)) else now

        self._made[node].append(checked)
        self.count += 1

    def put(self, node: cst.CSTNode, new: cst.CSTNode) -> None:
        """The node becomes another."""
        self._made[node].append(lambda _: new)
        self.count += 1

    def made(self, node: cst.BaseExpression) -> cst.BaseExpression:
        """An expression with what is to be changed in it changed, for use in another place."""
        now = node.visit(self)
        return now if isinstance(now, cst.BaseExpression) else node

    @override
    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> Made:  # type: ignore[override]  # its type variable cannot be written out
        now: Made = updated_node
        for change in self._made.get(original_node, ()):
            if isinstance(now, cst.CSTNode):
                now = _in_its_parentheses(change(now), now)
        return now


def _in_its_parentheses(new: Made, old: cst.CSTNode) -> Made:
    """What stood in parentheses, over several lines perhaps, goes on standing in them."""
    if not isinstance(new, cst.BaseExpression) or not isinstance(old, cst.BaseExpression):
        return new
    if not old.lpar or new.lpar or build.code(old) in build.code(new):
        return new
    return new.with_changes(lpar=old.lpar, rpar=old.rpar)


def several(nodes: Sequence[cst.CSTNode]) -> Made:
    """Nodes in place of one; none removes it."""
    return cst.FlattenSentinel(nodes) if nodes else cst.RemoveFromParent()


@frozen(order=True)
class Note:
    """Something a person has to look at."""

    line: int
    text: str


@frozen(eq=False)
class Work:
    """One file on its way."""

    source: Source
    resolver: Resolver
    names: Names
    edits: Edits = field(factory=Edits)
    notes: set[Note] = field(factory=set[Note])

    @classmethod
    def of(cls, text: str) -> Work:
        """Raises cst.ParserSyntaxError where it is not Python."""
        source = Source(text)
        return cls(source, Resolver(source), Names(source))

    def note(self, node: cst.CSTNode, text: str) -> None:
        """List a line, with a sentence that says what to look at."""
        self.notes.add(Note(self.source.line(node), text))
