"""Converts exceptions of the network to `TransportFailure`. `httpx_failures` converts those of httpx."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator
from typing import TypeGuard

from .._core.http.outcome import FailureKind, TransportFailure
from .request_body import FileError


def _is_group(error: BaseException) -> TypeGuard[BaseExceptionGroup[BaseException]]:
    return isinstance(error, BaseExceptionGroup)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and its causes, also those in the groups that anyio raises after trying several addresses."""
    while error is not None:
        yield error
        if _is_group(error):
            for part in error.exceptions:
                yield from chain(part)
        error = error.__cause__ or error.__context__


def failure(error: Exception, kind: FailureKind) -> TransportFailure:
    """The failure, with a short reason. Messages of exceptions are not quoted: they may contain data of the server."""
    if isinstance(error, FileError):
        return TransportFailure("file", error.problem, sent=error.sent)
    for link in chain(error):
        if isinstance(link, ssl.SSLCertVerificationError):
            return TransportFailure(kind, link.verify_message)
        if isinstance(link, ssl.SSLError):  # its errno is a number of OpenSSL
            reason = link.reason if hasattr(link, "reason") else None  # those of OpenSSL have it
            return TransportFailure(kind, reason or type(link).__name__)
        if isinstance(link, OSError) and (name := errno.errorcode.get(link.errno or 0)) is not None:
            return TransportFailure(kind, name)
    return TransportFailure(kind, type(error).__name__)
