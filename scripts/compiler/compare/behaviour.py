"""Compares the behaviour of operations: effect, pagination, required scopes, supported apps, retries."""

from __future__ import annotations

import re
from typing import Any

from beeper_sdk._cli.doctor.openapi_document import is_array, node, nodes
from scripts.compiler.compare.change import ADDITIVE, CALLERS
from scripts.compiler.compare.context import Context
from scripts.compiler.compare.document import Operation, Spec

_EFFECTS = ("read", "idempotent", "once")
"""From calls that may be repeated freely to calls that must not be repeated."""
_PAGE_KEYS = ("cursor", "cursor_param", "direction_param", "key", "fallback")


def compare(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the behaviour of one operation."""
    effect(context, before, operation)
    pages(context, before, operation)
    security(context, before, operation)
    since(context, before, operation)
    final(context, before, operation)


def effect(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the effect, which guards and retries depend on.

    A stricter effect is breaking: read-only clients refuse the call, or a failed call is no longer retried.
    """
    old, new = before.raw.get("x-beeper-effect"), operation.raw.get("x-beeper-effect")
    if old == new:
        return
    levels, text = CALLERS, f"has the effect {new}, was {old}"
    if old in _EFFECTS and new in _EFFECTS:
        stricter = _EFFECTS.index(new) > _EFFECTS.index(old)
        levels = CALLERS if stricter else ADDITIVE
        text += "".join(f": {meaning}" for meaning in [_meaning(old, new)] if meaning)
    context.add(levels, "changed", "effect", operation.typed, text, operation.route)


def _meaning(old: str, new: str) -> str:
    parts = {
        ("read", "idempotent"): "read-only clients refuse it",
        ("read", "once"): "read-only clients refuse it, and a failed call is not retried and can be uncertain",
        ("idempotent", "once"): "a failed call is not retried and can be uncertain",
        ("once", "idempotent"): "a failed call is retried; confirm that this is safe",
        ("once", "read"): "read-only clients allow it and a failed call is retried; confirm that both are safe",
        ("idempotent", "read"): "read-only clients allow it; confirm that this is safe",
    }
    return parts.get((old, new), "")


def pages(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the pagination rule. Whether there is one is compared with the result."""
    old, new = node(before.raw.get("x-beeper-pagination")), node(operation.raw.get("x-beeper-pagination"))
    if not old or not new:
        return
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            levels = CALLERS if key in _PAGE_KEYS[:3] else ADDITIVE
            text = f"pagination uses {key} {_described(new.get(key))}, was {_described(old.get(key))}"
            text += ": saved checkpoints become invalid" if levels is CALLERS else ""
            context.add(levels, "changed", "pagination", operation.typed, text, operation.route)


def _described(part: Any) -> str:
    return "nothing" if part is None else "/".join(map(str, node(part).values())) or str(part)


def security(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the scopes that a token needs."""
    old, new = _accepted(context.old, before), _accepted(context.new, operation)
    if old == new:
        return
    rejected = [scopes for scopes in old if not any(accepted <= scopes for accepted in new)]
    levels = CALLERS if rejected else ADDITIVE
    text = f"accepts {_scopes(new)}, was {_scopes(old)}"
    context.add(levels, "changed", "security", operation.typed, text, operation.route)


def _accepted(spec: Spec, operation: Operation) -> set[frozenset[str]]:
    """The sets of scopes of which each one is sufficient."""
    raw = operation.raw.get("security", spec.data.get("security"))
    found: set[frozenset[str]] = set()
    for requirement in nodes(raw):
        scopes = {scope for held in requirement.values() if is_array(held) for scope in map(str, held)}
        found.add(frozenset(scopes | {f"a token ({scheme})" for scheme in requirement}))
    return found or {frozenset()}


def _scopes(accepted: set[frozenset[str]]) -> str:
    return " or ".join(sorted(" + ".join(sorted(scopes)) or "no token" for scopes in accepted))


def since(context: Context, before: Operation, operation: Operation) -> None:
    """Compare which apps have the operation: with other apps, the SDK raises an error."""
    old, new = (version.raw.get("x-beeper-since") for version in (before, operation))
    name, place = operation.typed, operation.route
    if old != new:
        levels = CALLERS if _number(new) > _number(old) else ADDITIVE
        context.add(
            levels, "changed", "since", name, f"needs app {new or 'of any version'}, was {old or 'any version'}", place
        )
    old, new = (version.raw.get("x-beeper-removed") for version in (before, operation))
    if old != new:
        levels = CALLERS if new is not None and (old is None or _number(new) < _number(old)) else ADDITIVE
        text = f"is removed in app {new or 'none'}, was {old or 'none'}"
        context.add(levels, "changed", "removed in", name, text, place)
    old, new = (version.raw.get("x-beeper-replaced-by") for version in (before, operation))
    if old != new:
        text = f"replaced by beeper.{new}" if new else "no longer replaced by another operation"
        context.add(ADDITIVE, "deprecated" if new else "changed", "replacement", name, text, place)


def _number(app: object) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", str(app or "")))


def final(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the statuses after which a call is not retried."""
    old, new = (_list(version.raw.get("x-beeper-final")) for version in (before, operation))
    for status in [code for code in new if code not in old]:
        text = f"is no longer retried after {status}"
        context.add(ADDITIVE, "added", "retries", operation.typed, text, operation.route)
    for status in [code for code in old if code not in new]:
        text = f"is now retried after {status}"
        context.add(ADDITIVE, "removed", "retries", operation.typed, text, operation.route)


def _list(value: object) -> list[str]:
    return [str(item) for item in value] if is_array(value) else []


COMPARED = frozenset(
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
