"""A call of a client's method on its way to today's: collected first, then made in one edit."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst
from attrs import field, frozen

from . import code_builders as build
from .arguments import Arguments
from .context import Work
from .inferred_types import Client, Result

Change = Callable[[Arguments], None]


@frozen(eq=False)
class Plan:
    """What becomes of one call."""

    work: Work
    call: cst.Call
    result: Result
    changes: list[Change] = field(factory=list[Change])
    options: list[tuple[str, str]] = field(factory=list[tuple[str, str]])
    """Arguments that go to `with_options`: old name, new name."""

    def do(self, change: Change) -> None:
        """Change the arguments."""
        self.changes.append(change)

    @property
    def depth(self) -> int | None:
        """How many names stand between the client and the call; None where the client stands elsewhere."""
        node, depth = self.call.func, 0
        while True:
            kind = self.work.resolver.kind(node)
            if isinstance(kind, Client) and not kind.view:
                return depth
            if not isinstance(node, cst.Attribute):
                return None
            node, depth = node.value, depth + 1

    def write(self, target: str, *, through: str = "") -> None:
        """Make it a call of `target`: directly, or by ``raw`` or ``stream``."""
        depth = self.depth
        moved = target != self.result.operation or bool(through)
        if not moved and not self.changes and not self.options:
            return
        beside = _group(target) == _group(self.result.operation) and not (through or self.options)
        if depth is None and beside and moved:
            self.work.edits.at(self.call, lambda now: _renamed(self._made(now, 0, "", "", ""), target))
            return
        if depth is None and (moved or self.options):
            self.work.note(self.call, f"this is {target} today: the client is out of sight here")
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
