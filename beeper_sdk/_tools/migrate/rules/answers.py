"""Rewrites uses of results and errors: fields that moved, were removed, or were renamed."""

from __future__ import annotations

import libcst as cst

from .. import code_builders as build
from .. import official, v0
from ..code_builders import Arguments, has_literal_keys, literal_key
from ..context import Work
from ..inferred_types import Failure, Result, Value
from ..source import text_of

_FILES = {"content": "data", "read": "data", "write_to_file": "save", "stream_to_file": "save"}
_NONE = frozenset({"archive_chat", "set_chat_reminder", "clear_chat_reminder"})


def apply(work: Work) -> None:
    """Rewrite attributes of results and errors."""
    for node in work.source.all(cst.Attribute):
        base = work.resolver.kind(node.value)
        name = node.attr.value
        match base:
            case Result(client) if client.family == "v0":
                _of_v0(work, node, base)
            case Value("v0") if name in v0.FIELDS:
                _rename(work, node, v0.FIELDS[name])
            case Result(client, operation) if client.view or operation == "assets.serve":
                _of_view(work, node, base)
            case Result() | Value("official"):
                rewrite_dump(work, node)
            case Failure():
                _of_error(work, node)
            case None if name in official.UNIQUE and official.PACKAGE in work.source.text:
                work.note(node, official.UNIQUE[name])
            case _:
                pass


def _rename(work: Work, node: cst.Attribute, new: str) -> None:
    work.edits.at(node, lambda now: now.with_changes(attr=now.attr.with_changes(value=new)))


def _of_v0(work: Work, node: cst.Attribute, base: Result) -> None:
    """Fields of a v0 result."""
    old = v0.CALLS[base.operation]
    name = node.attr.value
    moved, gone = dict(old.moved), dict(old.gone)
    if name in moved:
        _rename(work, node, moved[name])
    elif name in gone:
        work.note(
            node, f"{name} no longer exists: a failed call raises errors.APIError; catch it instead of checking {name}"
        )
        _gone(work, node, base, gone[name])


def _gone(work: Work, node: cst.Attribute, base: Result, value: str) -> None:
    if isinstance(node.value, cst.Name):
        work.edits.put(node, build.expression(value))
    elif value == "True":  # this expression contains the call, which must be kept
        parent = work.source.parent(node)
        negated = isinstance(parent, cst.UnaryOperation) and isinstance(parent.operator, cst.Not)
        test = "is None" if (base.operation in _NONE) is not negated else "is not None"
        outer = work.source.parent(parent) if parent is not None and negated else parent
        bare = isinstance(outer, cst.If | cst.Assert | cst.Return | cst.Expr | cst.Assign | cst.AnnAssign)
        work.edits.at(node, lambda now: _compared(now.value, test, bare=bare))
        if parent is not None and negated:
            work.edits.at(parent, lambda now: now.expression if isinstance(now, cst.UnaryOperation) else now)


def _compared(value: cst.BaseExpression, test: str, *, bare: bool) -> cst.BaseExpression:
    made = build.expression(f"{build.code(value)} {test}")
    return made if bare else build.in_parentheses(made)


def _of_view(work: Work, node: cst.Attribute, base: Result) -> None:
    """Raw responses, streams and files."""
    name = node.attr.value
    if base.client.view == "raw":
        if name == "parse":
            _parsed(work, node, base)
        elif name in official.RAW_FIELDS:
            _rename(work, node, official.RAW_FIELDS[name])
        elif name in official.RAW_NOTES:
            work.note(node, official.RAW_NOTES[name])
    elif base.client.view == "stream":
        if name in official.STREAM_FIELDS:
            _rename(work, node, official.STREAM_FIELDS[name])
        elif name in official.RAW_NOTES and name != "iter_bytes":
            work.note(node, f"a Stream has no {name}: use status, content_type, iter_bytes() or save()")
    elif name in _FILES:
        _of_file(work, node, _FILES[name])


def _parsed(work: Work, node: cst.Attribute, base: Result) -> None:
    """``response.parse()``."""
    call = work.source.parent(node)
    if not isinstance(call, cst.Call) or call.args:
        work.note(node, "the result of a Response is its attribute value: use that instead of parse")
        return
    if base.operation in official.PAGED:
        work.note(node, "value is one page, with its items in items: to get all pages, loop over the method's result")
    _instead_of_call(work, node, call, "value")


