"""Hooks: functions that are told of every attempt of every call, for logs, metrics and traces.

What they are given can be shown to anybody: which operation, how often, how long, how much. No id, text, name, URL
or token is in it. They cannot change a call: see `WritePolicy` for what may be sent, `RetryPolicy` for what is
repeated. One that raises is logged and ignored, for the outcome of a call must not get lost.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from ._core.http.outcome import FailureKind

if TYPE_CHECKING:
    from ._core.generated import contract


__all__ = ["Attempt", "Hooks", "OnRequest", "OnResponse", "OnRetry", "Result"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen(eq=False)
class Attempt:
    """One attempt of a call. Hooks are given the same object before and after it."""

    operation: str
    """As in ``beeper.chats.list``: ``chats.list``."""
    method: str
    template: str
    """The path without its ids: ``/v1/chats/{chatID}``."""
    effect: contract.Effect
    """``read``, ``idempotent``, or ``once`` for what must not happen twice."""
    request_id: str
    """The SDK's own name for the call, the same over all its attempts."""
    number: int
    """From 1."""
    sent: int | None
    """Bytes of the request's body; None for a form with files."""
    scheme: str
    host: str
    port: int


@frozen(eq=False)
class Result:
    """How an attempt ended."""

    status: int | None
    """The HTTP status; None when there was no answer."""
    failure: FailureKind | None
    """Why there is no whole answer; None when there is."""
    seconds: float
    received: int | None
    """Bytes of the answer's body, unpacked; None for one that is still to be read."""
    server_version: str | None


OnRequest: TypeAlias = Callable[[Attempt], object]
OnResponse: TypeAlias = Callable[[Attempt, Result], object]
OnRetry: TypeAlias = Callable[[Attempt, Result, float], object]


@frozen
class Hooks:
    """Functions that are told of every attempt: ``Beeper(hooks=Hooks(on_response=print))``.

    They are plain functions in both worlds, called in the thread or task of the call, and should be quick. What
    they return is ignored.

    Raises:
        TypeError: one of them cannot be called, or is async.
    """

    on_request: OnRequest | None = None
    """Told before each attempt."""
    on_response: OnResponse | None = None
    """Told after each attempt, once: also when it failed, or was cancelled."""
    on_retry: OnRetry | None = None
    """Told before each pause; its length in seconds is the last argument."""

    def __attrs_post_init__(self) -> None:
        for name, hook in (
            ("on_request", self.on_request),
            ("on_response", self.on_response),
            ("on_retry", self.on_retry),
        ):
            if hook is not None and not callable(hook):
                raise TypeError(f"{name} takes a function")
            if iscoroutinefunction(hook):
                raise TypeError(f"{name} takes a plain function, not an async one")
