"""What ends ``python -m beeper_sdk serve``: a signal, or the end of the command that it runs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from types import FrameType, TracebackType
from typing import Any, Self

CANNOT_RUN, NOT_FOUND, BY_SIGNAL = 126, 127, 128
"""The exit statuses of shells; the number of the signal is added to the last one."""


class Signals:
    """Catches SIGINT, SIGTERM and SIGHUP, and passes them on to the command if there is one.

    What is ignored already remains so, as SIGHUP under ``nohup``. Without a command, SIGINT and SIGTERM are caught
    nevertheless: shells start programs in the background with SIGINT ignored, and nothing else would end the server.

    Args:
        command: Whether there is a command.
    """

    def __init__(self, *, command: bool) -> None:
        always = [] if command else [signal.SIGINT, signal.SIGTERM]
        usual = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]
        self._numbers = [each for each in usual if each in always or signal.getsignal(each) is not signal.SIG_IGN]
        self._before: dict[int, Any] = {}
        self._received = threading.Event()
        self._pending: list[int] = []
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._handle) for number in self._numbers}
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _handle(self, number: int, _: FrameType | None) -> None:
        self._received.set()
        if self._process is None:
            self._pending.append(number)
        elif not _is_of_terminal(number):
            self._process.send_signal(number)

    def wait(self) -> None:
        """Return when a signal was received."""
        while not self._received.wait(0.2):
            pass

    def run(self, command: Sequence[str], environment: Mapping[str, str]) -> int:
        """Run a command with these environment variables only, and return its exit status as a shell does."""
        if self._pending:
            return BY_SIGNAL + self._pending[0]
        try:
            self._process = subprocess.Popen(runnable(command), env=environment)  # noqa: S603 - that of the user
        except FileNotFoundError:
            return _failed(f"{command[0]}: not found", NOT_FOUND)
        except (OSError, ValueError) as error:
            return _failed(f"{command[0]}: cannot be run ({getattr(error, 'strerror', error)})", CANNOT_RUN)
        for number in self._pending:  # received while the process was created
            self._process.send_signal(number)
        while (status := _ended(self._process)) is None:
            pass
        return BY_SIGNAL - status if status < 0 else status


def runnable(command: Sequence[str], *, windows: bool = os.name == "nt") -> list[str]:
    """A command that the system can run: Windows itself finds ``npm.exe``, but not ``npm.cmd`` as shells do."""
    found = shutil.which(command[0]) if windows else None
    return [found or command[0], *command[1:]]


def _ended(process: subprocess.Popen[bytes]) -> int | None:
    """The exit status of a process; None after a second: a signal may have reached a thread that does not wait."""
    try:
        return process.wait(1)
    except subprocess.TimeoutExpired:
        return None


def _is_of_terminal(number: int) -> bool:
    """Whether a signal reaches the command anyway: Ctrl-C reaches all programs in the foreground of a terminal."""
    if number != signal.SIGINT:
        return False
    if sys.platform == "win32":
        return True
    try:
        with open("/dev/tty", "rb", buffering=0) as terminal:  # noqa: PTH123 - no path of a file
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:  # there is no terminal
        return False


def _failed(problem: str, status: int) -> int:
    sys.stderr.write(f"{problem}\n")
    return status
