"""Milliseconds since 1970, as code has them, to code that makes a datetime of them."""

from __future__ import annotations

import libcst as cst

from . import code_builders as build
from .context import Work

_ROUNDING = frozenset({"int", "round", "float"})


def moment(work: Work, node: cst.BaseExpression) -> cst.BaseExpression:
    """``datetime.fromtimestamp(seconds, tz=timezone.utc)``."""
    made = work.names.need("datetime.datetime")
    zone = work.names.need("datetime.timezone")
    seconds = _seconds(work.edits.made(node))
    return build.call(build.expression(f"{made}.fromtimestamp"), seconds).with_changes(
        args=[cst.Arg(seconds), build.keyword("tz", build.expression(f"{zone}.utc"))]
    )


def _seconds(node: cst.BaseExpression) -> cst.BaseExpression:
    """Without the arithmetic that made them milliseconds, where that can be seen."""
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
