"""The logger of the SDK. Its lines contain the operation, path template, status, duration and attempt.

`logging` is imported when a line is logged or was asked for: together with what it imports, it takes 5 % of the time of
a first call, and as long as nothing has imported it, nobody can have asked for more than warnings.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Logger

DEBUG, INFO, WARNING = 10, 20, 30
"""The levels of `logging`."""
_LEVELS = ("debug", "info", "warning", "error")


@cache
def get_logger() -> Logger:
    """The logger named after this package: ``beeper_sdk``, or the name of a vendored copy, so that two copies are
    distinguishable."""
    import logging

    return logging.getLogger(__name__.rsplit(".", 3)[0])


def is_logged(level: int) -> bool:
    """Whether lines of this level are logged."""
    return (level >= WARNING or "logging" in sys.modules) and get_logger().isEnabledFor(level)


def log(level: int, message: str, *values: object) -> None:
    """Log, and ignore exceptions of the program's handlers: the result of a call must not be lost for a log line."""
    with suppress(Exception):
        if is_logged(level):
            logger = get_logger()
            logger.log(level, message, *values, stacklevel=2)


@cache
def _report_level() -> None:
    log(WARNING, "BEEPER_LOG is ignored: it must be %s", ", ".join(_LEVELS))


def log_as_environment_says() -> None:
    """Log to stderr at the level of ``BEEPER_LOG``. Another value is ignored, with one warning in the log: it must not
    stop a program."""
    wanted = os.environ.get("BEEPER_LOG", "").strip().lower()
    if wanted in _LEVELS:
        from .stderr_log import log_to_stderr

        log_to_stderr(get_logger(), wanted.upper())
    elif wanted:
        _report_level()
