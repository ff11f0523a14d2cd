"""A Python file as the rules see it: its tree, parents, scopes and lines. Nothing here knows what is migrated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

import libcst as cst
from libcst.metadata import ComprehensionScope, GlobalScope, MetadataWrapper, PositionProvider, Scope, ScopeProvider

from ..._core.util.override import override

N = TypeVar("N", bound=cst.CSTNode)


class _Index(cst.CSTVisitor):
    """Every node by its class, with its parent and its place in the file."""

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
    """One file. Raises cst.ParserSyntaxError where it is not Python."""

    def __init__(self, text: str) -> None:
        # Freshly parsed, so no node stands in two places and the costly copy can be left out.
        self._wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        self.module = self._wrapper.module
        self._scopes: Mapping[cst.CSTNode, Scope | None] = self._wrapper.resolve(ScopeProvider)
        self._index = _Index()
        self.module.visit(self._index)
        self.text = text
        self.order = self._index.order
        self.spelled = {name.value for name in self.all(cst.Name) if not self.is_label(name)}
        """Every name the file reads or binds, attributes and keywords left out."""

    def is_label(self, name: cst.Name) -> bool:
        """Is it the name of an attribute or of a keyword, rather than one that is looked up?"""
        parent = self.parent(name)
        if isinstance(parent, cst.Attribute):
            return parent.attr is name
        return isinstance(parent, cst.Arg) and parent.keyword is name

    def all(self, kind: type[N]) -> list[N]:
        """Every node of a class, in the order of the file."""
        return cast("list[N]", self._index.kinds[kind])

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The node around one."""
        return self._index.parents.get(node)

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around one, from the inside out."""
        above = self.parent(node)
        while above is not None:
            yield above
            above = self.parent(above)

    def within(self, node: cst.CSTNode, kind: type[N]) -> N | None:
        """The innermost node of a class around one."""
        for above in self.ancestors(node):
            if isinstance(above, kind):
                return above
        return None

    def scope(self, node: cst.CSTNode) -> Scope:
        """The scope a node is read in."""
        for each in (node, *self.ancestors(node)):
            found = self._scopes.get(each)
            if found is not None:
                return found
        return self.globals

    @property
    def scopes(self) -> set[Scope]:
        """All scopes of the file."""
        return {each for each in self._scopes.values() if each is not None}

    def home(self, node: cst.CSTNode) -> Scope:
        """The function, class or module a node stands in: comprehensions count as part of it."""
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
            raise LookupError("a module has a scope")
        return scope

    def line(self, node: cst.CSTNode) -> int:
        """Its line, counted from 1. The first question takes a while, so it is asked for notes only."""
        return self._wrapper.resolve(PositionProvider)[node].start.line


def dotted(node: cst.CSTNode) -> str | None:
    """``a.b.c`` as text; None for anything else."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        front = dotted(node.value)
        return None if front is None else f"{front}.{node.attr.value}"
    return None


def key_of(node: cst.Subscript) -> str | None:
    """The text between the brackets, if it is one text."""
    index = node.slice[0].slice if len(node.slice) == 1 else None
    return text_of(index.value) if isinstance(index, cst.Index) else None


def text_of(node: cst.CSTNode) -> str | None:
    """The value of a plain string literal."""
    value = node.evaluated_value if isinstance(node, cst.SimpleString | cst.ConcatenatedString) else None
    return value if isinstance(value, str) else None
