"""Reminders: milliseconds became a date."""

from __future__ import annotations

import libcst as cst

from .. import code_builders as build
from .. import mapping
from .. import timestamps as moments
from ..arguments import Arguments
from ..context import Work
from ..inferred_types import Result, Symbol

_CALLS = frozenset({"set_chat_reminder", "chats.reminders.create"})
_INPUT = "beeper_sdk.models.V0ReminderInput"
_ASK = "remind_at_ms, in milliseconds, is remind_at today, a datetime: look at where this reminder is made"


def apply(work: Work) -> None:
    """Rewrite ``remind_at_ms`` wherever the reminder can be seen."""
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
    held = mapping.display(work.source, given)
    if held is None:
        function = work.resolver.kind(given.func) if isinstance(given, cst.Call) else None
        if not isinstance(function, Symbol):
            work.note(call, _ASK)
        return
    element = mapping.find(held, "remind_at_ms") or mapping.find(held, "remindAtMs")
    if element is not None:
        moment = moments.moment(work, element.value)
        work.edits.put(element, element.with_changes(key=build.text("remind_at", element.key), value=moment))
    elif not mapping.plain(held):
        work.note(call, _ASK)


def _renamed(work: Work, call: cst.Call) -> cst.Call:
    arguments = Arguments(call)
    value = arguments.get("remind_at_ms")
    if value is not None:
        arguments.set("remind_at", moments.moment(work, value), "remind_at_ms")
    return arguments.call()
