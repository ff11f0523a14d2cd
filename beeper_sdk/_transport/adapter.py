"""The HTTP adapter: with `_http_values` the only module that speaks httpx. Sends, reads, keeps connections.

Imported when a client is made, not before. It knows nothing of operations, retries or decoding. Requests are built
by hand and given to the transport: httpx's client would log URLs, keep cookies, follow its own rules for headers,
and take a third longer. httpx's own client is used only where it has work to do: one given by the user, or proxies
and certificates for a server on another machine.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

import httpx

from .._core.calls.request_encoding import Outgoing
from .._core.compat.server_info import Server
from .._core.concurrency.exclusive import Turns
from .._core.config.credentials import Tokens
from .._core.config.settings import Settings, user_agent
from .._core.delivery.sent_log import Sends
from .._core.http.outcome import Answer, Failure, Limits
from .._core.people.identity_cache import Learned
from .._core.util.log import hush_library, quietly
from . import httpx_mapping as values
from .body import AsyncBody, Body
from .desync_guard import watched
from .pool import Connections, unread

if TYPE_CHECKING:
    from .._core.diagnostics.recorder import Recorder

AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
Transport: TypeAlias = httpx.BaseTransport
AsyncHttpClient: TypeAlias = httpx.AsyncClient
HttpClient: TypeAlias = httpx.Client
CLOSED = Failure("connect", "this client was closed")


class Http:
    """A pool of connections to one server."""

    def __init__(self, settings: Settings, transport: Transport | None, http_client: HttpClient | None) -> None:
        hush_library()
        self.agent = user_agent(f"httpx/{httpx.__version__}")
        self.closed = False
        self.server = Server(settings.api)
        """What is known of the app at the other end."""
        self.learned = Learned()
        """What is known of who one is there."""
        self.tokens = Tokens(settings.credentials)
        """What goes along with calls."""
        self.turns = Turns()
        """For asking who gives tokens: one call at a time."""
        self.sends = Sends()
        """What was sent lately."""
        self.diagnosed: dict[str, Recorder] = {}
        """What answers had that this version does not know; empty until something is noted or asked for."""
        self.given = transport is not None or http_client is not None
        self._client = http_client
        self._to_close: Connections | Transport | None = transport
        self._send: Callable[[httpx.Request], httpx.Response]
        if transport is not None:
            self._send = transport.handle_request
        elif http_client is not None:
            self._send = unread(http_client)
        else:
            connections = self._to_close = Connections(settings.base_url)
            self._send = connections.send

    def open(self, out: Outgoing, limits: Limits) -> Body | Failure:
        """Send, and give the answer before its body is read."""
        if self.closed:
            return CLOSED
        with quietly():
            try:
                response = self._send(values.request(out, limits.seconds, self._client))
            except values.ERRORS as error:
                return values.failure(error)
            return Body(watched(response))

    def send(self, out: Outgoing, limits: Limits) -> Answer | Failure:
        """Send, and give the answer."""
        body = self.open(out, limits)
        return body if isinstance(body, Failure) else body.read(limits)

    def close(self) -> None:
        """Close all connections, but for those of a client the user gave."""
        self.closed = True
        with quietly():
            if self._to_close is not None:
                self._to_close.close()


class AsyncHttp:
    """A pool of connections to one server."""

    def __init__(
        self, settings: Settings, transport: AsyncTransport | None, http_client: AsyncHttpClient | None
    ) -> None:
        hush_library()
        self.agent = user_agent(f"httpx/{httpx.__version__}")
        self.closed = False
        self.server = Server(settings.api)
        """What is known of the app at the other end."""
        self.learned = Learned()
        """What is known of who one is there."""
        self.tokens = Tokens(settings.credentials)
        """What goes along with calls."""
        self.turns = Turns()
        """For asking who gives tokens: one call at a time."""
        self.sends = Sends()
        """What was sent lately."""
        self.diagnosed: dict[str, Recorder] = {}
        """What answers had that this version does not know; empty until something is noted or asked for."""
        self.given = transport is not None or http_client is not None
        from .pool_async import AsyncConnections, unread  # brings anyio

        self._client = http_client
        self._to_close: AsyncConnections | AsyncTransport | None = transport
        self._send: Callable[[httpx.Request], Awaitable[httpx.Response]]
        if transport is not None:
            self._send = transport.handle_async_request
        elif http_client is not None:
            self._send = unread(http_client)
        else:
            connections = self._to_close = AsyncConnections(settings.base_url)
            self._send = connections.send

    async def open(self, out: Outgoing, limits: Limits) -> AsyncBody | Failure:
        """Send, and give the answer before its body is read."""
        if self.closed:
            return CLOSED
        with quietly():
            try:
                response = await self._send(values.request(out, limits.seconds, self._client))
            except values.ERRORS as error:
                return values.failure(error)
            return AsyncBody(watched(response))

    async def send(self, out: Outgoing, limits: Limits) -> Answer | Failure:
        """Send, and give the answer."""
        body = await self.open(out, limits)
        return body if isinstance(body, Failure) else await body.read(limits)

    async def close(self) -> None:
        """Close all connections, but for those of a client the user gave."""
        self.closed = True
        with quietly():
            if self._to_close is not None:
                await self._to_close.aclose()
