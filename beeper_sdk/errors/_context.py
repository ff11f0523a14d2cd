"""The request and response data that errors hold. Neither contains an ID, a text or a token in its repr.

These are named tuples because creating an attrs class costs 0.7 ms at every start of a program.
"""

from __future__ import annotations

from typing import NamedTuple

from .._core.util.override import override


class CallInfo(NamedTuple):
    """The call that an error belongs to."""

    operation: str
    """As in ``beeper.chats.list``: ``chats.list``."""
    method: str
    """The HTTP method."""
    template: str
    """The path without its IDs: ``/v1/chats/{chatID}``."""
    request_id: str
    """The SDK's ID of this call, the same for all its attempts. Empty if nothing was sent."""
    attempts: int = 1
    """Number of attempts, including the first."""

    @override
    def __str__(self) -> str:
        request = f", request {self.request_id}" if self.request_id else ""
        return f"{self.operation} ({self.method} {self.template}{request})"


class Issue(NamedTuple):
    """A field that the server rejected. In memory only, and its repr shows nothing: a server may quote private data."""

    path: str
    """Where it is in the request: ``body.chatID``."""
    code: str | None = None
    """What is wrong with it, as a word: ``too_small``."""
    message: str | None = None
    """What is wrong with it."""

    @override
    def __repr__(self) -> str:
        return "<Issue>"


class PrivateTexts:
    """Free text of a response, which may quote private data. In memory only, excluded from repr and pickles."""

    __slots__ = ("issues", "message", "title")

    def __init__(self, message: str | None = None, title: str | None = None, issues: tuple[Issue, ...] = ()) -> None:
        self.message: str | None = message
        """The server's error message."""
        self.title: str | None = title
        """Title of the page, if the response is HTML."""
        self.issues: tuple[Issue, ...] = issues
        """The fields that the server rejected."""

    @override
    def __repr__(self) -> str:
        return "<private>"

    @override
    def __reduce__(self) -> tuple[object, ...]:
        return _no_texts, ()


def _no_texts() -> None:
    """The value that replaces private texts in a pickle: None."""


class AnswerInfo(NamedTuple):
    """The part of a response that errors hold."""

    status: int
    """The HTTP status."""
    code: str | None = None
    """The server's error code, such as ``not_found``."""
    fields: tuple[str, ...] = ()
    """The names of the fields that the server rejected, such as ``body.chatID``."""
    content_type: str | None = None
    """Media type of the response."""
    length: int = 0
    """Size of the body in bytes."""
    server_version: str | None = None
    """Version of the app, if the response contains it."""
    retry_after: float | None = None
    """Seconds to wait before the next request, as sent by the server."""
    texts: PrivateTexts | None = None
    """Free text of the response; None after unpickling."""

    @property
    def message(self) -> str | None:
        """The server's error message, which may quote private data. Not in the repr; None after unpickling."""
        return self.texts.message if self.texts else None

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The fields that the server rejected, with its messages. Not in the repr; empty after unpickling."""
        return self.texts.issues if self.texts else ()

    @property
    def title(self) -> str | None:
        """Title of the page, if the response is HTML. Not in the repr; None after unpickling."""
        return self.texts.title if self.texts else None

    @property
    def is_html(self) -> bool:
        """Whether the response is an HTML page, such as the error page of a proxy."""
        return "html" in (self.content_type or "") or self.title is not None
