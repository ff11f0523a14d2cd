"""URLs that contain their file: ``data:image/png;base64,...``."""

from __future__ import annotations

from binascii import Error, a2b_base64
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from .media_types import media_type


class DataFile(NamedTuple):
    """A file of a data URL."""

    content: bytes
    media_type: str | None


def read_data_url(url: str) -> DataFile:
    """The file of a data URL. Raises ValueError, whose text has no part of the URL."""
    header, comma, data = url[len("data:") :].partition(",")
    kind, *parameters = header.split(";")
    if not comma:
        raise ValueError("a data: URL must contain a comma, after which its data begins")
    content = unquote_to_bytes(data)
    if any(parameter.strip().lower() == "base64" for parameter in parameters):
        return DataFile(_decoded(content), media_type(kind))
    return DataFile(content, media_type(kind))


def _decoded(content: bytes) -> bytes:
    packed = b"".join(content.split()).translate(bytes.maketrans(b"-_", b"+/")).rstrip(b"=")
    try:
        return a2b_base64(packed + b"=" * (-len(packed) % 4), strict_mode=True)
    except Error:
        raise ValueError("the data of a data: URL must be base64") from None
