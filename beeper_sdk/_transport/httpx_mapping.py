"""Converts encoded requests to httpx requests, and httpx exceptions to `TransportFailure`. No I/O."""

from __future__ import annotations

import errno
import os
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from http.cookiejar import CookieJar, DefaultCookiePolicy
from sys import flags
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

import httpx

from .._core.calls.request_encoding import HttpRequest
from .._core.config import settings
from .._core.generated import contract
from .._core.http.outcome import FailureKind, TransportFailure
from .._core.util.override import override
from .._core.util.urls import is_loopback

if TYPE_CHECKING:
    from .environment import Route

AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
Transport: TypeAlias = httpx.BaseTransport
AsyncHttpClient: TypeAlias = httpx.AsyncClient
HttpClient: TypeAlias = httpx.Client
HttpxResponse: TypeAlias = httpx.Response
AsyncSend: TypeAlias = Callable[[httpx.Request], Awaitable[httpx.Response]]
Send: TypeAlias = Callable[[httpx.Request], httpx.Response]

_MAX_CONNECT_TIMEOUT = 10.0
"""Maximum seconds to connect: a server that has not accepted a connection by then is considered unreachable."""

MAX_CALLS = 100
"""Maximum number of concurrent calls of a client. Further calls wait for a slot."""
HTTPX_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0)
"""Idle connections are kept for 5 seconds. The number of connections is limited by slots here, not by httpcore: the
cost of its queue grows with its length, and a call that gives up at the moment it gets a slot can lose the slot."""


class _FileError(Exception):
    """The file of an upload cannot be read, or has another size than the request says."""


ERRORS = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ssl.SSLError, _FileError)


def _kind(error: Exception) -> FailureKind:
    if isinstance(error, httpx.ConnectTimeout):
        return "connect-timeout"
    if isinstance(error, httpx.PoolTimeout):
        return "busy"
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return "tls" if _is_caused_by(error, ssl.SSLError) else "connect"
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return "connect"
    return "unreadable" if isinstance(error, httpx.DecodingError) else "cut"


def _is_group(error: BaseException) -> TypeGuard[BaseExceptionGroup[BaseException]]:
    return isinstance(error, BaseExceptionGroup)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and its causes, also those in the groups that anyio raises after trying several addresses."""
    while error is not None:
        yield error
        if _is_group(error):
            for part in error.exceptions:
                yield from _chain(part)
        error = error.__cause__ or error.__context__


def _is_caused_by(error: BaseException, kind: type[BaseException]) -> bool:
    return any(isinstance(link, kind) for link in _chain(error))


def failure(error: Exception) -> TransportFailure:
    """The failure, with a short reason. Messages of exceptions are not quoted: they may contain data of the server."""
    if isinstance(error, _FileError):
        return TransportFailure("file")
    for link in _chain(error):
        if isinstance(link, ssl.SSLCertVerificationError):
            return TransportFailure(_kind(error), link.verify_message)
        if isinstance(link, ssl.SSLError):  # its errno is a number of OpenSSL
            return TransportFailure(_kind(error), link.reason or type(link).__name__)
        if isinstance(link, OSError) and (name := errno.errorcode.get(link.errno or 0)) is not None:
            return TransportFailure(_kind(error), name)
    return TransportFailure(_kind(error), type(error).__name__)


def user_agent() -> str:
    """The User-Agent header of a client."""
    return settings.user_agent(f"httpx/{httpx.__version__}")


def find_route(url: str) -> Route | None:
    """How to reach another machine; None for this one. Raises ValueError for an invalid variable of the environment."""
    if url.startswith("https:") and (path := os.environ.get("SSLKEYLOGFILE")) and not flags.ignore_environment:
        from .environment import check_key_log

        check_key_log(path)
    if is_loopback(url):
        return None
    from . import environment

    return environment.find_route(url)


def tls(url: str) -> ssl.SSLContext | bool:
    """The `verify` argument of httpx. For http it is an empty context, because loading certificates takes 50 ms."""
    return True if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def no_cookies() -> CookieJar:
    """A jar that stays empty: the API does not use cookies, and a server could fill the memory with them."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