def _of_file(work: Work, node: cst.Attribute, new: str) -> None:
    """The result of assets.serve: the whole file, in memory."""
    call = work.source.parent(node)
    if new == "data" and isinstance(call, cst.Call):
        _instead_of_call(work, node, call, new)
        return
    _rename(work, node, new)
    if isinstance(call, cst.Call):
        _unawait(work, call)


def _instead_of_call(work: Work, node: cst.Attribute, call: cst.Call, new: str) -> None:
    """Replace a method call with an attribute."""
    _rename(work, node, new)
    work.edits.at(call, lambda now: now.func)
    _unawait(work, call)


def _unawait(work: Work, call: cst.Call) -> None:
    outer = work.source.parent(call)
    if isinstance(outer, cst.Await):
        work.edits.at(outer, lambda now: now.expression)


def _of_error(work: Work, node: cst.Attribute) -> None:
    """Attributes of the official SDK's errors."""
    name = node.attr.value
    parent = work.source.parent(node)
    longer = f"{name}.{parent.attr.value}" if isinstance(parent, cst.Attribute) and parent.value is node else ""
    if longer in official.ERROR_FIELDS:
        new = official.ERROR_FIELDS[longer]
        work.edits.at(parent or node, lambda now: build.path(build.stripped(_expression(now), 2), new))
    elif official.ERROR_FIELDS.get(name) == "str":
        work.edits.at(node, lambda now: build.call(cst.Name("str"), now.value))
    elif name in official.ERROR_FIELDS:
        _rename(work, node, official.ERROR_FIELDS[name])
    elif name in official.ERROR_NOTES:
        work.note(node, official.ERROR_NOTES[name])


def _expression(node: cst.CSTNode) -> cst.BaseExpression:
    if not isinstance(node, cst.BaseExpression):
        raise TypeError("the node must be an expression")
    return node


_DUMPS = frozenset({"to_dict", "model_dump"})
_HARMLESS = frozenset({"mode", "by_alias", "use_api_names", "exclude_unset", "warnings"})


def rewrite_dump(work: Work, node: cst.Attribute) -> None:
    """Rewrite an attribute of a result, or of an object inside a result."""
    name = node.attr.value
    call = work.source.parent(node)
    if name in official.MODEL_FIELDS:
        new = official.MODEL_FIELDS[name]
        work.edits.at(node, lambda now: now.with_changes(attr=now.attr.with_changes(value=new)))
    elif not isinstance(call, cst.Call) or call.func is not node:
        return
    elif name in _DUMPS and _same(name, Arguments(call)):
        work.edits.at(call, _plain)
    elif name == "model_copy" and (held := _update(call)) is not None:
        work.edits.at(call, lambda now: _evolved(now, held))
    elif name in official.MODEL_NOTES:
        work.note(node, official.MODEL_NOTES[name])


def _same(name: str, arguments: Arguments) -> bool:
    """Whether ``to_dict()`` gives the same result: the field names of the API, and the fields that were received."""
    if arguments.positional or arguments.starred:
        return False
    given = {argument.keyword.value: build.code(argument.value) for argument in arguments.items if argument.keyword}
    wire = given.get("by_alias") == "True" if name == "model_dump" else given.get("use_api_names", "True") == "True"
    return wire and given.keys() <= _HARMLESS


def _plain(call: cst.Call) -> cst.Call:
    function = call.func
    if isinstance(function, cst.Attribute):
        function = function.with_changes(attr=cst.Name("to_dict"))
    return call.with_changes(func=function, args=[], whitespace_before_args=cst.SimpleWhitespace(""))


def _update(call: cst.Call) -> cst.Dict | None:
    """The mapping in ``model_copy(update={...})``, if its keys are valid keyword arguments."""
    held = Arguments(call).get("update")
    if len(call.args) != 1 or not isinstance(held, cst.Dict) or not has_literal_keys(held):
        return None
    names = [literal_key(element) or "" for element in held.elements]
    return held if all(name.isidentifier() for name in names) else None


def _evolved(call: cst.Call, held: cst.Dict) -> cst.Call:
    now = Arguments(call).get("update")
    elements = now.elements if isinstance(now, cst.Dict) else held.elements
    changes = [
        build.keyword(text_of(element.key) or "", element.value)
        for element in elements
        if isinstance(element, cst.DictElement)
    ]
    function = call.func
    if isinstance(function, cst.Attribute):
        function = function.with_changes(attr=cst.Name("evolve"))
    return call.with_changes(func=function, args=changes)
