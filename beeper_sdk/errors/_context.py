"""What errors keep of a call and of its answer. Neither shows an id, a text or a token.

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


class PrivateTexts:
    """Free text of a response, which may quote private data: in memory only, in no repr and in no pickle."""

    __slots__ = ("message", "title")

    def __init__(self, message: str | None = None, title: str | None = None) -> None:
        self.message = message
        self.title = title

    @override
    def __repr__(self) -> str:
        return "<private>"

    @override
    def __reduce__(self) -> tuple[object, ...]:
        return _no_texts, ()


def _no_texts() -> None:
    """What private texts are after pickling."""


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
    server_version: str | None = None
    retry_after: float | None = None
    """Seconds the server asks to wait."""
    texts: PrivateTexts | None = None

    @property
    def message(self) -> str | None:
        """The server's message for people, which may quote private data. Not in the repr; None after pickling."""
        return self.texts.message if self.texts else None

    @property
    def title(self) -> str | None:
        """Title of the page, when the answer is HTML. Not in the repr; None after pickling."""
        return self.texts.title if self.texts else None

    @property
    def is_html(self) -> bool:
        """Is it a web page, such as one of a proxy?"""
        return "html" in (self.content_type or "") or self.title is not None
