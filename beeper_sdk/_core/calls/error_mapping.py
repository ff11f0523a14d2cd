"""Maps the outcome of a call to the error that is raised. Bodies of responses are parsed by `error_bodies`."""

from __future__ import annotations

import os
import re
from time import time
from typing import NamedTuple
from urllib.parse import urlsplit

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
    ServerNotLoaded,
    TokenExpired,
    UnprocessableEntityError,
)
from ...errors._api import HTML_HINT
from ...errors._context import AnswerInfo, CallInfo, PrivateTexts
from ..config.credentials import STORED
from ..config.settings import Settings
from ..http import redaction
from ..http.error_bodies import FLAGGED, ErrorBody, html_title, is_unknown_route, read, reported_failure
from ..http.outcome import HttpResponse, TransportFailure, server_version
from ..util.urls import LOOPBACKS, is_loopback, origin
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
_NO_TLS = ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG", "HTTP_REQUEST")
"""Reasons of OpenSSL, which depend on its version, if the server responds to the handshake in plain text."""

_LOGIN = "Run `python -m beeper_sdk login`, which replaces it"
_REPLACE = (  # an argument or variable takes precedence over a login
    "Replace it with a new token (Beeper: Settings, Integrations, Approved connections), or remove it and run "
    "`python -m beeper_sdk login`"
)
_ONLY_ONCE = "It was replaced, but the file can be read only once: open it again, and repeat the call"
NOT_LOADED = "tool_execution_error"
"""The code of Beeper Server while its accounts are not loaded, in lower case."""
_FILE = "the file cannot be sent: "
_EXPIRED = re.compile(r"\btoken\b.{0,20}\bexpired\b", re.IGNORECASE)


def error_class(status: int) -> type[APIStatusError]:
    """The error class for a status; for an undocumented status, the class of 4xx or 5xx."""
    if status < 300:
        return OperationFailed
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def is_ambiguous(call: CallInfo, answer: HttpResponse) -> bool:
    """Whether a call may have had an effect although its response reports an error with the status of a success. The
    result of an upload is documented to have an error."""
    certain = call.operation.startswith("assets.") or reported_failure(answer.content) == FLAGGED
    return answer.status_code < 300 and not certain


class Cause(NamedTuple):
    """What is known about the reason of an error response, besides the response."""

    token_accepted: bool = False
    """Whether the server accepted this token before."""
    missing_scope: str | None = None
    """The scope that the operation requires and the token lacks, if known."""
    not_done: str | None = None
    """Why the call certainly had no effect, if that is known: ``the chat does not exist``."""
    server_seen: bool = True
    """Whether any response was of Beeper."""
    token_unused: bool = False
    """Whether there is a new token, with which the call was not repeated because its file can be read only once."""
    has_name: bool = False
    """Whether the request has a name in place of the ID of a chat."""


def status_error(
    call: CallInfo, answer: HttpResponse, settings: Settings, token: str | None, cause: Cause
) -> APIStatusError:
    """The error for a response that is not a success. `token` is the token that was sent."""
    info = answer_info(answer, read(answer.content))
    text = _status(info)
    if info.status < 300:
        text += f" and {reported_failure(answer.content)}"
    if info.fields:
        text += f", invalid fields: {', '.join(info.fields)}"
    if cause.not_done is not None:
        text += f"; nothing was sent, because {cause.not_done}"
    text += url_hint(info, settings, cause)
    if 300 <= info.status < 400:
        text += "; redirects are not followed, because the token would be sent to another server; check base_url"
    source = settings.credentials.origin
    if info.status in (401, 403) and cause.missing_scope is not None:
        text += f"; the token of {source} lacks the scope '{cause.missing_scope}'. "
        text += "Log in again and allow it, or create a token with it"
        return MissingScope(text, call, info, cause.missing_scope)
    if info.code is not None and info.code.lower() == NOT_LOADED:
        text += "; Beeper Server sends this code after a restart, until it has loaded its accounts: try again later"
        return ServerNotLoaded(text, call, info)
    # Tokens expire with a 401, and there is no refresh grant. A token that was never accepted may just be wrong, unless
    # the app says that it has expired.
    if info.status == 401 and token is not None:
        expired = cause.token_accepted or _EXPIRED.search(info.message or "") is not None
        text += (
            f"; the token of {source} is {'no longer valid' if expired else 'wrong, revoked or of another server'}. "
        )
        text += _ONLY_ONCE if cause.token_unused else _LOGIN if source.startswith(STORED) else _REPLACE
        return (TokenExpired if expired else AuthenticationError)(text, call, info)
    if cause.has_name and info.status == 404 and info.code is not None and not is_unknown_route(info.message):
        text += "; an ID of a chat is required, and beeper.chats.find finds a chat by its name"
    if info.message:
        text += "; see error.server_message"
    return error_class(info.status)(text, call, info)


