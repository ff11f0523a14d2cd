"""Hooks: functions that are called before and after every attempt of a call, for logs, metrics and traces.

Their arguments contain no IDs, texts, names, URLs or tokens, only the operation, attempt number, status, durations and
sizes. Hooks cannot change a call: use `WritePolicy` to restrict what is sent, and `RetryPolicy` to change what is
retried. An exception in a hook is logged and ignored, so that the result of the call is not lost.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from ._core.http.outcome import FailureKind
from ._core.util.validation import wrong_type

if TYPE_CHECKING:
    from ._core.generated import Effect


__all__ = ["Attempt", "Hooks", "OnRequest", "OnResponse", "OnRetry", "Result"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen(eq=False)
class Attempt:
    """One attempt of a call. The hooks before and after it receive the same object."""

    operation: str
    """As in ``beeper.chats.list``: ``chats.list``."""
    method: str
    """The HTTP method."""
    template: str
    """The path without its IDs: ``/v1/chats/{chatID}``."""
    effect: Effect
    """``read``, ``idempotent``, or ``once`` for operations that are never repeated."""
    request_id: str
    """The SDK's ID of the call, the same for all its attempts."""
    number: int
    """Number of the attempt, from 1."""
    sent: int | None
    """Size of the request body in bytes; None for a multipart upload."""
    scheme: str
    """``http`` or ``https``."""
    host: str
    """Host name or IP address of the server."""
    port: int
    """Port of the server."""


@frozen(eq=False)
class Result:
    """The outcome of an attempt."""

    status: int | None
    """The HTTP status; None if no response was received."""
    failure: FailureKind | None
    """Why there is no complete response; None if there is one."""
    seconds: float
    """Duration of the attempt in seconds."""
    received: int | None
    """Size of the decompressed response body in bytes; None for a stream, whose body has not been read yet."""
    server_version: str | None
    """Version of the app, if the response contains it."""


OnRequest: TypeAlias = Callable[[Attempt], object]
"""Called before an attempt."""
OnResponse: TypeAlias = Callable[[Attempt, Result], object]
"""Called after an attempt."""
OnRetry: TypeAlias = Callable[[Attempt, Result, float], object]
"""Called before a retry, with the delay in seconds."""


@frozen
class Hooks:
    """Functions that are called for every attempt: ``Beeper(hooks=Hooks(on_response=print))``.

    They must be plain functions, also with AsyncBeeper. They are called in the thread or task of the call, so they
    should return quickly. Their return values are ignored.

    Raises:
        TypeError: an argument is not callable, or is async.
    """

    on_request: OnRequest | None = None
    """Called before each attempt."""
    on_response: OnResponse | None = None
    """Called once after each attempt, also if it failed or was cancelled."""
    on_retry: OnRetry | None = None
    """Called before the delay of each retry. The last argument is the delay in seconds."""

    def __attrs_post_init__(self) -> None:
        for name, hook in (
            ("on_request", self.on_request),
            ("on_response", self.on_response),
            ("on_retry", self.on_retry),
        ):
            if hook is not None and not callable(hook):
                raise wrong_type(name, "a function or None", hook)
            if iscoroutinefunction(hook):
                raise TypeError(f"{name} must be a plain function, not an async function")
