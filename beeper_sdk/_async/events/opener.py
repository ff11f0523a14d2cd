"""Opens connections to ``/v1/ws``: by a request of the client, which httpx sends, whatever its other calls use.

So TLS, proxies, certificates, the path of base_url, headers, hooks, guards, tokens and errors are those of other calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.config.retry_policy import RetryPolicy
from ..._core.events import subscription as rules
from ..._core.events.framing import SWITCHING_PROTOCOLS, Framing
from ..._core.events.lost import ConnectionLost
from ..._core.events.request import DEFINITION, PATH, upgrade_request
from ..._core.http.outcome import HttpResponse
from ..._transport._async.via_httpx import AsyncHttpxBody, AsyncHttpxTransport
from ...errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    ClientClosed,
    NotFoundError,
    NotSupportedByServer,
)
from ...errors._context import CallInfo
from ..engine.sender import AsyncRequestSender
from .connection import AsyncConnection

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.events.subscription import Subscription
    from ..._core.events.timing import Timing
    from ..._transport._async.protocol import AsyncTransport

ONCE = RetryPolicy(attempts=1)
"""After a connection was lost: there are longer delays between these attempts than a retry policy has."""


class AsyncOpener:
    """Opens connections with the settings and tokens of a client."""

    def __init__(self, engine: AsyncRequestSender, timing: Timing) -> None:
        self._engine = engine
        self._timing = timing
        self._own = not engine.http.user_supplied
        self._http: AsyncTransport = engine.http
        if self._own:  # closing it ends an attempt to connect, but no other calls
            self._http = AsyncHttpxTransport(engine.settings.base_url, None, None, by_choice=engine.settings.by_httpx)

    @property
    def client_closed(self) -> bool:
        """Whether the client was closed."""
        return self._engine.closed or self._engine.http.closed

    async def open(self, subscription: Subscription, *, retry: bool = True) -> AsyncConnection:
        """A connection that is subscribed. `retry`: whether failures are retried as those of other calls.

        Raises any exception of a call; SubscriptionRejected."""
        self.check(subscription)
        settings = self._engine.settings
        if not retry:
            settings = settings.changed(settings.timeout, ONCE, None)
        sender, framing = AsyncRequestSender(settings, self._http, self._engine.state), Framing()
        call, body = await self._upgrade(sender, framing)
        connection = await self._accept(call, body, framing)
        try:
            await connection.greet()
            self.check(subscription)  # the response may have shown the version
            await connection.subscribe(subscription)
        except ConnectionLost as lost:
            await connection.close()
            raise _not_subscribed(lost, call) from None
        except BaseException:
            await connection.close()
            raise
        return connection

    def check(self, subscription: Subscription) -> None:
        """Check that events can be requested. Raises ClientClosed, NotSupportedByServer."""
        if self.client_closed:
            raise ClientClosed(DEFINITION.name)
        needs = rules.missing_version(subscription, self._engine.state.server)
        if needs is not None:
            info = CallInfo(DEFINITION.name, DEFINITION.method, DEFINITION.template, "")
            what = "with app_state=True" if subscription.app_state else ""
            raise NotSupportedByServer(info, needs, self._engine.state.server.has, what)

    async def _upgrade(self, sender: AsyncRequestSender, framing: Framing) -> tuple[AnyCall, AsyncHttpxBody]:
        try:
            call, body = await sender.execute(upgrade_request(framing.headers), stream=True)
        except APIStatusError as error:
            if error.status not in (404, 405):
                raise
            server = self._engine.state.server
            self.check(rules.ALL)  # the response may have shown the version
            is_foreign = isinstance(error, NotFoundError) and not server.seen
            if server.effective is not None or is_foreign:  # it has events, so base_url is wrong
                raise
            raise NotSupportedByServer(error.call, rules.FIRST_APP, server.has) from None
        assert isinstance(body, AsyncHttpxBody)  # noqa: S101 - `self._http` is of httpx
        return call, body

    async def _accept(self, call: AnyCall, body: AsyncHttpxBody, framing: Framing) -> AsyncConnection:
        """The connection of a response. Raises APIConnectionError if it is none."""
        stream = body.upgraded
        if stream is None or not framing.accept(body.headers):
            await body.close()
            status = body.status_code
            problem = "the server did not open a WebSocket"
            if status == SWITCHING_PROTOCOLS:
                problem = "the response to the WebSocket handshake is not valid"
                if stream is None:
                    problem = "the transport or http_client gives no access to its connections"
            raise APIConnectionError(f"{problem} (status {status})", call.info)
        self._engine.state.server.update_from_response(PATH, HttpResponse(body.status_code, body.headers, b""))
        return AsyncConnection(stream, body, framing, call.info, self._engine.state.recorder, self._timing)

    async def close(self) -> None:
        """Close all connections, also those that are being opened."""
        if self._own:
            await self._http.close()


def _not_subscribed(lost: ConnectionLost, call: AnyCall) -> APIConnectionError:
    if lost.reason == "silence":
        return APITimeoutError("the server did not confirm the subscription in time", call.info)
    return APIConnectionError("the connection was lost before the server had confirmed the subscription", call.info)
