# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from ..._core.concurrency.primitives import sleep
from ..._core.config.retry_policy import RetryPolicy
from ..._core.delivery.wait_rules import OutOfTime
from ..._core.util.override import override
from ...errors import APIConnectionError, APIStatusError, InternalServerError, RateLimitError
from ..engine.sender import RequestSender

if TYPE_CHECKING:
    from ..._core.calls.call import Call
    from ..._core.delivery.wait_rules import Backoff
    from ..._core.generated import contract

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Look(Protocol[T_co]):
    def __call__(self) -> T_co | None: ...


class SenderInTime(RequestSender):
    def __init__(self, engine: RequestSender, pauses: Backoff) -> None:
        super().__init__(engine.settings, engine.http, engine.state)
        self._given = engine.settings
        self._pauses = pauses

    @override
    def prepare(self, request: contract.Request[T]) -> Call[T]:
        seconds_left = self._pauses.limit(self._given.timeout)
        self.settings = self._given.changed(seconds_left, RetryPolicy(attempts=1, deadline=seconds_left), None)
        return super().prepare(request)


def poll(look: Look[T], pauses: Backoff) -> T | None:
    while True:
        retry_after = 0.0
        try:
            found = look()
        except RateLimitError as error:
            found, retry_after = None, error.retry_after or 0.0
        except (APIConnectionError, InternalServerError, OutOfTime):
            found = None
        except APIStatusError as error:
            if error.status != 408:
                raise
            found = None
        if found is not None:
            return found
        delay = pauses.next(retry_after)
        if delay is None:
            return None
        sleep(delay)
