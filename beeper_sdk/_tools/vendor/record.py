"""VENDORED.toml: what a copy was made from, and how each of its files was. Reading and writing its text, no more."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from typing import NamedTuple

from .originals import text

NAME = "VENDORED.toml"
_ABOUT = """# A copy of the Beeper SDK for Python. Do not edit it: the next update would take your changes away.
# `python -m beeper_sdk vendor --verify` with this folder tells whether it is as it was made. Hashes are sha256, of
# text with LF line ends.
"""
_SAFE = re.compile(r"(?!/)(?!.*(^|/)\.\.?(/|$))[\w./-]+")


class Record(NamedTuple):
    """The contents."""

    version: str
    spec: str
    namespace: str
    without: tuple[str, ...]
    files: dict[str, str]

    @property
    def command(self) -> str:
        """What makes such a copy, from the folder that holds the first package of the namespace."""
        options = "".join(f" --without {part}" for part in self.without)
        where = self.namespace.replace(".", "/")
        return f"python -m beeper_sdk vendor {where} --namespace {self.namespace}{options}"


class Unreadable(Exception):
    """It is there, but it is not what was written."""


def digest(data: bytes) -> str:
    """The hash of a file, the same whatever a checkout did to its line ends."""
    return hashlib.sha256(text(data)).hexdigest()


def dump(told: Record) -> bytes:
    """The file."""
    lines = [
        'name = "beeper-sdk"',
        f"version = {_quoted(told.version)}",
        f"spec = {_quoted(told.spec)}",
        f"namespace = {_quoted(told.namespace)}",
        f"without = [{', '.join(map(_quoted, told.without))}]",
        f"command = {_quoted(told.command)}",
    ]
    table = ["", "[files]", *(f"{_quoted(path)} = {_quoted(one)}" for path, one in told.files.items())]
    seal = digest("\n".join([*lines, *table]).encode())
    return "\n".join([_ABOUT + lines[0], *lines[1:], f"record = {_quoted(seal)}", *table, ""]).encode()


def load(data: bytes) -> Record:
    """What the file says.

    Raises:
        Unreadable: it was changed, or is something else.
    """
    try:
        found = tomllib.loads(text(data).decode())
        told = Record(
            str(found["version"]),
            str(found["spec"]),
            str(found["namespace"]),
            tuple(map(str, found["without"])),
            {str(path): str(one) for path, one in dict(found["files"]).items()},
        )
    except (ValueError, KeyError, TypeError):
        raise Unreadable from None
    if dump(told) != text(data) or not all(map(_SAFE.fullmatch, told.files)):
        raise Unreadable
    return told


def _quoted(value: str) -> str:
    return json.dumps(value)  # for these texts, TOML's basic strings are JSON's
