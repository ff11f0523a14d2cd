"""Makes pieces of code. Nothing here looks at the file."""

from __future__ import annotations

import libcst as cst

EMPTY = cst.Module([])
_NO_SPACE = cst.SimpleWhitespace("")
_TIGHT = cst.AssignEqual(_NO_SPACE, _NO_SPACE)


def code(node: cst.CSTNode) -> str:
    """A node as text."""
    return EMPTY.code_for_node(node)


def expression(text: str) -> cst.BaseExpression:
    """An expression from text."""
    return cst.parse_expression(text)


def path(base: cst.BaseExpression, names: str) -> cst.BaseExpression:
    """``base.a.b``."""
    for name in names.split("."):
        base = cst.Attribute(atom(base), cst.Name(name))
    return base


def atom(node: cst.BaseExpression) -> cst.BaseExpression:
    """An expression that an attribute or call can follow: in parentheses where it has to be."""
    simple = isinstance(
        node, cst.Name | cst.Attribute | cst.Call | cst.Subscript | cst.SimpleString | cst.FormattedString
    )
    return node if simple or node.lpar else in_parentheses(node)


def in_parentheses(node: cst.BaseExpression) -> cst.BaseExpression:
    """``(node)``."""
    return node.with_changes(lpar=[cst.LeftParen(), *node.lpar], rpar=[*node.rpar, cst.RightParen()])


def call(function: cst.BaseExpression, *values: cst.BaseExpression) -> cst.Call:
    """``function(value, ...)``."""
    return cst.Call(function, [cst.Arg(each) for each in values])


def keyword(name: str, value: cst.BaseExpression) -> cst.Arg:
    """``name=value``."""
    return cst.Arg(value, cst.Name(name), _TIGHT)


def text(value: str, like: cst.BaseExpression | None = None) -> cst.SimpleString:
    """A string literal, in the quotes of another."""
    quote = like.quote if isinstance(like, cst.SimpleString) and len(like.quote) == 1 else '"'
    if like is None or quote == '"':
        return cst.SimpleString('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return cst.SimpleString("'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'")


def stripped(node: cst.BaseExpression, depth: int) -> cst.BaseExpression:
    """``a.b.c`` without its last names."""
    for _ in range(depth):
        if isinstance(node, cst.Attribute):
            node = node.value
    return node
