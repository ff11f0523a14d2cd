"""Files on the disk of this machine that a server names, for apps before 4.2.509, which cannot send files.

Only such files are read as the app may name: of a server on this machine, by an absolute path without ``..``, regular
files, no symbolic links, of the size that the message states.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import IO
from urllib.parse import unquote_to_bytes


def local_path(url: str, *, windows: bool = os.name == "nt") -> Path | None:
    """The path of a file:// URL; None if it is of another machine or not absolute, or has parts such as ``..``."""
    host, slash, path = url.partition("://")[2].partition("/")
    if not slash or host.lower() not in ("", "localhost"):  # another host would be a network drive of Windows
        return None
    text = os.fsdecode(unquote_to_bytes(re.split("[?#]", path, maxsplit=1)[0]))
    parts = re.split(r"[/\\]", text) if windows else text.split("/")
    if "\0" in text or not all(parts) or any(part in (".", "..") for part in parts):
        return None
    if windows:
        is_absolute = re.fullmatch("[A-Za-z]:", parts[0]) is not None and not any(":" in part for part in parts[1:])
        return Path(text) if is_absolute and len(parts) > 1 else None
    return Path(f"/{text}")


def open_regular(path: Path) -> tuple[IO[bytes], int]:
    """Open a regular file, and return it with its size. Raises OSError, also for links, folders, devices and pipes."""
    # What is checked is the open file. O_NONBLOCK: to open a pipe would block.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags)
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode) or path.is_symlink():
            raise OSError("is not a regular file")
        return os.fdopen(number, "rb"), status.st_size
    except BaseException:
        os.close(number)
        raise
