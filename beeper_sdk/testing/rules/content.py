"""What is in a message: its text, as Markdown, Matrix HTML or plain; uploads, and the attachments made of them."""

from __future__ import annotations

import html
import json
import mimetypes
import re
import struct
import wave
from dataclasses import dataclass

from ..wire import limits
from ..wire.errors import not_found
from ..wire.json_values import Json
from ..world.contents import Contents
from ..world.seed.media import File
from ..world.world import Upload, World
from .due import UPLOAD_MS

_MARKS = (
    (re.compile(r"`([^`\n]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*([^*\n]+)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])"), r"<em>\1</em>"),
    (re.compile(r"~~([^~\n]+)~~"), r"<del>\1</del>"),
    (re.compile(r"\[([^\[\]\n]+)\]\((https?://[^()\[\]\s]+)\)"), r'<a href="\2">\1</a>'),
)


def from_markdown(text: str) -> str:
    """What is stored of a sent text: HTML if it held Markdown, else the text as it is.

    A JSON string that holds HTML is used unchanged (document of app 5.0.0).
    """
    if text.startswith('"') and "<" in text:
        try:
            verbatim = json.loads(text)
        except ValueError:
            verbatim = None
        if isinstance(verbatim, str):
            return verbatim
    safe = html.escape(text, quote=False)
    rich = safe
    for mark, tag in _MARKS:
        rich = mark.sub(tag, rich)
    return text if rich == safe else rich.replace("\n", "<br>")


_KIND = {"image": "IMAGE", "video": "VIDEO", "audio": "AUDIO"}
_HINT = {"image": "IMAGE", "video": "VIDEO", "audio": "AUDIO", "file": "FILE", "gif": "IMAGE", "sticker": "STICKER"}
_READ = {"IMAGE": "img", "STICKER": "img", "VIDEO": "video", "AUDIO": "audio", "VOICE": "audio", "FILE": "unknown"}


def store_upload(world: World, contents: Contents, name: str | None, mime_type: str | None) -> Json:
    """Store a file for a message or draft; returns what is known about it. Its ID expires (``due.UPLOAD_MS``)."""
    if contents.size > limits.FILE_BYTES:
        raise limits.too_large()
    number = world.number()
    file = read_file(contents, name, mime_type, f"upload-{number}")
    expires_ms = world.clock.milliseconds() + UPLOAD_MS
    found = Upload(f"upload_{number}", file, world.media.local_url(f"upload://{number}", file), expires_ms)
    world.uploads[found.id] = found
    wire: Json = {"uploadID": found.id, "srcURL": found.url, "fileName": file.name, "mimeType": file.mime_type}
    wire["fileSize"] = contents.size
    seconds = _wave_seconds(contents)
    wire |= {} if seconds is None else {"duration": seconds}
    return wire | ({"width": file.width, "height": file.height} if file.width is not None else {})


def read_file(contents: Contents, name: str | None, mime_type: str | None, stem: str = "file") -> File:
    """A file with what its bytes and its name say; without a name it is called after `stem`."""
    start = contents.read(0, 24)
    mime_type = mime_type or _sniff(start) or mimetypes.guess_type(name or "")[0] or "application/octet-stream"
    name = name or f"{stem}{mimetypes.guess_extension(mime_type) or ''}"
    return File(contents, mime_type, name, *_size(start))


def _sniff(data: bytes) -> str | None:
    signs = (
        (b"\x89PNG", "image/png"),
        (b"GIF8", "image/gif"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"RIFF", "audio/wav"),
    )
    return next((kind for sign, kind in signs if data.startswith(sign)), None)


def _size(data: bytes) -> tuple[int | None, int | None]:
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    return None, None


def _wave_seconds(contents: Contents) -> float | None:
    """The length of a WAV file; None for other files."""
    try:
        with contents.open() as file, wave.open(file) as sound:
            return float(sound.getnframes()) / float(sound.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return None


def find_upload(world: World, upload_id: str) -> Upload:
    """The upload with an id."""
    found = world.uploads.get(upload_id)
    if found is None or found.until_ms <= world.clock.milliseconds():
        raise not_found("Upload")
    return found


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to send."""

    file: File
    kind: str
    """The type of the message."""
    hint: str
    """What the sender called it, or empty."""

    @property
    def limits(self) -> str:
        """The type whose limits it must keep."""
        return "GIF" if self.hint == "gif" else self.kind


def to_attach(world: World, given: Json) -> Attached:
    """The file that a send refers to."""
    found = find_upload(world, given["uploadID"])
    mime_type = str(given.get("mimeType") or found.file.mime_type)
    hint = str(given.get("type") or "").replace("voiceNote", "voice-note")
    kind = "VOICE" if hint == "voice-note" else _HINT.get(hint) or _KIND.get(mime_type.partition("/")[0], "FILE")
    name = str(given.get("fileName") or found.file.name)
    file = File(found.file.contents, mime_type, name, *_dimensions(given, found))
    return Attached(file, kind, hint)


def attach(world: World, row: Json, attached: Attached, given: Json) -> None:
    """Make a new message carry a file."""
    file, mxc = attached.file, f"mxc://beeper.local/sent{row['id']}"
    world.media.put(mxc, file)
    wire: Json = {
        "type": _READ[attached.kind],
        "id": mxc,
        "srcURL": mxc,
        "mimeType": file.mime_type,
        "fileName": file.name,
    }
    wire["fileSize"] = file.contents.size
    if file.width is not None:
        wire["size"] = {"width": file.width, "height": file.height}
    if "duration" in given:
        wire["duration"] = given["duration"]
    wire |= {flag: True for flag, name in _FLAGS if attached.hint == name}
    row |= {"type": attached.kind, "attachments": [wire]}


_FLAGS = (("isGif", "gif"), ("isSticker", "sticker"), ("isVoiceNote", "voice-note"))


def _dimensions(given: Json, found: Upload) -> tuple[int | None, int | None]:
    if "size" in given:
        return given["size"]["width"], given["size"]["height"]
    return found.file.width, found.file.height


def download(world: World, url: str) -> Json:
    """Fetch a file to this machine; a failure is reported in a successful response, as by Beeper."""
    file = world.media.get(url)
    if file is None:
        return {"error": "The media is not available"}
    try:
        return {"srcURL": world.media.local_url(url, file)}
    except OSError:
        return {"error": "The media could not be stored"}
