"""Where the file of an attachment is: its URLs, and what is known about it before it is received."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from ..generated import base, models
from ..util.override import override
from ..util.validation import check_text, is_number, string, wrong_type
from .media_types import media_type

SERVED = ("mxc", "localmxc", "file")
"""The schemes of assets.serve. It responds to all others with 400."""
KNOWN = (*SERVED, "asset", "data")
_EXPECTED = "an Attachment, a Message with one attachment, or a URL of a file"
_SCHEMES = "mxc://, localmxc://, file://, asset:// or data:"
_MAX_URL = 14_000
"""Of all but data URLs, which are not sent: see `MAX_TARGET` of request_encoding."""


class FileUrl(NamedTuple):
    """A URL of a file. Its repr shows no part of the URL, which may contain a key."""

    label: str
    """What contains it: ``id`` or ``src_url``."""
    url: str

    @property
    def scheme(self) -> str:
        """In lower case; one of `KNOWN`."""
        return scheme_of(self.url)

    @override
    def __repr__(self) -> str:
        return f"<FileUrl {self.label}>"


class FileSource:
    """The URLs of a file, in the order in which they are tried, and what its message says about it."""

    __slots__ = ("media_type", "name", "notes", "size", "urls")

    def __init__(
        self,
        urls: tuple[FileUrl, ...],
        name: str | None = None,
        media_type: str | None = None,
        size: int | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.urls: tuple[FileUrl, ...] = urls
        self.name: str | None = name
        self.media_type: str | None = media_type
        self.size: int | None = size
        self.notes: tuple[str, ...] = notes
        """Why other URLs of the attachment cannot be used."""


def find_source(value: object) -> FileSource:
    """The file of an attachment, of a message with one attachment, or at a URL. Raises TypeError, ValueError."""
    if isinstance(value, models.Message):
        value = _only_attachment(value)
    if isinstance(value, models.Attachment):
        return _of_attachment(value)
    if isinstance(value, str):
        return _of_url(value)
    raise wrong_type("attachment", _EXPECTED, value)


def scheme_of(url: str) -> str:
    """The scheme of a URL in lower case; empty without one."""
    scheme, colon, _ = url.partition(":")
    return scheme.lower() if colon else ""


def _only_attachment(message: models.Message) -> models.Attachment:
    items: object = message.attachments
    found = [item for item in items if isinstance(item, models.Attachment)] if base.is_list(items) else []
    if len(found) != 1:
        count = f"{len(found)} attachments: pass one of message.attachments" if found else "no attachment"
        raise ValueError(f"attachment must be {_EXPECTED}; this message has {count}")
    return found[0]


def _of_attachment(attachment: models.Attachment) -> FileSource:
    urls: list[FileUrl] = []
    notes: list[str] = []
    for label, value in (("id", attachment.id), ("src_url", attachment.src_url)):
        url, note = _usable(string(value) or "")
        if note is not None:
            notes.append(f"{label}: {note}")
        elif url and url not in (found.url for found in urls):
            urls.append(FileUrl(label, url))
    kind = media_type(string(attachment.mime_type))
    return FileSource(tuple(urls), string(attachment.file_name), kind, _size(attachment.file_size), tuple(notes))


def _of_url(url: str) -> FileSource:
    usable, note = _usable(check_text("attachment", url))
    if note is not None or not usable:
        raise ValueError(f"the URL of a file must start with {_SCHEMES}; of others, Beeper does not serve files")
    if scheme_of(usable) == "data":
        from .data_urls import read_data_url

        read_data_url(usable)
    return FileSource((FileUrl("URL", usable),))


def _usable(url: str) -> tuple[str, str | None]:
    """The URL in the form in which it is requested, and why it cannot be used."""
    if not url.strip():
        return "", None
    if url.startswith("/") and not url.startswith("//"):  # older apps have a path there
        return f"file://{quote(url, errors='surrogatepass')}", None
    scheme = scheme_of(url)
    if scheme in ("http", "https"):
        return "", f"Beeper does not serve {scheme}:// URLs; request it without your token"
    if scheme not in KNOWN:
        return "", "not a URL of a file"
    if any("\ud800" <= letter <= "\udfff" for letter in url) or (scheme != "data" and len(url) > _MAX_URL):
        return "", "not a valid URL"
    return url, None


def _size(value: object) -> int | None:
    """A size in bytes; None if it is missing or no size."""
    return int(value) if is_number(value) and 0 <= value < 2**53 and value == int(value) else None
