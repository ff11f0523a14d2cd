"""The JSON body of a request of v0: the id leaves it, a reminder's milliseconds become a date."""

from __future__ import annotations

import libcst as cst

from .. import code_builders as build
from .. import mapping
from .. import timestamps as moments
from ..arguments import Arguments
from .queries import piece
from .request import Request, Unclear


def check(request: Request) -> None:
    """Look at the body. Raises Unclear."""
    route = request.route
    if route.method != "POST" or route.id is None:
        return
    arguments = Arguments(request.call)
    held = mapping.display(request.work.source, arguments.get("json"))
    if held is None or not mapping.plain(held) or arguments.get("data") or arguments.get("content"):
        raise Unclear("its body cannot be seen")
    element = mapping.find(held, route.id)
    if element is None:
        return
    request.id = (piece(element.value),)
    if not route.body:
        request.drops.add("json")
        return
    name = route.id
    request.edits.append(lambda: request.work.edits.at(held, lambda now: mapping.without(now, name)))
    _check_reminder(request, held)


def _check_reminder(request: Request, held: cst.Dict) -> None:
    outer = mapping.find(held, "reminder")
    reminder = mapping.display(request.work.source, outer.value) if outer is not None else None
    if outer is not None and (reminder is None or not mapping.plain(reminder)):
        raise Unclear("its reminder cannot be seen")
    element = mapping.find(reminder, "remindAtMs") if reminder is not None else None
    if element is not None:
        request.edits.append(lambda: _remind(request, element))


def _remind(request: Request, element: cst.DictElement) -> None:
    moment = build.call(build.path(moments.moment(request.work, element.value), "isoformat"))
    new = element.with_changes(key=build.text("remindAt", element.key), value=moment)
    request.work.edits.put(element, new)
