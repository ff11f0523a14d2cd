"""Finds v0 routes in the addresses that requests and httpx are given."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import libcst as cst
from attrs import frozen

from ...._core.util.urls import is_loopback_host
from .. import mapping
from ..context import Work
from ..tables.routes import PLAIN, ROUTES
from . import url_pieces as urls
from .url_pieces import Piece

ROUTE = re.compile(r"/v0/(" + "|".join(sorted(ROUTES, key=len, reverse=True)) + r")(?![\w/-])")
_RELATIVE = re.compile(r"/?(" + "|".join(sorted(ROUTES, key=len, reverse=True)) + r")(?![\w/-])")
_BEEPER = re.compile(r"beeper|\b23373\b", re.IGNORECASE)


@frozen(eq=False)
class Address:
    """An address with a route of v0."""

    holder: cst.BaseExpression
    """The expression to write anew: the argument, or what its name was given."""
    pieces: tuple[Piece, ...]
    at: int
    """The piece with the route."""
    start: int
    end: int
    """Where the route stands in that piece."""
    route: str
    base: cst.SimpleString | None = None
    """A literal elsewhere that ends in ``/v0``, and has to change with it."""
    reference: cst.CSTNode | None = None
    """What stands for that literal here."""


def find(work: Work, node: cst.BaseExpression, session: cst.BaseExpression | None) -> Address | None:
    """The address in an argument; None where it is not Beeper's v0, or cannot be followed."""
    holder = node
    if isinstance(node, cst.Name):
        value = constant(work, node)
        holder = value if value is not None else node
    found = tuple(urls.pieces(holder))
    for at, piece in enumerate(found):
        match = ROUTE.search(piece.text or "")
        if match is not None:
            front = _text(work, found[:at]) + (piece.text or "")[: match.start()]
            front = front or _base_text(work, session)
            if is_beeper(work, front, match[1]):
                return Address(holder, found, at, match.start(), match.end(), match[1])
            return None
    return _below_base(work, holder, found, session)


def _below_base(
    work: Work, holder: cst.BaseExpression, found: tuple[Piece, ...], session: cst.BaseExpression | None
) -> Address | None:
    """The route where ``/v0`` stands in a constant before it, or in the base of the session."""
    at, source = (0, session) if session is not None else (1, found[0].value if found else None)
    if source is None or len(found) <= at:
        return None
    base = source if isinstance(source, cst.SimpleString) else None
    if isinstance(source, cst.Name):
        value = constant(work, source)
        base = value if isinstance(value, cst.SimpleString) else None
    text = base.evaluated_value if base is not None else None
    match = _RELATIVE.match(found[at].text or "")
    if base is None or match is None or not isinstance(text, str) or not text.rstrip("/").endswith("/v0"):
        return None
    if not is_beeper(work, text, match[1]):
        return None
    reference = source if at else None
    return Address(holder, found, at, 0, match.end(), match[1], base, reference)


def constant(work: Work, name: cst.Name) -> cst.BaseExpression | None:
    """The value of a name that is bound once in the file."""
    value = mapping.once(work.source, name)
    if value is None:
        value = mapping.bound(work.source, name)
    return value if isinstance(value, cst.SimpleString | cst.FormattedString | cst.BinaryOperation) else None


def _text(work: Work, front: tuple[Piece, ...]) -> str:
    """What stands before the route, as far as it can be read."""
    known = ""
    for piece in front:
        value = constant(work, piece.value) if isinstance(piece.value, cst.Name) else None
        known += piece.text or (_text(work, tuple(urls.pieces(value))) if value is not None else "\0")
    return known


def _base_text(work: Work, session: cst.BaseExpression | None) -> str:
    return _text(work, tuple(urls.pieces(session))) if session is not None else ""


def is_base(work: Work, node: cst.SimpleString) -> bool:
    """Is this an address of Beeper's that ends in ``/v0``?"""
    value = node.evaluated_value
    text = value.rstrip("/") if isinstance(value, str) else ""
    return text.endswith("/v0") and text.startswith("http") and is_beeper(work, text.removesuffix("/v0"), "get-chat")


def is_beeper(work: Work, front: str, route: str) -> bool:
    """Is this Beeper's address? A loopback host or its port says so; an unknown host needs other signs."""
    if "\0" in front or not front:
        return route not in PLAIN or _BEEPER.search(work.source.text) is not None
    parts = urlsplit(front)
    return is_loopback_host(parts.hostname or "") or _BEEPER.search(parts.netloc) is not None
