"""The query of a request of v0, in its address or as ``params``: the id leaves it, defaults and limits come in."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import libcst as cst

from .. import code_builders as build
from .. import mapping
from ..arguments import Arguments
from ..members import text_of
from ..tables.v0 import PAGE_LIMIT
from . import url_pieces as urls
from .request import Request, Unclear
from .url_pieces import Parameter, Piece


def check(request: Request) -> None:
    """Look at the query. Raises Unclear."""
    route = request.route
    found = urls.query(tail(request))
    if found is None:
        raise Unclear("its address goes on after the route")
    given = Arguments(request.call).get("params") or _positional(request)
    held = mapping.display(request.work.source, given)
    if given is not None and (held is None or not mapping.plain(held)):
        raise Unclear("its parameters cannot be seen")
    if any(each.key is None for each in found) and (route.id or route.query):
        raise Unclear("its query cannot be seen")
    request.was = found
    kept = [each for each in found if not _take_id(request, each)]
    seen = {each.key for each in found}
    if held is not None:
        _params(request, held, inline=held is given, seen=seen)
    else:
        kept += [Parameter(key, (Piece(value),)) for key, value in route.query if key not in seen]
    request.query = [_capped(request, each) for each in kept]


def tail(request: Request) -> list[Piece]:
    """The pieces of the address after the route."""
    place = request.address
    rest = (place.pieces[place.at].text or "")[place.end :]
    after = list(place.pieces[place.at + 1 :])
    return [Piece(rest), *after] if rest or after else []


def _positional(request: Request) -> cst.BaseExpression | None:
    """``requests.get(url, params)``."""
    at, args = request.following, request.call.args
    if request.verb == "get" and 0 < at < len(args) and args[at].keyword is None:
        return args[at].value
    return None


def _take_id(request: Request, parameter: Parameter) -> bool:
    """Is this the id? Then it is kept aside."""
    if request.route.where != "query" or parameter.key != request.route.id:
        return False
    request.id = parameter.pieces
    return True


def _params(request: Request, held: cst.Dict, *, inline: bool, seen: set[str | None]) -> None:
    """Parameters given as a mapping."""
    route, edits = request.route, request.work.edits
    name = route.id if route.where == "query" else None
    element = mapping.find(held, name) if name else None
    if name and element is not None:
        request.id = (piece(element.value),)
        request.edits.append(lambda: edits.at(held, lambda now: mapping.without(now, name)))
    missing = [(key, value) for key, value in route.query if mapping.find(held, key) is None and key not in seen]
    request.edits += [_adding(request, held, key, build.expression(value)) for key, value in missing]
    if inline and element is not None and len(held.elements) == 1 and not missing:
        request.drops.add("params")
    limit = mapping.find(held, "limit") if request.address.route == "search-messages" else None
    if limit is not None and not _is_small(limit.value):
        value, new = limit.value, _at_most(limit.value)
        request.edits.append(lambda: edits.put(value, new))


def _adding(request: Request, held: cst.Dict, key: str, value: cst.BaseExpression) -> Callable[[], None]:
    return lambda: request.work.edits.at(held, lambda now: mapping.added(now, key, value))


def piece(value: cst.BaseExpression) -> Piece:
    """A value as a piece of an address."""
    text = text_of(value)
    return Piece(None, value) if text is None else Piece(quote(text))


def _capped(request: Request, parameter: Parameter) -> Parameter:
    """Message search takes at most 20."""
    if request.address.route != "search-messages" or parameter.key != "limit" or len(parameter.pieces) != 1:
        return parameter
    value = parameter.pieces[0]
    if value.value is not None:
        return Parameter("limit", (Piece(None, _at_most(value.value)),))
    is_large = (value.text or "").isdigit() and int(value.text or "") > PAGE_LIMIT
    return Parameter("limit", (Piece(str(PAGE_LIMIT)),)) if is_large else parameter


def _is_small(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Integer) and node.evaluated_value <= PAGE_LIMIT


def _at_most(node: cst.BaseExpression) -> cst.BaseExpression:
    most = cst.Integer(str(PAGE_LIMIT))
    return most if isinstance(node, cst.Integer) else build.call(cst.Name("min"), node, most)
