"""Converts exceptions of httpx, and of what it is made of, to `TransportFailure`."""

from __future__ import annotations

import ssl
import sys
from importlib import import_module

from .._core.http.outcome import FailureKind, TransportFailure
from . import failures
from .request_body import FileError

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
    is_tls = kind == "connect" and any(isinstance(link, ssl.SSLError) for link in failures.chain(error))
    return "tls" if is_tls else kind


def failure(error: Exception) -> TransportFailure:
    """The failure. Its kind follows from the class of the exception."""
    return failures.failure(error, _kind(error))
