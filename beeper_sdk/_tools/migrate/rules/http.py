"""Rewrites calls of requests and httpx that use a v0 route: URL, parameters, body and method become those of v1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import libcst as cst
from libcst.metadata import Assignment

from .. import code_builders as build
from .. import http_addresses, http_url_rewrite
from ..context import Work
from ..http_request import Request, Unclear, check_body, check_query
from ..inferred_types import Answer, Json, Reader, Verb
from ..source import key_of, text_of
from ..v0 import ROUTES, SUCCEEDED


def apply(work: Work) -> None:
    """Rewrite the requests that are completely visible, and add a note for the others."""
    visible: list[Request] = []
    handled: set[cst.CSTNode] = set()
    for call in work.source.all(cst.Call):
        request = _request(work, call)
        if request is None:
            continue
        handled.add(request.address.holder)
        try:
            _check(request)
        except Unclear as unclear:
            work.note(call, f"not rewritten, because {unclear}: use {request.new} instead of {request.old}")
        else:
            visible.append(request)
    bases = {request.address.base for request in visible if request.address.base is not None}
    visible = _with_whole_bases(work, visible)
    for request in visible:
        request.write()
    rewrite_responses(work, {request.call: request.address.route for request in visible})
    _others(work, handled)
    for text in work.source.all(cst.SimpleString):
        value = text.evaluated_value
        if text not in bases and isinstance(value, str) and http_addresses.is_base(work, text):
            work.note(text, "this URL ends in /v0, and its routes have moved: check the code that uses it")


def _check(request: Request) -> None:
    """Raises Unclear if the request is not completely visible."""
    request.check_method()
    check_query(request)
    check_body(request)
    http_url_rewrite.check(request)


def _request(work: Work, call: cst.Call) -> Request | None:
    """The request that a call sends, if its URL has a v0 route."""
    answer = work.resolver.kind(call)
    if not isinstance(answer, Answer) or answer.call is not call:
        return None
    function = work.resolver.kind(call.func)
    verb = build.code(call.func).rpartition(".")[2] if not isinstance(function, Verb) else function.name
    place = 1 if verb == "request" else 0
    positional = [argument.value for argument in call.args if argument.keyword is None and not argument.star]
    named = next(
        (argument.value for argument in call.args if argument.keyword and argument.keyword.value == "url"), None
    )
    url = named or (positional[place] if len(positional) > place else None)
    base = function.base if isinstance(function, Verb) else None
    address = http_addresses.find_address(work, url, base) if url is not None else None
    return Request(work, call, verb, address, place + 1 if named is None else 0) if address is not None else None


def _with_whole_bases(work: Work, visible: list[Request]) -> list[Request]:
    """Rewrite base URLs ``.../v0``, and drop the requests whose base URL is also used by other code."""
    by_base: defaultdict[cst.SimpleString, list[Request]] = defaultdict(list)
    for request in visible:
        if request.address.base is not None:
            by_base[request.address.base].append(request)
    broken: set[cst.SimpleString] = set()
    for base, requests in by_base.items():
        if _all_known(work, requests):
            work.edits.put(base, build.text(_v1_base(base), base))
        else:
            broken.add(base)
            work.note(base, "not rewritten, because not every use of this URL is visible: its v0 routes have moved")
    return [request for request in visible if request.address.base not in broken]


def _v1_base(base: cst.SimpleString) -> str:
    text = base.evaluated_value
    return (text if isinstance(text, str) else "").replace("/v0", "/v1")


def _all_known(work: Work, requests: list[Request]) -> bool:
    """Whether every use of a base URL is one of these requests."""
    sessions = {request.session for request in requests if request.session is not None}
    if sessions:
        calls = {request.call for request in requests}
        known = {
            call
            for call in work.source.all(cst.Call)
            if isinstance(kind := work.resolver.kind(call.func), Verb) and kind.base in sessions
        }
        return known == calls
    seen = {request.address.reference for request in requests}
    for scope in work.source.scopes:
        for assignment in scope.assignments:
            if isinstance(assignment, Assignment) and any(use.node in seen for use in assignment.references):
                return {use.node for use in assignment.references} == seen
    return False


def _others(work: Work, handled: set[cst.CSTNode]) -> None:
    """Add notes for strings with v0 routes that are not part of a visible call."""
    texts: list[cst.SimpleString | cst.FormattedString] = [
        *work.source.all(cst.SimpleString),
        *work.source.all(cst.FormattedString),
    ]
    for node in texts:
        whole: cst.BaseExpression = node
        while isinstance(above := work.source.parent(whole), cst.BinaryOperation) and isinstance(
            above.operator, cst.Add
        ):
            whole = above
        if whole in handled or "/v0/" not in build.code(node) or isinstance(work.source.parent(node), cst.Expr):
            continue
        address = http_addresses.find_address(work, whole, None)
        if address is not None and address.base is None:
            route = ROUTES[address.route]
            work.note(
                node,
                f"not rewritten, because no visible call uses this v0 route: the route is now {route.path}",
            )


_MESSAGES = frozenset({"search", "search-messages"})


def rewrite_responses(work: Work, routes: Mapping[cst.Call, str]) -> None:
    """Rewrite the code that reads the responses of these calls."""
    done: set[cst.CSTNode] = set()
    for node in work.source.all(cst.Subscript):
        _read(work, node, node.value, key_of(node), routes, done)
    for call in work.source.all(cst.Call):
        reader = work.resolver.kind(call.func)
        gets = isinstance(reader, Reader) and isinstance(reader.of, Json)
        if gets and call.args and isinstance(call.func, cst.Attribute):
            _read(work, call, call.func.value, text_of(call.args[0].value), routes, done)
    for call in work.source.all(cst.Call):
        json = work.resolver.kind(call)
        reads = isinstance(work.resolver.kind(call.func), Reader)
        if reads and isinstance(json, Json) and not json.keys and call not in done:
            route = routes.get(json.answer.call)
            if route is not None and ROUTES[route].answer == "empty":
                work.note(call, "the response of this route is now 204 without a body: check the status instead")


def _read(
    work: Work,
    node: cst.Subscript | cst.Call,
    base: cst.BaseExpression,
    key: str | None,
    routes: Mapping[cst.Call, str],
    done: set[cst.CSTNode],
) -> None:
    """Rewrite the access to one key of a response."""
    json = work.resolver.kind(base)
    route = routes.get(json.answer.call) if isinstance(json, Json) else None
    if route is None or not isinstance(json, Json):
        return
    if not json.keys and key == "error" and route != "download-asset":
        work.note(node, 'the error text is now in "message", in responses with a status of 400 or above')
    elif not json.keys and key == "success" and ROUTES[route].answer != "same":
        _success(work, node, base, json.answer, done)
    elif key == "messageID" and route in _MESSAGES and "*" in json.keys:
        _renamed(work, node)


def _success(work: Work, node: cst.CSTNode, base: cst.BaseExpression, answer: Answer, done: set[cst.CSTNode]) -> None:
    """Replace ``response.json()["success"]`` with a check of the status."""
    if isinstance(base, cst.Call) and isinstance(base.func, cst.Attribute):
        done.add(base)
        response, name = base.func.value, SUCCEEDED[answer.library]
        work.edits.at(node, lambda _: build.path(work.edits.made(response), name))
    else:
        work.note(node, "success no longer exists: check the status of the response instead")


def _renamed(work: Work, node: cst.Subscript | cst.Call) -> None:
    """Rename ``messageID`` to ``id``: a v1 message has its ID only there."""
    place = node.args[0] if isinstance(node, cst.Call) else node.slice[0].slice
    if isinstance(place, cst.Arg | cst.Index):
        work.edits.put(place.value, build.text("id", place.value))
