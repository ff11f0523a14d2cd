"""Errors of calls that went out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ._base import BeeperError
from ._context import AnswerInfo, CallInfo

if TYPE_CHECKING:
    from .._core.generated import AnyRequest

HTML_HINT = "the response is an HTML page, not the API's JSON: is base_url right?"


class APIError(BeeperError):
    """A call went out and failed."""

    def __init__(self, text: str, call: CallInfo) -> None:
        self.call = call
        super().__init__(f"{call}: {text}")

    @property
    def operation(self) -> str:
        """As in ``beeper.chats.list``: ``chats.list``."""
        return self.call.operation

    @property
    def request_id(self) -> str:
        """The SDK's own name for this call, as hooks and logs show it."""
        return self.call.request_id


class APIConnectionError(APIError):
    """There was no answer: nobody listens, the name is unknown, the connection was cut."""


class APITimeoutError(APIConnectionError):
    """There was no answer in time."""


class AnsweredError(APIError):
    """What errors about an answer share."""

    def __init__(self, text: str, call: CallInfo, answer: AnswerInfo) -> None:
        self.answer = answer
        super().__init__(text, call)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.answer.status

    @property
    def content_type(self) -> str | None:
        """Media type of the answer."""
        return self.answer.content_type

    @property
    def length(self) -> int:
        """Bytes of the answer's body."""
        return self.answer.length


class APIStatusError(AnsweredError):
    """The server said no. ``status``, ``code`` and ``issues`` say how."""

    @property
    def code(self) -> str | None:
        """The server's error code, such as ``not_found``; None when it gave none, or one that may be private data."""
        return self.answer.code

    @property
    def server_message(self) -> str | None:
        """The server's message for people. It may quote private data: it is in no text, repr, log or pickle of the
        error, and None after pickling."""
        return self.answer.message

    @property
    def issues(self) -> tuple[str, ...]:
        """Fields the server refused, such as ``body.chatID``."""
        return self.answer.issues

    @property
    def retry_after(self) -> float | None:
        """Seconds the server asks to wait before the next call."""
        return self.answer.retry_after

    @property
    def server_version(self) -> str | None:
        """Version of the app that answered."""
        return self.answer.server_version


class BadRequestError(APIStatusError):
    """400: the server could not make sense of the call."""


class AuthenticationError(APIStatusError):
    """401: no token, or not one the server takes."""


class TokenExpired(AuthenticationError):
    """401: the token was good once. Beeper renews none: log in again, as by ``python -m beeper_sdk login``."""


class PermissionDeniedError(APIStatusError):
    """403: the token does not allow this."""


class MissingScope(PermissionDeniedError):
    """403: the token lacks the scope this needs; ``scope`` is its name, such as ``write``."""

    def __init__(self, text: str, call: CallInfo, answer: AnswerInfo, scope: str) -> None:
        self.scope = scope
        super().__init__(text, call, answer)


class NotFoundError(APIStatusError):
    """404: there is no such thing, or no such operation in this app."""


class ConflictError(APIStatusError):
    """409: the present state does not allow it. Asking again would not help, so it is never retried."""


class UnprocessableEntityError(APIStatusError):
    """422: well-formed, but refused; ``issues`` names the fields."""


class RateLimitError(APIStatusError):
    """429: too many calls; ``retry_after`` says how long to wait, where the server told."""


class InternalServerError(APIStatusError):
    """500 and above: the server failed."""


class ResponseDecodeError(AnsweredError):
    """The answer cannot be read: not JSON, cut off, or of another shape than documented.

    ``path`` is the JSON path of the fault and ``problem`` what was expected there. For HTML, such as a
    proxy's error page, ``answer.title`` is the page's title, in memory only.
    """

    def __init__(self, call: CallInfo, answer: AnswerInfo, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        kind = answer.content_type or "no content type"
        text = f"{path}: {problem} (status {answer.status}, {kind}, {answer.length} bytes)"
        if answer.is_html:
            text += f"; {HTML_HINT}"
        super().__init__(text, call, answer)


class ResponseTooLarge(ResponseDecodeError):
    """The answer is longer than ``max_response_bytes``, unpacked; the rest of it was not read."""


class DeliveryUncertain(APIError):
    """The call may have happened: it left this machine, and no answer says that it failed.

    It is not sent again, for it would happen twice. ``__cause__`` is what came instead of an answer,
    ``fingerprint`` tells this call from others without saying what was in it, ``sent_at`` is when it left.
    `beeper.messages.check(error)` looks whether it happened: for that the error knows the call, in memory only.
    """

    _in_memory_only = frozenset({"_request"})
    _request: AnyRequest | None = None

    def __init__(
        self, call: CallInfo, fingerprint: str, sent_at: datetime, what: str, request: AnyRequest | None = None
    ) -> None:
        self.fingerprint = fingerprint
        self.sent_at = sent_at
        self._request = request
        super().__init__(
            f"{what}; it may have happened all the same and was not sent again. Look before you repeat it", call
        )

    @property
    def request(self) -> AnyRequest | None:
        """The call itself, for `check`. It is in no repr, text or pickle of the error: None after pickling."""
        return self._request
