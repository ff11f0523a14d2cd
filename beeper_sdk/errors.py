"""Everything this SDK raises of its own.

    BeeperError
    ├─ APIError                          a call went out and failed
    │  ├─ APIConnectionError             no answer: nobody there, cut off
    │  │  └─ APITimeoutError             no answer in time
    │  ├─ APIStatusError                 an answer that says no
    │  │  ├─ BadRequestError             400
    │  │  ├─ AuthenticationError         401
    │  │  │  └─ TokenExpired             the token was good once
    │  │  ├─ PermissionDeniedError       403
    │  │  │  └─ MissingScope             the token lacks a scope
    │  │  ├─ NotFoundError               404
    │  │  ├─ ConflictError               409
    │  │  ├─ UnprocessableEntityError    422
    │  │  ├─ RateLimitError              429
    │  │  └─ InternalServerError         500 and above, 520 and the like too
    │  ├─ ResponseDecodeError            an answer that cannot be read
    │  └─ DeliveryUncertain              nobody can say whether it happened; never sent again
    ├─ MissingToken                      refused before sending: the operation needs a token
    ├─ WriteRefused                      refused before sending: the client only reads
    ├─ ClientClosed                      refused before sending: the client was closed
    ├─ PaginationStalled                 pages repeat and the caller asked to be told
    ├─ IncompleteParticipants            the server kept members back
    ├─ SelfUserUnknown                   who "I" am cannot be told
    ├─ AmbiguousMatch                    more than one fits
    ├─ NoMatch                           none fits
    └─ NotSupportedByServer              this app is too old, or too new

All of them pickle. None holds text of an answer, a token, or an id: an answer may quote private data. What is
kept of it is its status, its error code, and the names of the fields it complains about. Wrong arguments are
Python's own TypeError and ValueError, raised before anything is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from ._facts import AnswerInfo, CallInfo
from ._typing import override

if TYPE_CHECKING:
    from ._api import models

E = TypeVar("E", bound="BeeperError")


class BeeperError(Exception):
    """Anything this SDK raises of its own."""

    @override
    def __reduce__(self) -> tuple[object, ...]:
        cause = self.__cause__ if isinstance(self.__cause__, BeeperError) else None
        return _rebuild, (type(self), self.args, self.__dict__, cause)


def _rebuild(kind: type[E], args: tuple[object, ...], state: dict[str, object], cause: BeeperError | None) -> E:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    error.__cause__ = cause
    return error


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
        """The server's error code, such as ``not_found``; None when it gave none."""
        return self.answer.code

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
    """401: the token was good once; log in again."""


class PermissionDeniedError(APIStatusError):
    """403: the token does not allow this."""


class MissingScope(PermissionDeniedError):
    """403: the token lacks the scope this needs."""


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

    ``path`` is the JSON path of the fault and ``problem`` what was expected there. For HTML, as a proxy's error
    page, ``answer.title`` is the page's title.
    """

    def __init__(self, call: CallInfo, answer: AnswerInfo, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        kind = answer.content_type or "no content type"
        title = f", titled {answer.title!r}" if answer.title else ""
        text = f"{path}: {problem} (status {answer.status}, {kind}, {answer.length} bytes{title})"
        super().__init__(text, call, answer)


class DeliveryUncertain(APIError):
    """The call may have happened: it left this machine, and no answer says that it failed.

    It is not sent again, for it would happen twice. ``__cause__`` is what came instead of an answer,
    ``fingerprint`` tells this call from others without saying what was in it.
    """

    def __init__(self, call: CallInfo, fingerprint: str, sent_at: datetime, what: str) -> None:
        self.fingerprint = fingerprint
        self.sent_at = sent_at
        super().__init__(
            f"{what}; it may have happened all the same and was not sent again. Look before you repeat it", call
        )


class MissingToken(BeeperError):
    """The operation needs a token and the client has none. Nothing was sent."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        super().__init__(
            f"{operation} needs an access token: give access_token=... to the client or set BEEPER_ACCESS_TOKEN "
            "(make one in Beeper: Settings, Integrations, Approved connections)"
        )


class WriteRefused(BeeperError):
    """The client was made with ``read_only=True`` and the operation changes something. Nothing was sent."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        super().__init__(f"{operation} changes something, and this client was made with read_only=True")


class ClientClosed(BeeperError):
    """The client was closed before this call. Nothing was sent."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        super().__init__(f"{operation} was called on a closed client; make a new one")


class PaginationStalled(BeeperError):
    """The server serves the same page again and again."""


class IncompleteParticipants(BeeperError):
    """The server kept members back even when asked for all. ``participants`` holds those it gave."""

    def __init__(self, participants: Sequence[models.Participant], total: int) -> None:
        self.participants = list(participants)
        self.total = total
        super().__init__(f"the server gave {len(self.participants)} of {total} participants, asked for all of them")


class SelfUserUnknown(BeeperError):
    """Nothing says which user "I" am. ``tried`` tells where was looked."""

    def __init__(self, tried: Sequence[str]) -> None:
        self.tried = tuple(tried)
        super().__init__(f"cannot tell which user you are; looked at {', '.join(self.tried)}")


class AmbiguousMatch(BeeperError):
    """More than one fits. ``candidates`` holds them, ``searched`` tells where was looked."""

    def __init__(self, candidates: Sequence[object], searched: Sequence[str] = ()) -> None:
        self.candidates = list(candidates)
        self.searched = tuple(searched)
        where = f" among {', '.join(self.searched)}" if searched else ""
        super().__init__(f"{len(self.candidates)} fit{where}; say more to tell them apart")


class NoMatch(BeeperError):
    """None fits. ``searched`` tells where was looked."""

    def __init__(self, searched: Sequence[str]) -> None:
        self.searched = tuple(searched)
        super().__init__(f"none fits; looked at {', '.join(self.searched)}")


class NotSupportedByServer(BeeperError):
    """The app that answers does not have this operation."""

    def __init__(self, operation: str, needs: str, has: str) -> None:
        self.operation = operation
        self.needs = needs
        self.has = has
        super().__init__(f"{operation} needs Beeper {needs}; this is {has}")
