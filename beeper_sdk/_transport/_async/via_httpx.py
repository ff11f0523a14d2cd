"""Sends requests through httpx: to other machines, with TLS, through proxies, and if the user supplies a transport or
client of httpx.

Requests are built here and passed to a transport: httpx's own client would log URLs, keep cookies, add headers, and
take a third longer. It is used only if the user supplies one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..._core.http.outcome import TransportFailure
from ..._core.util.http_logs import HTTP_LOGS_MUTED, mute_http_logs
from ..._core.util.validation import check_kind
from ..body import BodyCollector, BodyPieces
from ..decoders import Unreadable
from ..via_httpx import failures, mapping
from ..via_httpx.connections_async import AsyncConnections
from .httpx_guard import AsyncAttempt

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from ..._core.calls.request_encoding import HttpRequest
    from ..._core.http.outcome import HttpResponse, ReadLimits
    from ..budget import Budget
    from ..via_httpx.mapping import AsyncHttpClient, AsyncTransport, HttpxResponse
    from .httpx_pool import AsyncAction
    from .upgraded import AsyncRawStream, AsyncUpgraded

CLOSED = TransportFailure("connect", "this client was closed")
SWITCHING_PROTOCOLS = 101


class AsyncHttpxTransport:
    """Sends through its own pool of connections, or through the transport or client that the user supplied."""

    def __init__(
        self,
        base_url: str,
        transport: AsyncTransport | None,
        http_client: AsyncHttpClient | None,
        *,
        by_choice: bool = False,
    ) -> None:
        """`by_choice`: whether the direct transport could send the requests, too."""
        check_kind("transport", transport, mapping.AsyncTransport | None, "an httpx.AsyncBaseTransport or None")
        mapping.check_client(http_client, "AsyncClient")
        mapping.check_headers(http_client)
        mapping.check_host(base_url)
        mute_http_logs()
        self.user_agent: str = mapping.user_agent()
        self.closed: bool = False
        self.user_supplied: bool = transport is not None or http_client is not None
        """Whether the user supplied the transport or httpx client."""
        self.may_be_mocked: bool = self.user_supplied or by_choice
        self._client = http_client
        self._transport = transport
        self._library = mapping.core_of(http_client)
        self._connections: AsyncConnections | None = None if self.user_supplied else AsyncConnections(base_url)

    async def send(self, request: HttpRequest, limits: ReadLimits) -> HttpResponse | TransportFailure:
        """Send, and read the whole response."""
        body = await self.open(request, limits)
        return body if isinstance(body, TransportFailure) else await body.read(limits)

    async def open(self, request: HttpRequest, limits: ReadLimits) -> AsyncHttpxBody | TransportFailure:
        """Send, and return the response before its body is read."""
        if self.closed:
            return CLOSED
        muted = HTTP_LOGS_MUTED.set(True)
        attempt = AsyncAttempt(limits, self._library)
        try:
            response, release = await self._send(request, attempt)
        except failures.errors() as error:
            return failures.failure(error)
        finally:
            request.queued = attempt.budget.queued
            HTTP_LOGS_MUTED.reset(muted)
            if request.multipart is not None:
                request.multipart.release()
        return AsyncHttpxBody(response, attempt.budget, release)

    async def _send(self, request: HttpRequest, attempt: AsyncAttempt) -> tuple[HttpxResponse, AsyncAction | None]:
        extensions = attempt.extensions(is_mock=mapping.is_mock(self._transport))
        built = await mapping.async_request(request, self._client, attempt.budget.start_step, extensions)
        if self._connections is not None:
            return await self._connections.send(built, attempt)
        if self._transport is not None:
            response = await self._transport.handle_async_request(built)
        else:
            # A redirect is not followed: the token would be sent to another server.
            client = cast("AsyncHttpClient", self._client)
            response = await client.send(built, stream=True, follow_redirects=False)
        if response.status_code != SWITCHING_PROTOCOLS:  # the connection is used for no other request then
            attempt.adopt(response.extensions)
        return response, None

    async def close(self) -> None:
        """Close all connections, except those of an http_client that the user supplied."""
        self.closed = True
        to_close = self._connections or self._transport
        if to_close is None:
            return
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            await to_close.aclose()
        finally:
            HTTP_LOGS_MUTED.reset(muted)


class AsyncHttpxBody:
    """A response whose body has not been read yet."""

    def __init__(self, response: HttpxResponse, budget: Budget, release: AsyncAction | None) -> None:
        self._response = response
        self._budget = budget
        self._release = release
        self._raw: AsyncIterator[bytes] | None = None
        self._pieces: BodyPieces | None = None
        self.status_code: int = response.status_code
        self.headers: Mapping[str, str] = response.headers

    async def read(self, limits: ReadLimits) -> HttpResponse | TransportFailure:
        """The whole response."""
        body = BodyCollector(self.status_code, self.headers, self._encoding(), limits, self._budget)
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            try:
                pieces = self._raw_pieces()
                async for raw in pieces:
                    if not body.feed(raw):
                        await self._response.aclose()
                        await mapping.async_exhaust(pieces)
                        break
                return body.end()
            finally:
                await self._close()
        except failures.errors() as error:
            return body.interrupted(failures.failure(error))
        finally:
            HTTP_LOGS_MUTED.reset(muted)

    async def next(self) -> bytes | TransportFailure:
        """The next piece, not empty; ``b""`` at the end."""
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            if self._raw is None or self._pieces is None:
                self._raw, self._pieces = self._raw_pieces(), BodyPieces(self._encoding())
            while not (piece := self._pieces.next()):
                self._budget.start_step()
                raw = await anext(self._raw, None)
                if raw is None:
                    return self._pieces.end()
                self._pieces.feed(raw)
        except Unreadable as problem:
            return TransportFailure("unreadable", str(problem))
        except failures.errors() as error:
            return failures.failure(error)
        finally:
            HTTP_LOGS_MUTED.reset(muted)
        return piece

    @property
    def upgraded(self) -> AsyncUpgraded | None:
        """The connection, if the server has switched to another protocol on it. `close` closes it."""
        stream: object = self._response.extensions.get("network_stream")
        if self.status_code != SWITCHING_PROTOCOLS or stream is None:
            return None
        from .upgraded import AsyncUpgraded

        return AsyncUpgraded(cast("AsyncRawStream", stream))

    def _encoding(self) -> str | None:
        """The content coding of the body. None if hooks of the user's client have read, and so decompressed, it."""
        return None if self._response.is_stream_consumed else self._response.headers.get("content-encoding")

    def _raw_pieces(self) -> AsyncIterator[bytes]:
        if self._response.is_stream_consumed:  # hooks of the user's client have read it
            return mapping.async_once(self._response.content)
        return self._response.aiter_raw()

    async def close(self) -> None:
        """Release the connection, whether the body was read to its end or not."""
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            await self._close()
            if self._raw is not None:
                await mapping.async_exhaust(self._raw)
        finally:
            HTTP_LOGS_MUTED.reset(muted)

    async def _close(self) -> None:
        release, self._release = self._release, None
        try:
            await self._response.aclose()
        finally:
            if release is not None:
                await release()
