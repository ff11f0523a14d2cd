"""What a `WritePolicy` keeps: its rules, the writes it let through, and those that a dry run kept back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from time import monotonic
from typing import NamedTuple

from .._core.generated import AnyRequest
from .._core.util.fork_safe_lock import fork_safe_lock
from ..errors import DryRun, PolicyRefused, WriteLimitReached
from ._rules import Rules


class LimitReached(NamedTuple):
    """A window has no place left."""

    limit: int
    seconds: int
    retry_after: float
    """Seconds until there may be one again."""


class Windows:
    """Limits: so many writes in any span of so many seconds."""

    def __init__(self, *limits: tuple[int, int], clock: Callable[[], float] = monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._lock = fork_safe_lock()
        self._reserved = 0
        """Places taken by writes that are not decided yet."""
        self._times: deque[float] = deque(maxlen=max((count for count, _ in limits), default=0))

    def acquire(self) -> LimitReached | None:
        """Take a place; where there is none, say which limit is reached, and take nothing."""
        with self._lock:
            now = self._clock()
            reached = [
                reached
                for reached in (self._limit_reached(count, span, now) for count, span in self._limits)
                if reached
            ]
            if reached:
                return max(reached, key=lambda limit: limit.retry_after)
            self._reserved += 1
            return None

    def commit(self) -> None:
        """The write that took a place was let through, now."""
        with self._lock:
            self._reserved -= 1
            self._times.append(self._clock())

    def release(self) -> None:
        """It was not."""
        with self._lock:
            self._reserved -= 1

    def _limit_reached(self, count: int, span: int, now: float) -> LimitReached | None:
        room = count - self._reserved
        if room <= 0:
            return LimitReached(count, span, span)
        if len(self._times) < room or self._times[-room] <= now - span:
            return None
        return LimitReached(count, span, min(float(span), max(0.0, self._times[-room] + span - now)))


MAX_HELD = 100


class PolicyState:
    """Shared by all threads and tasks of all clients that were given the policy."""

    def __init__(self, rules: Rules, limits: list[tuple[int, int]], *, dry_run: bool) -> None:
        self.rules = rules
        self._windows = Windows(*limits)
        self._dry_run = dry_run
        self._held: deque[AnyRequest] = deque(maxlen=MAX_HELD)
        self._lock = fork_safe_lock()

    @property
    def held(self) -> list[AnyRequest]:
        """The newest writes that a dry run kept back, the latest last."""
        with self._lock:
            return list(self._held)

    @contextmanager
    def reserve(self, request: AnyRequest) -> Generator[None]:
        """A place among the writes let through, given back if the block fails. Raises WriteLimitReached."""
        reached = self._windows.acquire()
        if reached is not None:
            raise WriteLimitReached(request.operation.name, reached.limit, reached.seconds, reached.retry_after)
        try:
            yield
        except BaseException:
            self._windows.release()
            raise
        self._windows.commit()

    def require_confirmation(self, request: AnyRequest, answer: object) -> None:
        """Raises PolicyRefused unless the answer is True."""
        if answer is not True:
            raise PolicyRefused(request.operation.name, "it was not confirmed")

    def record_dry_run(self, request: AnyRequest) -> None:
        """Keep it and raise DryRun, where nothing is to be sent."""
        if self._dry_run:
            with self._lock:
                self._held.append(request)
            raise DryRun(request.operation.name)
