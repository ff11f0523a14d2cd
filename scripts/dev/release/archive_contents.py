"""Checks that the two archives contain the files in git and no others, so that no uncommitted file is published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from scripts.dev.release.build import Built, members
from scripts.dev.release.errors import Wrong
from scripts.dev.release.source_tree import Tree

PACKAGES = {
    "beeper_sdk": "beeper_sdk",
    "beeper_sdk_client": "generated/beeper_sdk_client",
    "beeper_sdk_server": "generated/beeper_sdk_server",
}
"""The packages in the wheel, and their folders."""
ABOUT = frozenset({"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"})
"""The files in the wheel's dist-info folder."""
NEEDED = (
    "CHANGELOG.md", "LICENSE", "README.md", "openapi.yaml", "pyproject.toml", "requirements-demo.lock",
    "requirements-docs.lock", "requirements.lock",
    "scripts/regenerate.py", "docs/coming_from/v0.md", "generated/manifest.json",
)  # fmt: skip
"""Files that the sdist needs besides the packages, to build the wheel and to regenerate generated/."""
_PRIVATE_NAME = re.compile(
    r"(^|/)(\.env[^/]*|\.netrc|\.pypirc|\.git|\.venv[^/]*|__pycache__|tokens\.json|id_(rsa|ed25519)|[^/]*\.(pem|key|p12|pyc))(/|$)"
)
_SECRETS = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(ghp|gho|github_pat|pypi)[-_][A-Za-z0-9_-]{30,}")


def check(tree: Tree, built: Built) -> None:
    """Check both archives.

    Raises:
        Wrong: A file is missing or must not be in the archive; the message names the first one.
    """
    _same(built.wheel.name, _wheel(built.wheel), _expected(tree))
    source = members(built.sdist)
    for name in (
        *NEEDED,
        *(path for path in tree.files if path.startswith(tuple(f"{at}/" for at in PACKAGES.values()))),
    ):
        if name not in source:
            raise Wrong(f"{built.sdist.name} lacks {name}")
    for name, data in source.items():
        if name != "PKG-INFO" and (name not in tree.files or (tree.root / name).read_bytes() != data):
            raise Wrong(f"{built.sdist.name} contains {name}, which is not in git or differs from it")
    for archive in (built.wheel, built.sdist):
        fault = private(members(archive).items(), tree.root)
        if fault:
            raise Wrong(f"{archive.name}: {fault}")


def _wheel(wheel: Path) -> dict[str, bytes]:
    """The files of the packages, after checking the other files."""
    files = members(wheel)
    packed: dict[str, bytes] = {}
    about: set[str] = set()
    for name, data in files.items():
        top, _, rest = name.partition("/")
        if top.endswith(".dist-info"):
            about.add(rest)
        else:
            packed[name] = data
    if about ^ ABOUT:
        raise Wrong(f"{wheel.name}: missing or unexpected in dist-info: {', '.join(sorted(about ^ ABOUT))}")
    return packed


def _expected(tree: Tree) -> dict[str, bytes]:
    """The files of the packages according to git."""
    return {
        f"{package}{name.removeprefix(home)}": (tree.root / name).read_bytes()
        for package, home in PACKAGES.items()
        for name in tree.files
        if name.startswith(f"{home}/")
    }


def _same(archive: str, found: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    for name in sorted({*found, *wanted}):
        if name not in wanted:
            raise Wrong(f"{archive} contains {name}, which is not in the packages {', '.join(PACKAGES)} in git")
        if name not in found:
            raise Wrong(f"{archive} lacks {name}")
        if found[name] != wanted[name]:
            raise Wrong(f"{archive}: {name} differs from the file in the working tree")
        if not name.endswith((".py", "/py.typed")):
            raise Wrong(f"{archive} contains {name}, which is neither Python nor py.typed")
    for package in PACKAGES:
        if f"{package}/py.typed" not in found:
            raise Wrong(f"{archive} lacks {package}/py.typed")


def private(files: Iterable[tuple[str, bytes]], *places: Path) -> str | None:
    """The first file that must not be published: keys, tokens, caches, paths of this machine."""
    homes = {str(place).encode() for place in (*places, Path.home()) if len(place.parts) > 2}
    for name, data in files:
        if _PRIVATE_NAME.search(name):
            return f"{name} must not be published"
        if _SECRETS.search(data):
            return f"{name} seems to contain a key or a token"
        if any(home in data for home in homes):
            return f"{name} contains a path of this machine"
    return None