def request(
    http_request: HttpRequest, seconds: float | None, client: httpx.Client | httpx.AsyncClient | None
) -> httpx.Request:
    """The httpx request. A client that the user supplied adds its own headers and cookies."""
    # The connect timeout is shorter than that of reads: a response may take long, but connecting does not.
    connect = None if seconds is None else min(seconds, _MAX_CONNECT_TIMEOUT)
    timeouts = {"connect": connect, "read": seconds, "write": seconds, "pool": seconds}
    files = fields = None
    if http_request.multipart is not None:
        files, fields = http_request.multipart.files, _grouped(http_request.multipart.fields)
    build = httpx.Request if client is None else client.build_request
    try:
        built = build(
            http_request.method,
            http_request.url,
            headers=http_request.headers,
            content=http_request.content,
            data=fields,
            files=files,
            extensions={"timeout": timeouts},
        )
    except OSError:
        raise _FileError from None
    if files is not None and isinstance(built.stream, httpx.SyncByteStream):
        built.stream = _FormContent(built.stream, built.headers.get("Content-Length"))
    return built


def async_request(http_request: HttpRequest, seconds: float | None, client: httpx.AsyncClient | None) -> httpx.Request:
    """The same for async clients, without the async generators of httpx: trio warns about a generator that is not run
    to its end, as when a connection is lost."""
    built = request(http_request, seconds, client)
    if isinstance(built.stream, httpx.SyncByteStream) and not isinstance(built.stream, _Content):
        built.stream = _Content(built.stream)
    return built


def pool_timeout(request: httpx.Request) -> float | None:
    """Maximum seconds that a request waits for a slot while no other call ends."""
    seconds: float | None = request.extensions["timeout"]["pool"]
    return seconds


def once(content: bytes) -> Iterator[bytes]:
    """The stream of a body that was read already."""
    return iter((content,))


def async_once(content: bytes) -> AsyncIterator[bytes]:
    """The same for async clients."""
    return _Pieces(iter((content,)))


def exhaust(pieces: Iterator[bytes]) -> None:
    """Does nothing: the body of a blocking client need not be read to its end, and another thread may be reading it."""


async def async_exhaust(pieces: AsyncIterator[bytes]) -> None:
    """Read a closed body to its end, because trio warns about an async generator that is not run to its end."""
    with suppress(*ERRORS):
        async for _ in pieces:
            pass


class _Content(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The content of a request as an async stream without a generator. Also a sync stream, as in httpx: the user's
    transport may call ``request.read()``."""

    def __init__(self, pieces: httpx.SyncByteStream) -> None:
        self._pieces = pieces

    @override
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Pieces(iter(self))


class _FormContent(_Content):
    """The content of an upload, of the size that its header says: a file can change after its size was read."""

    def __init__(self, pieces: httpx.SyncByteStream, size: str | None) -> None:
        super().__init__(pieces)
        self._size = size

    @override
    def __iter__(self) -> Iterator[bytes]:
        left = None if self._size is None else int(self._size)
        try:
            for piece in self._pieces:
                if left is not None and (left := left - len(piece)) < 0:
                    break  # before the last byte: the server cannot take the request for complete
                yield piece
        except OSError:
            raise _FileError from None
        if left:
            raise _FileError


class _Pieces(AsyncIterator[bytes]):
    """An async iterator over pieces that are in memory."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    @override
    async def __anext__(self) -> bytes:
        for piece in self._pieces:
            return piece
        raise StopAsyncIteration


def _grouped(fields: contract.Pairs) -> dict[str, list[str]]:
    """Form fields as httpx expects them: a name that occurs several times has a list of values."""
    grouped: dict[str, list[str]] = {}
    for name, value in fields:
        grouped.setdefault(name, []).append(value)
    return grouped
