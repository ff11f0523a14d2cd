"""Converts exceptions of httpx, of what it is made of, and of the network to `TransportFailure`."""

from __future__ import annotations

import errno
import ssl
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import TypeGuard

from ..._core.http.outcome import FailureKind, TransportFailure
from ..request_body import FileError

_SENDING = ("HTTPError", "InvalidURL", "StreamError")
_CORE = (
    "NetworkError",
    "ProtocolError",
    "TimeoutException",
    "UnsupportedProtocol",
    "ProxyError",
    "ConnectionNotAvailable",
)
_KINDS: dict[str, FailureKind] = {
    "ConnectTimeout": "connect-timeout",
    "PoolTimeout": "busy",
    "TimeoutException": "timeout",
    "ConnectError": "connect",
    "ProxyError": "connect",
    "UnsupportedProtocol": "connect",
    "InvalidURL": "connect",
    "DecodingError": "unreadable",
}
"""By the name of a class, which httpx and httpx2 have in common."""


def errors() -> tuple[type[Exception], ...]:
    """What sending and reading may raise: of httpx, and of the libraries below it, whose exceptions httpx converts only
    in part. These are imported at the first failure, because a client is created without them."""
    import anyio
    import h11

    found: list[type[Exception]] = [OSError, FileError, h11.ProtocolError]
    found += anyio.BrokenResourceError, anyio.BusyResourceError, anyio.ClosedResourceError, anyio.EndOfStream
    for number in ("", "2"):
        if f"httpx{number}" in sys.modules:
            found += (getattr(sys.modules[f"httpx{number}"], name) for name in _SENDING)
            found += (getattr(import_module(f"httpcore{number}"), name) for name in _CORE)
    return tuple(found)


def _kind(error: Exception) -> FailureKind:
    names = (parent.__name__ for parent in type(error).__mro__)
    kinds: list[FailureKind] = [*(_KINDS[name] for name in names if name in _KINDS), "cut"]
    kind = kinds[0]
    is_tls = kind == "connect" and any(isinstance(link, ssl.SSLError) for link in _chain(error))
    return "tls" if is_tls else kind


def failure(error: Exception) -> TransportFailure:
    """The failure, with a short reason. Messages of exceptions are not quoted: they may contain data of the server."""
    kind = _kind(error)
    if isinstance(error, FileError):
        return TransportFailure("file", error.problem, sent=error.sent)
    for link in _chain(error):
        if isinstance(link, ssl.SSLCertVerificationError):
            return TransportFailure(kind, link.verify_message)
        if isinstance(link, ssl.SSLError):  # its errno is a number of OpenSSL
            reason = link.reason if hasattr(link, "reason") else None  # those of OpenSSL have it
            return TransportFailure(kind, reason or type(link).__name__)
        if isinstance(link, OSError) and (name := errno.errorcode.get(link.errno or 0)) is not None:
            return TransportFailure(kind, name)
    return TransportFailure(kind, type(error).__name__)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and its causes, also those in the groups that anyio raises after trying several addresses."""
    while error is not None:
        yield error
        if _is_group(error):
            for part in error.exceptions:
                yield from _chain(part)
        error = error.__cause__ or error.__context__


def _is_group(error: BaseException) -> TypeGuard[BaseExceptionGroup[BaseException]]:
    return isinstance(error, BaseExceptionGroup)
