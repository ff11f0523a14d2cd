"""Writes the new URL of a request in place of the old one."""

from __future__ import annotations

import libcst as cst
from attrs import evolve

from ..._core.util.override import override
from . import bindings
from .context import Work
from .http_addresses import Piece, encode_segment, join_query, render_url
from .http_request import Request, Unclear, url_tail
from .inferred_types import Json, Symbol, Value

_TEXTS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString)
_QUOTERS = frozenset({"urllib.parse.quote", "urllib.parse.quote_plus"})


def check(request: Request) -> None:
    """Plan the new URL. Raises Unclear if it cannot be written in place of the old one."""
    if request.route.id is not None and request.id is None:
        raise Unclear(f"{request.route.id}, which moves into the path, is not visible")
    inner = _id(request)
    _check_use(request, inner)
    place = request.address
    old = place.pieces[place.at]
    whole = url_tail(request)
    elsewhere = any(piece.string is not old.string for piece in place.pieces[place.at + 1 :])
    node = place.holder if elsewhere or old.string is None else old.string
    inside = place.pieces if node is place.holder else tuple(piece for piece in place.pieces if piece.string is node)
    front = list(inside[: inside.index(old)])
    text = old.text or ""
    query = join_query(request.query) if request.query != request.was else whole
    path = _path(request, inner)
    made = [*front, Piece(text[: place.start]), *path, *query]
    request.edits.append(lambda: _write(request, node, made))
    if render_url(_quoted(made, "quote"), node) is None:
        raise Unclear("the new URL cannot be written as one f-string")


def _path(request: Request, inner: Piece | None) -> list[Piece]:
    path = request.route.path
    if request.address.base is not None:
        path = path.removeprefix("/v1")
        text = request.address.pieces[request.address.at].text or ""
        path = path if text.startswith("/") else path.removeprefix("/")
    front, found, back = path.partition("{id}")
    return [Piece(front), *([inner] if found and inner is not None else []), Piece(back)]


def _id(request: Request) -> Piece | None:
    """The ID as one segment of a path. A call that encodes it for a query is removed."""
    if request.id is None:
        return None
    if len(request.id) != 1:
        raise Unclear("the ID is assembled inside the URL")
    only = request.id[0]
    if only.value is None:
        return Piece(encode_segment(only.text or ""))
    value, is_text = only.value, only.is_text or _is_text(request.work, only.value)
    if isinstance(value, cst.Call) and value.args:
        kind = request.work.resolver.kind(value.func)
        if isinstance(kind, Symbol) and kind.name in _QUOTERS:
            value, is_text = value.args[0].value, True
    return Piece(None, value, quoter="quote", is_text=is_text)


def _is_text(work: Work, value: cst.BaseExpression) -> bool:
    """Whether an expression is known to be a str: an f-string, a name bound to one or annotated, part of a response."""
    if isinstance(value, _TEXTS) or isinstance(work.resolver.kind(value), Json | Value):
        return True
    assignments = work.source.scope(value)[value.value] if isinstance(value, cst.Name) else ()
    found = [bindings.of_assignment(work.source, assignment) for assignment in assignments]
    return bool(found) and all(binding is not None and _binds_text(binding) for binding in found)


def _binds_text(binding: bindings.Binding) -> bool:
    if binding.how == "annotation":
        return isinstance(binding.value, cst.Name) and binding.value.value == "str"
    return binding.how == "value" and isinstance(binding.value, _TEXTS)


def _check_use(request: Request, inner: Piece | None) -> None:
    """For a URL in a variable, check that the ID is known there and that only this request uses the URL."""
    place, source = request.address, request.work.source
    if source.within(place.holder, cst.Call) is request.call or place.holder is request.call.args[0].value:
        return
    changes = inner is not None or request.query != request.was
    if changes and source.home(place.holder) is not source.home(request.call):
        raise Unclear("the URL is a constant and the ID moves into it")
    if inner is None or inner.value is None:
        return
    for name in _names(inner.value):
        for assignment in source.scope(request.call)[name.value]:
            found = bindings.of_assignment(source, assignment)
            if found is not None and source.order[found.target] > source.order[place.holder]:
                raise Unclear("the ID is not yet known where the URL is created")


def _names(node: cst.BaseExpression) -> list[cst.Name]:
    found = _Names()
    node.visit(found)
    return found.names


class _Names(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[cst.Name] = []

    @override
    def visit_Name(self, node: cst.Name) -> None:  # noqa: N802  # libcst's name
        self.names.append(node)

    @override
    def visit_Attribute(self, node: cst.Attribute) -> bool:  # noqa: N802
        node.value.visit(self)
        return False


def _quoted(made: list[Piece], quoter: str) -> list[Piece]:
    return [evolve(piece, quoter=quoter if piece.quoter else "") for piece in made]


def _write(request: Request, node: cst.CSTNode, made: list[Piece]) -> None:
    work = request.work
    quoter = work.names.need("urllib.parse.quote") if any(piece.quoter for piece in made) else ""
    now = [evolve(piece, value=piece.value and work.edits.made(piece.value)) for piece in made]
    new = render_url(_quoted(now, quoter), node)
    if new is not None:
        work.edits.put(node, new)
