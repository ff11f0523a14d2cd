"""The outermost layer of the server: records, lets quirks answer, checks tokens first, and puts on the version header.

An ASGI application around the generated one. It holds every answer until it is whole, so that an error in a
handler becomes a 500 in the right envelope, and so that quirks can alter answers. An older app is acted here too:
requests are converted to the newest form, and responses to the form of the imitated app.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias
from urllib.parse import unquote

from starlette.requests import ClientDisconnect

from ..faults.fail import Fault
from ..state import SITE, Site
from ..wire import old_requests, old_responses
from ..wire.errors import Refused, envelope, family_of, unauthorized
from ..wire.json_values import dumps
from ..wire.requests import CURRENT, Call, ServerResponse
from ..wire.spec import match
from ..wire.tokens import lacking
from .connections import Scope, close, outlasts
from .request_body import Intake, Message, Receive

Send: TypeAlias = Callable[[Message], Awaitable[None]]
Asgi: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

_log = logging.getLogger("beeper_sdk.testing")


MAX_HEAD = 16 * 1024
"""Bytes of the request line and headers that Node.js, on which the app runs, accepts."""


class Gate:
    """Every request goes through here."""

    def __init__(self, site: Site, app: Asgi, silent: set[object]) -> None:
        self._site, self._app, self._silent = site, app, silent

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; anything but HTTP is turned away."""
        if scope["type"] != "http":
            return
        call, allowed = self._read(scope)
        log, intake = self._site.requests, Intake(call, receive)
        number, fault = log.add(call), await self._fault(call, intake)
        answer, happened = await self._answered(call, allowed, scope, intake, fault)
        await intake.drain()
        log.finish(number, call, intake.fingerprint, intake.body, happened=happened)
        if answer.silent:
            await outlasts(scope, receive, self._silent, None)
        elif not answer.delay or await outlasts(scope, receive, self._silent, answer.delay):
            if answer.closes:
                await close(receive)
            else:
                log.sent(number, answer.status)
                await self._send(call, answer, send)

    async def _fault(self, call: Call, intake: Intake) -> Fault | None:
        """The rule of ``fail`` or ``chaos`` that applies to a request."""
        faults, quirks, world = self._site.faults, self._site.quirks, self._site.world
        faults.begin(call)
        quirks.begin(call)
        quirks.applies("ipv6_only", call)
        body = await intake.peek() if faults.needs_body(call) else b""
        return faults.choose(call, body, world.local)

    async def _answered(
        self, call: Call, allowed: tuple[str, ...], scope: Scope, intake: Intake, fault: Fault | None
    ) -> tuple[ServerResponse, bool]:
        """The response, after rules and quirks, and whether the operation was performed."""
        version, happened = self._site.age, False
        answer = _oversized(scope) or (fault and fault.instead(call, version)) or self._site.quirks.refusal(call)
        if answer is None:
            answer = self._turned_away(call, allowed) or await self._served(call, scope, intake)
            happened = answer.says_done
            date = ("date", self._site.world.clock.date())
            answer = replace(answer, headers=(*answer.headers, date))
            answer = self._site.quirks.changed(call, answer)
        if fault is not None:
            answer = fault.changed(call, version, answer, happened=happened)
        return answer, happened

    def _read(self, scope: Scope) -> tuple[Call, tuple[str, ...]]:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        path = scope["raw_path"].partition(b"?")[0].decode("latin-1")
        found = match(scope["method"], path, self._site.age)
        query = scope["query_string"].decode("latin-1")
        return Call(scope["method"], path, query, headers, found.operation), found.allowed

    def _turned_away(self, call: Call, allowed: tuple[str, ...]) -> ServerResponse | None:
        """The error response for a request that is not allowed. The token is checked before anything else."""
        operation = call.operation
        try:
            if operation is None:
                if allowed:
                    raise Refused(405, f"Method {call.method} is not allowed here; allowed: {', '.join(allowed)}")
                raise Refused(404, f"Route {call.method}:{call.path} not found")
            if operation.scopes is not None:
                self._let_in(call, operation.scopes)
        except Refused as refused:
            return self._aged(call, refusal(refused, call.path, allowed))
        return None

    def _aged(self, call: Call, answer: ServerResponse) -> ServerResponse:
        age = self._site.age
        return answer if age is None else old_responses.answered(age, call, answer)

    def _let_in(self, call: Call, scopes: tuple[str, ...]) -> None:
        tokens, quirks, now = self._site.tokens, self._site.quirks, self._site.world.clock.seconds()
        if tokens.worked_before(call.token) and quirks.applies("token_expires", call):
            tokens.expire(call.token, now)
        if tokens.has_expired(call.token, now) and quirks.applies("token_expired_text", call):
            raise Refused(401, "Token expired")
        tokens.check(call.token, scopes, now)
        if quirks.applies("read_only_token", call):
            raise lacking("write")
        if quirks.applies("read_only_401", call):
            raise unauthorized()

    async def _served(self, call: Call, scope: Scope, receive: Receive) -> ServerResponse:
        """The answer of the services, to the request as they understand it."""
        query, age = self._site.quirks.query(call), self._site.age
        if age is not None:
            query = old_requests.known_query(age, call, query)
        if age is not None and old_requests.has_forms(call):
            content = await _read(receive)
            try:
                path, query, content = old_requests.understood(age, call, query, content)
            except Refused as refused:
                return self._aged(call, refusal(refused, call.path))
            call, receive = replace(call, path=path), _again(content, receive)
            scope["path"], scope["raw_path"] = unquote(path), path.encode("latin-1")
        scope["query_string"] = query.encode("latin-1")
        return self._aged(call, await self._inside(call, scope, receive))

    async def _inside(self, call: Call, scope: Scope, receive: Receive) -> ServerResponse:
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        site_mark, call_mark = SITE.set(self._site), CURRENT.set(call)
        try:
            self._site.hooks.run(call, self._site.world)
            await self._app(scope, receive, hold)
        except ClientDisconnect:  # in the middle of the request: nobody receives the response
            return refusal(Refused(400, "The request broke off"), call.path)
        except Exception:  # noqa: BLE001 - whatever a handler raises, the client gets the envelope of a 500
            _log.exception("The fake server failed in %s", call.name)
            return refusal(Refused(500, "Internal server error"), call.path)
        finally:
            CURRENT.reset(call_mark)
            SITE.reset(site_mark)
        return _whole(held)

    def _sends_version(self, call: Call) -> bool:
        known = self._site.tokens.find(call.token, self._site.world.clock.seconds()) is not None
        return self._site.sends_version(to_token=known)

    async def _send(self, call: Call, answer: ServerResponse, send: Send) -> None:
        named = list(answer.headers)
        if not answer.header("x-beeper-desktop-version") and self._sends_version(call):
            named.append(("x-beeper-desktop-version", self._site.version))
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in named]
        if answer.status not in (204, 304):
            headers.append((b"content-length", str(len(answer.body)).encode()))
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        if answer.cut_after is not None:
            # Ending without the rest of the body makes the server close the connection.
            await send({"type": "http.response.body", "body": answer.body[: answer.cut_after], "more_body": True})
        else:
            await send({"type": "http.response.body", "body": answer.body})


