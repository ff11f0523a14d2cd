"""Converts what sockets, parsers and files raise to `TransportFailure`."""

from __future__ import annotations

import errno

from ..._core.http.outcome import FailureKind, TransportFailure
from ..parsing import ProtocolViolation
from ..request_body import FileError
from .server import InvalidRequest


class NotConnected(Exception):
    """No connection could be opened, so nothing was sent."""

    def __init__(self, kind: FailureKind, reason: str) -> None:
        super().__init__()
        self.kind: FailureKind = kind
        self.reason: str = reason


ERRORS = (OSError, ProtocolViolation, FileError, NotConnected, InvalidRequest)
"""What sending and reading may raise."""


def failure(error: Exception, sent: int = 1) -> TransportFailure:
    """The failure, with a short reason. `sent`: how many bytes of the request may have been sent.

    Messages of exceptions are not quoted: they may contain data of the server."""
    is_sent = sent > 0
    if isinstance(error, FileError):
        return TransportFailure("file", error.problem, sent=error.sent and is_sent)
    if isinstance(error, NotConnected):
        return TransportFailure(error.kind, error.reason)
    if isinstance(error, InvalidRequest):
        return TransportFailure("cut", "a header of the request is invalid", sent=False)
    if isinstance(error, TimeoutError):
        return TransportFailure("timeout", "timeout", sent=is_sent)
    if isinstance(error, OSError):
        return TransportFailure("cut", os_reason(error), sent=is_sent)
    return TransportFailure("cut", "the connection ended early or the response is no valid HTTP", sent=is_sent)


def os_reason(error: OSError) -> str:
    """The name of an error of the operating system, such as ``ECONNREFUSED``."""
    return errno.errorcode.get(error.errno or 0, type(error).__name__)
