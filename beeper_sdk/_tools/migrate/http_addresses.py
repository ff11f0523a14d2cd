"""Splits URLs in code into pieces (literals and expressions), and finds the v0 routes in the URLs of requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote_plus, urlsplit

import libcst as cst
from attrs import frozen

from ..._core.util.urls import is_loopback_host
from . import code_builders as build
from .code_builders import value_bound_once, value_read_once
from .context import Work
from .v0 import PLAIN_ROUTES, ROUTES


@frozen(eq=False)
class Piece:
    """A piece of a URL."""

    text: str | None
    """None for an expression."""
    value: cst.BaseExpression | None = None
    """The expression."""
    string: cst.CSTNode | None = None
    """The literal or f-string that contains it."""
    quoter: str = ""
    """The function that percent-encodes it as one segment of a path; empty for none."""
    is_text: bool = False
    """Whether the expression is known to be a str, which that function requires."""


@frozen(eq=False)
class Parameter:
    """``key=value`` in a query; without a key, an expression whose value is not visible."""

    key: str | None
    pieces: tuple[Piece, ...]
    """The value, or the whole parameter if there is no key."""


def split_url(node: cst.BaseExpression) -> list[Piece]:
    """The pieces of an expression for a string. Everything that is not a literal is one piece."""
    match node:
        case cst.SimpleString() if isinstance(node.evaluated_value, str):
            return [Piece(node.evaluated_value, string=node)]
        case cst.FormattedString():
            return list(_formatted(node))
        case cst.BinaryOperation(operator=cst.Add()):
            return [*split_url(node.left), *split_url(node.right)]
        case _:
            return [Piece(None, node, is_text=True)]


def _formatted(node: cst.FormattedString) -> Iterator[Piece]:
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            value = cst.SimpleString(f'"""{part.value}"""').evaluated_value
            text = value if isinstance(value, str) else part.value
            yield Piece(text.replace("{{", "{").replace("}}", "}"), string=node)
        elif isinstance(part, cst.FormattedStringExpression) and part.format_spec is None and part.conversion is None:
            yield Piece(None, part.expression, node)
        else:  # a format specification changes the value, so it stays with the expression
            yield Piece(None, cst.FormattedString([part]), node)


def parse_query(tail: Sequence[Piece]) -> list[Parameter] | None:
    """The parameters after the path; None if something other than a query follows the path."""
    if not tail:
        return []
    first = tail[0].text
    if first is None or not first.startswith("?"):
        return [] if first == "" and len(tail) == 1 else None
    groups: list[list[Piece]] = [[]]
    for piece in [Piece(first[1:]), *tail[1:]]:
        head, *others = (piece.text or "").split("&") if piece.text is not None else [None]
        groups[-1].append(piece if head is None else Piece(head))
        groups += [[Piece(text)] for text in others]
    whole = [[piece for piece in group if piece.text != ""] for group in groups]
    return [_parameter(group) for group in whole if group]


def _parameter(group: list[Piece]) -> Parameter:
    key, equals, rest = (group[0].text or "").partition("=")
    if group[0].text is None or not equals:
        return Parameter(None, tuple(group))
    value = [Piece(rest)] if rest else []
    return Parameter(key, (*value, *group[1:]))


def join_query(parameters: Sequence[Parameter]) -> list[Piece]:
    """The query as pieces, including the question mark."""
    made: list[Piece] = []
    for place, parameter in enumerate(parameters):
        made.append(Piece(("&" if place else "?") + (f"{parameter.key}=" if parameter.key is not None else "")))
        made += parameter.pieces
    return made


def encode_segment(value: str) -> str:
    """A literal ID as a segment of a path. In the query it may already have been encoded."""
    return quote(unquote_plus(value), safe="")


def render_url(made: Sequence[Piece], like: cst.CSTNode) -> cst.BaseExpression | None:
    """The expression for these pieces, if possible with the quotes of another one; None if no quotes are possible."""
    values = [build.code(piece.value) for piece in made if piece.value is not None]
    if not values:
        text = "".join(piece.text or "" for piece in made)
        return build.text(text, like if isinstance(like, cst.SimpleString) else None)
    if any("\\" in value or "\n" in value or "#" in value for value in values):
        return None  # Python before 3.12 allows none of these inside the braces
    for mark in dict.fromkeys((_quote_of(like), '"', "'", '"""')):
        if not any(mark in value for value in values):
            body = "".join(_part(piece, mark) for piece in made)
            return build.expression(f"f{mark}{body}{mark}")
    return None


