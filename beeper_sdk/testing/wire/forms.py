"""Forms in the bodies of requests: ``application/x-www-form-urlencoded`` and ``multipart/form-data``."""

from __future__ import annotations

from email.message import Message
from email.parser import BytesHeaderParser
from urllib.parse import parse_qs


def boundary(content_type: str) -> bytes:
    """The boundary of a multipart form; empty for other content types."""
    if not content_type.startswith("multipart/"):
        return b""
    headers = Message()
    headers["content-type"] = content_type
    return str(headers.get_param("boundary") or "").encode()


def read_form(content_type: str, body: bytes) -> dict[str, list[str | bytes]]:
    """The fields of a form: strings, and the contents of its files as bytes; empty if the body is not a form."""
    if content_type.startswith("application/x-www-form-urlencoded"):
        return {name: [*values] for name, values in parse_qs(body.decode(errors="replace"), True).items()}
    found: dict[str, list[str | bytes]] = {}
    mark = boundary(content_type)
    for part in (b"\r\n" + body).split(b"\r\n--" + mark)[1:-1] if mark else ():
        head, _, content = part.partition(b"\r\n\r\n")
        headers = BytesHeaderParser().parsebytes(head.removeprefix(b"\r\n") + b"\r\n\r\n")
        is_file = headers.get_filename() is not None
        name = str(headers.get_param("name", header="content-disposition") or "")
        found.setdefault(name, []).append(content if is_file else content.decode(errors="replace"))
    return found
