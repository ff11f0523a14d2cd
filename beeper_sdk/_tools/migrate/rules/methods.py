"""Rewrites method calls of the official SDK and of the v0 client: names, arguments, and how results are used."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from .. import code_builders as build
from .. import official, v0
from ..calls import Plan, write_paged
from ..code_builders import Arguments, dict_display, find_element, has_literal_keys, literal_key
from ..context import Work
from ..inferred_types import Result
from ..source import text_of
from ..uses import is_not_given


def apply(work: Work) -> None:
    """Rewrite every call of an operation."""
    for call in work.source.all(cst.Call):
        result = work.resolver.kind(call)
        if isinstance(result, Result) and result.call is call:
            if result.client.family == "v0":
                _v0_call(Plan(work, call, result), v0.CALLS[result.operation])
            else:
                _official_call(Plan(work, call, result))


def _official_call(plan: Plan) -> None:
    _common(plan)
    special = _SPECIAL.get(plan.result.operation)
    target = special(plan) if special else plan.result.operation
    if target is None:
        return
    view = plan.result.client.view
    if view == "stream" and target != "assets.serve":
        plan.work.note(plan.call, "only files can be streamed: call the method itself, or raw(api....)")
    elif view:
        plan.write(target, through=view)
    elif target in official.PAGED:
        write_paged(plan, target)
    else:
        plan.write(target)


def _common(plan: Plan) -> None:
    """Rewrite arguments that every method accepts."""
    resolver = plan.work.resolver
    for argument in Arguments(plan.call).items:
        name = argument.keyword.value if argument.keyword else ""
        if name and is_not_given(resolver.imported(argument.value)):
            plan.do(_dropping(name))
        elif name in official.CALL_OPTIONS:
            plan.options.append((name, official.CALL_OPTIONS[name]))
        elif name in ("extra_query", "extra_body"):
            plan.work.note(plan.call, f"{name} has no replacement: send the request with request(...)")
        else:
            _absent(plan, argument.value)


def _absent(plan: Plan, value: cst.BaseExpression) -> None:
    """Rewrite ``limit or NOT_GIVEN``: None omits an argument, except in chats.update, where it is sent as null."""
    if is_not_given(plan.work.resolver.imported(value)):
        if plan.result.operation == "chats.update":
            plan.work.note(plan.call, "chats.update sends None as null: omit the argument in another way")
            return
        plan.work.edits.put(value, cst.Name("None"))
    elif isinstance(value, cst.BooleanOperation):
        _absent(plan, value.left)
        _absent(plan, value.right)
    elif isinstance(value, cst.IfExp):
        _absent(plan, value.body)
        _absent(plan, value.orelse)


def _dropping(name: str) -> Callable[[Arguments], None]:
    def change(arguments: Arguments) -> None:
        arguments.pop(name)

    return change


def _create(plan: Plan) -> str | None:
    """Rewrite chats.create: 4.2 accepted one mapping and 4.3 a mode; since 5.0 there are two methods."""
    arguments = Arguments(plan.call)
    chat = arguments.get("chat")
    if arguments.starred:
        plan.work.note(plan.call, 'chats.create with mode="start" is now chats.start: check the unpacked mapping')
        return None
    if chat is None:
        given = {argument.keyword.value: argument.value for argument in arguments.items if argument.keyword}
        return _by_mode(plan, given)
    held = dict_display(plan.work.source, chat)
    if held is None or not has_literal_keys(held) or held is not chat:
        plan.work.note(plan.call, "pass the keys of this mapping as arguments of chats.create or chats.start")
        return None
    given = {_argument(element): element.value for element in held.elements}
    plan.do(_spread)
    return _by_mode(plan, given)


def _argument(element: cst.BaseDictElement) -> str:
    name = literal_key(element) or ""
    return official.CHAT_KEYS.get(name, name)


def _spread(arguments: Arguments) -> None:
    """Turn the keys of the mapping into arguments."""
    held = arguments.pop("chat")
    if isinstance(held, cst.Dict):
        arguments.items += [build.keyword(_argument(element), element.value) for element in held.elements]


def _by_mode(plan: Plan, given: dict[str, cst.BaseExpression]) -> str | None:
    mode = text_of(given["mode"]) if "mode" in given else "create"
    unexpected = {"start": {"participant_ids", "type", "title"}, "create": {"user", "allow_invite"}}
    if mode not in unexpected or unexpected[mode] & set(given):
        plan.work.note(plan.call, 'chats.create with mode="start" is now chats.start: call the one that is meant here')
        return None
    if "mode" in given:
        plan.do(_dropping("mode"))
    return "chats.start" if mode == "start" else "chats.create"


def _delete_reaction(plan: Plan) -> str | None:
    """Rewrite the arguments: until 4.3 the message was the first one, since 5.0 the reaction is."""
    arguments = Arguments(plan.call)
    if arguments.positional and arguments.get("reaction_key") is not None and not arguments.get("message_id"):
        plan.do(_reaction_first)
    elif arguments.starred:
        plan.work.note(plan.call, "the reaction is now the first argument: pass the message as message_id=")
    return plan.result.operation


def _reaction_first(arguments: Arguments) -> None:
    arguments.name_positional(("message_id",), None)
    arguments.lead("reaction_key")


def _send(plan: Plan) -> str | None:
    """Rewrite attachment types, which are spelled with a hyphen since 5.0."""
    held = dict_display(plan.work.source, Arguments(plan.call).get("attachment"))
    hint = find_element(held, "type") if held is not None else None
    new = official.HINTS.get(text_of(hint.value) or "") if hint is not None else None
    if hint is not None and new is not None:
        plan.work.edits.put(hint.value, build.text(new, hint.value))
    return plan.result.operation


_SPECIAL: dict[str, Callable[[Plan], str | None]] = {
    "chats.create": _create,
    "chats.messages.reactions.delete": _delete_reaction,
    "messages.send": _send,
}


def _v0_call(plan: Plan, old: v0.Call) -> None:
    arguments = Arguments(plan.call)
    names = {argument.keyword.value for argument in arguments.items if argument.keyword}
    if arguments.starred or not names <= set(old.arguments) or len(arguments.positional) > len(old.arguments):
        plan.work.note(plan.call, f"not rewritten, because not all arguments are visible: call {old.target} instead")
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
        write_paged(plan, old.target)
    else:
        plan.write(old.target)


def _place(arguments: Arguments, old: v0.Call) -> None:
    """Pass the ID in the path as the first argument, and everything else by keyword."""
    arguments.name_positional(old.arguments, old.positional)
    if old.positional is not None:
        arguments.lead(old.positional)


def _add(arguments: Arguments, missing: list[tuple[str, str]]) -> None:
    for name, value in missing:
        arguments.set(name, build.expression(value))


def _limit(plan: Plan, arguments: Arguments) -> None:
    """Cap the limit of message search: v1 rejects limits that v0 silently reduced."""
    limit = arguments.get("limit")
    if limit is None or (isinstance(limit, cst.Integer) and limit.evaluated_value <= v0.PAGE_LIMIT):
        return
    maximum = cst.Integer(str(v0.PAGE_LIMIT))

    def capped(now: Arguments) -> None:
        value = now.get("limit")
        if value is not None:
            capped_value = maximum if isinstance(value, cst.Integer) else build.call(cst.Name("min"), value, maximum)
            now.set("limit", capped_value)

    plan.do(capped)
