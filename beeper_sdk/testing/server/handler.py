"""The API on one set of data: which operation a request is, whether it is allowed, and the response of its service.

Older apps are imitated here: requests are converted to the newest form, and responses to the form of the imitated app.
"""

from __future__ import annotations

import json
import logging
from dataclasses import replace

from ..state import SITE, Site
from ..wire import old_requests, old_responses, strict
from ..wire.errors import Refused, unauthorized
from ..wire.limits import check_size
from ..wire.requests import CURRENT, Call, ServerResponse
from ..wire.spec import Operation, match, version_number
from ..wire.tokens import lacking
from . import browsers
from .asgi import Receive, Scope, again, read, refusal
from .dispatch import Dispatcher

_log = logging.getLogger("beeper_sdk.testing")
ASSETS = "/v1/assets/serve"


class Handler:
    """Handles the requests to one set of data."""

    def __init__(self, site: Site, dispatcher: Dispatcher) -> None:
        self._site, self._dispatcher = site, dispatcher

    def read(self, scope: Scope) -> tuple[Call, tuple[str, ...]]:
        """The request of a scope, and the methods of other operations at its path if none matches."""
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        path = scope["raw_path"].partition(b"?")[0].decode("latin-1")
        # HEAD is in no spec, but assets are known to answer it as they answer GET, without the body.
        method = "GET" if scope["method"] == "HEAD" and path == ASSETS else scope["method"]
        found = match(method, path, self._site.age)
        query = scope["query_string"].decode("latin-1")
        return Call(scope["method"], path, query, headers, found.operation), found.allowed

    def turned_away(self, call: Call, allowed: tuple[str, ...]) -> ServerResponse | None:
        """The error response for a request that is not allowed. The token is checked before anything else."""
        operation = call.operation
        try:
            if operation is None:
                if allowed:
                    raise Refused(405, f"Method {call.method} is not allowed here; allowed: {', '.join(allowed)}")
                raise Refused(404, f"Route {call.method}:{call.path} not found")
            browsers.check_origin(call, version_number(self._site.version))
            if operation.scopes is not None:
                self._let_in(call, operation.scopes)
            self._site.setup.check(operation.id)
            check_size(call)
        except Refused as refused:
            return self._aged(call, refusal(refused, call.path, allowed))
        return None

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

    async def respond(self, call: Call, scope: Scope, receive: Receive) -> ServerResponse:
        """The answer of the services, to the request as they understand it."""
        query, age, operation = self._site.quirks.query(call), self._site.age, call.operation
        if age is not None:
            query = old_requests.known_query(age, call, query)
        if age is not None and old_requests.has_forms(call):
            try:
                content = await read(receive)
                path, query, content = old_requests.understood(age, call, query, content)
            except Refused as refused:
                return self._aged(call, refusal(refused, call.path))
            if path != call.path:
                call, operation = replace(call, path=path), match(call.method, path, None).operation
            receive = again(content, receive)
        if call.operation is not None:
            try:
                receive = await self._checked(call.operation, call, query, receive)
            except Refused as refused:
                return self._aged(call, refusal(refused, call.path))
        return self._aged(call, await self._answer(operation, call, query, scope, receive))

    async def _checked(self, operation: Operation, call: Call, query: str, receive: Receive) -> Receive:
        """The body again, after the types of a request were checked.

        Raises:
            Refused: 422; the details name each value. 400 for a body that cannot be read.
        """
        unknown = self._site.strict_requests
        issues = strict.query_issues(operation, query, unknown=unknown)
        if strict.has_json_body(operation) and "json" in call.headers.get("content-type", "json"):
            content = await read(receive)
            receive = again(content, receive)
            try:
                issues += strict.body_issues(operation, json.loads(content or b"{}"), unknown=unknown)
            except RecursionError:
                raise Refused(400, "The body is nested too deeply") from None
            except ValueError:
                pass  # the route refuses what is no JSON
        if issues:
            raise Refused(422, issues[0]["message"], details={"issues": issues})
        return receive

    async def _answer(
        self, operation: Operation | None, call: Call, query: str, scope: Scope, receive: Receive
    ) -> ServerResponse:
        site_mark, call_mark = SITE.set(self._site), CURRENT.set(call)
        try:
            self._site.hooks.run(call, self._site.world)
            if operation is None or operation.old_form:
                raise Refused(404, f"Route {call.method}:{call.path} not found")
            return await self._dispatcher(operation, call, query, scope, receive)
        except Refused as refused:
            return refusal(refused, call.path)
        except Exception:  # noqa: BLE001 - whatever a handler raises, the client gets the envelope of a 500
            _log.exception("The fake server failed in %s", call.name)
            return refusal(Refused(500, "Internal server error"), call.path)
        finally:
            CURRENT.reset(call_mark)
            SITE.reset(site_mark)

    def _aged(self, call: Call, answer: ServerResponse) -> ServerResponse:
        age = self._site.age
        return answer if age is None else old_responses.answered(age, call, answer)
