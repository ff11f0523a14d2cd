"""What an expression can be, as far as the rules care. Values only; `resolve` finds out which one it is."""

from __future__ import annotations

from typing import Literal, TypeAlias

import libcst as cst
from attrs import frozen

Family: TypeAlias = Literal["official", "v0"]
View: TypeAlias = Literal["", "raw", "stream"]


@frozen
class Symbol:
    """A name that was imported."""

    name: str
    """In full, such as ``beeper_desktop_api.types.Chat``."""


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
class Method:
    """Something below a client: a method, or a group of them."""

    client: Client
    path: str


@frozen
class Result:
    """What a method gives, awaited or not."""

    client: Client
    operation: str
    call: cst.Call


@frozen
class Value:
    """Something out of a result."""

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
    """A method of requests, httpx or a session that sends something."""

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
    """The method ``json`` of an HTTP response, or ``get`` of what it gives."""

    of: Answer | Json


@frozen
class Json:
    """The JSON of an HTTP response, or something in it."""

    answer: Answer
    keys: tuple[str, ...] = ()
    """How it was reached; ``*`` for an element."""


Kind: TypeAlias = (
    Symbol | Definition | Instance | Client | Method | Result | Value | Failure | Http | Verb | Answer | Reader | Json
)
