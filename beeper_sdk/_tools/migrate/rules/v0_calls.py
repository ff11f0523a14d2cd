"""Calls of this SDK's v0 client: to the methods of v1."""

from __future__ import annotations

import libcst as cst

from .. import code_builders as build
from ..arguments import Arguments
from ..calls import Plan
from ..context import Work
from ..inferred_types import Result
from ..tables import v0
from . import pages


def apply(work: Work) -> None:
    """Rewrite every call of the v0 client."""
    for call in work.source.all(cst.Call):
        result = work.resolver.kind(call)
        if isinstance(result, Result) and result.call is call and result.client.family == "v0":
            _one(Plan(work, call, result), v0.CALLS[result.operation])


def _one(plan: Plan, old: v0.Call) -> None:
    arguments = Arguments(plan.call)
    names = {each.keyword.value for each in arguments.items if each.keyword}
    if arguments.starred or not names <= set(old.arguments) or len(arguments.positional) > len(old.arguments):
        plan.work.note(plan.call, f"this is {old.target} today: look at the arguments, not all of them can be seen")
        return
    if arguments.positional or (old.positional in names and arguments.items[0].keyword):
        plan.do(lambda now: _place(now, old))
    missing = [(name, value) for name, value in old.defaults if name not in names]
    missing = missing[len(arguments.positional) - 1 :] if len(arguments.positional) > 1 else missing
    if missing:
        plan.do(lambda now: _add(now, missing))
    if plan.result.operation == "search_messages":
        _limit(plan, arguments)
    if old.paged:
        pages.write(plan, old.target)
    else:
        plan.write(old.target)


def _place(arguments: Arguments, old: v0.Call) -> None:
    """The id of the path goes first, everything else by name."""
    arguments.name_positional(old.arguments, old.positional)
    if old.positional is not None:
        arguments.lead(old.positional)


def _add(arguments: Arguments, missing: list[tuple[str, str]]) -> None:
    for name, value in missing:
        arguments.set(name, build.expression(value))


def _limit(plan: Plan, arguments: Arguments) -> None:
    """v1 refuses what v0 silently cut."""
    limit = arguments.get("limit")
    if limit is None or (isinstance(limit, cst.Integer) and limit.evaluated_value <= v0.PAGE_LIMIT):
        return
    most = cst.Integer(str(v0.PAGE_LIMIT))

    def capped(now: Arguments) -> None:
        value = now.get("limit")
        if value is not None:
            now.set("limit", most if isinstance(value, cst.Integer) else build.call(cst.Name("min"), value, most))

    plan.do(capped)
