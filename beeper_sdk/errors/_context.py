"""What errors keep of a call and of its answer. Neither holds an id, a text or a token.

Named tuples: an attrs class takes 0.7 ms to make, at every start of a program.
"""

from __future__ import annotations

from typing import NamedTuple

from .._core.util.override import override


class CallInfo(NamedTuple):
    """Which call an error is about."""

    operation: str
    """As in ``beeper.chats.list``: ``chats.list``."""
    method: str
    template: str
    """The path without its ids: ``/v1/chats/{chatID}``."""
    request_id: str
    """The SDK's own name for this call, the same over all its attempts."""
    attempts: int = 1

    @override
    def __str__(self) -> str:
        return f"{self.operation} ({self.method} {self.template}, request {self.request_id})"


class AnswerInfo(NamedTuple):
    """What is kept of an answer."""

    status: int
    code: str | None = None
    """The server's error code, such as ``not_found``."""
    issues: tuple[str, ...] = ()
    """Fields the server refused, such as ``body.chatID``."""
    content_type: str | None = None
    length: int = 0
    """Bytes of the body."""
    title: str | None = None
    """Title of the page, when the answer is HTML."""
    server_version: str | None = None
    retry_after: float | None = None
    """Seconds the server asks to wait."""
