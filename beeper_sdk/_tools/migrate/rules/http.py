"""Calls of requests and httpx that name a route of v0: address, parameters, body and method to those of v1."""

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
    """Rewrite what can be seen whole; list the rest."""
    followed: list[Request] = []
    handled: set[cst.CSTNode] = set()
    for call in work.source.all(cst.Call):
        request = _request(work, call)
        if request is None:
            continue
        handled.add(request.address.holder)
        try:
            _check(request)
        except Unclear as unclear:
            work.note(call, f"{unclear}; {request.old} is {request.new} today")
        else:
            followed.append(request)
    bases = {each.address.base for each in followed if each.address.base is not None}
    followed = _with_whole_bases(work, followed)
    for request in followed:
        request.write()
    rewrite_answers(work, {each.call: each.address.route for each in followed})
    _others(work, handled)
    for text in work.source.all(cst.SimpleString):
        value = text.evaluated_value
        if text not in bases and isinstance(value, str) and http_addresses.is_base(work, text):
            work.note(text, "this address ends in /v0, and its routes moved: look at where it is used")


def _check(request: Request) -> None:
    """Raises Unclear where not all of it can be seen."""
    request.check_method()
    check_query(request)
    check_body(request)
    http_url_rewrite.check(request)


def _request(work: Work, call: cst.Call) -> Request | None:
    """The request a call sends, if its address is one of v0."""
    answer = work.resolver.kind(call)
    if not isinstance(answer, Answer) or answer.call is not call:
        return None
    function = work.resolver.kind(call.func)
    verb = build.code(call.func).rpartition(".")[2] if not isinstance(function, Verb) else function.name
    place = 1 if verb == "request" else 0
    positional = [each.value for each in call.args if each.keyword is None and not each.star]
    named = next((each.value for each in call.args if each.keyword and each.keyword.value == "url"), None)
    url = named or (positional[place] if len(positional) > place else None)
    base = function.base if isinstance(function, Verb) else None
    address = http_addresses.find_address(work, url, base) if url is not None else None
    return Request(work, call, verb, address, place + 1 if named is None else 0) if address is not None else None


def _with_whole_bases(work: Work, followed: list[Request]) -> list[Request]:
    """Without those below a base ``.../v0`` that other code needs too; the other bases change."""
    by_base: defaultdict[cst.SimpleString, list[Request]] = defaultdict(list)
    for each in followed:
        if each.address.base is not None:
            by_base[each.address.base].append(each)
    broken: set[cst.SimpleString] = set()
    for base, requests in by_base.items():
        if _all_known(work, requests):
            work.edits.put(base, build.text(_today(base), base))
        else:
            broken.add(base)
            work.note(base, "this address ends in /v0, and not every use of it can be followed: its routes moved")
    return [each for each in followed if each.address.base not in broken]


def _today(base: cst.SimpleString) -> str:
    text = base.evaluated_value
    return (text if isinstance(text, str) else "").replace("/v0", "/v1")


def _all_known(work: Work, requests: list[Request]) -> bool:
    """Is every use of a base one of these requests?"""
    sessions = {each.session for each in requests if each.session is not None}
    if sessions:
        calls = {each.call for each in requests}
        known = {
            call
            for call in work.source.all(cst.Call)
            if isinstance(kind := work.resolver.kind(call.func), Verb) and kind.base in sessions
        }
        return known == calls
    seen = {each.address.reference for each in requests}
    for scope in work.source.scopes:
        for each in scope.assignments:
            if isinstance(each, Assignment) and any(use.node in seen for use in each.references):
                return {use.node for use in each.references} == seen
    return False


def _others(work: Work, handled: set[cst.CSTNode]) -> None:
    """Routes of v0 in texts that no call was found for."""
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
            work.note(node, f"a route of v0 outside a call that can be followed: it is {route.path} today")


_MESSAGES = frozenset({"search", "search-messages"})


def rewrite_answers(work: Work, routes: Mapping[cst.Call, str]) -> None:
    """Rewrite what is read from the answers of these calls."""
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
                work.note(call, "this route answers 204 without a body today: the status says whether it worked")


def _read(
    work: Work,
    node: cst.Subscript | cst.Call,
    base: cst.BaseExpression,
    key: str | None,
    routes: Mapping[cst.Call, str],
    done: set[cst.CSTNode],
) -> None:
    """One key of an answer."""
    json = work.resolver.kind(base)
    route = routes.get(json.answer.call) if isinstance(json, Json) else None
    if route is None or not isinstance(json, Json):
        return
    if not json.keys and key == "error" and route != "download-asset":
        work.note(node, 'an error says what is wrong in "message" today, with a status of 400 or more')
    elif not json.keys and key == "success" and ROUTES[route].answer != "same":
        _success(work, node, base, json.answer, done)
    elif key == "messageID" and route in _MESSAGES and "*" in json.keys:
        _renamed(work, node)


def _success(work: Work, node: cst.CSTNode, base: cst.BaseExpression, answer: Answer, done: set[cst.CSTNode]) -> None:
    """``response.json()["success"]``: the status says it today."""
    if isinstance(base, cst.Call) and isinstance(base.func, cst.Attribute):
        done.add(base)
        response, name = base.func.value, SUCCEEDED[answer.library]
        work.edits.at(node, lambda _: build.path(work.edits.made(response), name))
    else:
        work.note(node, "success is gone: the status of the response says whether it worked")


def _renamed(work: Work, node: cst.Subscript | cst.Call) -> None:
    """A message says its id once."""
    place = node.args[0] if isinstance(node, cst.Call) else node.slice[0].slice
    if isinstance(place, cst.Arg | cst.Index):
        work.edits.put(place.value, build.text("id", place.value))
