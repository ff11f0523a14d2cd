"""Calls the hooks of a client. Exceptions in hooks are logged and ignored. See `hooks`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...hooks import Attempt, Result
from ..http.outcome import HttpResponse, TransportFailure, server_version
from ..util.log import WARNING, log

if TYPE_CHECKING:
    from ...hooks import Hooks
    from ..generated import AnyRequest
    from ..http.outcome import ResponseHead
    from .request_encoding import HttpRequest


def attempt_info(
    request: AnyRequest, http_request: HttpRequest, base_url: str, request_id: str, number: int
) -> Attempt:
    """The description of an attempt that is about to start, as passed to hooks."""
    operation, parts = request.operation, urlsplit(base_url)
    return Attempt(
        operation=operation.name,
        method=operation.method,
        template=operation.template,
        effect=operation.effect,
        request_id=request_id,
        number=number,
        sent=None if http_request.multipart is not None else len(http_request.content or b""),
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=parts.port or (443 if parts.scheme == "https" else 80),
    )


def result_info(outcome: ResponseHead | TransportFailure, seconds: float) -> Result:
    """The outcome of an attempt, as passed to hooks."""
    if isinstance(outcome, TransportFailure):
        head = outcome.head
        version = None if head is None else server_version(head.headers)
        return Result(None if head is None else head.status_code, outcome.kind, seconds, outcome.received, version)
    received = len(outcome.content) if isinstance(outcome, HttpResponse) else None
    return Result(outcome.status_code, None, seconds, received, server_version(outcome.headers))


def notify_request(hooks: tuple[Hooks, ...], attempt: Attempt) -> None:
    """Call every `on_request`."""
    for hook in hooks:
        if hook.on_request is not None:
            try:
                hook.on_request(attempt)
            except Exception as error:  # noqa: BLE001 - nothing a hook does may change a call
                _log_failure("on_request", error)


def notify_response(hooks: tuple[Hooks, ...], attempt: Attempt, result: Result) -> None:
    """Call every `on_response`."""
    for hook in hooks:
        if hook.on_response is not None:
            try:
                hook.on_response(attempt, result)
            except Exception as error:  # noqa: BLE001 - nothing a hook does may change a call
                _log_failure("on_response", error)


def notify_retry(hooks: tuple[Hooks, ...], attempt: Attempt, result: Result, delay: float) -> None:
    """Call every `on_retry`."""
    for hook in hooks:
        if hook.on_retry is not None:
            try:
                hook.on_retry(attempt, result, delay)
            except Exception as error:  # noqa: BLE001 - nothing a hook does may change a call
                _log_failure("on_retry", error)


def _log_failure(name: str, error: Exception) -> None:
    """Log the class of the exception. Its text is not logged, because it may contain private data."""
    log(WARNING, "the %s hook raised %s; the exception is ignored", name, type(error).__name__)
