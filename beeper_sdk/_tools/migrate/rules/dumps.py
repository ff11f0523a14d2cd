"""Models turned into plain data and back: what pydantic offered, and what ours do."""

from __future__ import annotations

import libcst as cst

from .. import code_builders as build
from .. import mapping
from ..arguments import Arguments
from ..context import Work
from ..members import text_of
from ..tables import official

_DUMPS = frozenset({"to_dict", "model_dump"})
_HARMLESS = frozenset({"mode", "by_alias", "use_api_names", "exclude_unset", "warnings"})


def look(work: Work, node: cst.Attribute) -> None:
    """One attribute of an answer, or of something in it."""
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
    elif name in official.MODEL_NOTES or name == "to_dict":
        work.note(node, official.MODEL_NOTES.get(name, official.MODEL_NOTES["model_dump"]))


def _same(name: str, arguments: Arguments) -> bool:
    """Does ``to_dict()`` give the same: the names of the API, and what came?"""
    if arguments.positional or arguments.starred:
        return False
    given = {each.keyword.value: build.code(each.value) for each in arguments.items if each.keyword}
    wire = given.get("by_alias") == "True" if name == "model_dump" else given.get("use_api_names", "True") == "True"
    return wire and given.keys() <= _HARMLESS


def _plain(call: cst.Call) -> cst.Call:
    function = call.func
    if isinstance(function, cst.Attribute):
        function = function.with_changes(attr=cst.Name("to_dict"))
    return call.with_changes(func=function, args=[], whitespace_before_args=cst.SimpleWhitespace(""))


def _update(call: cst.Call) -> cst.Dict | None:
    """The mapping in ``model_copy(update={...})``, if its keys can be keywords."""
    held = Arguments(call).get("update")
    if len(call.args) != 1 or not isinstance(held, cst.Dict) or not mapping.plain(held):
        return None
    names = [mapping.key(each) or "" for each in held.elements]
    return held if all(each.isidentifier() for each in names) else None


def _evolved(call: cst.Call, held: cst.Dict) -> cst.Call:
    now = Arguments(call).get("update")
    elements = now.elements if isinstance(now, cst.Dict) else held.elements
    changes = [
        build.keyword(text_of(each.key) or "", each.value) for each in elements if isinstance(each, cst.DictElement)
    ]
    function = call.func
    if isinstance(function, cst.Attribute):
        function = function.with_changes(attr=cst.Name("evolve"))
    return call.with_changes(func=function, args=changes)
