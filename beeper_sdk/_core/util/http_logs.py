"""Mutes the loggers of httpx and httpcore during calls of this SDK.

They log full URLs and headers at INFO and DEBUG, which contain private data. Their log lines about other requests of
the program are not affected.
"""

from __future__ import annotations

import logging
import sys
from contextvars import ContextVar

from .override import override

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
