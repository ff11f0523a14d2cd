"""Reads files that may be something else: a pipe would block, and a device may have no end."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def status_and_content(path: Path, largest: int = -1) -> tuple[os.stat_result, bytes]:
    """The status and the content of a file. The content of what is not a regular file is empty. Raises OSError.

    Args:
        path: The file.
        largest: How many bytes are read at most; -1 for all.
    """
    # What is checked is the open file, so that it cannot be replaced between check and read. O_NONBLOCK: to open a pipe
    # would block.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            return status, b""
        with os.fdopen(number, "rb", closefd=False) as file:
            return status, file.read(largest)
    finally:
        os.close(number)


def read_regular(path: Path) -> bytes:
    """The content of a regular file. Raises OSError, also for a folder, device or pipe."""
    status, content = status_and_content(path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "is not a regular file", str(path))
    return content