def url_hint(info: AnswerInfo, settings: Settings, cause: Cause) -> str:
    """That base_url may be wrong, as a clause; empty if nothing suggests it."""
    if info.is_html:
        return f"; {HTML_HINT}"
    if info.status in (404, 405) and info.code is None and not cause.server_seen and cause.not_done is None:
        return f"; no response of {origin(settings.base_url)} was of Beeper so far, so base_url may be wrong"
    # The app sends its version with such a 404 too, so that `server_seen` is true.
    has_path = settings.base_url != origin(settings.base_url)
    return "; the path of base_url may be wrong" if has_path and is_unknown_route(info.message) else ""


def answer_info(answer: HttpResponse, body: ErrorBody | None = None) -> AnswerInfo:
    """The part of a response that errors hold. `body` is its error body, if it has already been read."""
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
    from ..config.environment import find_proxy
    from ..util.program import in_container, in_wsl

    if not is_loopback(where):
        proxy = find_proxy(where)
        also = f", and the proxy that {proxy[0]} sets" if proxy else ""
        return f"Check the host name, that Beeper's remote access is enabled there{also}"
    hints = "Check that Beeper is running, its API is enabled (Settings, Integrations), and the port is correct"
    if in_wsl() or in_container():
        hints += ". In WSL or a container, 127.0.0.1 is the container itself: set base_url to that of Beeper's machine"
    parts = urlsplit(where)
    if parts.hostname in LOOPBACKS:
        hints += f". Beeper may listen on another address of this machine: http://localhost:{parts.port} tries both"
    return f"{hints}. To find it, run `python -m beeper_sdk doctor`"


def _tls_hint(where: str, why: str) -> str:
    """The end of the reason, and what to do: with a server without TLS, or with certificates of the environment."""
    if why in _NO_TLS:
        return f"); the server may speak plain HTTP: use {where.replace('https', 'http', 1)}"
    names = () if is_loopback(where) else ("SSL_CERT_FILE", "SSL_CERT_DIR")  # not used for this machine
    return next((f"; {name} is set)" for name in names if os.environ.get(name)), ")")


def connection_error(call: CallInfo, failure: TransportFailure, settings: Settings) -> APIError:
    """The error for a call without a complete response. Error messages of httpx are not quoted: they may hold URLs."""
    where, why = origin(settings.base_url), _REASONS.get(failure.reason, failure.reason)
    if failure.kind == "connect-timeout":
        return APITimeoutError(f"connecting to {where} timed out. {_connect_hints(where)}", call)
    if failure.kind == "connect":
        return APIConnectionError(f"cannot connect to {where} ({why}). {_connect_hints(where)}", call)
    if failure.kind == "tls":
        return APIConnectionError(f"the TLS connection to {where} failed ({why}{_tls_hint(where, why)}", call)
    if failure.kind == "file":
        return APIConnectionError(_FILE + why, call)
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
        text = f"{where} did not respond in time"
        if failure.head is None:
            text += ". If all calls time out, Beeper is frozen: restart it. To check, run `python -m beeper_sdk doctor`"
        return APITimeoutError(text, call)
    return APIConnectionError(f"the connection to {where} was lost before the response was complete ({why})", call)


def summary(error: APIError, settings: Settings, cause: Cause) -> str:
    """What happened instead of a usable response, as a clause."""
    if isinstance(error, AnsweredError):
        info, undecoded = error.answer, isinstance(error, ResponseDecodeError)
        text = f"the response (status {info.status}) cannot be decoded" if undecoded else _status(info)
        text += url_hint(info, settings, cause)
        return text + ("; see error.server_message" if error.server_message else "")
    if isinstance(error, APITimeoutError):
        return "the server did not respond in time"
    _, is_file, problem = str(error).partition(_FILE)
    return _FILE + problem if is_file else "the connection was lost"
