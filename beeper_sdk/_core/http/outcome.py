"""The outcome of an attempt, as reported by the HTTP adapter: a response, or the reason why there is none.

Failures are values, not exceptions: an exception of httpx holds the request and with it the token, and would become the
__context__ of the error that users see.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, NamedTuple, Protocol, TypeAlias

from ..util.override import override

FailureKind: TypeAlias = Literal[
    "connect", "tls", "connect-timeout", "busy", "timeout", "cut", "file", "unreadable", "too-large", "cancelled"
]
"""Why there is no complete response.

``connect``, ``tls`` and ``connect-timeout``: no connection was established. ``busy``: the call had to wait too long for
its turn. ``timeout``: a step took too long. ``cut``: the connection ended early, or the response is no valid HTTP.
``file``: a file to be sent could not be read. ``unreadable``: the body cannot be decompressed. ``too-large``: it is
larger than ``max_response_bytes``. ``cancelled``: the call was cancelled, or interrupted by Ctrl-C.
"""

NOT_SENT: frozenset[FailureKind] = frozenset({"connect", "tls", "connect-timeout", "busy"})
"""Failures where it is certain that no byte of the request reached the server."""


def server_version(headers: Mapping[str, str]) -> str | None:
    """The version of the app; None if the response does not contain it."""
    text = headers.get("x-beeper-desktop-version", "")
    # This runs for each response: the common form, numbers only, is accepted without regular expressions.
    if not text or (text.isascii() and all(len(part) <= 4 and part.isdigit() for part in text.split(".", 3))):
        return text or None
    from .redaction import version  # imported for versions such as 4.3.73-beta only

    return version(text)


def http_date(text: str | None) -> datetime | None:
    """The date of a header, in whole seconds; None if it is missing or invalid. Without a time zone it is in UTC."""
    if text is None:
        return None
    from email.utils import parsedate_to_datetime  # imported here because most calls read no date

    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)


class ResponseHead(Protocol):
    """Status and headers of a response, whether or not its body was read."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...


class HttpResponse(NamedTuple):
    """An HTTP response with its whole body."""

    status_code: int
    headers: Mapping[str, str]
    """Lookup ignores case."""
    content: bytes

    @override
    def __repr__(self) -> str:
        return f"<HttpResponse {self.status_code}, {len(self.content)} bytes>"


class ReadLimits(NamedTuple):
    """The limits of an attempt: its duration and the size of the response body."""

    timeout: float | None = None
    """Seconds for each step: connecting, sending a part, the head of the response, and each piece of its body."""
    deadline: float | None = None
    """Time on the monotonic clock at which all steps end."""
    max_bytes: int | None = None
    """Maximum size of an uncompressed body."""
    max_decoded_bytes: int | None = None
    """Maximum size of a compressed body after decompression."""
    body_timeout: float | None = None
    """Seconds for the whole body, counted from the end of the headers. Replaces `deadline`."""
    max_idle: float | None = None
    """Maximum seconds that a connection may have been idle to be used; None for any that is open."""


class TransportFailure(NamedTuple):
    """No response was received, or only a part of it."""

    kind: FailureKind
    reason: str = ""
    """A short reason without private data, such as ``ECONNREFUSED``."""
    head: HttpResponse | None = None
    """For an incomplete response: its status and headers, without a body."""
    received: int = 0
    """Size of the received part of the body in bytes, decompressed if possible."""
    sent: bool = True
    """False if it is certain that nothing was sent although the kind does not say so: see `is_unsent`."""

    @property
    def is_unsent(self) -> bool:
        """Whether it is certain that no byte of the request reached the server."""
        return self.kind in NOT_SENT or not self.sent
