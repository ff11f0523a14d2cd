"""Rewrites one call of a client's method: collects all changes first, then applies them in one edit.

Paginated lists are special: old code either iterates over all pages or uses a single page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import libcst as cst
from attrs import field, frozen

from . import code_builders as build
from .code_builders import Arguments
from .context import Work
from .inferred_types import Client, Result

Change = Callable[[Arguments], None]


@frozen(eq=False)
class Plan:
    """The changes to one call."""

    work: Work
    call: cst.Call
    result: Result
    changes: list[Change] = field(factory=list[Change])
    options: list[tuple[str, str]] = field(factory=list[tuple[str, str]])
    """Arguments that move to `with_options`: old name, new name."""

    def do(self, change: Change) -> None:
        """Add a change of the arguments."""
        self.changes.append(change)

    @property
    def depth(self) -> int | None:
        """The number of attributes between the client and the call; None if the client is not in this expression."""
        node, depth = self.call.func, 0
        while True:
            kind = self.work.resolver.kind(node)
            if isinstance(kind, Client) and not kind.view:
                return depth
            if not isinstance(node, cst.Attribute):
                return None
            node, depth = node.value, depth + 1

    def write(self, target: str, *, through: str = "") -> None:
        """Make it a call of `target`, directly or through ``raw`` or ``stream``."""
        depth = self.depth
        moved = target != self.result.operation or bool(through)
        if not moved and not self.changes and not self.options:
            return
        beside = _group(target) == _group(self.result.operation) and not (through or self.options)
        if depth is None and beside and moved:
            self.work.edits.at(self.call, lambda now: _renamed(self._made(now, 0, "", "", ""), target))
            return
        if depth is None and (moved or self.options):
            self.work.note(
                self.call, f"not rewritten, because the client is not in this expression: call {target} instead"
            )
            return
        api = self.work.names.need("beeper_sdk.api") if through else ""
        self.work.edits.at(self.call, lambda now: self._made(now, depth or 0, target if moved else "", through, api))

    def _made(self, call: cst.Call, depth: int, target: str, through: str, api: str) -> cst.Call:
        arguments = Arguments(call)
        given = [(new, arguments.pop(old)) for old, new in self.options]
        for change in self.changes:
            change(arguments)
        call = arguments.call()
        if given:
            call = call.with_changes(func=_with_options(call.func, depth, given))
        root = build.stripped(call.func, depth)
        if given:
            root = build.stripped(call.func, depth)
        if through:
            inner = call.with_changes(func=build.path(build.expression(api), target), lpar=[], rpar=[])
            return build.call(build.path(root, through), inner).with_changes(lpar=call.lpar, rpar=call.rpar)
        return call.with_changes(func=build.path(root, target)) if target else call


def _group(name: str) -> str:
    return name.rpartition(".")[0]


def _renamed(call: cst.Call, target: str) -> cst.Call:
    """Another method of the same group."""
    return call.with_changes(func=call.func.with_changes(attr=cst.Name(target.rpartition(".")[2])))


def _with_options(
    node: cst.BaseExpression, depth: int, given: list[tuple[str, cst.BaseExpression | None]]
) -> cst.BaseExpression:
    """``client.chats.list`` with ``.with_options(...)`` after the client."""
    if depth and isinstance(node, cst.Attribute):
        return node.with_changes(value=_with_options(node.value, depth - 1, given))
    options = [build.keyword(name, value) for name, value in given if value is not None]
    return cst.Call(build.path(node, "with_options"), options)


_CONSUMERS = frozenset({
    "all", "any", "dict", "enumerate", "filter", "frozenset", "iter", "islice", "list", "map", "max", "min", "set",
    "sorted", "sum", "tuple", "zip",
})  # fmt: skip
_FIELDS = frozenset({"items", "has_more", "oldest_cursor", "newest_cursor", "chats"})
_ITERATIONS = frozenset({"", "iter_pages"})


def write_paged(plan: Plan, target: str) -> None:
    """Make it an iteration over all pages, or a request for one page."""
    work, call = plan.work, plan.call
    uses = dict(_uses(work, call))
    names = set(uses.values())
    outer = work.source.parent(call)
    awaited = outer if isinstance(outer, cst.Await) else None
    held = {*_FIELDS, "?"} if plan.result.client.family == "v0" else _FIELDS  # lists of v0 were single pages
    if names and names <= held:
        _one_page(plan, target, awaited or call)
        return
    if not names <= {*_ITERATIONS, "?"}:
        work.note(
            call, "this code requests the pages itself: loop over the result for all items, or over .pages() for pages"
        )
        return
    if "?" in names:
        work.note(call, "this value is now a Pager: loop over it, or call .collect() for a list")
    if awaited is not None:
        work.edits.at(awaited, _unawaited)
    for node, name in uses.items():
        if name == "iter_pages":
            work.edits.at(node, lambda now: now.with_changes(attr=cst.Name("pages")))
    plan.write(target)


def _one_page(plan: Plan, target: str, outer: cst.CSTNode | None) -> None:
    if plan.result.client.is_async and not isinstance(outer, cst.Await):
        plan.work.note(plan.call, "to get one page, use (await client.raw(api....)).value")
        return
    if plan.depth is None:
        plan.work.note(plan.call, "to get one page, use client.raw(api....).value")
        return
    plan.write(target, through="raw")
    if outer is not None:
        plan.work.edits.at(outer, lambda now: build.path(_bare(now), "value"))


def _bare(node: cst.CSTNode) -> cst.BaseExpression:
    if not isinstance(node, cst.BaseExpression):
        raise TypeError("the node must be an expression")
    return node


def _unawaited(node: cst.CSTNode) -> cst.CSTNode:
    """``x`` for ``await x``."""
    return node.expression if isinstance(node, cst.Await) else node


def _uses(work: Work, call: cst.Call) -> Iterator[tuple[cst.CSTNode, str]]:
    """The uses of the list, each with "" for a loop, the name of an attribute, or "?"."""
    node: cst.CSTNode = call
    parent = work.source.parent(node)
    if isinstance(parent, cst.Await):
        node, parent = parent, work.source.parent(parent)
    if not isinstance(parent, cst.Assign | cst.AnnAssign | cst.NamedExpr):
        yield _use(work, node)
        return
    if isinstance(parent, cst.Assign) and not all(isinstance(target.target, cst.Name) for target in parent.targets):
        yield node, "?"
        return
    for name in work.source.all(cst.Name):
        kind = work.resolver.kind(name)
        if isinstance(kind, Result) and kind.call is call and not _is_target(work, name):
            yield _use(work, name)


def _is_target(work: Work, name: cst.Name) -> bool:
    parent = work.source.parent(name)
    if isinstance(parent, cst.AnnAssign | cst.NamedExpr):
        return parent.target is name
    return isinstance(parent, cst.AssignTarget)


def _use(work: Work, node: cst.CSTNode) -> tuple[cst.CSTNode, str]:
    parent = work.source.parent(node)
    match parent:
        case cst.Attribute() if parent.value is node:
            return parent, parent.attr.value
        case cst.For() | cst.CompFor() if parent.iter is node:
            return node, ""
        case cst.From() | cst.StarredElement() | cst.Expr():
            return node, ""
        case cst.Await():
            return _use(work, parent)
        case cst.Arg():
            call = work.source.parent(parent)
            function = call.func if isinstance(call, cst.Call) else None
            name = function.attr if isinstance(function, cst.Attribute) else function
            return node, "" if isinstance(name, cst.Name) and name.value in _CONSUMERS else "?"
        case _:
            return node, "?"
