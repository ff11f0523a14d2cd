"""Requests for operations that are not in the spec, for `Beeper.request`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Literal, TypeAlias, get_args

from ..generated import answers, base, contract
from ..util.validation import check_kind, check_text, wrong_type
from .request_encoding import json_content

Scalar: TypeAlias = str | int | float | bool | None
QueryValue: TypeAlias = Scalar | Sequence[Scalar]
"""A value in a query: a str, number or bool, or a list of them; None is omitted."""

Method: TypeAlias = Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]
"""An HTTP method."""

_METHODS = get_args(Method)
_SAFE_METHODS = ("GET", "HEAD")
_PATH = re.compile(r"/[A-Za-z0-9\-._~%!$&'()*+,;=:@/]*")
_SAFE_SEGMENT = re.compile(r"[a-z][a-z0-9-]*|v[0-9]+")
_SCALARS = "a str, int, float, bool or None, or a list of them"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_SHOWN_SEGMENTS = 2
"""Number of path segments that may be logged, such as ``/v1/chats``. Later segments may be IDs."""


class _AnyJson:
    """Decodes any JSON. The result of an empty response is None."""

    __slots__ = ()

    def __call__(self, response: answers.ResponseLike, /, report: base.Report | None = None) -> base.Json:
        return answers.parse(response) if response.content else None

    def verify(self, response: answers.ResponseLike, /) -> None:
        """Accepts every response, because the operation is not documented."""


def adhoc(
    method: Method, path: str, query: Mapping[str, QueryValue] | None, json: object, effect: contract.Effect | None
) -> contract.Request[base.Json]:
    """The request. Raises ValueError, TypeError with the name of the invalid argument."""
    name = check_text("method", method).upper()
    if name not in _METHODS:
        raise ValueError(f"method must be one of {', '.join(_METHODS)}")
    if effect is None:
        effect = "read" if name in _SAFE_METHODS else "once"
    if effect not in get_args(contract.Effect):
        raise ValueError("effect must be 'read', 'idempotent', 'once' or None")
    # "//host/path" would be a URL of another host.
    if not _PATH.fullmatch(check_text("path", path)) or path.startswith("//"):
        raise ValueError(
            "path must be an absolute path such as /v1/chats, with IDs percent-encoded and without a query; "
            "pass the query as query="
        )
    segments = path.split("/")[1:]
    # Servers and proxies resolve these segments, percent-encoded ones too, after guards have checked the path.
    if {".", ".."} & {segment.lower().replace("%2e", ".") for segment in segments}:
        raise ValueError("path must not contain the segments '.' or '..', which would address another endpoint")
    operation = contract.Operation("request", name, _template(segments), effect, "optional", _AnyJson())
    return contract.Request(operation, path, query=_pairs(query), body=_body(json))


def _body(json: object) -> contract.JsonBody | None:
    try:
        value = base.to_json(json)
        json_content(value)
    except TypeError:
        raise TypeError("json must be a JSON value: it contains an object of another type") from None
    except (ValueError, RecursionError):
        raise ValueError("json must not contain infinity or NaN, or be nested too deeply") from None
    return None if json is None else contract.JsonBody(value)


def _template(segments: list[str]) -> str:
    """The part of the path that is safe to log."""
    shown: list[str] = []
    for segment in segments[:_MAX_SHOWN_SEGMENTS]:
        if not _SAFE_SEGMENT.fullmatch(segment):
            break
        shown.append(segment)
    return "/" + "/".join(shown) + ("" if len(shown) == len(segments) else "/…" if shown else "…")


def _items(value: QueryValue) -> Sequence[Scalar]:
    if isinstance(value, bytes):  # a sequence of int
        raise wrong_type("a value in query", _SCALARS, value)
    return value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)


def _pairs(query: Mapping[str, QueryValue] | None) -> contract.Pairs:
    check_kind("query", query, Mapping | None, "a dict or None")
    values = [(name, item) for name, value in (query or {}).items() for item in _items(value)]
    for name, item in values:
        check_text("a name in query", name)
        check_kind("a value in query", item, Scalar, _SCALARS)
        if isinstance(item, float) and not isfinite(item):
            raise ValueError("query must not contain infinity or NaN")
        if _SURROGATE.search(f"{name}{item}"):
            raise ValueError("query must be text that UTF-8 can encode")
    # Booleans as in JSON: str(True) would be "True". A list repeats its name: servers do not split comma-separated
    # lists, which match nothing.
    return tuple(
        (name, "true" if item is True else "false" if item is False else str(item))
        for name, item in values
        if item is not None
    )
