"""From an outcome to the error a user sees. Pure; what is kept of an answer is decided here and in `error_bodies`."""

from __future__ import annotations

from time import time

from ...errors import (
    AnsweredError,
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    MissingScope,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    ResponseTooLarge,
    TokenExpired,
    UnprocessableEntityError,
)
from ...errors._api import HTML_HINT
from ...errors._context import AnswerInfo, CallInfo, PrivateTexts
from ..config.settings import Settings
from ..http import redaction
from ..http.error_bodies import ErrorBody, html_title, read
from ..http.outcome import HttpResponse, TransportFailure, server_version
from ..util.urls import is_loopback, origin
from .retry import retry_after

_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_REASONS = {"ECONNREFUSED": "connection refused", "ConnectError": "no connection", "ETIMEDOUT": "timed out"}
_HINTS = (
    "Is Beeper running, and its API switched on (Settings, Integrations)? Is the port right? In WSL or a container "
    "127.0.0.1 is that machine itself: give the address of the one Beeper runs on as base_url. 'localhost' may mean "
    "::1, where Beeper does not listen: 127.0.0.1 is surer"
)


def error_class(status: int) -> type[APIStatusError]:
    """The error for a status; for one nobody documented, that of its class."""
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def refused(call: CallInfo, answer: HttpResponse, worked: bool = False, missing: str | None = None) -> APIStatusError:
    """The error for an answer that is not one of success.

    Args:
        call: what was called.
        answer: what came.
        worked: the server took the token before.
        missing: the scope the operation needs and the token lacks, where that is known.
    """
    info = answer_info(answer)
    text = f"answered with status {info.status}"
    if info.code:
        text += f", code {info.code}"
    if info.issues:
        text += f", refused {', '.join(info.issues)}"
    if info.is_html:
        text += f"; {HTML_HINT}"
    if 300 <= info.status < 400:
        text += "; redirects are not followed, as the token would go along: is base_url the final address?"
    if info.status == 403 and missing is not None:
        text += f": the token lacks the scope '{missing}'. Log in again and allow it, or make a token that has it"
        return MissingScope(text, call, info, missing)
    if info.status == 401 and worked:
        text += ": the token was taken before and is no longer. Beeper renews none: run `python -m beeper_sdk login`"
        text += ", or make a new one in Beeper (Settings, Integrations, Approved connections)"
        return TokenExpired(text, call, info)
    return error_class(info.status)(text, call, info)


def answer_info(answer: HttpResponse) -> AnswerInfo:
    """What is kept of an answer: its message and the title of an HTML page in memory only."""
    headers, content = answer.headers, answer.content
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    good = 200 <= answer.status_code < 300
    body = ErrorBody() if good else read(content)
    is_page = "html" in media_type or content[:64].lstrip().startswith(b"<")
    title = html_title(content) if is_page else None
    return AnswerInfo(
        status=answer.status_code,
        code=body.code,
        issues=body.issues,
        content_type=redaction.media_type(media_type),
        length=len(content),
        server_version=server_version(headers),
        retry_after=retry_after(headers, time()),
        texts=PrivateTexts(body.message, title) if body.message or title else None,
    )


def failed(call: CallInfo, failure: TransportFailure, settings: Settings) -> APIError:
    """The error for a call that got no answer."""
    where, why = origin(settings.base_url), _REASONS.get(failure.reason, failure.reason)
    if failure.kind == "connect-timeout":
        return APITimeoutError(f"no connection to {where} in time. {_HINTS}", call)
    if failure.kind == "connect":
        hints = _HINTS if is_loopback(where) else "Is the name right, and Beeper's remote access switched on there?"
        return APIConnectionError(f"nothing answers at {where} ({why}). {hints}", call)
    if failure.kind == "tls":
        return APIConnectionError(f"no trusted connection to {where} ({why})", call)
    if failure.kind == "busy":
        return APITimeoutError("all connections of this client were busy for too long", call)
    if failure.head is not None and failure.kind in ("cut", "unreadable", "too-large"):
        info = answer_info(failure.head)._replace(length=failure.received)
        if failure.kind == "too-large":
            problem = f"is longer than max_response_bytes of the client, {settings.max_response_bytes} bytes"
            return ResponseTooLarge(call, info, "$", problem)
        problem = "the answer was cut off" if failure.kind == "cut" else "the answer cannot be unpacked"
        return ResponseDecodeError(call, info, "$", problem)
    if failure.kind == "unreadable":
        return APIConnectionError(f"{where} sent what cannot be unpacked ({why})", call)
    if failure.kind == "timeout":
        return APITimeoutError(f"{where} gave no answer in time", call)
    return APIConnectionError(f"{where} cut the connection off before its answer was complete ({why})", call)


def in_short(error: APIError) -> str:
    """What came instead of a usable answer, in a few words."""
    if isinstance(error, ResponseDecodeError):
        return f"its answer (status {error.status}) cannot be read"
    if isinstance(error, AnsweredError):
        return f"it was answered with status {error.status}"
    return "no answer came in time" if isinstance(error, APITimeoutError) else "the connection was cut off"
