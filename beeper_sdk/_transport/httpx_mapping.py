"""The pure half of the HTTP adapter: our values to httpx's, and httpx's answers and exceptions to ours."""

from __future__ import annotations

import errno
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TypeAlias, TypeGuard

import httpx

from .._core.calls.request_encoding import HttpRequest
from .._core.config import settings
from .._core.generated import contract
from .._core.http.outcome import FailureKind, TransportFailure
from .._core.util.override import override

AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
Transport: TypeAlias = httpx.BaseTransport
AsyncHttpClient: TypeAlias = httpx.AsyncClient
HttpClient: TypeAlias = httpx.Client
HttpxResponse: TypeAlias = httpx.Response
AsyncSend: TypeAlias = Callable[[httpx.Request], Awaitable[httpx.Response]]
Send: TypeAlias = Callable[[httpx.Request], httpx.Response]

_SLOWEST_CONNECT = 10.0
"""Seconds; a server that takes longer to accept a connection is not there."""
ERRORS = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ssl.SSLError)


def _kind(error: Exception) -> FailureKind:
    if isinstance(error, httpx.ConnectTimeout):
        return "connect-timeout"
    if isinstance(error, httpx.PoolTimeout):
        return "busy"
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return "tls" if _has(error, ssl.SSLError) else "connect"
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return "connect"
    return "unreadable" if isinstance(error, httpx.DecodingError) else "cut"


def _is_group(error: BaseException) -> TypeGuard[BaseExceptionGroup[BaseException]]:
    return isinstance(error, BaseExceptionGroup)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came from, through the groups that trying several addresses gives."""
    while error is not None:
        yield error
        if _is_group(error):
            for part in error.exceptions:
                yield from _chain(part)
        error = error.__cause__ or error.__context__


def _has(error: BaseException, kind: type[BaseException]) -> bool:
    return any(isinstance(link, kind) for link in _chain(error))


def failure(error: Exception) -> TransportFailure:
    """The failure, with a reason that quotes nothing: texts of errors may hold what the server sent."""
    for link in _chain(error):
        if isinstance(link, ssl.SSLCertVerificationError):
            return TransportFailure(_kind(error), link.verify_message)
        if isinstance(link, OSError) and (name := errno.errorcode.get(link.errno or 0)) is not None:
            return TransportFailure(_kind(error), name)
    return TransportFailure(_kind(error), type(error).__name__)


def user_agent() -> str:
    """The User-Agent of a client."""
    return settings.user_agent(f"httpx/{httpx.__version__}")


def tls(url: str) -> ssl.SSLContext | bool:
    """For http a context that trusts nobody: loading the certificates costs 50 ms, and none is needed."""
    return True if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def request(out: HttpRequest, seconds: float | None, client: httpx.Client | httpx.AsyncClient | None) -> httpx.Request:
    """The request, built by hand, or by the user's client with what it adds."""
    connect = None if seconds is None else min(seconds, _SLOWEST_CONNECT)
    timeouts = {"connect": connect, "read": seconds, "write": seconds, "pool": seconds}
    files = fields = None
    if out.multipart is not None:
        files, fields = out.multipart.files, _joined(out.multipart.fields)
    build = httpx.Request if client is None else client.build_request
    return build(
        out.method,
        out.url,
        headers=out.headers,
        content=out.content,
        data=fields,
        files=files,
        extensions={"timeout": timeouts},
    )


def async_request(out: HttpRequest, seconds: float | None, client: httpx.AsyncClient | None) -> httpx.Request:
    """The same for async clients, without the async generators of httpx: one left in the middle, when a connection
    breaks, makes trio warn."""
    built = request(out, seconds, client)
    if isinstance(built.stream, httpx.SyncByteStream):
        built.stream = _Content(built.stream)
    return built


def once(content: bytes) -> Iterator[bytes]:
    """A body that was read already."""
    return iter((content,))


def async_once(content: bytes) -> AsyncIterator[bytes]:
    """The same for async clients."""
    return _Pieces(iter((content,)))


class _Content(httpx.AsyncByteStream):
    """What is sent, as an async stream without a generator."""

    def __init__(self, pieces: httpx.SyncByteStream) -> None:
        self._pieces = pieces

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Pieces(iter(self._pieces))


class _Pieces(AsyncIterator[bytes]):
    """An iterator for those who wait, though there is nothing to wait for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    @override
    async def __anext__(self) -> bytes:
        for piece in self._pieces:
            return piece
        raise StopAsyncIteration


def _joined(fields: contract.Pairs) -> dict[str, list[str]]:
    """Form fields as httpx takes them; a name may come more than once."""
    out: dict[str, list[str]] = {}
    for name, value in fields:
        out.setdefault(name, []).append(value)
    return out
