"""How a test gives a file to the server: copied in the thread of the test, so that requests do not wait for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias, TypeVar

from ..._core.util.validation import check_kind, check_text
from ..rules.build.files import KINDS, described, ready_made
from ..wire.file_part import PART_BYTES
from ..world.seed.media import File, MediaStore
from ..world.world import World
from .loop import Loop

T = TypeVar("T")
Attachable: TypeAlias = str | os.PathLike[str] | tuple[str, bytes]
"""A path, a file name with bytes, or one of ``image``, ``gif``, ``sticker``, ``voice``, ``audio`` and ``file``."""


def with_file(loop: Loop, file: Attachable, act: Callable[[World, tuple[str, File]], T]) -> T:
    """Call a function on the loop of a server with the type of a message and its file. Raises as `act`.

    Raises:
        OSError: The file cannot be read, or there is no space for a copy.
        RuntimeError: The server was stopped or reset meanwhile.
        ValueError, TypeError: It is no file.
    """
    media = loop.world().media
    with media.in_use():
        kind, found = _file(media, file)

        def unit(world: World) -> T:
            if world.media is not media:
                raise RuntimeError("the fake server was reset while it was given a file")
            return act(world, (kind, found))

        try:
            return loop(unit)
        except (ValueError, TypeError):  # nothing has changed
            found.contents.discard()
            raise


def _file(media: MediaStore, file: Attachable) -> tuple[str, File]:
    if isinstance(file, tuple):
        if len(file) != 2:
            raise ValueError(f"file must be a path, or a tuple of a name and bytes, not a tuple of {len(file)}")
        name, data = file
        check_kind("the contents in file", data, bytes | bytearray | memoryview, "bytes")
        return described(check_text("the name in file", name), media.keep([data]))
    if isinstance(file, str) and file in KINDS:
        return ready_made(file)
    check_kind("file", file, str | os.PathLike, "a path, a name with bytes, or a kind such as 'image'")
    path = Path(file)
    try:
        with path.open("rb") as opened:
            contents = media.keep(_parts(opened))
    except FileNotFoundError as error:
        raise FileNotFoundError(error.errno, f"no such file, and none of {', '.join(KINDS)}", str(file)) from None
    return described(path.name, contents)


def _parts(file: BinaryIO) -> Iterator[bytes]:
    while part := file.read(PART_BYTES):
        yield part
