"""A parsed Python file: its tree, parents, scopes and lines. This module does not depend on the migration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

import libcst as cst
from libcst.metadata import ComprehensionScope, GlobalScope, MetadataWrapper, PositionProvider, Scope, ScopeProvider

from ..._core.util.override import override

N = TypeVar("N", bound=cst.CSTNode)


class _Index(cst.CSTVisitor):
    """Indexes the nodes by class, with their parent and their order in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.parents: dict[cst.CSTNode, cst.CSTNode] = {}
        self.order: dict[cst.CSTNode, int] = {}
        self.kinds: defaultdict[type[cst.CSTNode], list[cst.CSTNode]] = defaultdict(list)
        self._path: list[cst.CSTNode] = []

    @override
    def on_visit(self, node: cst.CSTNode) -> bool:
        if self._path:
            self.parents[node] = self._path[-1]
        self.order[node] = len(self.order)
        self.kinds[type(node)].append(node)
        self._path.append(node)
        return True

    @override
    def on_leave(self, original_node: cst.CSTNode) -> None:
        self._path.pop()


class Source:
    """One file. Raises cst.ParserSyntaxError if it is not valid Python."""

    def __init__(self, text: str) -> None:
        # The tree was just parsed, so no node occurs twice, and the slow copy can be skipped.
        self._wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        self.module = self._wrapper.module
        self._scopes: Mapping[cst.CSTNode, Scope | None] = self._wrapper.resolve(ScopeProvider)
        self._index = _Index()
        self.module.visit(self._index)
        self.text = text
        self.order = self._index.order
        self.spelled = {name.value for name in self.all(cst.Name) if not self.is_label(name)}
        """Every name that the file reads or binds, without attributes and keywords."""

    def is_label(self, name: cst.Name) -> bool:
        """Whether it is the name of an attribute or of a keyword, not a variable."""
        parent = self.parent(name)
        if isinstance(parent, cst.Attribute):
            return parent.attr is name
        return isinstance(parent, cst.Arg) and parent.keyword is name

    def all(self, kind: type[N]) -> list[N]:
        """Every node of a class, in the order of the file."""
        return cast("list[N]", self._index.kinds[kind])

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The parent of a node."""
        return self._index.parents.get(node)

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The ancestors of a node, from the inside out."""
        above = self.parent(node)
        while above is not None:
            yield above
            above = self.parent(above)

    def within(self, node: cst.CSTNode, kind: type[N]) -> N | None:
        """The innermost ancestor of a class."""
        for above in self.ancestors(node):
            if isinstance(above, kind):
                return above
        return None

    def scope(self, node: cst.CSTNode) -> Scope:
        """The scope of a node."""
        for candidate in (node, *self.ancestors(node)):
            found = self._scopes.get(candidate)
            if found is not None:
                return found
        return self.globals

    @property
    def scopes(self) -> set[Scope]:
        """All scopes of the file."""
        return {scope for scope in self._scopes.values() if scope is not None}

    def home(self, node: cst.CSTNode) -> Scope:
        """The scope of the function, class or module that contains a node, ignoring comprehensions."""
        scope = self.scope(node)
        while isinstance(scope, ComprehensionScope):
            scope = scope.parent
        return scope

    @property
    def globals(self) -> GlobalScope:
        """The scope of the module."""
        scope = self._scopes.get(self.module)
        while scope is not None and not isinstance(scope, GlobalScope):
            scope = scope.parent
        if scope is None:
            raise LookupError("the module has no scope")
        return scope

    def line(self, node: cst.CSTNode) -> int:
        """The line of a node, counted from 1. The first call is slow, so only notes use it."""
        return self._wrapper.resolve(PositionProvider)[node].start.line


def dotted(node: cst.CSTNode) -> str | None:
    """``a.b.c`` as a string; None for anything else."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        front = dotted(node.value)
        return None if front is None else f"{front}.{node.attr.value}"
    return None


def key_of(node: cst.Subscript) -> str | None:
    """The key between the brackets, if it is a string literal."""
    index = node.slice[0].slice if len(node.slice) == 1 else None
    return text_of(index.value) if isinstance(index, cst.Index) else None


def text_of(node: cst.CSTNode) -> str | None:
    """The value of a plain string literal."""
    value = node.evaluated_value if isinstance(node, cst.SimpleString | cst.ConcatenatedString) else None
    return value if isinstance(value, str) else None
