"""How one attempt ended, as the HTTP adapter tells it: an answer, or the reason why there is none.

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
    """The app's version, where the answer says one."""
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
    """How long an attempt may take, and how much may come."""

    seconds: float | None = None
    """For each step of the server."""
    until: float | None = None
    """On the monotonic clock: no answer is read any further after that."""
    bytes: int | None = None
    """Of the body."""
    packed: int | None = None
    """Of a packed body, unpacked."""
    reading: float | None = None
    """Seconds for all of the body, from its head on."""


class TransportFailure(NamedTuple):
    """No answer came, or not all of it."""

    kind: FailureKind
    reason: str = ""
    """A short reason that quotes nothing, such as ``ECONNREFUSED``."""
    head: HttpResponse | None = None
    """For an answer that broke off: its status and headers, without a body."""
    received: int = 0
    """Bytes of the body that came, unpacked where they could be."""
