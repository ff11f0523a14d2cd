"""How a program that runs handlers is stopped: by `stop`, SIGINT and SIGTERM. The same for both clients.

Signals are received by handlers of `signal`, not by those of an event loop: these cannot be restored as they were. The
flag is read between two waits, so that every thread and signal handler can set it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    SignalHandler: TypeAlias = Callable[[int, FrameType | None], object] | int | signal.Handlers | None

SIGNALS = (signal.SIGINT, signal.SIGTERM)
CHECK_EVERY = 0.25
"""Maximum seconds between two looks at the flag while nothing happens."""


class Stopped(Exception):
    """The run is to end. Raised and handled inside of `run_forever`."""


class StopSignals:
    """Calls a function on the first SIGINT or SIGTERM, while the block runs. The next signal does what it did before.

    In a thread other than the main one, this does nothing. A signal that is ignored stays ignored.
    """

    def __init__(self, stop: Callable[[], object]) -> None:
        self._stop = stop
        self._before: dict[int, SignalHandler] = {}
        self._is_second = False

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                before = signal.getsignal(number)
                if before is not signal.SIG_IGN and before is not None:  # None: it is not one of Python
                    self._before[number] = before
                    signal.signal(number, self._receive)
        return self

    def _receive(self, number: int, frame: FrameType | None) -> None:
        if not self._is_second:
            self._is_second = True
            self._stop()
            return
        before = self._before.get(number)
        self._restore()
        if callable(before):
            before(number, frame)
        else:
            signal.raise_signal(number)

    def _restore(self) -> None:
        while self._before:
            number, before = self._before.popitem()
            signal.signal(number, before)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()
