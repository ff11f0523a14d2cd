"""Maps the outcome of a call to the error that is raised. Bodies of responses are parsed by `error_bodies`."""

from __future__ import annotations

import re
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
    OperationFailed,
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

_EXPIRED = re.compile(r"\btoken\b.{0,20}\bexpired\b", re.IGNORECASE)


def error_class(status: int) -> type[APIStatusError]:
    """The error class for a status; for an undocumented status, the class of 4xx or 5xx."""
    if status < 300:
        return OperationFailed
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def status_error(
    call: CallInfo,
    answer: HttpResponse,
    token_accepted: bool = False,
    missing_scope: str | None = None,
    missing_target: str | None = None,
) -> APIStatusError:
    """The error for a response that is not a success.

    Args:
        call: The call.
        answer: Its response.
        token_accepted: Whether the server accepted this token before.
        missing_scope: The scope that the operation requires and the token lacks, if known.
        missing_target: What the call names and the server does not have, if known.
    """
    info = answer_info(answer, read(answer.content))
    text = _status(info)
    if info.status < 300:
        text += " and success: false; nothing was done"
    if info.fields:
        text += f", invalid fields: {', '.join(info.fields)}"
    if missing_target is not None:
        text += f"; nothing was sent, because the {missing_target} does not exist"
    if info.is_html:
        text += f"; {HTML_HINT}"
    if 300 <= info.status < 400:
        text += "; redirects are not followed, because the token would be sent to another server; check base_url"
    if info.status in (401, 403) and missing_scope is not None:
        text += f"; the token lacks the scope '{missing_scope}'. Log in again and allow it, or create a token with it"
        return MissingScope(text, call, info, missing_scope)
    # Tokens expire with a 401, and there is no refresh grant. A token that was never accepted may just be wrong, unless
    # the app says that it has expired.
    if info.status == 401:
        token_accepted = token_accepted or _EXPIRED.search(info.message or "") is not None
        text += f"; the token is {'no longer valid' if token_accepted else 'wrong, revoked or of another server'}. "
        text += "Run `python -m beeper_sdk login`"
        text += ", or create a new token in Beeper (Settings, Integrations, Approved connections)"
        return (TokenExpired if token_accepted else AuthenticationError)(text, call, info)
    if info.message:
        text += "; see error.server_message"
    return error_class(info.status)(text, call, info)


def answer_info(answer: HttpResponse, body: ErrorBody | None = None) -> AnswerInfo:
    """The part of a response that errors hold. The server's message and an HTML page's title are in memory only. `body`
    is its error body, if it has already been read."""
    headers, content = answer.headers, answer.content
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    body = body or (ErrorBody() if 200 <= answer.status_code < 300 else read(content))
    is_page = "html" in media_type or content[:64].lstrip().startswith(b"<")
    title = html_title(content) if is_page else None
    return AnswerInfo(
        status=answer.status_code,
        code=body.code,
        fields=body.fields,
        content_type=redaction.media_type(media_type),
        length=len(content),
        server_version=server_version(headers),
        retry_after=retry_after(headers, time()),
        texts=PrivateTexts(body.message, title, body.issues) if body.message or title or body.issues else None,
    )


def _status(info: AnswerInfo) -> str:
    return f"the server responded with status {info.status}{f', code {info.code}' if info.code else ''}"


def _connect_hints(where: str) -> str:
    """The causes that users reported most often, if they apply. Beeper listens on one of the two loopback addresses."""
    from ..util.program import in_container, in_wsl

    if not is_loopback(where):
        return "Check the host name, and that Beeper's remote access is enabled there"
    hints = "Check that Beeper is running, its API is enabled (Settings, Integrations), and the port is correct"
    if in_wsl() or in_container():
        hints += ". In WSL or a container, 127.0.0.1 is the container itself: set base_url to that of Beeper's machine"
    if "//127." not in where:
        hints += ". Use 127.0.0.1 instead of localhost, which may resolve to ::1"
    return hints


def connection_error(call: CallInfo, failure: TransportFailure, settings: Settings) -> APIError:
    """The error for a call without a complete response. Error messages of httpx are not quoted: they may hold URLs."""
    where, why = origin(settings.base_url), _REASONS.get(failure.reason, failure.reason)
    if failure.kind == "connect-timeout":
        return APITimeoutError(f"connecting to {where} timed out. {_connect_hints(where)}", call)
    if failure.kind == "connect":
        return APIConnectionError(f"cannot connect to {where} ({why}). {_connect_hints(where)}", call)
    if failure.kind == "tls":
        return APIConnectionError(f"the TLS connection to {where} failed ({why})", call)
    if failure.kind == "busy":
        return APITimeoutError("timed out waiting for a free connection of this client", call)
    if failure.head is not None and failure.kind in ("cut", "unreadable", "too-large"):
        info = answer_info(failure.head)._replace(length=failure.received)
        if failure.kind == "too-large":
            problem = f"it is larger than max_response_bytes ({settings.max_response_bytes} bytes)"
            return ResponseTooLarge(call, info, "$", problem)
        problem = "the response is incomplete" if failure.kind == "cut" else "the response cannot be decompressed"
        return ResponseDecodeError(call, info, "$", problem)
    if failure.kind == "unreadable":
        return APIConnectionError(f"the response of {where} cannot be decompressed ({why})", call)
    if failure.kind == "timeout":
        return APITimeoutError(f"{where} did not respond in time", call)
    return APIConnectionError(f"the connection to {where} was lost before the response was complete ({why})", call)


def summary(error: APIError) -> str:
    """What happened instead of a usable response, as a clause."""
    if isinstance(error, ResponseDecodeError):
        return f"the response (status {error.status}) cannot be decoded"
    if isinstance(error, AnsweredError):
        return _status(error.answer) + ("; see error.server_message" if error.server_message else "")
    return "the server did not respond in time" if isinstance(error, APITimeoutError) else "the connection was lost"
