"""Maps the outcome of a call to the error a user sees. Pure. `error_bodies` says what errors keep of a response."""

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
_CONNECT_HINTS = (
    "Is Beeper running, and its API switched on (Settings, Integrations)? Is the port right? In WSL or a container "
    "127.0.0.1 is that machine itself: give the address of the one Beeper runs on as base_url. 'localhost' may mean "
    "::1, where Beeper does not listen: 127.0.0.1 is surer"
)


def error_class(status: int) -> type[APIStatusError]:
    """The error class for a status; for an undocumented one, that of 4xx or 5xx."""
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def status_error(
    call: CallInfo, answer: HttpResponse, token_accepted: bool = False, missing_scope: str | None = None
) -> APIStatusError:
    """The error for a response that is not a success.

    Args:
        call: the call.
        answer: its response.
        token_accepted: the server accepted this token before.
        missing_scope: the scope the operation needs and the token lacks, where it is known.
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
    if info.status == 403 and missing_scope is not None:
        text += f": the token lacks the scope '{missing_scope}'. Log in again and allow it, or make a token that has it"
        return MissingScope(text, call, info, missing_scope)
    if info.status == 401 and token_accepted:
        text += ": the token was taken before and is no longer. Beeper renews none: run `python -m beeper_sdk login`"
        text += ", or make a new one in Beeper (Settings, Integrations, Approved connections)"
        return TokenExpired(text, call, info)
    return error_class(info.status)(text, call, info)


def answer_info(answer: HttpResponse) -> AnswerInfo:
    """What errors keep of a response. The server's message and the title of an HTML page stay in memory only."""
    headers, content = answer.headers, answer.content
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    is_success = 200 <= answer.status_code < 300
    body = ErrorBody() if is_success else read(content)
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


def connection_error(call: CallInfo, failure: TransportFailure, settings: Settings) -> APIError:
    """The error for a call without a complete response."""
    where, why = origin(settings.base_url), _REASONS.get(failure.reason, failure.reason)
    if failure.kind == "connect-timeout":
        return APITimeoutError(f"no connection to {where} in time. {_CONNECT_HINTS}", call)
    if failure.kind == "connect":
        hints = (
            _CONNECT_HINTS if is_loopback(where) else "Is the name right, and Beeper's remote access switched on there?"
        )
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


def summary(error: APIError) -> str:
    """What happened instead of a usable response, as part of a sentence."""
    if isinstance(error, ResponseDecodeError):
        return f"its answer (status {error.status}) cannot be read"
    if isinstance(error, AnsweredError):
        return f"it was answered with status {error.status}"
    return "no answer came in time" if isinstance(error, APITimeoutError) else "the connection was cut off"
