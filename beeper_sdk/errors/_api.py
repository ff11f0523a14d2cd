"""Errors of requests that were sent."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ._base import BeeperError
from ._context import AnswerInfo, CallInfo

if TYPE_CHECKING:
    from .._core.generated import AnyRequest

HTML_HINT = "the response is an HTML page, not JSON; check base_url"


class APIError(BeeperError):
    """A request was sent and failed. Base class of connection, status and decoding errors."""

    def __init__(self, text: str, call: CallInfo) -> None:
        self.call: CallInfo = call
        super().__init__(f"{call}: {text}")

    @property
    def operation(self) -> str:
        """As in ``beeper.chats.list``: ``chats.list``."""
        return self.call.operation

    @property
    def request_id(self) -> str:
        """The SDK's ID of this call, as shown in hooks and logs."""
        return self.call.request_id


class APIConnectionError(APIError):
    """No response was received: the connection was refused or lost, or the host is unknown."""


class APITimeoutError(APIConnectionError):
    """No response was received in time."""


class AnsweredError(APIError):
    """Base class of errors that have a response: its status, content type and length."""

    def __init__(self, text: str, call: CallInfo, answer: AnswerInfo) -> None:
        self.answer: AnswerInfo = answer
        super().__init__(text, call)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.answer.status

    @property
    def content_type(self) -> str | None:
        """Media type of the response."""
        return self.answer.content_type

    @property
    def length(self) -> int:
        """Size of the response body in bytes."""
        return self.answer.length


class APIStatusError(AnsweredError):
    """The server responded with an error status. See ``status``, ``code`` and ``issues``."""

    @property
    def code(self) -> str | None:
        """The server's error code, such as ``not_found``. None if there is none, or if it may contain private data."""
        return self.answer.code

    @property
    def server_message(self) -> str | None:
        """The server's error message. It may quote private data, so it is excluded from the text, repr, logs and
        pickle of the error; None after unpickling."""
        return self.answer.message

    @property
    def issues(self) -> tuple[str, ...]:
        """The fields that the server rejected, such as ``body.chatID``."""
        return self.answer.issues

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait before the next request, as sent by the server in Retry-After. None if it sent none."""
        return self.answer.retry_after

    @property
    def server_version(self) -> str | None:
        """Version of the app that responded. None if the response does not contain it."""
        return self.answer.server_version


class BadRequestError(APIStatusError):
    """400: the request is invalid."""


class AuthenticationError(APIStatusError):
    """401: the token is missing or invalid."""


class TokenExpired(AuthenticationError):
    """401: the server accepted this token before and no longer does, or says that it has expired.

    Beeper has no refresh tokens: log in again, for example with ``python -m beeper_sdk login``.
    """


class PermissionDeniedError(APIStatusError):
    """403: the token does not allow this."""


class MissingScope(PermissionDeniedError):
    """403, or on some apps 401: the token lacks the scope that the operation requires. ``scope`` is its name, such as
    ``write``."""

    def __init__(self, text: str, call: CallInfo, answer: AnswerInfo, scope: str) -> None:
        self.scope: str = scope
        super().__init__(text, call, answer)


class NotFoundError(APIStatusError):
    """404: the resource does not exist, or the app does not have the operation."""


class ConflictError(APIStatusError):
    """409: the current state does not allow the operation. Never retried, because a retry would fail the same way."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed, but has invalid values. ``issues`` lists the fields."""


class RateLimitError(APIStatusError):
    """429: too many requests. ``retry_after`` is the number of seconds to wait, if the server sent it."""


class InternalServerError(APIStatusError):
    """500 and above: an error in the server."""


class ResponseDecodeError(AnsweredError):
    """The response cannot be decoded: it is not JSON, is incomplete, or has another structure than documented.

    ``path`` is the JSON path of the error and ``problem`` describes it. For an HTML page, such as the error page of a
    proxy, ``answer.title`` is the title of the page (in memory only).
    """

    def __init__(self, call: CallInfo, answer: AnswerInfo, path: str, problem: str) -> None:
        self.path: str = path
        self.problem: str = problem
        kind = answer.content_type or "no content type"
        text = f"cannot decode the response at {path}: {problem}"
        text += f" (status {answer.status}, {kind}, {answer.length} bytes)"
        if answer.is_html:
            text += f"; {HTML_HINT}"
        super().__init__(text, call, answer)


class ResponseTooLarge(ResponseDecodeError):
    """The response is larger than ``max_response_bytes`` after decompression. The rest of it was not read."""


class DeliveryUncertain(APIError):
    """The request may have succeeded: it was sent, and no response shows that it failed.

    It is not retried, because that could send a message twice. Call ``beeper.messages.check(error)`` to find out
    whether the message arrived; for that, the error holds the request (in memory only). After a 404 it is raised only
    if no read shows that the chat, message or account does not exist; otherwise `NotFoundError` is.

    ``__cause__`` is the error that occurred. ``fingerprint`` is a hash that identifies the request without revealing
    its contents. ``sent_at`` is the time at which it was sent.
    """

    _in_memory_only = frozenset({"_request"})
    _request: AnyRequest | None = None

    def __init__(
        self, call: CallInfo, fingerprint: str, sent_at: datetime, what: str, request: AnyRequest | None = None
    ) -> None:
        self.fingerprint: str = fingerprint
        self.sent_at: datetime = sent_at
        self._request = request
        super().__init__(
            f"{what}; the request may still have succeeded and was not retried; "
            "call messages.check(error) before sending again",
            call,
        )

    @property
    def request(self) -> AnyRequest | None:
        """The request, for `check`. It is excluded from the repr, text and pickle of the error; None after
        unpickling."""
        return self._request

    @property
    def status(self) -> int | None:
        """HTTP status of the response. None if there was no response."""
        return self.__cause__.status if isinstance(self.__cause__, AnsweredError) else None

    @property
    def code(self) -> str | None:
        """The server's error code. None if there was no response, or none with a code."""
        return self.__cause__.code if isinstance(self.__cause__, APIStatusError) else None
