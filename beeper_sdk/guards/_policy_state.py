"""What a `WritePolicy` keeps: its rules, the writes it let through, and those that a dry run kept back."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from contextlib import contextmanager

from .._core.generated import AnyRequest
from .._core.util.fork_safe_lock import fork_safe_lock
from ..errors import DryRun, PolicyRefused, WriteLimitReached
from ._rules import Rules
from ._sliding_window import Windows

MOST_HELD = 100


class PolicyState:
    """Shared by all threads and tasks of all clients that were given the policy."""

    def __init__(self, rules: Rules, limits: list[tuple[int, int]], *, dry_run: bool) -> None:
        self.rules = rules
        self._windows = Windows(*limits)
        self._dry_run = dry_run
        self._held: deque[AnyRequest] = deque(maxlen=MOST_HELD)
        self._lock = fork_safe_lock()

    @property
    def held(self) -> list[AnyRequest]:
        """The newest writes that a dry run kept back, the latest last."""
        with self._lock:
            return list(self._held)

    @contextmanager
    def place(self, request: AnyRequest) -> Generator[None]:
        """A place among the writes let through, given back if the block fails. Raises WriteLimitReached."""
        full = self._windows.take()
        if full is not None:
            raise WriteLimitReached(request.operation.name, full.limit, full.seconds, full.retry_after)
        try:
            yield
        except BaseException:
            self._windows.give_back()
            raise
        self._windows.keep()

    def decided(self, request: AnyRequest, answer: object) -> None:
        """Raises PolicyRefused unless the answer is True."""
        if answer is not True:
            raise PolicyRefused(request.operation.name, "it was not confirmed")

    def record_dry_run(self, request: AnyRequest) -> None:
        """Keep it and raise DryRun, where nothing is to be sent."""
        if self._dry_run:
            with self._lock:
                self._held.append(request)
            raise DryRun(request.operation.name)
