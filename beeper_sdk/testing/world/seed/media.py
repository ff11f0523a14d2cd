"""Small real files, made in code, that any decoder opens: by address, and in a folder when somebody downloads one."""

from __future__ import annotations

import io
import math
import re
import struct
import wave
import zlib
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import quote, unquote

from ..contents import Contents, InMemory
from ..folder import Folder, Incoming
from .people import Draw

FOLDER = "/Users/alice/Library/Beeper/media"
"""Where the app that made the data of the world keeps its files."""


@dataclass(frozen=True, slots=True)
class File:
    """Bytes with what a server knows of them."""

    contents: Contents
    mime_type: str
    name: str
    width: int | None = None
    height: int | None = None
    duration: float | None = None


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A valid RGB picture with a gradient over one colour."""
    rows = b"".join(
        b"\0" + b"".join(bytes(part * (x + y + 1) // (width + height) for part in colour) for x in range(width))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    # Level 0 stores: the bytes are then the same with every zlib, which differ in how they compress.
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 0)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def wav(seconds: float, pitch: int) -> bytes:
    """A valid sound: one quiet tone, 8 kHz, 8 bit, mono."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(128 + int(40 * math.sin(n * pitch / 1273)) for n in range(int(8000 * seconds))))
    return out.getvalue()


def gif() -> bytes:
    """The smallest valid GIF: one dot."""
    return (
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x12\x34\x56\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
        b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )


def text_file(draw: Draw, lines: int) -> bytes:
    """A list somebody might send as a file."""
    things = ("apples", "bread", "candles", "dates", "eggs", "flour", "grapes", "honey")
    return "".join(f"{draw.number(1, 9)} {draw.one(things)}\n" for _ in range(lines)).encode()


def files(seed: int) -> dict[str, list[File]]:
    """The world's files by kind; messages share them under addresses of their own."""
    draw = Draw(seed, "media")
    return {
        "IMAGE": [_picture(draw, n) for n in range(8)],
        "STICKER": [_file(png(16, 16, (200, 40, 40 + n)), "image/png", f"sticker-{n}.png", 16, 16) for n in range(2)],
        "VOICE": [_sound(draw, f"voice-{n}.wav") for n in range(3)],
        "AUDIO": [_sound(draw, f"tune-{n}.wav") for n in range(2)],
        "FILE": [_file(text_file(draw, 5 + n), "text/plain", f"list {n} (copy).txt") for n in range(4)],
        "GIF": [_file(gif(), "image/gif", "dot.gif", 1, 1)],
    }


def _file(data: bytes, mime_type: str, name: str, width: int | None = None, height: int | None = None) -> File:
    return File(InMemory(data), mime_type, name, width, height)


def _picture(draw: Draw, n: int) -> File:
    width, height = draw.number(8, 24), draw.number(8, 24)
    colour = (draw.number(0, 255), draw.number(0, 255), draw.number(0, 255))
    return _file(png(width, height, colour), "image/png", f"IMG_{1000 + n}.png", width, height)


def _sound(draw: Draw, name: str) -> File:
    seconds = draw.number(1, 4) / 10
    return File(InMemory(wav(seconds, draw.number(200, 800))), "audio/wav", name, duration=seconds)


class MediaStore:
    """Every file under each address it has. A downloaded or uploaded file also lies on the disk, as a Beeper's does."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}
        self._local: dict[str, str] = {}
        self._folder = Folder()

    @property
    def folder(self) -> Path | None:
        """The folder on the disk; None if there is none yet."""
        return self._folder.path

    def copy(self) -> MediaStore:
        """Another store with the same files; none lies on the disk yet."""
        store = MediaStore()
        store._files = self._files.copy()
        return store

    def put(self, url: str, file: File) -> None:
        """Make a file known under an address."""
        self._files[url] = file

    def get(self, url: str) -> File | None:
        """The file at an address; a query after an mxc address holds keys and does not name another file."""
        return self._files.get(url) or self._files.get(url.partition("?")[0])

    def is_outside(self, url: str) -> bool:
        """Whether a URL is that of a local file that is not in the folder of the media."""
        if not url.startswith("file://"):
            return False
        path = normpath(unquote(url.removeprefix("file://").partition("?")[0]))
        folders = [FOLDER] if self.folder is None else [FOLDER, self.folder.as_posix()]
        return not any(path.startswith(f"{folder}/") for folder in folders)

    def all(self) -> list[tuple[str, File]]:
        """Every address with its file."""
        return list(self._files.items())

    def local_url(self, url: str, file: File) -> str:
        """Lay a file on this machine's disk and give its file:// address; the same one for the same file.

        Raises:
            OSError: The disk is full, or a large file was removed from the folder of the media or changed there.
        """
        if url in self._local.values():
            return url
        if url not in self._local:
            path = self._folder.place(_safe(file.name))
            file.contents.put(path)
            self._local[url] = f"file://{quote(path.as_posix())}"
            self._files[self._local[url]] = file
        return self._local[url]

    def incoming(self) -> Incoming:
        """A file to write what is received to; a large one is on disk. To be used in a ``with`` block."""
        return Incoming(self._folder)

    def keep(self, parts: Iterable[bytes | memoryview]) -> Contents:
        """The contents of a file that is given in parts; large ones are on disk. Raises OSError."""
        with self.incoming() as incoming:
            for part in parts:
                incoming.write(part)
            return incoming.finish()

    def in_use(self) -> AbstractContextManager[None]:
        """Keep what is on the disk until the end of the block, also when the store is closed meanwhile.

        Raises:
            RuntimeError: It was closed before.
        """
        return self._folder.in_use()

    def close(self) -> None:
        """Remove what was laid on the disk, when nobody uses it any more."""
        self._folder.close()


def _safe(name: str) -> str:
    """A file name that is valid on any file system and cannot leave its folder."""
    plain = re.sub(r'[\x00-\x1f/\\:*?"<>|]', "_", name)[-120:]
    return plain if plain.strip(". ") else "file"
