"""What a client needs from its transport. There are two: `direct`, and `via_httpx`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..._core.calls.request_encoding import HttpRequest
    from ..._core.http.outcome import HttpResponse, ReadLimits, TransportFailure


class AsyncBody(Protocol):
    """A response whose body has not been read yet."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    async def read(self, limits: ReadLimits) -> HttpResponse | TransportFailure:
        """The whole response."""
        ...

    async def next(self) -> bytes | TransportFailure:
        """The next piece, not empty; ``b""`` at the end."""
        ...

    async def close(self) -> None:
        """Release the connection, whether the body was read to its end or not."""
        ...


class AsyncTransport(Protocol):
    """Sends an encoded request, and reads its response. It is independent of operations, retries and decoding."""

    closed: bool

    @property
    def user_agent(self) -> str: ...

    @property
    def user_supplied(self) -> bool:
        """Whether the requests are sent by a transport or httpx client of the user."""
        ...

    @property
    def may_be_mocked(self) -> bool:
        """Whether something else than a server may respond: what the user supplied, or what replaces httpx in tests."""
        ...

    async def send(self, request: HttpRequest, limits: ReadLimits) -> HttpResponse | TransportFailure:
        """Send, and read the whole response."""
        ...

    async def open(self, request: HttpRequest, limits: ReadLimits) -> AsyncBody | TransportFailure:
        """Send, and return the response before its body is read."""
        ...

    async def close(self) -> None:
        """Close all connections, except those of an http_client that the user supplied."""
        ...
