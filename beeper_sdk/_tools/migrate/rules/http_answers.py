"""What is read from HTTP responses of routes that moved: flags that went, ids that are called otherwise."""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst

from .. import code_builders as build
from ..context import Work
from ..inferred_types import Answer, Json, Reader
from ..members import key_of, text_of
from ..tables.routes import ROUTES, SUCCEEDED

_MESSAGES = frozenset({"search", "search-messages"})


def apply(work: Work, routes: Mapping[cst.Call, str]) -> None:
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
