"""Reads specs from files and from git revisions (``REV:openapi.yaml``)."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from beeper_sdk._cli.doctor.openapi_document import is_node

_VERSION_FILE = "beeper_sdk/_version.py"


class Unreadable(Exception):
    """A spec cannot be read; the message says why."""


def read(source: str, root: Path | None = None) -> dict[str, Any]:
    """Read the document that a command names."""
    where = (root or Path()) / source
    if where.is_file() or ":" not in source or re.match(r"^[A-Za-z]:[\\/]", source):
        try:
            return parse(where.read_text(encoding="utf-8"), source)
        except (OSError, UnicodeDecodeError) as error:
            raise Unreadable(f"{source}: {getattr(error, 'strerror', None) or 'not UTF-8 text'}") from None
    return parse(shown(source, root), source)


def shown(source: str, root: Path | None = None) -> str:
    """Read a file of a revision, ``REV:path``."""
    if source.startswith("-"):  # git would parse it as an option
        raise Unreadable(f"{source} is not a revision")
    command = ["git", "show", source]
    try:
        done = subprocess.run(command, cwd=root, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError:
        raise Unreadable(
            f"{source}: there is no such file, and git is not installed to search for a revision"
        ) from None
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise Unreadable(f"{source}: {lines[0].removeprefix('fatal: ') if lines else 'git does not know it'}")
    return done.stdout.decode("utf-8", errors="replace")


def parse(text: str, source: str) -> dict[str, Any]:
    """Parse a document in JSON or YAML."""
    try:
        # Not the compiler's loader, which rejects other documents and names openapi.yaml in its errors.
        is_json = text.lstrip().startswith("{")
        document = json.loads(text) if is_json else yaml.load(text, yaml.CSafeLoader)
    except (ValueError, yaml.YAMLError) as error:
        raise Unreadable(f"{source}: {' '.join(str(error).split())}") from None
    if not is_node(document) or "paths" not in document:
        raise Unreadable(f"{source}: not an OpenAPI document: it has no paths")
    return dict(document)


def version_at(revision: str, root: Path | None = None) -> str | None:
    """The version of the SDK at a revision, or None."""
    try:
        found = re.search(r'^__version__ = "([^"]+)"', shown(f"{revision}:{_VERSION_FILE}", root), re.MULTILINE)
    except Unreadable:
        return None
    return found[1] if found else None
