"""Addresses in code as pieces: text, and expressions between. Reads them from literals, f-strings and sums, and
writes them back. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote_plus

import libcst as cst
from attrs import frozen

from .. import code_builders as build


@frozen(eq=False)
class Piece:
    """A stretch of an address."""

    text: str | None
    """None for an expression."""
    value: cst.BaseExpression | None = None
    """The expression."""
    string: cst.CSTNode | None = None
    """The literal or f-string it stands in."""
    quoter: str = ""
    """The function that percent-encodes it, as one part of a path; empty for none."""


@frozen(eq=False)
class Parameter:
    """``key=value`` of a query; without a key, something that only the running code knows."""

    key: str | None
    pieces: tuple[Piece, ...]
    """The value; where there is no key, all of it."""


def pieces(node: cst.BaseExpression) -> list[Piece]:
    """The pieces of an expression that makes a text. What is no literal is one piece."""
    match node:
        case cst.SimpleString() if isinstance(node.evaluated_value, str):
            return [Piece(node.evaluated_value, string=node)]
        case cst.FormattedString():
            return list(_formatted(node))
        case cst.BinaryOperation(operator=cst.Add()):
            return [*pieces(node.left), *pieces(node.right)]
        case _:
            return [Piece(None, node)]


def _formatted(node: cst.FormattedString) -> Iterator[Piece]:
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            value = cst.SimpleString(f'"""{part.value}"""').evaluated_value
            text = value if isinstance(value, str) else part.value
            yield Piece(text.replace("{{", "{").replace("}}", "}"), string=node)
        elif isinstance(part, cst.FormattedStringExpression) and part.format_spec is None and part.conversion is None:
            yield Piece(None, part.expression, node)
        else:  # a format makes another text of the value: kept together with it
            yield Piece(None, cst.FormattedString([part]), node)


def query(tail: Sequence[Piece]) -> list[Parameter] | None:
    """The parameters after the path; None if something else follows it."""
    if not tail:
        return []
    first = tail[0].text
    if first is None or not first.startswith("?"):
        return [] if first == "" and len(tail) == 1 else None
    groups: list[list[Piece]] = [[]]
    for piece in [Piece(first[1:]), *tail[1:]]:
        head, *others = (piece.text or "").split("&") if piece.text is not None else [None]
        groups[-1].append(piece if head is None else Piece(head))
        groups += [[Piece(each)] for each in others]
    whole = [[each for each in group if each.text != ""] for group in groups]
    return [_parameter(group) for group in whole if group]


def _parameter(group: list[Piece]) -> Parameter:
    key, equals, rest = (group[0].text or "").partition("=")
    if group[0].text is None or not equals:
        return Parameter(None, tuple(group))
    value = [Piece(rest)] if rest else []
    return Parameter(key, (*value, *group[1:]))


def joined(parameters: Sequence[Parameter]) -> list[Piece]:
    """The query as pieces, with its question mark."""
    made: list[Piece] = []
    for place, each in enumerate(parameters):
        made.append(Piece(("&" if place else "?") + (f"{each.key}=" if each.key is not None else "")))
        made += each.pieces
    return made


def encoded(value: str) -> str:
    """A literal id as part of a path; it was part of a query, where it may be encoded already."""
    return quote(unquote_plus(value), safe="")


def render(made: Sequence[Piece], like: cst.CSTNode) -> cst.BaseExpression | None:
    """The expression that makes this text, in the quotes of another where they fit; None where none do."""
    values = [build.code(each.value) for each in made if each.value is not None]
    if not values:
        text = "".join(each.text or "" for each in made)
        return build.text(text, like if isinstance(like, cst.SimpleString) else None)
    if any("\\" in each or "\n" in each or "#" in each for each in values):
        return None  # Python before 3.12 takes none of these between the braces
    for mark in dict.fromkeys((_quote_of(like), '"', "'", '"""')):
        if not any(mark in each for each in values):
            body = "".join(_part(each, mark) for each in made)
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
        return f"{{{piece.quoter}({value}, safe={empty})}}" if piece.quoter else f"{{{value}}}"
    text = (piece.text or "").replace("\\", "\\\\").replace("{", "{{").replace("}", "}}")
    return text.replace(mark, "\\" + mark) if len(mark) == 1 else text
