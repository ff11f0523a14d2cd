"""The state of one v0 request during the migration, and the changes to its query and JSON body."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import libcst as cst
from attrs import define, field

from . import code_builders as build
from .code_builders import Arguments, dict_display, find_element, has_literal_keys, with_key, without_key
from .context import Work
from .http_addresses import Address, Parameter, Piece, parse_query
from .inferred_types import Verb
from .rules.reminders import as_datetime
from .source import text_of
from .v0 import PAGE_LIMIT, ROUTES, Route


class Unclear(Exception):
    """The request is not completely visible; the message says why it cannot be rewritten."""


@define(eq=False)
class Request:
    """A call of requests or httpx whose URL has a v0 route."""

    work: Work
    call: cst.Call
    verb: str
    address: Address
    following: int
    """Index of the first argument after the URL; 0 if the URL is a keyword argument."""
    edits: list[Callable[[], None]] = field(factory=list[Callable[[], None]])
    drops: set[str] = field(factory=set[str])
    id: tuple[Piece, ...] | None = None
    """The ID that moves into the path."""
    was: list[Parameter] = field(factory=list[Parameter])
    """The query in the old URL."""
    query: list[Parameter] = field(factory=list[Parameter])
    """The query in the new URL."""

    @property
    def route(self) -> Route:
        """The row of the table."""
        return ROUTES[self.address.route]

    @property
    def session(self) -> cst.BaseExpression | None:
        """The base URL of the session that sends the request, if it ends in /v0."""
        function = self.work.resolver.kind(self.call.func)
        base = function.base if isinstance(function, Verb) else None
        return base if self.address.base is not None and self.address.reference is None else None

    @property
    def old(self) -> str:
        """The v0 route, such as ``GET /v0/get-chat``."""
        return f"{self.route.method} /v0/{self.address.route}"

    @property
    def new(self) -> str:
        """The v1 route, such as ``GET /v1/chats/{id}``."""
        return f"{self.route.new_method or self.route.method} {self.route.path}"

    def check_method(self) -> None:
        """Raises Unclear if the HTTP method is not that of the v0 route, or cannot be rewritten."""
        verb = self.verb
        if verb == "request":
            verb = text_of(self.call.args[0].value) or "" if self.call.args[0].keyword is None else ""
        if verb.upper() != self.route.method:
            raise Unclear("the HTTP method is not that of the route")
        if self.route.new_method and isinstance(self.call.func, cst.Name):
            raise Unclear("the HTTP method changes")
        if any(argument.star for argument in self.call.args):
            raise Unclear("not all arguments are visible")

    def write(self) -> None:
        """Make the changes."""
        for edit in self.edits:
            edit()
        if self.drops or self.route.new_method:
            self.work.edits.at(self.call, self._called)

    def _called(self, call: cst.Call) -> cst.Call:
        arguments = Arguments(call)
        for name in self.drops:
            arguments.pop(name)
        call = arguments.call()
        if self.route.new_method is None:
            return call
        if self.verb == "request":
            first = call.args[0]
            spelled = build.text(self.route.new_method, first.value)
            return call.with_changes(args=[first.with_changes(value=spelled), *call.args[1:]])
        method = cst.Name(self.route.new_method.lower())
        return call.with_changes(func=call.func.with_changes(attr=method))


def check_query(request: Request) -> None:
    """Plan the changes to the query. Raises Unclear."""
    route = request.route
    found = parse_query(url_tail(request))
    if found is None:
        raise Unclear("the URL continues after the route")
    given = Arguments(request.call).get("params") or _positional(request)
    held = dict_display(request.work.source, given)
    if given is not None and (held is None or not has_literal_keys(held)):
        raise Unclear("the parameters are not visible")
    if any(parameter.key is None for parameter in found) and (route.id or route.query):
        raise Unclear("the query is not visible")
    request.was = found
    kept = [parameter for parameter in found if not _take_id(request, parameter)]
    seen = {parameter.key for parameter in found}
    if held is not None:
        _params(request, held, inline=held is given, seen=seen)
    else:
        kept += [Parameter(key, (Piece(value),)) for key, value in route.query if key not in seen]
    request.query = [_capped(request, parameter) for parameter in kept]


def url_tail(request: Request) -> list[Piece]:
    """The pieces of the URL after the route."""
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
    """Whether this parameter is the ID; if so, store it in the request."""
    if request.route.where != "query" or parameter.key != request.route.id:
        return False
    request.id = parameter.pieces
    return True


def _params(request: Request, held: cst.Dict, *, inline: bool, seen: set[str | None]) -> None:
    """Plan the changes to parameters that are given as a mapping."""
    route, edits = request.route, request.work.edits
    name = route.id if route.where == "query" else None
    element = find_element(held, name) if name else None
    if name and element is not None:
        request.id = (value_piece(element.value),)
        request.edits.append(lambda: edits.at(held, lambda now: without_key(now, name)))
    missing = [(key, value) for key, value in route.query if find_element(held, key) is None and key not in seen]
    request.edits += [_adding(request, held, key, build.expression(value)) for key, value in missing]
    if inline and element is not None and len(held.elements) == 1 and not missing:
        request.drops.add("params")
    limit = find_element(held, "limit") if request.address.route == "search-messages" else None
    if limit is not None and not _is_small(limit.value):
        value, new = limit.value, _at_most(limit.value)
        request.edits.append(lambda: edits.put(value, new))


def _adding(request: Request, held: cst.Dict, key: str, value: cst.BaseExpression) -> Callable[[], None]:
    return lambda: request.work.edits.at(held, lambda now: with_key(now, key, value))


def value_piece(value: cst.BaseExpression) -> Piece:
    """A value as a piece of a URL."""
    text = text_of(value)
    return Piece(None, value) if text is None else Piece(quote(text))


def _capped(request: Request, parameter: Parameter) -> Parameter:
    """The parameter, with the limit of message search capped at 20."""
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
    maximum = cst.Integer(str(PAGE_LIMIT))
    return maximum if isinstance(node, cst.Integer) else build.call(cst.Name("min"), node, maximum)


def check_body(request: Request) -> None:
    """Plan the changes to the body. Raises Unclear."""
    route = request.route
    if route.method != "POST" or route.id is None:
        return
    arguments = Arguments(request.call)
    held = dict_display(request.work.source, arguments.get("json"))
    if held is None or not has_literal_keys(held) or arguments.get("data") or arguments.get("content"):
        raise Unclear("the body is not visible")
    element = find_element(held, route.id)
    if element is None:
        return
    request.id = (value_piece(element.value),)
    if not route.body:
        request.drops.add("json")
        return
    name = route.id
    request.edits.append(lambda: request.work.edits.at(held, lambda now: without_key(now, name)))
    _check_reminder(request, held)


def _check_reminder(request: Request, held: cst.Dict) -> None:
    outer = find_element(held, "reminder")
    reminder = dict_display(request.work.source, outer.value) if outer is not None else None
    if outer is not None and (reminder is None or not has_literal_keys(reminder)):
        raise Unclear("the reminder is not visible")
    element = find_element(reminder, "remindAtMs") if reminder is not None else None
    if element is not None:
        request.edits.append(lambda: _remind(request, element))


def _remind(request: Request, element: cst.DictElement) -> None:
    moment = build.call(build.path(as_datetime(request.work, element.value), "isoformat"))
    new = element.with_changes(key=build.text("remindAt", element.key), value=moment)
    request.work.edits.put(element, new)
