"""Names of files: those that a server states are changed so that every operating system can create them in a folder."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import cast

from ..util.unicode import normalize
from ..util.validation import check_kind, check_text, wrong_type

MAX_BYTES = 255
"""Maximum length of a name: bytes on Linux; UTF-16 units, which are never more, on Windows and macOS."""
_MAX_EXTENSION = 32
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_KEPT = {"\u200c", "\u200d"}
"""Format characters that are part of words and emoji: zero-width non-joiner and joiner."""
_REMOVED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|\Z)", re.IGNORECASE)
"""Devices of Windows, with any extension."""
_MEANINGFUL = {"desktop.ini", "thumbs.db"}
"""Files that change how a file manager shows a folder."""
_EXTENSION = re.compile(r"(?<=.)\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,10}(?:\.(?:gz|bz2|xz|zst))?\Z")


def safe_name(name: str | None, extension: str = "") -> str:
    """A name for a file that stays in its folder, from one that a server stated.

    Args:
        name: The stated name; None or empty for ``file``.
        extension: Appended if the name has none: with its dot, or empty.
    """
    text = normalize("NFC", "".join(letter for letter in (name or "")[:4096] if _is_kept(letter)))
    text = _trimmed(_FORBIDDEN.sub("_", text))
    if not text.strip("._ "):
        text = "file"
    if not _EXTENSION.search(text):
        text += extension
    if _RESERVED.match(text) or text.lower() in _MEANINGFUL:
        text = f"_{text}"
    return shortened(text)


def _is_kept(letter: str) -> bool:
    return letter in _KEPT or unicodedata.category(letter) not in _REMOVED


def _trimmed(text: str) -> str:
    """Without what Windows drops at the end, and without dots in front, which hide a file. Other spaces become spaces.

    A loop, since removing one uncovers the other."""
    text = "".join(" " if letter.isspace() else letter for letter in text)
    return text.strip(". ")


def split_extension(name: str) -> tuple[str, str]:
    """The stem, and the extension with its dot; that is empty if what follows the last dot is no extension."""
    found = _EXTENSION.search(name)
    if found is None or len(found[0]) > _MAX_EXTENSION:
        return name, ""
    return name[: found.start()], found[0]


def shortened(name: str, number: int = 0) -> str:
    """A name of at most `MAX_BYTES`, with ``(1)`` or another number if it is not 0. The extension is kept."""
    stem, extension = split_extension(name)
    suffix = f" ({number})" if number else ""
    room = MAX_BYTES - len((suffix + extension).encode())
    encoded = stem.encode(errors="surrogateescape")
    if len(encoded) > room:
        stem = encoded[:room].decode(errors="ignore").rstrip(". ")
    return stem + suffix + extension


def compared(name: str) -> str:
    """The form in which names are compared: file systems may ignore case and the Unicode form."""
    return normalize("NFC", normalize("NFC", name).casefold())


def check_folder(to: object) -> Path:
    """Check the path of a folder. Raises TypeError, ValueError."""
    check_kind("to", to, str | os.PathLike, "the path of a folder")
    path = os.fspath(cast("str | os.PathLike[str] | os.PathLike[bytes]", to))
    if not isinstance(path, str):  # a PathLike may have a path of bytes
        raise wrong_type("to", "the path of a folder", path)
    try:
        is_valid = b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        is_valid = False
    if not is_valid:
        raise ValueError("to must be the path of a folder; it contains a null character or a lone surrogate")
    return Path(path)


def check_name(name: object, *, windows: bool = os.name == "nt") -> str:
    """Check the ``name`` of a file that a user chose. It is used as it is. Raises TypeError, ValueError."""
    text = check_text("name", name)
    if not text or text in (".", "..") or re.search(r"[/\\\x00-\x1f\x7f]", text):
        raise ValueError("name must be the name of a file, without a folder or control characters; `to` is the folder")
    try:
        length = len(os.fsencode(text))
    except UnicodeEncodeError:
        length = 0
    if not 0 < length <= MAX_BYTES:
        raise ValueError(f"name must be a name that files can have, of at most {MAX_BYTES} bytes")
    if windows and safe_name(text) != normalize("NFC", text):
        raise ValueError("name must be a name that files can have on Windows")
    return text
