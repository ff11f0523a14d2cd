"""The media type of a file: as it is stated, by its extension, or by its first bytes; and the extension of a type."""

from __future__ import annotations

import re

UNKNOWN = "application/octet-stream"
OPUS = "audio/ogg; codecs=opus"
"""The type of voice notes."""
SNIFFED = 512
"""How many bytes `sniff` needs at most."""

_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}")
_SIGNS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"caff", "audio/x-caf"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"PK\x05\x06", "application/zip"),
    (0, b"\x1f\x8b\x08", "application/gzip"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
)
"""Offset, bytes and type. The container formats RIFF and ISO base media, and MP3 without tags, have functions."""
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"hevc": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
_EXTENSIONS = {
    "application/gzip": ".gz",
    "application/json": ".json",
    "application/msword": ".doc",
    "application/ogg": ".ogg",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.rar": ".rar",
    "application/x-7z-compressed": ".7z",
    "application/zip": ".zip",
    "audio/3gpp": ".3gp",
    "audio/aac": ".aac",
    "audio/amr": ".amr",
    "audio/flac": ".flac",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/opus": ".opus",
    "audio/wav": ".wav",
    "audio/webm": ".webm",
    "audio/x-caf": ".caf",
    "audio/x-m4a": ".m4a",
    "audio/x-wav": ".wav",
    "image/avif": ".avif",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/heif": ".heif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/tiff": ".tiff",
    "image/webp": ".webp",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/vcard": ".vcf",
    "text/x-vcard": ".vcf",
    "video/3gpp": ".3gp",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/x-matroska": ".mkv",
    "video/x-msvideo": ".avi",
}
"""Not of `mimetypes`: that reads files of the system, so the same file would have another name on another machine, and
another type: without such files, a Word document would be a ZIP archive."""
_OTHER_NAMES = {
    "application/ogg",
    "audio/3gpp",
    "audio/opus",
    "audio/webm",
    "audio/x-m4a",
    "audio/x-wav",
    "text/x-vcard",
}
"""Types of the same files that are less common: those of their extension are other ones."""
_TYPES = {suffix: kind for kind, suffix in _EXTENSIONS.items() if kind not in _OTHER_NAMES} | {
    ".jpeg": "image/jpeg",
    ".m4v": "video/mp4",
    ".oga": "audio/ogg",
    ".opus": OPUS,
    ".tif": "image/tiff",
}


def media_type(text: str | None) -> str | None:
    """A media type in lower case without parameters; None if it is missing, invalid, or says nothing."""
    found = (text or "").partition(";")[0].strip().lower()
    return found if found not in (UNKNOWN, "binary/octet-stream") and _TYPE.fullmatch(found) else None


def sniff(head: bytes) -> str | None:
    """The media type of a file by its first bytes; None if it is not one of the common formats of messages."""
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/3gpp" if head[8:10] == b"3g" else "video/mp4")
    if len(head) >= 4 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return _mpeg_audio(head)
    return next((kind for start, sign, kind in _SIGNS if head.startswith(sign, start)), _text_format(head))


def _mpeg_audio(head: bytes) -> str | None:
    """The type of a frame of AAC or MP3. Headers with values that have no meaning are of something else."""
    if head[1] & 0xF6 == 0xF0:
        return "audio/aac"
    layer, bitrate, rate = head[1] & 0x06, head[2] >> 4, head[2] >> 2 & 3
    return "audio/mpeg" if layer in (2, 4) and bitrate != 15 and rate != 3 else None  # 6 would be a mark of UTF-16


def _text_format(head: bytes) -> str | None:
    start = head.lstrip()[:16].upper()
    return "text/vcard" if start.startswith(b"BEGIN:VCARD") else None


def extension(kind: str | None) -> str:
    """The usual extension of files of a media type, with its dot; empty if there is none."""
    return _EXTENSIONS.get(kind or "", "")


def type_of_extension(suffix: str) -> str | None:
    """The media type of files with an extension, which begins with a dot; None if it is not known."""
    return _TYPES.get(suffix.lower())
