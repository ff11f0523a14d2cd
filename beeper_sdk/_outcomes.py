"""How one attempt ended, as the HTTP adapter tells it: an answer, or the reason why there is none.

Failures are values, not exceptions: an HTTP library's exception holds the request, and with it the token.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from ._typing import override

FailureKind: TypeAlias = Literal["connect", "tls", "connect-timeout", "busy", "timeout", "cut", "unreadable"]

UNSENT: frozenset[FailureKind] = frozenset({"connect", "tls", "connect-timeout", "busy"})
"""Failures where it is certain that no byte of the request reached the server."""


def server_version(headers: Mapping[str, str]) -> str | None:
    """The app's version, where the answer says one."""
    text = headers.get("x-beeper-desktop-version", "")
    return text if text and len(text) <= 40 and text.replace(".", "").replace("-", "").isalnum() else None


class Answer:
    """An HTTP answer, read to its end."""

    __slots__ = ("content", "headers", "status_code")

    def __init__(self, status_code: int, headers: Mapping[str, str], content: bytes) -> None:
        self.status_code = status_code
        self.headers = headers
        """Names in any case."""
        self.content = content

    @override
    def __repr__(self) -> str:
        return f"<Answer {self.status_code}, {len(self.content)} bytes>"


class Failure(NamedTuple):
    """No answer came, or not all of it."""

    kind: FailureKind
    reason: str = ""
    """A short reason that quotes nothing, such as ``ECONNREFUSED``."""
    head: Answer | None = None
    """For an answer that broke off: its status and headers, without a body."""
    received: int = 0
    """Bytes of the body that came."""
