# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..._core.http.outcome import TransportFailure
from ..._core.util.log import HTTP_LOGS_MUTED, mute_http_logs
from ..._core.util.urls import is_loopback
from ..._core.util.validation import check_kind
from .. import httpx_failures, httpx_mapping
from ..body import BodyCollector, BodyPieces
from ..decoders import Unreadable
from ..pools import Connections
from .guard import Attempt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..._core.calls.request_encoding import HttpRequest
    from ..._core.http.outcome import HttpResponse, ReadLimits
    from ..budget import Budget
    from ..httpx_mapping import HttpClient, HttpxResponse, Transport
    from .pool import Action

CLOSED = TransportFailure("connect", "this client was closed")


class HttpxTransport:
    def __init__(
        self,
        base_url: str,
        transport: Transport | None,
        http_client: HttpClient | None,
        *,
        by_choice: bool = False,
    ) -> None:
        check_kind("transport", transport, httpx_mapping.Transport | None, "an httpx.BaseTransport or None")
        httpx_mapping.check_client(http_client, "Client")
        httpx_mapping.check_headers(http_client)
        httpx_mapping.check_host(base_url)
        mute_http_logs()
        self.user_agent: str = httpx_mapping.user_agent()
        self.closed: bool = False
        self.user_supplied: bool = transport is not None or http_client is not None
        self.may_be_mocked: bool = self.user_supplied or by_choice
        self._is_local = is_loopback(base_url)
        self._client = http_client
        self._transport = transport
        self._library = httpx_mapping.core_of(http_client)
        self._connections: Connections | None = None if self.user_supplied else Connections(base_url)

    def send(self, request: HttpRequest, limits: ReadLimits) -> HttpResponse | TransportFailure:
        body = self.open(request, limits)
        return body if isinstance(body, TransportFailure) else body.read(limits)

    def open(self, request: HttpRequest, limits: ReadLimits) -> HttpxBody | TransportFailure:
        if self.closed:
            return CLOSED
        muted = HTTP_LOGS_MUTED.set(True)
        attempt = Attempt(limits, self._library)
        try:
            response, release = self._send(request, attempt)
        except httpx_failures.errors() as error:
            return httpx_failures.failure(error)
        finally:
            request.queued = attempt.budget.queued
            HTTP_LOGS_MUTED.reset(muted)
            if request.multipart is not None:
                request.multipart.release()
        return HttpxBody(response, attempt.budget, release)

    def _send(self, request: HttpRequest, attempt: Attempt) -> tuple[HttpxResponse, Action | None]:
        extensions = attempt.extensions(is_mock=httpx_mapping.is_mock(self._transport))
        built = httpx_mapping.request(request, self._client, attempt.budget.start_step, extensions)
        if self._connections is not None:
            attempt.is_checked = self._is_local
            return self._connections.send(built, attempt)
        if self._transport is not None:
            response = self._transport.handle_request(built)
        else:
            client = cast("HttpClient", self._client)
            response = client.send(built, stream=True, follow_redirects=False)
        attempt.adopt(response.extensions)
        return response, None

    def close(self) -> None:
        self.closed = True
        to_close = self._connections or self._transport
        if to_close is None:
            return
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            to_close.close()
        finally:
            HTTP_LOGS_MUTED.reset(muted)


class HttpxBody:
    def __init__(self, response: HttpxResponse, budget: Budget, release: Action | None) -> None:
        self._response = response
        self._budget = budget
        self._release = release
        self._raw: Iterator[bytes] | None = None
        self._pieces: BodyPieces | None = None
        self.status_code: int = response.status_code
        self.headers: Mapping[str, str] = response.headers

    def read(self, limits: ReadLimits) -> HttpResponse | TransportFailure:
        body = BodyCollector(self.status_code, self.headers, self._encoding(), limits, self._budget)
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            try:
                pieces = self._raw_pieces()
                for raw in pieces:
                    if not body.feed(raw):
                        self._response.close()
                        httpx_mapping.exhaust(pieces)
                        break
                return body.end()
            finally:
                self._close()
        except httpx_failures.errors() as error:
            return body.interrupted(httpx_failures.failure(error))
        finally:
            HTTP_LOGS_MUTED.reset(muted)

    def next(self) -> bytes | TransportFailure:
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            if self._raw is None or self._pieces is None:
                self._raw, self._pieces = self._raw_pieces(), BodyPieces(self._encoding())
            while not (piece := self._pieces.next()):
                self._budget.start_step()
                raw = next(self._raw, None)
                if raw is None:
                    return self._pieces.end()
                self._pieces.feed(raw)
        except Unreadable as problem:
            return TransportFailure("unreadable", str(problem))
        except httpx_failures.errors() as error:
            return httpx_failures.failure(error)
        finally:
            HTTP_LOGS_MUTED.reset(muted)
        return piece

    def _encoding(self) -> str | None:
        return None if self._response.is_stream_consumed else self._response.headers.get("content-encoding")

    def _raw_pieces(self) -> Iterator[bytes]:
        if self._response.is_stream_consumed:  # hooks of the user's client have read it
            return httpx_mapping.once(self._response.content)
        return self._response.iter_raw()

    def close(self) -> None:
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            self._close()
            if self._raw is not None:
                httpx_mapping.exhaust(self._raw)
        finally:
            HTTP_LOGS_MUTED.reset(muted)

    def _close(self) -> None:
        release, self._release = self._release, None
        try:
            self._response.close()
        finally:
            if release is not None:
                release()
