"""What stands for an attachment, or for a whole message without text: `[image: beach.jpg, 1.2 MB]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..generated import base, models
from ..util.validation import string
from .controls import one_line
from .sizes import duration, file_size

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_NAME = 120
_BY_TYPE = {"img": "image", "video": "video", "audio": "audio"}
_BY_MESSAGE = {"IMAGE": "image", "VIDEO": "video", "AUDIO": "audio", "GIF": "GIF"}
_BY_KIND = {"voice": "voice message", "sticker": "sticker", "media": "file"}
_ONE_URL = re.compile(r"https?://\S+", re.IGNORECASE)


def placeholders(message: models.Message, text: str) -> Iterator[str]:
    """A line for each attachment. `text` is the rendered text of the message.

    None for the picture of a shared link, which arrives as an image without a name whose text is the address.
    """
    kind = message.kind
    found: object = message.attachments
    attachments = found if base.is_list(found) else []
    if kind == "media" and _ONE_URL.fullmatch(text.strip()) and _is_preview(message, attachments):
        return
    if kind == "location":
        yield "[location]"
    for attachment in attachments:
        if isinstance(attachment, models.Attachment):
            yield attachment_line(attachment, _what(message, attachment, kind))
    if not attachments and kind in _BY_KIND:
        yield f"[{_what(message, None, kind)}]"


def attachment_line(attachment: models.Attachment, what: str) -> str:
    """The kind of the file, its name, length and size, and what was said in it."""
    is_file = what not in ("voice message", "sticker")
    name = _name(attachment.file_name) if is_file else None
    length = duration(attachment.duration) if what not in ("image", "sticker", "file") else None
    size = file_size(attachment.file_size) if is_file else None
    details = ", ".join(part for part in (name, length, size) if part)
    separator = ": " if name else ", " if details else ""
    said = _transcription(attachment.transcription)
    return f"[{what}{separator}{details}]" + (f' "{said}"' if said else "")


def _what(message: models.Message, attachment: models.Attachment | None, kind: str) -> str:
    """`image`, `voice message`, ...: what the attachment says of itself, else what the message says."""
    if attachment is not None:
        if kind == "voice" or attachment.is_voice_note is True:
            return "voice message"
        if kind == "sticker" or attachment.is_sticker is True:
            return "sticker"
        if attachment.is_gif is True:
            return "GIF"
        if (own := string(attachment.type)) in _BY_TYPE:
            return _BY_TYPE[own or ""]
    given = (string(message.type) or "").strip().upper()
    return (kind == "media" and _BY_MESSAGE.get(given)) or _BY_KIND.get(kind, "file")


def _is_preview(message: models.Message, attachments: list[object]) -> bool:
    """Whether the message is an image, and none that somebody chose: a file has a name."""
    named = any(isinstance(item, models.Attachment) and item.file_name for item in attachments)
    return _what(message, None, "media") == "image" and len(attachments) <= 1 and not named


def _name(value: object) -> str | None:
    name = one_line(value) if isinstance(value, str) else ""
    return name if len(name) <= _MAX_NAME else f"{name[: _MAX_NAME - 1]}…"


def _transcription(value: object) -> str:
    text: object = value.transcription if isinstance(value, models.Transcription) else None
    return one_line(text) if isinstance(text, str) else ""
