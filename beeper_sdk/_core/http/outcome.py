"""The outcome of one attempt, as the HTTP adapter reports it: a response, or the reason why there is none.

Failures are values, not exceptions: an HTTP library's exception holds the request, and with it the token.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, Protocol, TypeAlias

from ..util.override import override

FailureKind: TypeAlias = Literal[
    "connect", "tls", "connect-timeout", "busy", "timeout", "cut", "unreadable", "too-large", "cancelled"
]

NOT_SENT: frozenset[FailureKind] = frozenset({"connect", "tls", "connect-timeout", "busy"})
"""Failures where it is certain that no byte of the request reached the server."""


def server_version(headers: Mapping[str, str]) -> str | None:
    """The app's version, where the response names it."""
    text = headers.get("x-beeper-desktop-version", "")
    if not text or (text.isascii() and all(len(part) <= 4 and part.isdigit() for part in text.split(".", 3))):
        return text or None
    from .redaction import version  # for versions with more than numbers

    return version(text)


class ResponseHead(Protocol):
    """Status and headers of a response, its body read or not."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...


class HttpResponse(NamedTuple):
    """An HTTP response, read to its end."""

    status_code: int
    headers: Mapping[str, str]
    """Names in any case."""
    content: bytes

    @override
    def __repr__(self) -> str:
        return f"<HttpResponse {self.status_code}, {len(self.content)} bytes>"


class ReadLimits(NamedTuple):
    """How long an attempt may take, and how many bytes its body may have."""

    timeout: float | None = None
    """Seconds for each wait: to connect, to send, and for the next bytes."""
    deadline: float | None = None
    """On the monotonic clock: the body is not read any further after that."""
    max_bytes: int | None = None
    """Of a body that is not compressed."""
    max_decoded_bytes: int | None = None
    """Of a compressed body, decompressed."""
    body_timeout: float | None = None
    """Seconds for the whole body, from the end of its headers; replaces `deadline`."""


class TransportFailure(NamedTuple):
    """No response was received, or not all of it."""

    kind: FailureKind
    reason: str = ""
    """A short reason that quotes nothing, such as ``ECONNREFUSED``."""
    head: HttpResponse | None = None
    """For an incomplete response: its status and headers, without a body."""
    received: int = 0
    """Bytes of the body that were received, decompressed where possible."""
