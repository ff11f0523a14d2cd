"""Telling hooks: what a call shows of itself, and how one that fails is borne. What users see of it is in `hooks`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...hooks import Attempt, Result
from ..http.outcome import HttpResponse, TransportFailure, server_version
from ..util.log import logger

if TYPE_CHECKING:
    from ...hooks import Hooks
    from ..generated import AnyRequest
    from ..http.outcome import ResponseHead
    from .request_encoding import HttpRequest


def attempt(request: AnyRequest, out: HttpRequest, base_url: str, request_id: str, number: int) -> Attempt:
    """The attempt of a call that is about to begin."""
    operation, parts = request.operation, urlsplit(base_url)
    return Attempt(
        operation=operation.name,
        method=operation.method,
        template=operation.template,
        effect=operation.effect,
        request_id=request_id,
        number=number,
        sent=None if out.multipart is not None else len(out.content or b""),
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=parts.port or (443 if parts.scheme == "https" else 80),
    )


def result(outcome: ResponseHead | TransportFailure, seconds: float) -> Result:
    """How an attempt ended."""
    if isinstance(outcome, TransportFailure):
        head = outcome.head
        version = None if head is None else server_version(head.headers)
        return Result(None if head is None else head.status_code, outcome.kind, seconds, outcome.received, version)
    received = len(outcome.content) if isinstance(outcome, HttpResponse) else None
    return Result(outcome.status_code, None, seconds, received, server_version(outcome.headers))


def tell_request(hooks: tuple[Hooks, ...], attempt: Attempt) -> None:
    """Tell all that an attempt begins."""
    for one in hooks:
        if one.on_request is not None:
            try:
                one.on_request(attempt)
            except Exception as error:  # noqa: BLE001 - nothing a hook does may change a call
                _failed("on_request", error)


def tell_response(hooks: tuple[Hooks, ...], attempt: Attempt, result: Result) -> None:
    """Tell all how an attempt ended."""
    for one in hooks:
        if one.on_response is not None:
            try:
                one.on_response(attempt, result)
            except Exception as error:  # noqa: BLE001 - nothing a hook does may change a call
                _failed("on_response", error)


def tell_retry(hooks: tuple[Hooks, ...], attempt: Attempt, result: Result, pause: float) -> None:
    """Tell all that another attempt follows."""
    for one in hooks:
        if one.on_retry is not None:
            try:
                one.on_retry(attempt, result, pause)
            except Exception as error:  # noqa: BLE001 - nothing a hook does may change a call
                _failed("on_retry", error)


def _failed(name: str, error: Exception) -> None:
    """Only the kind of error is told: its text may hold anything."""
    logger.warning("the hook %s raised %s", name, type(error).__name__)
