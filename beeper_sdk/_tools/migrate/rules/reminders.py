"""Rewrites reminders: ``remind_at_ms``, in milliseconds since 1970, became ``remind_at``, a datetime."""

from __future__ import annotations

import libcst as cst

from .. import code_builders as build
from ..code_builders import Arguments, dict_display, find_element, has_literal_keys
from ..context import Work
from ..inferred_types import Result, Symbol

_ROUNDING = frozenset({"int", "round", "float"})


def as_datetime(work: Work, node: cst.BaseExpression) -> cst.BaseExpression:
    """``datetime.fromtimestamp(seconds, tz=timezone.utc)``."""
    made = work.names.need("datetime.datetime")
    zone = work.names.need("datetime.timezone")
    seconds = _seconds(work.edits.made(node))
    return build.call(build.expression(f"{made}.fromtimestamp"), seconds).with_changes(
        args=[cst.Arg(seconds), build.keyword("tz", build.expression(f"{zone}.utc"))]
    )


def _seconds(node: cst.BaseExpression) -> cst.BaseExpression:
    """The expression in seconds. A visible multiplication by 1000 is removed, otherwise a division is added."""
    inner = node
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in _ROUNDING:
        inner = node.args[0].value if len(node.args) == 1 else node
    if isinstance(inner, cst.BinaryOperation) and isinstance(inner.operator, cst.Multiply):
        for factor, rest in ((inner.right, inner.left), (inner.left, inner.right)):
            if _is_thousand(factor):
                return rest.with_changes(lpar=rest.lpar[1:], rpar=rest.rpar[1:])
    if isinstance(node, cst.Integer) and node.evaluated_value % 1000 == 0:
        return cst.Integer(str(node.evaluated_value // 1000))
    front = node if isinstance(node, cst.Integer | cst.Float) else build.atom(node)
    return cst.BinaryOperation(front, cst.Divide(), cst.Integer("1000"))


def _is_thousand(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Integer | cst.Float) and node.evaluated_value == 1000


_CALLS = frozenset({"set_chat_reminder", "chats.reminders.create"})
_INPUT = "beeper_sdk.models.V0ReminderInput"
_NOTE = "remind_at_ms (milliseconds) is now remind_at (a datetime): change the code that creates this reminder"


def apply(work: Work) -> None:
    """Rewrite ``remind_at_ms`` where the reminder is visible, and add a note elsewhere."""
    for call in work.source.all(cst.Call):
        result = work.resolver.kind(call)
        if isinstance(result, Result) and result.call is call and result.operation in _CALLS:
            _reminder(work, call, _given(call))
        function = work.resolver.kind(call.func)
        if isinstance(function, Symbol) and function.name == _INPUT and Arguments(call).get("remind_at_ms") is not None:
            work.edits.at(call, lambda now: _renamed(work, now))


def _given(call: cst.Call) -> cst.BaseExpression | None:
    arguments = Arguments(call)
    named = arguments.get("reminder")
    if named is None and len(arguments.positional) > 1:
        return arguments.positional[1].value
    return named


def _reminder(work: Work, call: cst.Call, given: cst.BaseExpression | None) -> None:
    held = dict_display(work.source, given)
    if held is None:
        function = work.resolver.kind(given.func) if isinstance(given, cst.Call) else None
        if not isinstance(function, Symbol):
            work.note(call, _NOTE)
        return
    element = find_element(held, "remind_at_ms") or find_element(held, "remindAtMs")
    if element is not None:
        moment = as_datetime(work, element.value)
        work.edits.put(element, element.with_changes(key=build.text("remind_at", element.key), value=moment))
    elif not has_literal_keys(held):
        work.note(call, _NOTE)


def _renamed(work: Work, call: cst.Call) -> cst.Call:
    arguments = Arguments(call)
    value = arguments.get("remind_at_ms")
    if value is not None:
        arguments.set("remind_at", as_datetime(work, value), "remind_at_ms")
    return arguments.call()
