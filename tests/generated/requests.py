"""Every operation as it goes over the wire, readable: for the fewest arguments, for all, and with explicit nulls."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx

from beeper_sdk_client._client import to_http
from scripts.compiler.plan.plan import Operation
from tests.generated.arguments import full, minimal, nulls
from tests.generated.contract import TOKEN, function, plan

URL = "http://127.0.0.1:23373"
HIDDEN = {"host", "content-length"}


def lines() -> list[str]:
    text_lines = ["Made by tests/generated/requests.py; `pytest tests/generated --update-pins` rewrites it."]
    for operation in sorted(plan().operations, key=lambda planned: planned.name):
        text_lines += _operation(operation)
    return text_lines


def _operation(operation: Operation) -> Iterator[str]:
    shown: list[list[str]] = []
    for kind, arguments in (("minimal", minimal), ("full", full), ("nulls", nulls)):
        given = arguments(operation)
        if kind == "nulls" and not given:
            continue
        request = to_http(URL, TOKEN, function(operation.name)(*_positional(operation, given), **given))
        text = list(shown_request(request))
        if text not in shown:  # an operation without arguments is shown once
            shown.append(text)
            yield from ("", f"=== {operation.name}, {kind}", *text)


def _positional(operation: Operation, given: dict[str, Any]) -> list[Any]:
    """The last path id goes by position, as people write it."""
    path = operation.of("path")
    return [given.pop(path[-1].name)] if path else []


def shown_request(request: httpx.Request) -> Iterator[str]:
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    yield f"{request.method} {path}"
    for index, pair in enumerate(query.split("&") if query else ()):
        yield f"  {'&' if index else '?'}{pair}"
    boundary = request.headers.get("content-type", "").partition("boundary=")[2]
    for name, value in request.headers.items():
        if name not in HIDDEN:
            yield f"{name}: {_hide(value, boundary).replace(TOKEN, 'TOKEN')}"
    yield from _body(request, boundary)


def _hide(text: str, boundary: str) -> str:
    return text.replace(boundary, "BOUNDARY") if boundary else text


def _body(request: httpx.Request, boundary: str) -> Iterator[str]:
    content = request.read()
    kind = request.headers.get("content-type", "")
    if kind == "application/json":
        value = json.loads(content)
        assert json.dumps(value, separators=(",", ":")).encode() == content
        yield from json.dumps(value, ensure_ascii=False, indent=2).splitlines()
    elif kind == "application/x-www-form-urlencoded":
        yield from content.decode("ascii").split("&")
    elif boundary:
        yield from _hide(content.decode("utf-8", "backslashreplace"), boundary).replace("\r\n", "\n").splitlines()
    else:
        assert content == b""