def _quote_of(node: cst.CSTNode) -> str:
    if isinstance(node, cst.SimpleString):
        return node.quote
    if isinstance(node, cst.FormattedString):
        return node.end
    return '"'


def _part(piece: Piece, mark: str) -> str:
    if piece.value is not None:
        value = build.code(piece.value)
        empty = '""' if mark == "'" else "''"
        text = value if piece.is_text else f"str({value})"
        return f"{{{piece.quoter}({text}, safe={empty})}}" if piece.quoter else f"{{{value}}}"
    text = (piece.text or "").replace("\\", "\\\\").replace("{", "{{").replace("}", "}}")
    return text.replace(mark, "\\" + mark) if len(mark) == 1 else text


ROUTE = re.compile(r"/v0/(" + "|".join(sorted(ROUTES, key=len, reverse=True)) + r")(?![\w/-])")
_RELATIVE = re.compile(r"/?(" + "|".join(sorted(ROUTES, key=len, reverse=True)) + r")(?![\w/-])")
_BEEPER = re.compile(r"beeper|\b23373\b", re.IGNORECASE)


@frozen(eq=False)
class Address:
    """A URL with a v0 route."""

    holder: cst.BaseExpression
    """The expression to rewrite: the argument, or the value of the variable."""
    pieces: tuple[Piece, ...]
    at: int
    """Index of the piece with the route."""
    start: int
    end: int
    """End of the route in that piece."""
    route: str
    base: cst.SimpleString | None = None
    """A literal elsewhere that ends in ``/v0`` and must be changed too."""
    reference: cst.CSTNode | None = None
    """The expression that refers to that literal here."""


def find_address(work: Work, node: cst.BaseExpression, session: cst.BaseExpression | None) -> Address | None:
    """The URL in an argument; None if it has no v0 route of Beeper or is not visible."""
    holder = node
    if isinstance(node, cst.Name):
        value = constant(work, node)
        holder = value if value is not None else node
    found = tuple(split_url(holder))
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
    """The URL whose ``/v0`` is in a constant before the route, or in the base URL of the session."""
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
    value = value_read_once(work.source, name)
    if value is None:
        value = value_bound_once(work.source, name)
    return value if isinstance(value, cst.SimpleString | cst.FormattedString | cst.BinaryOperation) else None


def _text(work: Work, front: tuple[Piece, ...]) -> str:
    """The text before the route. An expression without a visible value becomes a null character."""
    known = ""
    for piece in front:
        value = constant(work, piece.value) if isinstance(piece.value, cst.Name) else None
        known += piece.text or (_text(work, tuple(split_url(value))) if value is not None else "\0")
    return known


def _base_text(work: Work, session: cst.BaseExpression | None) -> str:
    return _text(work, tuple(split_url(session))) if session is not None else ""


def is_base(work: Work, node: cst.SimpleString) -> bool:
    """Whether this is a URL of Beeper that ends in ``/v0``."""
    value = node.evaluated_value
    text = value.rstrip("/") if isinstance(value, str) else ""
    return text.endswith("/v0") and text.startswith("http") and is_beeper(work, text.removesuffix("/v0"), "get-chat")


def is_beeper(work: Work, front: str, route: str) -> bool:
    """Whether this is a URL of Beeper: by a loopback host, or by "beeper" or its port in the URL.

    If the host is not visible, an unusual route or the word "beeper" elsewhere in the file is enough.
    """
    if "\0" in front or not front:
        return route not in PLAIN_ROUTES or _BEEPER.search(work.source.text) is not None
    parts = urlsplit(front)
    return is_loopback_host(parts.hostname or "") or _BEEPER.search(parts.netloc) is not None
