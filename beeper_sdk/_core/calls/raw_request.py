"""Calls of operations that the spec does not know yet, as values like all others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias, get_args

from ..generated import answers, base, contract

Scalar: TypeAlias = str | int | float | bool | None
QueryValue: TypeAlias = Scalar | Sequence[Scalar]

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
_PATH = re.compile(r"/[A-Za-z0-9\-._~%!$&'()*+,;=:@/]*")
_WORD = re.compile(r"[a-z][a-z0-9-]*|v[0-9]+")
_SHOWN = 2
"""Steps of the path that may be ours to show, such as ``/v1/chats``; what follows may be an id."""


class _AnyJson:
    """Takes whatever JSON came; None for an empty answer."""

    __slots__ = ()

    def __call__(self, response: answers.ResponseLike, /) -> base.Json:
        return answers.parse(response) if response.content else None

    def verify(self, response: answers.ResponseLike, /) -> None:
        """Nothing is documented, so nothing can be wrong."""


def adhoc(
    method: str, path: str, query: Mapping[str, QueryValue] | None, json: object, effect: contract.Effect
) -> contract.Request[base.Json]:
    """The call. Raises ValueError naming the argument that does not fit."""
    method = method.upper()
    if method not in _METHODS:
        raise ValueError(f"method takes one of {', '.join(_METHODS)}")
    if effect not in get_args(contract.Effect):
        raise ValueError("effect takes 'read', 'idempotent' or 'once'")
    if not _PATH.fullmatch(path) or path.startswith("//"):
        raise ValueError("path takes an absolute path such as /v1/chats, ids percent-encoded and without a query")
    steps = path.split("/")[1:]
    if {".", ".."} & {step.lower().replace("%2e", ".") for step in steps}:
        raise ValueError("path takes no '.' or '..': they would reach another endpoint")
    operation = contract.Operation("request", method, _template(steps), effect, "optional", _AnyJson())
    body = None if json is None else contract.JsonBody(base.to_json(json))
    return contract.Request(operation, path, query=_pairs(query or {}), body=body)


def _template(steps: list[str]) -> str:
    """The path as far as it is safe to log."""
    shown: list[str] = []
    for step in steps[:_SHOWN]:
        if not _WORD.fullmatch(step):
            break
        shown.append(step)
    return "/" + "/".join(shown) + ("" if len(shown) == len(steps) else "/…" if shown else "…")


def _pairs(query: Mapping[str, QueryValue]) -> contract.Pairs:
    return tuple(
        (name, "true" if one is True else "false" if one is False else str(one))
        for name, value in query.items()
        for one in (value if isinstance(value, Sequence) and not isinstance(value, str) else (value,))
        if one is not None
    )
