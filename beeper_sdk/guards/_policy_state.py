"""The state of a `WritePolicy`: its rules, the times of recent writes, and the requests that a dry run held."""

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
    """The limit of a time window is reached."""

    limit: int
    seconds: int
    retry_after: float
    """Seconds until another write may be allowed."""


class Windows:
    """Sliding-window limits: at most `count` writes in any period of `seconds`."""

    def __init__(self, *limits: tuple[int, int], clock: Callable[[], float] = monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._lock = fork_safe_lock()
        self._reserved = 0
        """Slots reserved by writes that are not decided yet."""
        # No limit looks further back than its own count, so the largest count bounds the memory.
        self._times: deque[float] = deque(maxlen=max((count for count, _ in limits), default=0))

    def acquire(self) -> LimitReached | None:
        """Reserve a slot. If a limit is reached, reserve nothing and return that limit."""
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
        """Record that the write of a reserved slot was allowed, now."""
        with self._lock:
            self._reserved -= 1
            self._times.append(self._clock())

    def release(self) -> None:
        """Release the reserved slot of a write that was refused."""
        with self._lock:
            self._reserved -= 1

    def _limit_reached(self, count: int, span: int, now: float) -> LimitReached | None:
        # A reserved slot counts as a write: `confirm` may wait for a person, and other threads must not pass meanwhile.
        room = count - self._reserved
        if room <= 0:
            return LimitReached(count, span, span)
        if len(self._times) < room or self._times[-room] <= now - span:
            return None
        return LimitReached(count, span, min(float(span), max(0.0, self._times[-room] + span - now)))


MAX_HELD = 100


class PolicyState:
    """Shared by all threads, tasks and clients that use the policy."""

    def __init__(self, rules: Rules, limits: list[tuple[int, int]], *, dry_run: bool) -> None:
        self.rules: Rules = rules
        self._windows = Windows(*limits)
        self._dry_run = dry_run
        self._held: deque[AnyRequest] = deque(maxlen=MAX_HELD)
        self._lock = fork_safe_lock()

    @property
    def held(self) -> list[AnyRequest]:
        """The last requests that a dry run did not send, oldest first."""
        with self._lock:
            return list(self._held)

    @contextmanager
    def reserve(self, request: AnyRequest) -> Generator[None]:
        """Reserve a slot for the block, and release it if the block fails. Raises WriteLimitReached."""
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
        """Raise PolicyRefused unless the result of ``confirm`` is True."""
        if answer is not True:  # not truthiness: a function that forgets to return a bool must not allow the write
            raise PolicyRefused(request.operation.name, "the confirm function did not return True")

    def record_dry_run(self, request: AnyRequest) -> None:
        """In a dry run, add the request to `held` and raise DryRun."""
        if self._dry_run:
            with self._lock:
                self._held.append(request)
            raise DryRun(request.operation.name)
