"""A dictionary display as something to look up in and change. Also follows a name to the one display it holds."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
from libcst.metadata import Assignment

from . import bindings
from . import code_builders as build
from .code_builders import has_comment
from .source import Source, text_of

_SEPARATOR = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def display(source: Source, node: cst.CSTNode | None) -> cst.Dict | None:
    """The display an expression is, or the one a name was given and is read once from. None if it may be another."""
    if isinstance(node, cst.Dict):
        return node
    if not isinstance(node, cst.Name):
        return None
    value = once(source, node)
    return value if isinstance(value, cst.Dict) else None


def once(source: Source, node: cst.Name) -> cst.CSTNode | None:
    """The value of a name that is bound once, in the same function, and read nowhere else."""
    found = [each for each in source.scope(node)[node.value] if isinstance(each, Assignment)]
    if len(found) != 1 or len(found[0].references) != 1 or source.home(node) is not found[0].scope:
        return None
    binding = bindings.of_assignment(source, found[0])
    if binding is None:
        return None
    if binding.how == "annotation":
        statement = source.parent(binding.target)
        return statement.value if isinstance(statement, cst.AnnAssign) else None
    return binding.value if binding.how == "value" else None


def bound(source: Source, node: cst.Name) -> cst.CSTNode | None:
    """The value of a name that is bound once, however often it is read."""
    found = [each for each in source.scope(node)[node.value] if isinstance(each, Assignment)]
    binding = bindings.of_assignment(source, found[0]) if len(found) == 1 else None
    return binding.value if binding is not None and binding.how == "value" else None


def plain(node: cst.Dict) -> bool:
    """Are all its keys literal texts?"""
    return all(key(each) is not None for each in node.elements)


def key(element: cst.BaseDictElement) -> str | None:
    """The key, if it is a literal text."""
    return text_of(element.key) if isinstance(element, cst.DictElement) else None


def find(node: cst.Dict, name: str) -> cst.DictElement | None:
    """The element with a key."""
    return next((each for each in node.elements if isinstance(each, cst.DictElement) and key(each) == name), None)


def without(node: cst.Dict, name: str) -> cst.Dict:
    """The display without a key."""
    return node.with_changes(elements=_tidy([each for each in node.elements if key(each) != name], node.elements))


def added(node: cst.Dict, name: str, value: cst.BaseExpression) -> cst.Dict:
    """The display with one more key."""
    like = next((each.key for each in node.elements if isinstance(each, cst.DictElement)), None)
    new = cst.DictElement(build.text(name, like), value)
    return node.with_changes(elements=_tidy([*node.elements, new], node.elements))


def _tidy(items: Sequence[cst.BaseDictElement], was: Sequence[cst.BaseDictElement]) -> list[cst.BaseDictElement]:
    """With a comma between each two, and after the last what was after the last."""
    if not items:
        return []
    end = was[-1].comma if was else cst.MaybeSentinel.DEFAULT
    between = was[0].comma if len(was) > 1 else _SEPARATOR
    commas = [each.comma for each in items]
    for place, comma in enumerate(commas[:-1]):
        if not isinstance(comma, cst.Comma) or (comma is end and len(items) > len(was)):
            commas[place] = between
    if not has_comment(commas[-1]):
        commas[-1] = end
    return [each.with_changes(comma=comma) for each, comma in zip(items, commas, strict=True)]
