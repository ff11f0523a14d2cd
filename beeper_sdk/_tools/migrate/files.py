"""Python files on disk: found, read as they are, and written back whole. Nothing here knows what is migrated."""

from __future__ import annotations

import codecs
import io
import os
import tempfile
import tokenize
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages"})


class Unreadable(Exception):
    """A file that cannot be read, or is no text."""


@frozen
class Text:
    """The text of a file and what it takes to write it back: line ends are in the text as they were."""

    text: str
    encoding: str
    bom: bytes = b""


def find(paths: list[Path]) -> Iterator[Path]:
    """Files given, and all ``*.py`` below folders given, each once; hidden folders and installed packages left out."""
    seen: set[Path] = set()
    for path in paths:
        for found in _below(path) if path.is_dir() else [path]:
            real = found.resolve()  # a link stays a link: what it points to is written
            if real not in seen:
                seen.add(real)
                yield found


def _below(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        here = Path(where)
        folders[:] = sorted(name for name in folders if _is_source(here / name))
        yield from (here / name for name in sorted(names) if name.endswith(".py"))


def _is_source(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in _SKIPPED
    return not hidden and not (folder / "pyvenv.cfg").exists()


def read(path: Path) -> Text:
    """A file's text.

    Raises:
        Unreadable: it cannot be opened, or its bytes are not in its encoding.
    """
    try:
        data = path.read_bytes()
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        plain = "utf-8" if encoding == "utf-8-sig" else encoding
        return Text(data[len(bom) :].decode(plain), plain, bom)
    except OSError as error:
        raise Unreadable(error.strerror or "cannot be opened") from None
    except (SyntaxError, UnicodeDecodeError, LookupError):
        raise Unreadable("its bytes are not in the encoding it names") from None


def write(path: Path, was: Text, text: str) -> None:
    """Put a new text in place of the old one: all of it or nothing, with the file's mode.

    Raises:
        Unreadable: the text cannot be written in the file's encoding, or not here.
    """
    target = path.resolve()
    try:
        data = was.bom + text.encode(was.encoding)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(target.stat().st_mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unreadable(f"cannot be written: {error.strerror}") from None
    except UnicodeEncodeError:
        raise Unreadable("its encoding cannot say what the new text says") from None
