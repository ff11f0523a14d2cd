"""The logger of the SDK, and the muting of httpx's loggers.

The log lines of ``beeper_sdk`` contain the operation, path template, status, duration and attempt. httpx and httpcore
log full URLs and headers at INFO and DEBUG, which contain private data, so their loggers are muted during calls of this
SDK. Their log lines about other requests of the program are not affected.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from contextvars import ContextVar
from functools import cache
from typing import TextIO

from .override import override

logger = logging.getLogger(__name__.rsplit(".", 3)[0])
"""Named after this package: ``beeper_sdk``, or the name of a vendored copy, so that two copies are distinguishable."""

_LEVELS = ("debug", "info", "warning", "error")
# A filter of a logger does not apply to its child loggers, so each logger is listed.
_LIBRARY = ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy", "httpcore.socks")
HTTP_LOGS_MUTED: ContextVar[bool] = ContextVar("beeper_sdk_call", default=False)
"""Whether httpx currently works for this SDK. Calls set and reset the variable directly: a context manager would add
four Python frames to each call."""


class _Quiet(logging.Filter):
    """Drops the log records of httpx about calls of this SDK, and no others."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        return not HTTP_LOGS_MUTED.get()


def mute_http_logs() -> None:
    """Add the filter to the loggers of httpx and httpcore, and to those of httpx2 if it was imported. Calling it again
    has no effect."""
    successors = [name.replace("httpx", "httpx2").replace("httpcore", "httpcore2") for name in _LIBRARY]
    for name in (*_LIBRARY, *(successors if "httpx2" in sys.modules else ())):
        library = logging.getLogger(name)
        if not any(isinstance(known, _Quiet) for known in library.filters):
            library.addFilter(_Quiet())


class _Stderr(logging.StreamHandler[TextIO]):
    """The handler for BEEPER_LOG. It has its own class so that it can be recognized and is added only once."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name in logging
        """Ignore that stderr cannot be written to: logging's own method writes to it too, and fails if it is closed."""


def log(level: int, message: str, *values: object) -> None:
    """Log, and ignore exceptions of the program's handlers: the result of a call must not be lost for a log line."""
    with suppress(Exception):
        logger.log(level, message, *values, stacklevel=2)


@cache
def _report_level() -> None:
    log(logging.WARNING, "BEEPER_LOG is ignored: it must be %s", ", ".join(_LEVELS))


def log_as_environment_says() -> None:
    """Log to stderr at the level of ``BEEPER_LOG``. Another value is ignored, with one warning in the log: it must not
    stop a program."""
    wanted = os.environ.get("BEEPER_LOG", "").strip().lower()
    if wanted not in _LEVELS:
        if wanted:
            _report_level()
        return
    logger.setLevel(wanted.upper())
    if not any(isinstance(known, _Stderr) for known in logger.handlers):
        handler = _Stderr()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
