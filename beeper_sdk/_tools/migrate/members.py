"""What comes out of a known kind: its attributes, its elements, the result of calling it. Pure."""

from __future__ import annotations

import libcst as cst
from attrs import evolve

from .inferred_types import Answer, Client, Failure, Http, Json, Kind, Method, Reader, Result, Symbol, Value, Verb, View
from .tables import official, v0

VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "request"})
_VIEWS: dict[str, View] = {"with_raw_response": "raw", "with_streaming_response": "stream"}
_SESSIONS = {
    "requests.Session": "requests",
    "requests.session": "requests",
    "requests.sessions.Session": "requests",
    "httpx.Client": "httpx",
    "httpx.AsyncClient": "httpx",
}


def member(base: Kind | None, name: str) -> Kind | None:
    """``base.name``."""
    match base:
        case Client() if name in _VIEWS:
            return evolve(base, view=_VIEWS[name])
        case Client():
            return Method(base, name)
        case Method() if name in _VIEWS:
            return Method(evolve(base.client, view=_VIEWS[name]), base.path)
        case Method():
            return Method(base.client, f"{base.path}.{name}")
        case Result():
            return Value(base.client.family)
        case Value():
            return base
        case Http() if name in VERBS:
            return Verb(base.library, name, base.base)
        case Answer() if name == "json":
            return Reader(base)
        case Json() if name == "get":
            return Reader(base)
        case _:
            return None


def called(function: Kind | None, node: cst.Call) -> Kind | None:
    """``function(...)``."""
    match function:
        case Symbol():
            return _of_symbol(function, node)
        case Method(client, "with_options" | "copy"):
            return client
        case Method(client, path) if path in (v0.CALLS if client.family == "v0" else official.OPERATIONS):
            return Result(client, path, node)
        case Value():
            return function
        case Verb(library):
            return Answer(library, node)
        case Reader(Answer() as answer):
            return Json(answer)
        case Reader(Json() as json) if node.args:
            return evolve(json, keys=(*json.keys, text_of(node.args[0].value) or "*"))
        case _:
            return None


def _of_symbol(symbol: Symbol, node: cst.Call) -> Kind | None:
    library, _, name = symbol.name.partition(".")
    if library in ("requests", "httpx") and name in VERBS:
        return Answer(library, node)
    if symbol.name in _SESSIONS:
        base = next((each.value for each in node.args if each.keyword and each.keyword.value == "base_url"), None)
        return Http(_SESSIONS[symbol.name], base)
    return instance(symbol)


def instance(symbol: Symbol) -> Kind | None:
    """An object of an imported class."""
    package, *path = symbol.name.split(".")
    last = path[-1] if path else ""
    if package == official.PACKAGE and path:
        if path[0] in ("types", "pagination"):
            return Value("official")
        if last in official.CLIENTS:
            return Client("official", last in official.ASYNC_CLIENTS)
        return Failure("official") if last in official.ERRORS else None
    if symbol.name.startswith("beeper_sdk.v0.") and last in v0.CLIENTS:
        return Client("v0", last == "AsyncClient")
    if symbol.name in _SESSIONS:
        return Http(_SESSIONS[symbol.name])
    return Value("v0") if symbol.name.startswith("beeper_sdk.models.V0") else None


def element(base: Kind | None) -> Kind | None:
    """What a loop over it hands out."""
    match base:
        case Result():
            return Value(base.client.family)
        case Value():
            return base
        case Json():
            return evolve(base, keys=(*base.keys, "*"))
        case _:
            return None


def item(base: Kind | None, node: cst.Subscript) -> Kind | None:
    """``base[key]``."""
    if isinstance(base, Json):
        return evolve(base, keys=(*base.keys, key_of(node) or "*"))
    return element(base)


def key_of(node: cst.Subscript) -> str | None:
    """The text between the brackets, if it is one text."""
    index = node.slice[0].slice if len(node.slice) == 1 else None
    return text_of(index.value) if isinstance(index, cst.Index) else None


def text_of(node: cst.CSTNode) -> str | None:
    """The value of a plain string literal."""
    value = node.evaluated_value if isinstance(node, cst.SimpleString | cst.ConcatenatedString) else None
    return value if isinstance(value, str) else None
