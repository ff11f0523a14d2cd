"""The files that people attach."""

from __future__ import annotations

from functools import lru_cache

from ...world.contents import Contents
from ...world.seed.media import File, files
from ..content import read_file

KINDS = ("image", "gif", "sticker", "voice", "audio", "file")
"""The kinds of ready-made files."""
_TYPES = {"image": "IMAGE", "video": "VIDEO", "audio": "AUDIO"}


@lru_cache(maxsize=1)
def _ready_made() -> dict[str, File]:
    return {kind: found[0] for kind, found in files(0).items()}


def ready_made(kind: str) -> tuple[str, File]:
    """The type of the message, and a small file of a kind."""
    return kind.upper(), _ready_made()[kind.upper()]


def described(name: str, contents: Contents) -> tuple[str, File]:
    """The type of the message, and a file with what its bytes and its name say."""
    if not name.strip():
        raise ValueError("a file needs a name")
    found = read_file(contents, name, None)
    kind = "GIF" if found.mime_type == "image/gif" else _TYPES.get(found.mime_type.partition("/")[0], "FILE")
    return kind, found
