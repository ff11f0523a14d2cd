"""Compares the results of methods and the response statuses of operations."""

from __future__ import annotations

from typing import Any

from beeper_sdk._cli.doctor.openapi_document import Node, node
from scripts.compiler.compare import values
from scripts.compiler.compare.change import ADDITIVE, BREAKING, EDITORIAL, READERS
from scripts.compiler.compare.context import RESPONSE, Context
from scripts.compiler.compare.document import Operation, Spec
from scripts.compiler.compare.types import NULL

_NOTHING = {"type": "null"}
_BYTES = {"type": "string", "format": "binary"}
_TYPES = {"application/octet-stream", "*/*"}


def compare(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the responses of one operation."""
    old, new = node(before.raw.get("responses")), node(operation.raw.get("responses"))
    name, place = operation.typed, operation.route
    for status in sorted({*map(str, old), *map(str, new)}):
        was, now = _at(old, status), _at(new, status)
        if was is None or now is None:
            _status(context, name, status, place, added=was is None)
        elif context.once(context.old.resolve(was), context.new.resolve(now), "answer"):
            _answer(context, operation, status, was, now)
    _result(context, before, operation)


def _at(answers: Node, status: str) -> object:
    """The response for a status, which is a number in some YAML documents."""
    return next((raw for key, raw in answers.items() if str(key) == status), None)


def _status(context: Context, name: str, status: str, place: str, *, added: bool) -> None:
    success = status.startswith("2")
    if added:
        text = f"can {'return' if success else 'fail with'} {status}"
        context.add(ADDITIVE, "added", "status", name, text, place)
    else:
        text = f"no longer {'returns' if success else 'documents failure with'} {status}"
        context.add(ADDITIVE if success else EDITORIAL, "removed", "status", name, text, place)


def _answer(context: Context, operation: Operation, status: str, old: object, new: object) -> None:
    """Compare one response. A response component is reported once, under its own name."""
    was, now = context.old.resolve(old), context.new.resolve(new)
    reference = str(node(new).get("$ref", ""))
    component = reference.rpartition("/")[2]
    name = f"responses.{component}" if component else operation.typed
    place = reference or f"{operation.route} {status}"
    values.texts(context, name, was, now, place)
    _headers(context, name, node(was.get("headers")), node(now.get("headers")), place)
    if not status.startswith("2"):
        before, after = _schema(was), _schema(now)
        if before is not None or after is not None:
            values.value(context, name, before or _NOTHING, after or _NOTHING, RESPONSE, place)


def _headers(context: Context, name: str, old: Node, new: Node, place: str) -> None:
    for header in sorted({*map(str, old), *map(str, new)}):
        if header not in new:
            context.add(READERS, "removed", "header", name, f"no longer has the header {header}", place)
        elif header not in old:
            context.add(ADDITIVE, "added", "header", name, f"has the header {header}", place)
        elif context.old.resolve(old[header]) != context.new.resolve(new[header]):
            context.add(EDITORIAL, "changed", "header", name, f"describes the header {header} differently", place)


def _schema(answer: Node) -> Any:
    contents = node(answer.get("content"))
    if _TYPES & set(contents):
        return _BYTES
    return next((node(content).get("schema") for content in contents.values()), None)


def result(spec: Spec, operation: Operation) -> Any:
    """The schema of a method's result: null if a successful response can be empty, because then no value is certain."""
    answers = node(operation.raw.get("responses"))
    successes = [_schema(spec.resolve(raw)) for status, raw in answers.items() if str(status).startswith("2")]
    if _BYTES in successes:
        return _BYTES
    return successes[0] if successes and all(schema is not None for schema in successes) else _NOTHING


def _result(context: Context, before: Operation, operation: Operation) -> None:
    """Compare the type of the result. A result where there was none is additive, because no code reads it yet."""
    was, now = result(context.old, before), result(context.new, operation)
    name, place = operation.typed, operation.route
    nothing = frozenset({NULL})
    left, right = context.was.of(was), context.now.of(now)
    paged = [version.raw.get("x-beeper-pagination") is not None for version in (before, operation)]
    if paged[0] != paged[1]:
        text = "returns a Pager, was one page" if paged[1] else "returns one page, was a Pager"
        context.add(BREAKING, "changed", "pagination", name, text, place)
    elif left == nothing != right:
        context.add(ADDITIVE, "changed", "result", name, "now returns a value", place)
    elif right == nothing != left:
        context.add(READERS, "changed", "result", name, "no longer returns a value", place)
    else:
        values.value(context, name, was, now, RESPONSE, place)
