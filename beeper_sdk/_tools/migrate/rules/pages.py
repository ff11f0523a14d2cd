"""Lists that come in pages: whether the code walks over all of them, or holds one page in its hands."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from .. import code_builders as build
from ..calls import Plan
from ..context import Work
from ..inferred_types import Result

_EATERS = frozenset({
    "all", "any", "dict", "enumerate", "filter", "frozenset", "iter", "islice", "list", "map", "max", "min", "set",
    "sorted", "sum", "tuple", "zip",
})  # fmt: skip
_FIELDS = frozenset({"items", "has_more", "oldest_cursor", "newest_cursor", "chats"})
_WALKS = frozenset({"", "iter_pages"})


def write(plan: Plan, target: str) -> None:
    """Make it a walk over all pages, or the request of one page."""
    work, call = plan.work, plan.call
    uses = dict(_uses(work, call))
    names = set(uses.values())
    outer = work.source.parent(call)
    awaited = outer if isinstance(outer, cst.Await) else None
    held = {*_FIELDS, "?"} if plan.result.client.family == "v0" else _FIELDS  # v0's lists were pages
    if names and names <= held:
        _one_page(plan, target, awaited or call)
        return
    if not names <= {*_WALKS, "?"}:
        work.note(call, "goes from page to page by hand: loop over it for all items, or over .pages() for pages")
        return
    if "?" in names:
        work.note(call, "what gets this gets a Pager: loop over it, or take .collect() for a list")
    if awaited is not None:
        work.edits.at(awaited, _unawaited)
    for node, name in uses.items():
        if name == "iter_pages":
            work.edits.at(node, lambda now: now.with_changes(attr=cst.Name("pages")))
    plan.write(target)


def _one_page(plan: Plan, target: str, outer: cst.CSTNode | None) -> None:
    if plan.result.client.is_async and not isinstance(outer, cst.Await):
        plan.work.note(plan.call, "one page of a list is (await client.raw(api....)).value")
        return
    if plan.depth is None:
        plan.work.note(plan.call, "holds one page: that is client.raw(api....).value today")
        return
    plan.write(target, through="raw")
    if outer is not None:
        plan.work.edits.at(outer, lambda now: build.path(_bare(now), "value"))


def _bare(node: cst.CSTNode) -> cst.BaseExpression:
    if not isinstance(node, cst.BaseExpression):
        raise TypeError("a call or an await is an expression")
    return node


def _unawaited(node: cst.CSTNode) -> cst.CSTNode:
    """``await x`` as ``x``."""
    return node.expression if isinstance(node, cst.Await) else node


def _uses(work: Work, call: cst.Call) -> Iterator[tuple[cst.CSTNode, str]]:
    """Where the list is used: "" for a loop, the name of an attribute, or "?"."""
    node: cst.CSTNode = call
    parent = work.source.parent(node)
    if isinstance(parent, cst.Await):
        node, parent = parent, work.source.parent(parent)
    if not isinstance(parent, cst.Assign | cst.AnnAssign | cst.NamedExpr):
        yield _use(work, node)
        return
    if isinstance(parent, cst.Assign) and not all(isinstance(each.target, cst.Name) for each in parent.targets):
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
            return node, "" if isinstance(name, cst.Name) and name.value in _EATERS else "?"
        case _:
            return node, "?"
