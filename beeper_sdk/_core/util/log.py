"""What is logged, and what is kept out of logs.

Our lines (logger ``beeper_sdk``) show operation, path template, status, milliseconds and attempt. The HTTP library
writes whole URLs and headers at INFO and DEBUG; it stays quiet while it works for this SDK, and only then.
"""

from __future__ import annotations

import logging
import os
from contextvars import ContextVar
from typing import TextIO

from .override import override

logger = logging.getLogger(__name__.rsplit(".", 3)[0])
"""Named as this package is: ``beeper_sdk``, or what a vendored copy is called, so that two of them are told apart."""

_LIBRARY = ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy", "httpcore.socks")
HTTP_LOGS_MUTED: ContextVar[bool] = ContextVar("beeper_sdk_call", default=False)
"""Is the HTTP library working for this SDK? A call sets it directly: a context manager of ours would cost a call four
Python frames."""


class _Quiet(logging.Filter):
    """Drops what the HTTP library says about our calls; lines about anybody else's pass."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        return not HTTP_LOGS_MUTED.get()


def mute_http_logs() -> None:
    """Make the HTTP library's loggers leave our calls out. Doing it again changes nothing."""
    for name in _LIBRARY:
        library = logging.getLogger(name)
        if not any(isinstance(known, _Quiet) for known in library.filters):
            library.addFilter(_Quiet())


class _Stderr(logging.StreamHandler[TextIO]):
    """The handler BEEPER_LOG asks for; its own class, so that it is set up once."""


def log_as_environment_says() -> None:
    """``BEEPER_LOG=info`` or ``debug`` writes our lines to stderr. Raises ValueError for anything else."""
    wanted = os.environ.get("BEEPER_LOG", "").strip().lower()
    if not wanted:
        return
    if wanted not in ("debug", "info"):
        raise ValueError("BEEPER_LOG takes 'debug' or 'info'")
    logger.setLevel(wanted.upper())
    if not any(isinstance(known, _Stderr) for known in logger.handlers):
        handler = _Stderr()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
