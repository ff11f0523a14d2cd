"""The outermost layer of the server: records requests, applies rules and quirks, and sends responses.

An ASGI application around the API. It holds every response until it is whole, so that rules and quirks can alter it;
only files are read while they are sent.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from ..faults.fail import Fault
from ..rules.due import catch_up
from ..state import Site
from ..wire.requests import Call, ServerResponse
from ..wire.spec import WEBSOCKET
from . import browsers
from .asgi import Message, Receive, Scope, Send, close, closed, is_control, oversized, send_body
from .dispatch import Dispatcher
from .handler import Handler
from .request_body import Intake
from .websocket.hub import EXTENSION, Hub

UPGRADED = 101


class Gate:
    """Every request goes through here."""

    def __init__(self, site: Site, dispatcher: Dispatcher, silent: set[object], hub: Hub) -> None:
        self._site, self._silent, self._hub = site, silent, hub
        self._handler = Handler(site, dispatcher)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or handshake of a WebSocket."""
        if (control := self._site.control) is not None and is_control(scope):
            await control(scope, receive, send)
            return
        catch_up(self._site.world)
        if scope["type"] == "websocket":
            await self._upgrade(scope, receive, send)
        elif scope["type"] == "http":
            with self._site.world.media.in_use():
                await self._respond(scope, receive, send)

    async def _respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        call, allowed = self._handler.read(scope)
        log, intake = self._site.requests, Intake(call, receive)
        number = log.add(call)
        before_all = oversized(scope) or browsers.preflight(call, allowed)
        fault = await self._fault(call, intake, answered=before_all is not None)
        answer, happened = await self._answered(call, allowed, scope, intake, fault, before_all)
        await intake.drain()
        log.finish(number, call, intake.fingerprint, intake.body, happened=happened)
        if answer.silent or answer.delay:
            self._hub.publish()  # events do not wait for the response
        if not await self._outlasts(scope, receive, answer):
            return
        if answer.closes:
            await close(receive)
        else:
            log.sent(number, answer.status)
            await self._send(call, answer, receive, send)
        self._hub.publish()
        self._site.world.memory.settle()

    async def _fault(self, call: Call, intake: Intake, *, answered: bool) -> Fault | None:
        """The rule of ``fail`` or ``chaos`` that applies to a request, unless it is answered before all rules."""
        faults, quirks, world = self._site.faults, self._site.quirks, self._site.world
        faults.begin(call)
        quirks.begin(call)
        quirks.use_whole(call)
        if answered:
            return None
        body = await intake.peek() if faults.needs_body(call) else b""
        return faults.choose(call, body, world.local)

    async def _answered(
        self,
        call: Call,
        allowed: tuple[str, ...],
        scope: Scope,
        intake: Intake,
        fault: Fault | None,
        before_all: ServerResponse | None,
    ) -> tuple[ServerResponse, bool]:
        """The response, after rules and quirks, and whether the operation was performed."""
        version, happened = self._site.age, False
        answer = before_all or (fault and fault.instead(call, version)) or self._site.quirks.refusal(call)
        if answer is None:
            answer = self._handler.turned_away(call, allowed) or await self._handler.respond(call, scope, intake)
            happened = answer.says_done
            self._hub.publish_before_response(call)
            answer = self._altered(call, answer)
        if fault is not None:
            answer = fault.changed(call, version, answer, happened=happened)
        return answer, happened

    def _altered(self, call: Call, answer: ServerResponse) -> ServerResponse:
        """A response of the server with its date, after the quirks."""
        world = self._site.world
        dated = replace(answer, headers=(*answer.headers, ("date", world.clock.date())))
        return self._site.quirks.changed(call, dated, world)

    async def _upgrade(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Open a WebSocket, or respond with the error that an HTTP request would get."""
        call, log = self._read_upgrade(scope), self._site.requests
        number = log.add(call)
        await receive()  # websocket.connect
        answer = await self._upgraded(call, scope, receive)
        log.finish(number, call, "", b"", happened=answer.status == UPGRADED)
        if not await self._outlasts(scope, receive, answer):
            return
        if answer.closes:
            scope["extensions"][EXTENSION].drop()
            await closed(receive)
            return
        log.sent(number, answer.status)
        if answer.status == UPGRADED:
            accept: Message = {"type": "websocket.accept", "headers": self._version_headers(call)}
            await self._hub.serve(call, scope["extensions"][EXTENSION], receive, lambda: send(accept))
        else:
            await self._send(
                call, answer, receive, lambda message: send({**message, "type": f"websocket.{message['type']}"})
            )

    async def _upgraded(self, call: Call, scope: Scope, receive: Receive) -> ServerResponse:
        """The response to a handshake, with the status 101 if the connection is to be opened."""
        before_all, version = oversized(scope), self._site.age
        fault = await self._fault(call, Intake(call, receive), answered=before_all is not None)
        answer = before_all or (fault and fault.instead(call, version)) or self._site.quirks.refusal(call)
        if answer is None:
            refused = self._handler.turned_away(call, ())
            answer = ServerResponse(UPGRADED, (), b"") if refused is None else self._altered(call, refused)
        return answer if fault is None else fault.changed(call, version, answer, happened=answer.status == UPGRADED)

    def _read_upgrade(self, scope: Scope) -> Call:
        call = self._handler.read({**scope, "method": WEBSOCKET.method})[0]
        serves = call.path == WEBSOCKET.template and WEBSOCKET.exists_in(self._site.age)
        return replace(call, operation=WEBSOCKET if serves else None)

    async def _outlasts(self, scope: Scope, receive: Receive, answer: ServerResponse) -> bool:
        """Wait as long as a response is held back; whether the connection is still open then."""
        if not answer.silent and not answer.delay:
            return True
        client = tuple(scope["client"])
        self._silent.add(client)
        try:
            async with asyncio.timeout(None if answer.silent else answer.delay):
                await closed(receive)
        except TimeoutError:
            return True
        finally:
            self._silent.discard(client)
        return False

    def _version_headers(self, call: Call) -> list[tuple[bytes, bytes]]:
        site = self._site
        sends = site.sends_version(lambda: site.tokens.find(call.token, site.world.clock.seconds()) is not None)
        return [(b"x-beeper-desktop-version", site.version.encode())] if sends else []

    async def _send(self, call: Call, answer: ServerResponse, receive: Receive, send: Send) -> None:
        headers = [
            (name.encode("latin-1"), value.encode("latin-1"))
            for name, value in (*answer.headers, *browsers.headers(call))
        ]
        if not answer.header("x-beeper-desktop-version"):
            headers += self._version_headers(call)
        if answer.status not in (204, 304):
            headers.append((b"content-length", str(answer.size).encode()))
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        if call.method == "HEAD" and answer.file is not None:
            answer = replace(answer, file=None)
        await send_body(answer, receive, send)
