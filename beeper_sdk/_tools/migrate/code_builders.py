"""Builds syntax nodes, and reads and changes the arguments of calls and the keys of dict displays.

A variable is followed to the dict display that it holds; nothing else here depends on the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import libcst as cst
from libcst.metadata import Assignment

from . import bindings
from .source import Source, text_of

EMPTY = cst.Module([])
_NO_SPACE = cst.SimpleWhitespace("")
_TIGHT = cst.AssignEqual(_NO_SPACE, _NO_SPACE)


def code(node: cst.CSTNode) -> str:
    """The source of a node."""
    return EMPTY.code_for_node(node)


def expression(text: str) -> cst.BaseExpression:
    """Parse an expression."""
    return cst.parse_expression(text)


def path(base: cst.BaseExpression, names: str) -> cst.BaseExpression:
    """``base.a.b``."""
    for name in names.split("."):
        base = cst.Attribute(atom(base), cst.Name(name))
    return base


def atom(node: cst.BaseExpression) -> cst.BaseExpression:
    """The expression, in parentheses if an attribute or call cannot follow it directly."""
    simple = isinstance(
        node, cst.Name | cst.Attribute | cst.Call | cst.Subscript | cst.SimpleString | cst.FormattedString
    )
    return node if simple or node.lpar else in_parentheses(node)


def in_parentheses(node: cst.BaseExpression) -> cst.BaseExpression:
    """``(node)``."""
    return node.with_changes(lpar=[cst.LeftParen(), *node.lpar], rpar=[*node.rpar, cst.RightParen()])


def call(function: cst.BaseExpression, *values: cst.BaseExpression) -> cst.Call:
    """``function(value, ...)``."""
    return cst.Call(function, [cst.Arg(value) for value in values])


def keyword(name: str, value: cst.BaseExpression) -> cst.Arg:
    """``name=value``."""
    return cst.Arg(value, cst.Name(name), _TIGHT)


def text(value: str, like: cst.BaseExpression | None = None) -> cst.SimpleString:
    """A string literal, with the quotes of another one."""
    quote = like.quote if isinstance(like, cst.SimpleString) and len(like.quote) == 1 else '"'
    if like is None or quote == '"':
        return cst.SimpleString('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return cst.SimpleString("'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'")


def stripped(node: cst.BaseExpression, depth: int) -> cst.BaseExpression:
    """``a.b.c`` without its last `depth` attributes."""
    for _ in range(depth):
        if isinstance(node, cst.Attribute):
            node = node.value
    return node


_SEPARATOR = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


class Arguments:
    """The arguments of a call, which can be changed; `call` returns the call with the changes."""

    def __init__(self, node: cst.Call) -> None:
        self._call = node
        self._was = list(node.args)
        self.items = list(node.args)

    @property
    def starred(self) -> bool:
        """Whether there is a ``*`` or ``**`` argument."""
        return any(argument.star for argument in self.items)

    @property
    def positional(self) -> list[cst.Arg]:
        """The positional arguments."""
        return [argument for argument in self.items if argument.keyword is None and not argument.star]

    def get(self, name: str) -> cst.BaseExpression | None:
        """The value of a keyword argument."""
        return next(
            (argument.value for argument in self.items if argument.keyword and argument.keyword.value == name), None
        )

    def pop(self, name: str) -> cst.BaseExpression | None:
        """Remove a keyword argument, and return its value."""
        value = self.get(name)
        self.items = [argument for argument in self.items if not argument.keyword or argument.keyword.value != name]
        return value

    def keep(self, test: Callable[[cst.Arg], bool]) -> None:
        """Remove the arguments that fail the test."""
        self.items = [argument for argument in self.items if test(argument)]

    def set(self, name: str, value: cst.BaseExpression, old: str | None = None) -> None:
        """Set a keyword argument, renaming ``old`` if given. A new argument is added at the end."""
        for place, argument in enumerate(self.items):
            if argument.keyword is not None and argument.keyword.value == (old or name):
                self.items[place] = argument.with_changes(
                    keyword=argument.keyword.with_changes(value=name), value=value
                )
                return
        self.items.append(keyword(name, value))

    def name_positional(self, names: Sequence[str], first: str | None) -> None:
        """Turn positional arguments into keyword arguments, except the one named `first`."""
        for place, name in enumerate(names[: len(self.positional)]):
            if name != first:
                self.items[place] = self.items[place].with_changes(
                    keyword=cst.Name(name), equal=keyword(name, cst.Name(name)).equal
                )

    def lead(self, name: str) -> None:
        """Make a keyword argument the first positional one."""
        place = next(
            (at for at, argument in enumerate(self.items) if argument.keyword and argument.keyword.value == name), None
        )
        if place is not None:
            moved = self.items.pop(place)
            self.items.insert(0, moved.with_changes(keyword=None, equal=cst.MaybeSentinel.DEFAULT))

    def call(self) -> cst.Call:
        """The call with these arguments."""
        return self._call.with_changes(args=tidy(self.items, self._was))


def tidy(items: Sequence[cst.Arg], was: Sequence[cst.Arg]) -> list[cst.Arg]:
    """The arguments with commas between them, and with the original text after the last one."""
    if not items:
        return []
    end = was[-1].comma if was else cst.MaybeSentinel.DEFAULT
    between = was[0].comma if len(was) > 1 else _SEPARATOR
    commas = [item.comma for item in items]
    for place, comma in enumerate(commas[:-1]):
        lost_its_place = items[place].value is was[-1].value and comma is end if was else False
        if not isinstance(comma, cst.Comma) or lost_its_place:
            commas[place] = between
    if not has_comment(commas[-1]):
        commas[-1] = end
    return [item.with_changes(comma=comma) for item, comma in zip(items, commas, strict=True)]


def has_comment(node: cst.CSTNode | cst.MaybeSentinel) -> bool:
    """Whether there is a comment after this comma."""
    return isinstance(node, cst.CSTNode) and "#" in code(node)


def dict_display(source: Source, node: cst.CSTNode | None) -> cst.Dict | None:
    """The dict display of an expression, or of a variable that is bound once and read once; None if it is uncertain."""
    if isinstance(node, cst.Dict):
        return node
    if not isinstance(node, cst.Name):
        return None
    value = value_read_once(source, node)
    return value if isinstance(value, cst.Dict) else None


def value_read_once(source: Source, node: cst.Name) -> cst.CSTNode | None:
    """The value of a name that is bound once, in the same function, and read nowhere else."""
    found = [assignment for assignment in source.scope(node)[node.value] if isinstance(assignment, Assignment)]
    if len(found) != 1 or len(found[0].references) != 1 or source.home(node) is not found[0].scope:
        return None
    binding = bindings.of_assignment(source, found[0])
    if binding is None:
        return None
    if binding.how == "annotation":
        statement = source.parent(binding.target)
        return statement.value if isinstance(statement, cst.AnnAssign) else None
    return binding.value if binding.how == "value" else None


def value_bound_once(source: Source, node: cst.Name) -> cst.CSTNode | None:
    """The value of a name that is bound once, however often it is read."""
    found = [assignment for assignment in source.scope(node)[node.value] if isinstance(assignment, Assignment)]
    binding = bindings.of_assignment(source, found[0]) if len(found) == 1 else None
    return binding.value if binding is not None and binding.how == "value" else None


def has_literal_keys(node: cst.Dict) -> bool:
    """Whether all keys are string literals."""
    return all(literal_key(element) is not None for element in node.elements)


def literal_key(element: cst.BaseDictElement) -> str | None:
    """The key, if it is a string literal."""
    return text_of(element.key) if isinstance(element, cst.DictElement) else None


def find_element(node: cst.Dict, name: str) -> cst.DictElement | None:
    """The element with a key."""
    return next(
        (element for element in node.elements if isinstance(element, cst.DictElement) and literal_key(element) == name),
        None,
    )


def without_key(node: cst.Dict, name: str) -> cst.Dict:
    """The display without a key."""
    return node.with_changes(
        elements=_tidy_elements([element for element in node.elements if literal_key(element) != name], node.elements)
    )


def with_key(node: cst.Dict, name: str, value: cst.BaseExpression) -> cst.Dict:
    """The display with one more key."""
    like = next((element.key for element in node.elements if isinstance(element, cst.DictElement)), None)
    new = cst.DictElement(text(name, like), value)
    return node.with_changes(elements=_tidy_elements([*node.elements, new], node.elements))


def _tidy_elements(
    items: Sequence[cst.BaseDictElement], was: Sequence[cst.BaseDictElement]
) -> list[cst.BaseDictElement]:
    """The elements with commas between them, and with the original text after the last one."""
    if not items:
        return []
    end = was[-1].comma if was else cst.MaybeSentinel.DEFAULT
    between = was[0].comma if len(was) > 1 else _SEPARATOR
    commas = [item.comma for item in items]
    for place, comma in enumerate(commas[:-1]):
        if not isinstance(comma, cst.Comma) or (comma is end and len(items) > len(was)):
            commas[place] = between
    if not has_comment(commas[-1]):
        commas[-1] = end
    return [item.with_changes(comma=comma) for item, comma in zip(items, commas, strict=True)]
