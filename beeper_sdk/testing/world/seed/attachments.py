"""Attachments of seeded messages: each gets an address of its own, in one of the forms servers use."""

from __future__ import annotations

from ...wire.json_values import Json
from ..media_store import MediaStore
from .media import File

_TYPES = {"IMAGE": "img", "STICKER": "img", "GIF": "img", "VOICE": "audio", "AUDIO": "audio", "FILE": "unknown"}


def attach(row: Json, kind: str, file: File, media: MediaStore) -> None:
    """Turn a row into one that carries a file."""
    number = int(row["id"])
    mxc = f"mxc://beeper.local/media{number}"
    media.put(mxc, file)
    wire: Json = {
        "type": _TYPES[kind],
        "id": mxc,
        "srcURL": _source(mxc, number, file, media),
        "mimeType": file.mime_type,
        "fileName": file.name,
        "fileSize": len(file.data),
    }
    if file.width is not None and file.height is not None:
        wire["size"] = {"width": file.width, "height": file.height}
    if file.duration is not None:
        wire["duration"] = file.duration
    _flags(wire, kind, number)
    row |= {"type": "IMAGE" if kind == "GIF" else kind, "attachments": [wire]}
    if kind in ("IMAGE", "FILE") and number % 3 == 0:
        row["text"] = f"Here: {file.name}"


def _source(mxc: str, number: int, file: File, media: MediaStore) -> str:
    """The address readers see; row 17 of the traps: key material in queries, paths of the server's disk."""
    sources = (
        f"{mxc}?encryptionInfoJSON=eyJrZXkiOiJub3QtYS1rZXktMTIzIn0%3D",
        f"localmxc://local-whatsapp/media{number}",
        f"file:///Users/alice/Library/Beeper/media/{number}/{file.name.replace(' ', '%20')}",
        mxc,
    )
    source = sources[number % 4]
    media.put(source, file)
    return source


def _flags(wire: Json, kind: str, number: int) -> None:
    if kind == "GIF":
        wire["isGif"] = True
    if kind == "STICKER":
        wire["isSticker"] = True
    if kind == "VOICE":
        wire["isVoiceNote"] = True
        if number % 2:
            wire["transcription"] = {"transcription": "Hello, call me back.", "engine": "local", "language": "en"}
