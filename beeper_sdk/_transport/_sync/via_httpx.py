# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..._core.http.outcome import TransportFailure
from ..._core.util.http_logs import HTTP_LOGS_MUTED, mute_http_logs
from ..._core.util.validation import check_kind
from ..body import BodyCollector, BodyPieces
from ..decoders import Unreadable
from ..via_httpx import failures, mapping
from ..via_httpx.connections import Connections
from .httpx_guard import Attempt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..._core.calls.request_encoding import HttpRequest
    from ..._core.http.outcome import HttpResponse, ReadLimits
    from ..budget import Budget
    from ..via_httpx.mapping import HttpClient, HttpxResponse, Transport
    from .httpx_pool import Action
    from .upgraded import RawStream, Upgraded

CLOSED = TransportFailure("connect", "this client was closed")
SWITCHING_PROTOCOLS = 101


class HttpxTransport:
    def __init__(
        self,
        base_url: str,
        transport: Transport | None,
        http_client: HttpClient | None,
        *,
        by_choice: bool = False,
    ) -> None:
        check_kind("transport", transport, mapping.Transport | None, "an httpx.BaseTransport or None")
        mapping.check_client(http_client, "Client")
        mapping.check_headers(http_client)
        mapping.check_host(base_url)
        mute_http_logs()
        self.user_agent: str = mapping.user_agent()
        self.closed: bool = False
        self.user_supplied: bool = transport is not None or http_client is not None
        self.may_be_mocked: bool = self.user_supplied or by_choice
        self._client = http_client
        self._transport = transport
        self._library = mapping.core_of(http_client)
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
        except failures.errors() as error:
            return failures.failure(error)
        finally:
            request.queued = attempt.budget.queued
            HTTP_LOGS_MUTED.reset(muted)
            if request.multipart is not None:
                request.multipart.release()
        return HttpxBody(response, attempt.budget, release)

    def _send(self, request: HttpRequest, attempt: Attempt) -> tuple[HttpxResponse, Action | None]:
        extensions = attempt.extensions(is_mock=mapping.is_mock(self._transport))
        built = mapping.request(request, self._client, attempt.budget.start_step, extensions)
        if self._connections is not None:
            return self._connections.send(built, attempt)
        if self._transport is not None:
            response = self._transport.handle_request(built)
        else:
            client = cast("HttpClient", self._client)
            response = client.send(built, stream=True, follow_redirects=False)
        if response.status_code != SWITCHING_PROTOCOLS:  # the connection is used for no other request then
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
                        mapping.exhaust(pieces)
                        break
                return body.end()
            finally:
                self._close()
        except failures.errors() as error:
            return body.interrupted(failures.failure(error))
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
        except failures.errors() as error:
            return failures.failure(error)
        finally:
            HTTP_LOGS_MUTED.reset(muted)
        return piece

    @property
    def upgraded(self) -> Upgraded | None:
        stream: object = self._response.extensions.get("network_stream")
        if self.status_code != SWITCHING_PROTOCOLS or stream is None:
            return None
        from .upgraded import Upgraded

        return Upgraded(cast("RawStream", stream))

    def _encoding(self) -> str | None:
        return None if self._response.is_stream_consumed else self._response.headers.get("content-encoding")

    def _raw_pieces(self) -> Iterator[bytes]:
        if self._response.is_stream_consumed:  # hooks of the user's client have read it
            return mapping.once(self._response.content)
        return self._response.iter_raw()

    def close(self) -> None:
        muted = HTTP_LOGS_MUTED.set(True)
        try:
            self._close()
            if self._raw is not None:
                mapping.exhaust(self._raw)
        finally:
            HTTP_LOGS_MUTED.reset(muted)

    def _close(self) -> None:
        release, self._release = self._release, None
        try:
            self._response.close()
        finally:
            if release is not None:
                release()
