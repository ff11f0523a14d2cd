"""The HTTP adapter: with `_http_values` the only module that speaks httpx. Sends, reads, keeps connections.

Imported when a client is made, not before. It knows nothing of operations, retries or decoding. Requests are built
by hand and given to the transport: httpx's client would log URLs, keep cookies, follow its own rules for headers,
and take a third longer. httpx's own client is used only where it has work to do: one given by the user, or proxies
and certificates for a server on another machine.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from threading import Lock
from typing import TypeAlias

import httpx

from . import _http_values as values
from ._learned import Learned
from ._log import hush_library, quietly
from ._outcomes import Answer, Failure
from ._server import Server
from ._wire import Outgoing
from .config import Settings, is_loopback, user_agent

AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
Transport: TypeAlias = httpx.BaseTransport
AsyncHttpClient: TypeAlias = httpx.AsyncClient
HttpClient: TypeAlias = httpx.Client

_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=5.0)


class Body:
    """An answer whose body is still to come."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._chunks = response.iter_bytes()
        self.status_code = response.status_code
        self.headers: Mapping[str, str] = response.headers

    def next(self) -> bytes | Failure:
        """The next piece, not empty; ``b""`` at the end."""
        with quietly():
            try:
                return next((chunk for chunk in self._chunks if chunk), b"")
            except values.ERRORS as error:
                return values.failure(error)

    def read(self) -> Answer | Failure:
        """All of it."""
        with quietly():
            try:
                response = self._response
                raw = None if response.is_stream_consumed else b"".join(response.iter_raw())
                return values.read(response, raw)
            except values.ERRORS as error:
                return values.broken(self._response, error)
            finally:
                self._response.close()

    def close(self) -> None:
        """Give the connection back, read or not."""
        with quietly():
            self._response.close()


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
        self.given = transport is not None or http_client is not None
        self._url = settings.base_url
        self._transport = transport
        self._client = http_client
        self._own_client: httpx.Client | None = None
        self._lock = Lock()
        self._sending: Callable[[httpx.Request], httpx.Response] | None = None

    def _connected(self) -> Callable[[httpx.Request], httpx.Response]:
        """How to send. Connections are made at the first call: a client that is only made costs no pool."""
        with self._lock:
            if self._sending is None:
                self._sending = self._connect()
            return self._sending

    def _connect(self) -> Callable[[httpx.Request], httpx.Response]:
        if self._client is None and self._transport is None and is_loopback(self._url):
            tls = values.tls(self._url)
            self._transport = httpx.HTTPTransport(verify=tls, trust_env=False, limits=_LIMITS)
        if self._transport is not None:
            return self._transport.handle_request
        if self._client is None:
            self._client = self._own_client = httpx.Client(verify=values.tls(self._url), limits=_LIMITS)
        return partial(self._client.send, stream=True, follow_redirects=False)

    def open(self, out: Outgoing, seconds: float | None) -> Body | Failure:
        """Send, and give the answer before its body is read."""
        with quietly():
            try:
                response = self._connected()(values.request(out, seconds, self._client))
            except values.ERRORS as error:
                return values.failure(error)
            return Body(response)

    def send(self, out: Outgoing, seconds: float | None) -> Answer | Failure:
        """Send, and give the answer."""
        body = self.open(out, seconds)
        return body if isinstance(body, Failure) else body.read()

    def close(self) -> None:
        """Close all connections, but for those of a client the user gave."""
        self.closed = True
        with quietly():
            for owned in (self._transport, self._own_client):
                if owned is not None:
                    owned.close()


class AsyncBody:
    """An answer whose body is still to come."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._chunks = response.aiter_bytes()
        self.status_code = response.status_code
        self.headers: Mapping[str, str] = response.headers

    async def next(self) -> bytes | Failure:
        """The next piece, not empty; ``b""`` at the end."""
        with quietly():
            try:
                async for chunk in self._chunks:
                    if chunk:
                        return chunk
            except values.ERRORS as error:
                return values.failure(error)
            return b""

    async def read(self) -> Answer | Failure:
        """All of it."""
        with quietly():
            try:
                response = self._response
                raw = None if response.is_stream_consumed else b"".join([part async for part in response.aiter_raw()])
                return values.read(response, raw)
            except values.ERRORS as error:
                return values.broken(self._response, error)
            finally:
                await self._response.aclose()

    async def close(self) -> None:
        """Give the connection back, read or not."""
        with quietly():
            await self._response.aclose()


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
        self.given = transport is not None or http_client is not None
        self._url = settings.base_url
        self._transport = transport
        self._client = http_client
        self._own_client: httpx.AsyncClient | None = None
        self._sending: Callable[[httpx.Request], Awaitable[httpx.Response]] | None = None

    def _connected(self) -> Callable[[httpx.Request], Awaitable[httpx.Response]]:
        """How to send. Connections are made at the first call: a client that is only made costs no pool."""
        if self._sending is None:
            self._sending = self._connect()
        return self._sending

    def _connect(self) -> Callable[[httpx.Request], Awaitable[httpx.Response]]:
        if self._client is None and self._transport is None and is_loopback(self._url):
            tls = values.tls(self._url)
            self._transport = httpx.AsyncHTTPTransport(verify=tls, trust_env=False, limits=_LIMITS)
        if self._transport is not None:
            return self._transport.handle_async_request
        if self._client is None:
            self._client = self._own_client = httpx.AsyncClient(verify=values.tls(self._url), limits=_LIMITS)
        return partial(self._client.send, stream=True, follow_redirects=False)

    async def open(self, out: Outgoing, seconds: float | None) -> AsyncBody | Failure:
        """Send, and give the answer before its body is read."""
        with quietly():
            try:
                response = await self._connected()(values.request(out, seconds, self._client))
            except values.ERRORS as error:
                return values.failure(error)
            return AsyncBody(response)

    async def send(self, out: Outgoing, seconds: float | None) -> Answer | Failure:
        """Send, and give the answer."""
        body = await self.open(out, seconds)
        return body if isinstance(body, Failure) else await body.read()

    async def close(self) -> None:
        """Close all connections, but for those of a client the user gave."""
        self.closed = True
        with quietly():
            for owned in (self._transport, self._own_client):
                if owned is not None:
                    await owned.aclose()
