"""The media type of a file that is sent: by its name, or else by its first bytes; and its size.

A part without a type is received as a generic file: voice notes were seen to arrive as documents.
"""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, TypeAlias

from ..generated import files
from .media_types import OPUS, SNIFFED, extension, sniff, type_of_extension

if TYPE_CHECKING:
    from ..generated import FileLike

Part: TypeAlias = tuple[str, bytes | IO[bytes], str]
"""The name, content and media type of a file."""
_UNNAMED = "upload"
"""The name of a file that has none."""


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
        return Content(len(content), content[:SNIFFED])
    file = sent_file(content)
    try:
        size = file.seek(0, os.SEEK_END)
        if not (head and file.can_look_ahead):
            return Content(size)
        file.seek(0)
        first = file.read(SNIFFED)
        file.seek(0)
    except Exception:  # noqa: BLE001 - a file object of the user may raise anything
        return Content()
    finally:
        file.release()
    return Content(size, first)


def has_type(file: FileLike) -> bool:
    """Whether the type of a file was given."""
    return isinstance(file, tuple) and len(file) == 3


def named(part: Part, name: str) -> Part:
    """The same part with the type that a name shows, if it shows one."""
    return part[0], part[1], _type_of(name) or part[2]


def shows_type(name: str) -> bool:
    """Whether a name shows the type of a file. That of some, such as .bin, is the general type."""
    return _type_of(name) is not None


def _type_of(name: str) -> str | None:
    if found := type_of_extension(PurePath(name).suffix):
        return found
    from mimetypes import guess_type

    return guess_type(f"./{name}")[0]  # a name that starts with "data:" would be read as a URL


def typed(part: Part, head: bytes) -> Part:
    """The same part with the type that its first bytes show, if they do. A file without a name gets one."""
    found = sniff(head)
    if found is None:
        return part
    name = f"{_UNNAMED}{extension(found)}" if part[0] == _UNNAMED else part[0]
    return name, part[1], OPUS if found == "audio/ogg" and b"OpusHead" in head else found
