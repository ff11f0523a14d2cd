"""Errors of requests that were sent."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from .._core.util.override import override
from ._base import BeeperError
from ._context import AnswerInfo, CallInfo, Issue

if TYPE_CHECKING:
    from .._core.delivery.moments import Moment
    from .._core.generated import AnyRequest

HTML_HINT = "the response is an HTML page, not JSON; check base_url"


class APIError(BeeperError):
    """A request was sent and failed. Base class of connection, status and decoding errors."""

    def __init__(self, text: str, call: CallInfo) -> None:
        self.call: CallInfo = call
        """The call: its operation, method, path without IDs, and number of attempts."""
        super().__init__(f"{call}: {text}")

    @property
    def operation(self) -> str:
        """As in ``beeper.chats.list``: ``chats.list``."""
        return self.call.operation

    @property
    def request_id(self) -> str:
        """The SDK's ID of this call, as shown in hooks and logs. Empty if nothing was sent."""
        return self.call.request_id

    @property
    def status(self) -> int | None:
        """HTTP status of the response. None if there was no response."""
        return None

    @property
    def code(self) -> str | None:
        """The server's error code, such as ``not_found``, as it was sent. None if there is none, or if it may contain
        private data. See `has_code`."""
        return None

    @property
    def server_message(self) -> str | None:
        """The server's error message. It may quote private data, so it is excluded from the text, repr, logs, hooks and
        pickle of the error; None after unpickling."""
        return None

    def has_code(self, *codes: str) -> bool:
        """Whether `code` is one of these, ignoring case: apps send both ``NOT_FOUND`` and ``not_found``.

        Args:
            codes: Codes of the API, such as ``NOT_FOUND``.
        """
        return self.code is not None and self.code.lower() in map(str.lower, codes)


class NotSupportedByServer(APIError):
    """The app does not support this operation, or not with these arguments. Nothing was done.

    ``needs`` is the first version that supports it, and ``has`` describes the server.
    """

    def __init__(self, call: CallInfo, needs: str, has: str, what: str = "") -> None:
        self.needs = needs
        """The first version of the app that supports it, such as ``4.2.808``."""
        self.has = has
        """The version of the server, or a description of it if it reports none."""
        server, subject = f"Beeper {has}" if has[:1].isdigit() else has, f"a call {what} " if what else ""
        super().__init__(f"{subject}requires Beeper {needs} or later; the server is {server}", call)


class SubscriptionRejected(APIError):
    """The server rejected a subscription to events, such as one to a chat that does not exist.

    `code` is ``INVALID_COMMAND``, ``INVALID_PAYLOAD``, ``NOT_SUBSCRIBED`` or ``INTERNAL_ERROR``.
    """

    _in_memory_only = frozenset({"_message"})
    _message: str | None = None

    def __init__(self, call: CallInfo, code: str | None, message: str | None) -> None:
        self._code = code
        self._message = message
        super().__init__(f"the server rejected the subscription{f', code {code}' if code else ''}", call)

    @property
    @override
    def code(self) -> str | None:
        return self._code

    @property
    @override
    def server_message(self) -> str | None:
        return self._message


class CausedError(APIError):
    """Base class of errors with the status, code and message of the error that is their ``__cause__``."""

    @property
    @override
    def status(self) -> int | None:
        return self.__cause__.status if isinstance(self.__cause__, APIError) else None

    @property
    @override
    def code(self) -> str | None:
        return self.__cause__.code if isinstance(self.__cause__, APIError) else None

    @property
    @override
    def server_message(self) -> str | None:
        return self.__cause__.server_message if isinstance(self.__cause__, APIError) else None


class APIConnectionError(APIError):
    """No response was received: the connection was refused or lost, or the host is unknown."""


class APITimeoutError(APIConnectionError):
    """No response was received in time."""


class AnsweredError(APIError):
    """Base class of errors that have a response: its status, content type and length."""

    def __init__(self, text: str, call: CallInfo, answer: AnswerInfo) -> None:
        self.answer: AnswerInfo = answer
        """The response, without its body."""
        super().__init__(text, call)

    @property
    @override
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
    @override
    def code(self) -> str | None:
        return self.answer.code

    @property
    @override
    def server_message(self) -> str | None:
        return self.answer.message

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The fields that the server rejected: ``path``, ``code`` and ``message`` of each. In memory only, like
        `server_message`; empty after unpickling."""
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


class OperationFailed(BadRequestError):
    """200 to 299 with an error, or with ``success: false``, which some apps respond to `archive` and to reminders, and
    v0 to each rejected write."""


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
        """The name of the scope: ``read`` or ``write``."""
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


class ServerNotLoaded(InternalServerError):
    """The code ``TOOL_EXECUTION_ERROR``: Beeper Server sends it after a restart, until it has loaded its accounts.

    Until then it lists no chats. If a send ends in this error, the server listed none, so nothing was sent. Otherwise
    the error is `DeliveryUncertain`, with this one as its cause.
    """


class ResponseDecodeError(AnsweredError):
    """The response cannot be decoded: it is not JSON, is incomplete, or has another structure than documented.

    ``path`` is the JSON path of the error and ``problem`` describes it. For an HTML page, such as the error page of a
    proxy, ``answer.title`` is the title of the page (in memory only).
    """

    def __init__(self, call: CallInfo, answer: AnswerInfo, path: str, problem: str) -> None:
        self.path: str = path
        """JSON path of the problem: ``$.items[1].id``."""
        self.problem: str = problem
        """What was expected there, and which type was found."""
        kind = answer.content_type or "no content type"
        text = f"cannot decode the response at {path}: {problem}"
        text += f" (status {answer.status}, {kind}, {answer.length} bytes)"
        if answer.is_html:
            text += f"; {HTML_HINT}"
        super().__init__(text, call, answer)


class ResponseTooLarge(ResponseDecodeError):
    """The response is larger than ``max_response_bytes`` after decompression. The rest of it was not read."""


class DeliveryUncertain(CausedError):
    """The request may have succeeded: it was sent, and no response shows that it failed.

    It is not retried, because that could send a message twice. For a send or a reaction, call
    ``beeper.messages.check(error)`` to find out whether it succeeded; for that, the error holds the request (in memory
    only). An upload can be repeated. After a 404 it is raised only if no read shows that the chat, message or account
    does not exist; otherwise `NotFoundError` is.

    ``__cause__`` is the error that occurred. ``fingerprint`` is a hash that identifies the request without revealing
    its contents. ``sent_at`` is the time at which it was sent.
    """

    _in_memory_only = frozenset({"_request", "_moment", "_record"})
    _request: AnyRequest | None = None
    _moment: Moment | None = None
    """``sent_at`` by the clocks of this process, which mean nothing in another one."""
    _record: object = None
    """The `SentRecord`, for the errors that ``messages.uncertain`` returns."""

    def __init__(
        self,
        call: CallInfo,
        fingerprint: str,
        sent_at: datetime,
        what: str,
        next_step: str,
        request: AnyRequest | None = None,
    ) -> None:
        self.fingerprint: str = fingerprint
        """A hash that identifies the request without revealing its contents."""
        self.sent_at: datetime = sent_at
        """When the request was sent, by the clock of this machine."""
        self._request = request
        super().__init__(
            f"{what}; the request may still have succeeded and was not retried; {next_step}",
            call,
        )

    @property
    def request(self) -> AnyRequest | None:
        """The request, for `check`. It is excluded from the repr, text and pickle of the error. None after unpickling,
        and for the items of ``messages.uncertain()``, which `check` accepts too."""
        return self._request
