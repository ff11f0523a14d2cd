"""Converts exceptions of httpx and of the network to `TransportFailure`."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator
from functools import cache
from typing import TypeGuard

import httpx

from .._core.http.outcome import FailureKind, TransportFailure


class FileError(Exception):
    """The file of an upload cannot be read, or has another size than the request says."""

    def __init__(self, problem: str, *, sent: bool) -> None:
        super().__init__(problem)
        self.problem: str = problem
        self.sent: bool = sent
        """Whether a part of the request may have been sent."""


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
    if isinstance(error, FileError):
        return TransportFailure("file", error.problem, sent=error.sent)
    for link in _chain(error):
        if isinstance(link, ssl.SSLCertVerificationError):
            return TransportFailure(_kind(error), link.verify_message)
        if isinstance(link, ssl.SSLError):  # its errno is a number of OpenSSL
            reason = link.reason if hasattr(link, "reason") else None  # those of OpenSSL have it
            return TransportFailure(_kind(error), reason or type(link).__name__)
        if isinstance(link, OSError) and (name := errno.errorcode.get(link.errno or 0)) is not None:
            return TransportFailure(_kind(error), name)
    return TransportFailure(_kind(error), type(error).__name__)
