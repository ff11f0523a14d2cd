"""Converts exceptions of httpx, and of what it is made of, to `TransportFailure`."""

from __future__ import annotations

import ssl
from functools import cache

import httpx

from .._core.http.outcome import FailureKind, TransportFailure
from . import failures
from .request_body import FileError


@cache
def errors() -> tuple[type[Exception], ...]:
    """What sending and reading may raise: of httpx, and of the libraries below it, whose exceptions httpx converts only
    in part. These are imported at the first failure, because a client is created without them."""
    import anyio
    import h11
    import httpcore

    return (
        *(httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, FileError, h11.ProtocolError),
        *(httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.UnsupportedProtocol),
        *(httpcore.ProxyError, httpcore.ConnectionNotAvailable),
        *(anyio.BrokenResourceError, anyio.BusyResourceError, anyio.ClosedResourceError, anyio.EndOfStream),
    )


def _kind(error: Exception) -> FailureKind:
    if isinstance(error, httpx.ConnectTimeout):
        return "connect-timeout"
    if isinstance(error, httpx.PoolTimeout):
        return "busy"
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return "tls" if any(isinstance(link, ssl.SSLError) for link in failures.chain(error)) else "connect"
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return "connect"
    return "unreadable" if isinstance(error, httpx.DecodingError) else "cut"


def failure(error: Exception) -> TransportFailure:
    """The failure. Its kind follows from the class of the exception."""
    return failures.failure(error, _kind(error))
