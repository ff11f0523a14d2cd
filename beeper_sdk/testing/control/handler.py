"""Handles the requests below ``/_fake/``: who sends them, what they call, and what they return.

Verbs are carried out in threads, as a test calls methods: they wait for the event loop of the server, which goes on.
"""

from __future__ import annotations

import threading
from contextlib import nullcontext
from functools import cached_property

from ..server.asgi import Receive, Scope, Send, read
from ..wire.errors import Refused
from ..wire.json_values import dumps
from ..wire.requests import ServerResponse
from . import pages
from ._server import Server
from .access import Access, Head, head_of, is_foreign
from .arguments import arguments_of
from .errors import JSON, error, raised
from .extras import Handles
from .openapi import document
from .results import encoded
from .routes import Routes
from .table import ROOT, subject_of, verbs
from .threads import in_thread
from .verbs import Verb

_HEADERS = (
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
)


class Control:
    """An ASGI application that controls one server."""

    def __init__(self, fake: Server, token: str, handles: Handles) -> None:
        self._fake, self._handles = fake, handles
        self._access = Access(token)
        self._lock = threading.Lock()
        """Held by verbs, so that they are carried out one after the other, but for those that wait."""

    @cached_property
    def _routes(self) -> Routes:
        return Routes(verbs(type(self._fake)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close"})
            return
        answer = await self._answer(head_of(scope), receive)
        headers = [*answer.headers, *_HEADERS, ("content-length", str(len(answer.body)))]
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        await send({"type": "http.response.start", "status": answer.status, "headers": raw})
        await send({"type": "http.response.body", "body": answer.body})

    async def _answer(self, head: Head, receive: Receive) -> ServerResponse:
        if is_foreign(head):
            return error(403, "pages of other origins must not control the server")
        page = pages.find(head)
        has_token = self._access.has_token(head)
        if page is not None and head.method == "GET" and page.is_start and self._access.is_offered(head):
            return ServerResponse(303, (("location", f"{ROOT}/"), self._access.set_cookie(head)), b"")
        may_look = page is not None and head.method == "GET" and not head.all("authorization")
        if not has_token and not (may_look and self._access.has_cookie(head)):
            return self._refused(head)
        if page is not None and head.method == "GET":
            return await in_thread(lambda: pages.response(page, self._fake, head))
        return await self._call(head, receive)

    def _refused(self, head: Head) -> ServerResponse:
        if head.is_from_browser and head.method == "GET":
            return pages.locked()
        return error(401, "the control token is missing or wrong", **{"www-authenticate": "Bearer"})

    async def _call(self, head: Head, receive: Receive) -> ServerResponse:
        if (head.method, head.path) == ("GET", f"{ROOT}/openapi.json"):
            return ServerResponse(200, (JSON,), dumps(document(verbs(type(self._fake)))))
        verb, names, methods = self._routes.find(head.method, head.path)
        if verb is None and methods:
            allowed = ", ".join(methods)
            return error(405, f"{head.method} is not allowed here; allowed: {allowed}", allow=allowed)
        if verb is None:
            return error(404, f"there is nothing here; {ROOT}/openapi.json describes all paths")
        try:
            body = await read(receive)
        except Refused as refused:
            return error(refused.status, refused.message)
        return await in_thread(lambda: self._carry_out(verb, names, head.query, body))

    def _carry_out(self, verb: Verb, names: dict[str, str], query: str, body: bytes) -> ServerResponse:
        try:
            positional, named = arguments_of(verb, names, query, body)
            with nullcontext() if verb.waits else self._lock:
                subject = subject_of(verb, self._fake, self._handles, names.get("person", ""))
                result = verb.function(subject, *positional, **named)
            return ServerResponse(200, (JSON,), encoded(result))
        except Exception as problem:  # noqa: BLE001 - whatever a method raises is the answer
            return raised(verb, problem)
