"""Pairs the operations of two specs, and compares each pair."""

from __future__ import annotations

import re

from scripts.compiler.compare import answers, arguments, behaviour, values
from scripts.compiler.compare.change import ADDITIVE, CALLERS, EDITORIAL
from scripts.compiler.compare.context import Context
from scripts.compiler.compare.document import Operation

_PARTS = frozenset({"operationId", "x-beeper-method", "parameters", "requestBody", "responses", "deprecated"})
_COMPARED = behaviour.COMPARED | frozenset(values.TEXTS) | _PARTS


def paired(old: list[Operation], new: list[Operation]) -> list[tuple[Operation | None, Operation | None]]:
    """Pair the operations with the same name, and then the remaining ones with the same route."""
    left, right = [*old], [*new]
    found: list[tuple[Operation | None, Operation | None]] = []
    for same in (_same_name, _same_route):
        for old_operation in [*left]:
            new_operation = next((candidate for candidate in right if same(old_operation, candidate)), None)
            if new_operation is not None:
                found.append((old_operation, new_operation))
                left.remove(old_operation)
                right.remove(new_operation)
    return [
        *found,
        *((old_operation, None) for old_operation in left),
        *((None, new_operation) for new_operation in right),
    ]


def _same_name(one: Operation, other: Operation) -> bool:
    return one.typed == other.typed


def _same_route(one: Operation, other: Operation) -> bool:
    return _route(one) == _route(other)


def _route(operation: Operation) -> tuple[str, str]:
    """The route without the names of parameters."""
    return operation.method, re.sub(r"\{[^}]*\}", "{}", operation.path)


def compare(context: Context) -> None:
    """Compare every operation."""
    for before, operation in paired([*context.old.operations()], [*context.new.operations()]):
        if operation is None and before is not None:
            context.add(CALLERS, "removed", "operation", before.typed, f"removed ({before.route})", before.route)
        elif before is None and operation is not None:
            text = f"added ({operation.route})"
            context.add(ADDITIVE, "added", "operation", operation.typed, text, operation.route)
        elif before is not None and operation is not None:
            _names(context, before, operation)
            arguments.compare(context, before, operation)
            answers.compare(context, before, operation)
            behaviour.compare(context, before, operation)
            _marks(context, before, operation)


def _names(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the name and the route."""
    place = operation.route
    if before.typed != operation.typed:
        text = f"is now {operation.typed}"
        context.add(CALLERS, "renamed", "operation", before.typed, text, place)
    elif before.raw.get("operationId") != operation.raw.get("operationId"):
        text = f"has the operationId {operation.raw.get('operationId')}, was {before.raw.get('operationId')}"
        context.add(EDITORIAL, "changed", "text", operation.typed, text, place)
    if _route(before) != _route(operation):
        text = f"is {operation.route}, was {before.route}: older apps do not have it"
        context.add(CALLERS, "renamed", "route", operation.typed, text, place)


def _marks(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the rest: deprecation, descriptions, tags, extensions."""
    old = {key: value for key, value in before.raw.items() if key not in values.MARKS}
    new = {key: value for key, value in operation.raw.items() if key not in values.MARKS}
    values.marks(context, operation.typed, old, new, operation.route)
    values.texts(context, operation.typed, old, new, operation.route)
    for key in sorted({*old, *new} - _COMPARED):
        if old.get(key) != new.get(key):
            context.add(EDITORIAL, "changed", "text", operation.typed, f"{key} changed", operation.route)
