"""The media type of a file that is sent: by its name, or else by its first bytes.

A part without a type is received as a generic file: voice notes were seen to arrive as documents.
"""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, TypeAlias

from ..generated import files

if TYPE_CHECKING:
    from ..generated import FileLike

Part: TypeAlias = tuple[str, bytes | IO[bytes], str]
"""The name, content and media type of a file."""
GENERIC = "application/octet-stream"
HEAD = 64
"""Number of bytes that show the type."""
_UNNAMED = "upload"
"""The name of a file that has none."""
_SIGNS: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
    (0, b"\xff\xd8\xff", "image/jpeg", ".jpg"),
    (0, b"GIF87a", "image/gif", ".gif"),
    (0, b"GIF89a", "image/gif", ".gif"),
    (8, b"WEBP", "image/webp", ".webp"),
    (8, b"WAVE", "audio/wav", ".wav"),
    (4, b"ftypM4A", "audio/mp4", ".m4a"),
    (4, b"ftypqt", "video/quicktime", ".mov"),
    (4, b"ftypheic", "image/heic", ".heic"),
    (4, b"ftypavif", "image/avif", ".avif"),
    (4, b"ftyp", "video/mp4", ".mp4"),
    (28, b"OpusHead", "audio/ogg; codecs=opus", ".ogg"),
    (28, b"\x80theora", "video/ogg", ".ogv"),
    (0, b"OggS", "audio/ogg", ".ogg"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm", ".webm"),
    (0, b"ID3", "audio/mpeg", ".mp3"),
    (0, b"\xff\xfb", "audio/mpeg", ".mp3"),
    (0, b"fLaC", "audio/flac", ".flac"),
    (0, b"#!AMR", "audio/amr", ".amr"),
    (0, b"%PDF-", "application/pdf", ".pdf"),
    (0, b"PK\x03\x04", "application/zip", ".zip"),
)
"""Offset, bytes, media type and extension. The first that matches counts."""


def sent_file(content: object) -> files.SentFile:
    """The content of a part that is not in memory."""
    assert isinstance(content, files.SentFile)  # noqa: S101 - as the compiler writes it
    return content


class Content:
    """What is known of the content of a file: its size in bytes, and its first bytes."""

    __slots__ = ("head", "size")

    def __init__(self, size: int | None = None, head: bytes = b"") -> None:
        self.size: int | None = size
        self.head: bytes = head


def examine(part: Part, *, head: bool) -> Content:
    """Read the size of a file, and with `head` its first bytes; it is at its start again afterwards. Both are unknown
    for a file that can be read only once, and for one that cannot be read: sending it raises the error. The first bytes
    of files of other classes than Python's own are not read ahead."""
    content = part[1]
    if isinstance(content, bytes):
        return Content(len(content), content[:HEAD])
    file = sent_file(content)
    try:
        size = file.seek(0, os.SEEK_END)
        if not (head and file.can_look_ahead):
            return Content(size)
        file.seek(0)
        first = file.read(HEAD)
        file.seek(0)
    except Exception:  # noqa: BLE001 - a file object of the user may raise anything
        return Content()
    finally:
        file.release()
    return Content(size, first)


def needs_head(file: FileLike, part: Part) -> bool:
    """Whether the type of a file is not known by its name, and was not given."""
    return part[2] == GENERIC and not (isinstance(file, tuple) and len(file) == 3)


def typed(part: Part, head: bytes) -> Part:
    """The same part with the type that its first bytes show, if they do. A file without a name gets one."""
    found = _by_content(head)
    if found is None:
        return part
    name = f"{_UNNAMED}{found[1]}" if part[0] == _UNNAMED else part[0]
    return name, part[1], found[0]


def _by_content(head: bytes) -> tuple[str, str] | None:
    return next((sign[2:] for sign in _SIGNS if head.startswith(sign[1], sign[0])), None)
