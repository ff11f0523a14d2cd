"""Compares how an operation behaves beside its types: its effect, its pages, who may call it, which apps have it."""

from __future__ import annotations

import re
from typing import Any

from beeper_sdk._cli.doctor.openapi_document import is_array, node, nodes
from scripts.compiler.compare.change import ADDITIVE, CALLERS
from scripts.compiler.compare.context import Context
from scripts.compiler.compare.document import Operation, Spec

_EFFECTS = ("read", "idempotent", "once")
"""From what may be sent at will to what must not be sent twice."""
_WALKED_BY = ("cursor", "cursor_param", "direction_param", "key", "fallback")


def compare(context: Context, before: Operation, operation: Operation) -> None:
    """All of it."""
    effect(context, before, operation)
    pages(context, before, operation)
    security(context, before, operation)
    since(context, before, operation)
    final(context, before, operation)


def effect(context: Context, before: Operation, operation: Operation) -> None:
    """What guards and retries go by. More care breaks: a read-only client refuses, a failed call is not repeated."""
    old, new = before.raw.get("x-beeper-effect"), operation.raw.get("x-beeper-effect")
    if old == new:
        return
    levels, text = CALLERS, f"has the effect {new}, was {old}"
    if old in _EFFECTS and new in _EFFECTS:
        careful = _EFFECTS.index(new) > _EFFECTS.index(old)
        levels = CALLERS if careful else ADDITIVE
        text += "".join(f": {each}" for each in [_meaning(old, new)] if each)
    context.add(levels, "changed", "effect", operation.typed, text, operation.route)


def _meaning(old: str, new: str) -> str:
    parts = {
        ("read", "idempotent"): "a read-only client refuses it",
        ("read", "once"): "a read-only client refuses it, and a failed call is not sent again but can be uncertain",
        ("idempotent", "once"): "a failed call is not sent again but can be uncertain",
        ("once", "idempotent"): "a failed call is sent again; be sure that it may be",
        ("once", "read"): "a read-only client lets it pass and a failed call is sent again; be sure of both",
        ("idempotent", "read"): "a read-only client lets it pass; be sure that it may",
    }
    return parts.get((old, new), "")


def pages(context: Context, before: Operation, operation: Operation) -> None:
    """The rule by which pages are walked; that there is one is told with the result."""
    old, new = node(before.raw.get("x-beeper-pagination")), node(operation.raw.get("x-beeper-pagination"))
    if not old or not new:
        return
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            levels = CALLERS if key in _WALKED_BY[:3] else ADDITIVE
            text = f"pages are walked by {key} {_said(new.get(key))}, was {_said(old.get(key))}"
            text += ": kept checkpoints do not fit" if levels is CALLERS else ""
            context.add(levels, "changed", "pagination", operation.typed, text, operation.route)


def _said(part: Any) -> str:
    return "nothing" if part is None else "/".join(map(str, node(part).values())) or str(part)


def security(context: Context, before: Operation, operation: Operation) -> None:
    """Whose token is good enough."""
    old, new = _accepted(context.old, before), _accepted(context.new, operation)
    if old == new:
        return
    refused = [one for one in old if not any(other <= one for other in new)]
    levels = CALLERS if refused else ADDITIVE
    text = f"takes {_rights(new)}, took {_rights(old)}"
    context.add(levels, "changed", "security", operation.typed, text, operation.route)


def _accepted(spec: Spec, operation: Operation) -> set[frozenset[str]]:
    """The sets of rights that are each enough."""
    raw = operation.raw.get("security", spec.data.get("security"))
    found: set[frozenset[str]] = set()
    for each in nodes(raw):
        scopes = {scope for held in each.values() if is_array(held) for scope in map(str, held)}
        found.add(frozenset(scopes | {f"a token ({scheme})" for scheme in each}))
    return found or {frozenset()}


def _rights(accepted: set[frozenset[str]]) -> str:
    return " or ".join(sorted(" + ".join(sorted(one)) or "no token" for one in accepted))


def since(context: Context, before: Operation, operation: Operation) -> None:
    """The apps that have it: the SDK refuses to call others."""
    old, new = (each.raw.get("x-beeper-since") for each in (before, operation))
    name, place = operation.typed, operation.route
    if old != new:
        levels = CALLERS if _number(new) > _number(old) else ADDITIVE
        context.add(levels, "changed", "since", name, f"needs app {new or 'of any age'}, was {old or 'any'}", place)
    old, new = (each.raw.get("x-beeper-removed") for each in (before, operation))
    if old != new:
        levels = CALLERS if new is not None and (old is None or _number(new) < _number(old)) else ADDITIVE
        text = f"is gone from app {new or 'no one'}, was {old or 'no one'}"
        context.add(levels, "changed", "removed in", name, text, place)
    old, new = (each.raw.get("x-beeper-replaced-by") for each in (before, operation))
    if old != new:
        text = f"replaced by beeper.{new}" if new else "no longer replaced by another"
        context.add(ADDITIVE, "deprecated" if new else "changed", "replacement", name, text, place)


def _number(app: object) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", str(app or "")))


def final(context: Context, before: Operation, operation: Operation) -> None:
    """Statuses after which a call is not sent again."""
    old, new = (_list(each.raw.get("x-beeper-final")) for each in (before, operation))
    for status in [one for one in new if one not in old]:
        text = f"is not tried again after {status}"
        context.add(ADDITIVE, "added", "retries", operation.typed, text, operation.route)
    for status in [one for one in old if one not in new]:
        text = f"is tried again after {status}"
        context.add(ADDITIVE, "removed", "retries", operation.typed, text, operation.route)


def _list(value: object) -> list[str]:
    return [str(each) for each in value] if is_array(value) else []


TOLD = frozenset(
    {
        "x-beeper-effect",
        "x-beeper-pagination",
        "x-beeper-since",
        "x-beeper-removed",
        "x-beeper-replaced-by",
        "x-beeper-final",
        "security",
    }
)
