"""Calls of requests and httpx that name a route of v0: address, parameters, body and method to those of v1."""

from __future__ import annotations

from collections import defaultdict

import libcst as cst
from libcst.metadata import Assignment

from .. import code_builders as build
from ..context import Work
from ..http_requests import addresses, bodies, queries
from ..http_requests import url_rewrite as places
from ..http_requests.request import Request, Unclear
from ..inferred_types import Answer, Verb
from ..tables.routes import ROUTES
from . import http_answers


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
    http_answers.apply(work, {each.call: each.address.route for each in followed})
    _others(work, handled)
    for text in work.source.all(cst.SimpleString):
        value = text.evaluated_value
        if text not in bases and isinstance(value, str) and addresses.is_base(work, text):
            work.note(text, "this address ends in /v0, and its routes moved: look at where it is used")


def _check(request: Request) -> None:
    """Raises Unclear where not all of it can be seen."""
    request.check_method()
    queries.check(request)
    bodies.check(request)
    places.check(request)


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
    address = addresses.find(work, url, base) if url is not None else None
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
        address = addresses.find(work, whole, None)
        if address is not None and address.base is None:
            route = ROUTES[address.route]
            work.note(node, f"a route of v0 outside a call that can be followed: it is {route.path} today")
