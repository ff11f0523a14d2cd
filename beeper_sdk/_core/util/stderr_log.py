"""The handler that writes log lines to stderr, for the variable ``BEEPER_LOG``."""

from __future__ import annotations

import logging
from typing import TextIO

from .override import override


class _Stderr(logging.StreamHandler[TextIO]):
    """It has its own class so that it can be recognized and is added only once."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name in logging
        """Ignore that stderr cannot be written to: logging's own method writes to it too, and fails if it is closed."""


def log_to_stderr(logger: logging.Logger, level: str) -> None:
    """Write the lines of a logger from a level on to stderr. Calling it again changes the level."""
    logger.setLevel(level)
    if not any(isinstance(known, _Stderr) for known in logger.handlers):
        handler = _Stderr()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
