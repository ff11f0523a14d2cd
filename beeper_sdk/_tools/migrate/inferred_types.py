"""The types that the rules distinguish, and the types of their attributes, elements and call results.

No I/O; `resolve` infers the type of an expression.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import libcst as cst
from attrs import evolve, frozen

from . import official, v0
from .source import key_of, text_of

Family: TypeAlias = Literal["official", "v0"]
View: TypeAlias = Literal["", "raw", "stream"]


@frozen
class Symbol:
    """A name that was imported."""

    name: str
    """The full name, such as ``beeper_desktop_api.types.Chat``."""


@frozen
class Definition:
    """A function or class of this file."""

    node: cst.FunctionDef | cst.ClassDef


@frozen
class Instance:
    """An object of a class of this file."""

    node: cst.ClassDef


@frozen
class Client:
    """A client of the official SDK, or this SDK's v0 client."""

    family: Family
    is_async: bool
    view: View = ""


@frozen
class Maker:
    """A function of another file that returns a client."""

    client: Client


@frozen
class Method:
    """An attribute of a client: a method, or a group of methods."""

    client: Client
    path: str


@frozen
class Result:
    """The result of a method, awaited or not."""

    client: Client
    operation: str
    call: cst.Call


@frozen
class Value:
    """An object inside a result."""

    family: Family


@frozen
class Failure:
    """An error that was caught."""

    family: Family


@frozen
class Http:
    """An HTTP session of requests or httpx."""

    library: str
    base: cst.BaseExpression | None = None


@frozen
class Verb:
    """A function of requests or httpx, or a method of a session, that sends a request."""

    library: str
    name: str
    base: cst.BaseExpression | None = None


@frozen
class Answer:
    """An HTTP response."""

    library: str
    call: cst.Call


@frozen
class Reader:
    """The method ``json`` of an HTTP response, or ``get`` of its JSON."""

    of: Answer | Json


@frozen
class Json:
    """The JSON of an HTTP response, or a value inside it."""

    answer: Answer
    keys: tuple[str, ...] = ()
    """The keys that lead to the value; ``*`` for an element of a list."""


Kind: TypeAlias = (
    Symbol
    | Definition
    | Instance
    | Client
    | Maker
    | Method
    | Result
    | Value
    | Failure
    | Http
    | Verb
    | Answer
    | Reader
    | Json
)


VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "request"})
_VIEWS: dict[str, View] = {"with_raw_response": "raw", "with_streaming_response": "stream"}
_SESSIONS = {
    "requests.Session": "requests",
    "requests.session": "requests",
    "requests.sessions.Session": "requests",
    "httpx.Client": "httpx",
    "httpx.AsyncClient": "httpx",
}


def attribute_of(base: Kind | None, name: str) -> Kind | None:
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


def result_of(function: Kind | None, node: cst.Call) -> Kind | None:
    """``function(...)``."""
    match function:
        case Symbol():
            return _of_symbol(function, node)
        case Method(client, "with_options" | "copy"):
            return client
        case Method(client, path) if path in (v0.CALLS if client.family == "v0" else official.OPERATIONS):
            return Result(client, path, node)
        case Maker(client):
            return client
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
        base = next(
            (argument.value for argument in node.args if argument.keyword and argument.keyword.value == "base_url"),
            None,
        )
        return Http(_SESSIONS[symbol.name], base)
    return instance_of(symbol)


def instance_of(symbol: Symbol) -> Kind | None:
    """An instance of an imported class."""
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


def element_of(base: Kind | None) -> Kind | None:
    """The type of the elements in a loop."""
    match base:
        case Result():
            return Value(base.client.family)
        case Value():
            return base
        case Json():
            return evolve(base, keys=(*base.keys, "*"))
        case _:
            return None


def item_of(base: Kind | None, node: cst.Subscript) -> Kind | None:
    """``base[key]``."""
    if isinstance(base, Json):
        return evolve(base, keys=(*base.keys, key_of(node) or "*"))
    return element_of(base)