async def _read(receive: Receive) -> bytes:
    """The whole body of a request."""
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def _again(content: bytes, receive: Receive) -> Receive:
    """Returns a body that was read already, then further messages of the connection."""
    waiting: list[Message] = [{"type": "http.request", "body": content, "more_body": False}]

    async def give() -> Message:
        return waiting.pop() if waiting else await receive()

    return give


def _oversized(scope: Scope) -> ServerResponse | None:
    """The response of Node.js to too long a request line and headers: it does not reach the app."""
    line = len(scope["raw_path"]) + len(scope["query_string"])
    size = line + sum(len(name) + len(value) + 4 for name, value in scope["headers"])
    return ServerResponse(431, (("connection", "close"),), b"") if size > MAX_HEAD else None


def refusal(refused: Refused, path: str, allowed: tuple[str, ...] = ()) -> ServerResponse:
    """The answer a refusal becomes on a path."""
    body = dumps(envelope(refused, family_of(path)))
    headers = [("content-type", "application/json; charset=utf-8")]
    if refused.status == 401:
        headers.append(("www-authenticate", "Bearer"))
    if allowed:
        headers.append(("allow", ", ".join(allowed)))
    return ServerResponse(refused.status, tuple(headers), body)


def _whole(held: list[Message]) -> ServerResponse:
    start = held[0]
    pairs = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"])
    headers = tuple((name, value) for name, value in pairs if name.lower() != "content-length")
    return ServerResponse(int(start["status"]), headers, b"".join(message.get("body", b"") for message in held[1:]))
