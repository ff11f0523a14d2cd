"""What the network of a chat allows of a file: its type, size, length and caption. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from ...errors import NetworkLimit
from ..generated import base, models
from ..http import redaction
from ..util.validation import is_number, is_whole, string
from .limits import SEND, capabilities_of, check_limit, check_support, is_supported, least_length

if TYPE_CHECKING:
    from ..generated import models as m

MSGTYPES: Mapping[m.AttachmentHint, str] = {
    "image": "m.image",
    "video": "m.video",
    "audio": "m.audio",
    "file": "m.file",
    "gif": "fi.mau.gif",
    "voice-note": "org.matrix.msc3245.voice",
    "sticker": "m.sticker",
}
"""The names of the types in ``capabilities.attachments``."""
TYPES: Mapping[str, m.AttachmentHint] = {name: name for name in MSGTYPES}
_BY_FAMILY: Mapping[str, m.AttachmentHint] = {"image": "image", "video": "video", "audio": "audio"}


class FileFacts(NamedTuple):
    """What is known of a file that is to be sent."""

    type: m.AttachmentHint
    media_type: str
    """Empty if it is not known."""
    size: float | None = None
    """In bytes."""
    width: float | None = None
    """In pixels, like the height."""
    height: float | None = None
    duration: float | None = None
    """In seconds."""


def stated_facts(attachment: object) -> FileFacts | None:
    """What an attachment in the body of a request states; None if it does not state its type."""
    if not base.is_object(attachment):
        return None
    type_ = TYPES.get(string(attachment.get("type")) or "")
    if type_ is None:
        return None
    size = attachment.get("size")
    sides = size if base.is_object(size) else {}
    width, height, seconds = sides.get("width"), sides.get("height"), attachment.get("duration")
    return FileFacts(
        type_, string(attachment.get("mimeType")) or "", None, measure(width), measure(height), measure(seconds)
    )


def measure(value: object) -> float | None:
    """A size or a duration; None if it is missing or none. JSON has numbers that are infinite, such as 1e999."""
    return value if is_number(value) and 0 <= value < float("inf") else None


def type_for(media_type: str, chat: object) -> m.AttachmentHint:
    """The type as which a file is sent by default. A GIF is not sent as an image, which WhatsApp was seen to delete,
    unless the chat is known to support GIFs only as such."""
    family, _, kind = _plain(media_type).partition("/")
    if (family, kind) != ("image", "gif"):
        return _BY_FAMILY.get(family, "file")
    return "image" if _accepts(chat, "gif", media_type) is False and _accepts(chat, "image", media_type) else "gif"


def check_file(chat: object, file: FileFacts, caption: str | None) -> None:
    """Raise NetworkLimit if a chat does not allow a file."""
    listed = _listed(chat)
    if listed is None:
        return
    limits = _limits(listed, file.type)
    if limits is None or _accepts(chat, file.type, file.media_type) is False:
        other = "; file_type='file' is supported" if _accepts(chat, "file", file.media_type) else ""
        shown = redaction.media_type(_plain(file.media_type)) or "this type"
        what = f"{shown} as {file.type!r}" if limits is not None else f"attachments of the type {file.type!r}"
        raise NetworkLimit(SEND, f"this chat does not support {what}{other}", "attachments")
    _check_measures(file, limits)
    if caption:
        check_support(SEND, limits.caption, "caption", f"a text with {file.type!r}", "; send the text by itself")
        length = least_length(caption, limits.max_caption_length)
        check_limit(SEND, "max_caption_length", limits.max_caption_length, length, "the caption has", "characters")


def _check_measures(file: FileFacts, limits: m.AttachmentCapabilities) -> None:
    hint = f" for {file.type!r}"
    check_limit(SEND, "max_size", limits.max_size, file.size, "the file has", "bytes", hint)
    check_limit(SEND, "max_width", limits.max_width, file.width, "the file has", "pixels of width", hint)
    check_limit(SEND, "max_height", limits.max_height, file.height, "the file has", "pixels of height", hint)
    check_limit(SEND, "max_duration", limits.max_duration, file.duration, "the file has", "seconds", hint)


def _listed(chat: object) -> Mapping[str, object] | None:
    """The limits of each type; None if they are not known."""
    known = capabilities_of(chat)
    found: object = None if known is None else known.attachments
    return found if base.is_object(found) and found else None


def _limits(listed: Mapping[str, object], type_: m.AttachmentHint) -> m.AttachmentCapabilities | None:
    found = listed.get(MSGTYPES[type_])
    return found if isinstance(found, models.AttachmentCapabilities) else None


def _accepts(chat: object, type_: m.AttachmentHint, media_type: str) -> bool | None:
    """Whether a chat allows files of a media type as this type; None if it is not known."""
    listed = _listed(chat)
    if listed is None:
        return None
    limits = _limits(listed, type_)
    levels: object = None if limits is None else limits.mime_types
    if not base.is_object(levels) or not media_type:
        return False if limits is None else None
    return is_supported(_level({_plain(pattern): level for pattern, level in levels.items()}, _plain(media_type)))


def _level(levels: Mapping[str, object], media_type: str) -> object:
    patterns = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    level = next((levels[pattern] for pattern in patterns if pattern in levels), -2)
    return level if is_whole(level) else None


def _plain(media_type: str) -> str:
    """A media type without its parameters, such as the codec."""
    return media_type.partition(";")[0].strip().lower()
