"""Requests for operations that are not in the spec, as `Beeper.request` sends them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias, get_args

from ..generated import answers, base, contract

Scalar: TypeAlias = str | int | float | bool | None
QueryValue: TypeAlias = Scalar | Sequence[Scalar]

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
_PATH = re.compile(r"/[A-Za-z0-9\-._~%!$&'()*+,;=:@/]*")
_SAFE_SEGMENT = re.compile(r"[a-z][a-z0-9-]*|v[0-9]+")
_MAX_SHOWN_SEGMENTS = 2
"""Segments of the path that may be logged, such as ``/v1/chats``; those after them may be ids."""


class _AnyJson:
    """Decodes any JSON; None for an empty response."""

    __slots__ = ()

    def __call__(self, response: answers.ResponseLike, /) -> base.Json:
        return answers.parse(response) if response.content else None

    def verify(self, response: answers.ResponseLike, /) -> None:
        """Accepts every response: nothing is documented."""


def adhoc(
    method: str, path: str, query: Mapping[str, QueryValue] | None, json: object, effect: contract.Effect
) -> contract.Request[base.Json]:
    """The request. Raises ValueError naming the invalid argument."""
    method = method.upper()
    if method not in _METHODS:
        raise ValueError(f"method takes one of {', '.join(_METHODS)}")
    if effect not in get_args(contract.Effect):
        raise ValueError("effect takes 'read', 'idempotent' or 'once'")
    if not _PATH.fullmatch(path) or path.startswith("//"):
        raise ValueError("path takes an absolute path such as /v1/chats, ids percent-encoded and without a query")
    segments = path.split("/")[1:]
    if {".", ".."} & {segment.lower().replace("%2e", ".") for segment in segments}:
        raise ValueError("path takes no '.' or '..': they would reach another endpoint")
    operation = contract.Operation("request", method, _template(segments), effect, "optional", _AnyJson())
    body = None if json is None else contract.JsonBody(base.to_json(json))
    return contract.Request(operation, path, query=_pairs(query or {}), body=body)


def _template(segments: list[str]) -> str:
    """The path as far as it is safe to log."""
    shown: list[str] = []
    for segment in segments[:_MAX_SHOWN_SEGMENTS]:
        if not _SAFE_SEGMENT.fullmatch(segment):
            break
        shown.append(segment)
    return "/" + "/".join(shown) + ("" if len(shown) == len(segments) else "/…" if shown else "…")


def _pairs(query: Mapping[str, QueryValue]) -> contract.Pairs:
    return tuple(
        (name, "true" if item is True else "false" if item is False else str(item))
        for name, value in query.items()
        for item in (value if isinstance(value, Sequence) and not isinstance(value, str) else (value,))
        if item is not None
    )
