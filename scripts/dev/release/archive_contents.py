"""What is in the two archives: what git has, and no more. A file nobody committed cannot get out this way."""

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
"""In the wheel, and where they come from."""
ABOUT = frozenset({"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"})
"""In the wheel's dist-info folder."""
NEEDED = (
    "CHANGELOG.md", "LICENSE", "README.md", "openapi.yaml", "pyproject.toml", "requirements-demo.lock",
    "requirements.lock",
    "scripts/regenerate.py", "docs/migration.md", "generated/manifest.json",
)  # fmt: skip
"""In the sdist, besides the packages: to build the wheel, and to write generated/ again."""
_PRIVATE_NAME = re.compile(
    r"(^|/)(\.env[^/]*|\.netrc|\.pypirc|\.git|\.venv[^/]*|__pycache__|tokens\.json|id_(rsa|ed25519)|[^/]*\.(pem|key|p12|pyc))(/|$)"
)
_SECRETS = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(ghp|gho|github_pat|pypi)[-_][A-Za-z0-9_-]{30,}")


def check(tree: Tree, built: Built) -> None:
    """Both archives.

    Raises:
        Wrong: it names the first file that is missing, or should not be there.
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
            raise Wrong(f"{built.sdist.name} holds {name}, which git does not have like this")
    for archive in (built.wheel, built.sdist):
        fault = private(members(archive).items(), tree.root)
        if fault:
            raise Wrong(f"{archive.name}: {fault}")


def _wheel(wheel: Path) -> dict[str, bytes]:
    """The packages in it, after a look at the rest."""
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
        raise Wrong(f"{wheel.name}: its dist-info has {', '.join(sorted(about ^ ABOUT))} too many or too few")
    return packed


def _expected(tree: Tree) -> dict[str, bytes]:
    """What the packages of the wheel are, by git."""
    return {
        f"{package}{name.removeprefix(home)}": (tree.root / name).read_bytes()
        for package, home in PACKAGES.items()
        for name in tree.files
        if name.startswith(f"{home}/")
    }


def _same(archive: str, found: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    for name in sorted({*found, *wanted}):
        if name not in wanted:
            raise Wrong(f"{archive} holds {name}, which is none of {', '.join(PACKAGES)} in git")
        if name not in found:
            raise Wrong(f"{archive} lacks {name}")
        if found[name] != wanted[name]:
            raise Wrong(f"{archive}: {name} is not as it is here")
        if not name.endswith((".py", "/py.typed")):
            raise Wrong(f"{archive} holds {name}, which is neither Python nor py.typed")
    for package in PACKAGES:
        if f"{package}/py.typed" not in found:
            raise Wrong(f"{archive} lacks {package}/py.typed")


def private(files: Iterable[tuple[str, bytes]], *places: Path) -> str | None:
    """The first name or content that must stay at home: keys, tokens, caches, paths of this machine."""
    homes = {str(each).encode() for each in (*places, Path.home()) if len(each.parts) > 2}
    for name, data in files:
        if _PRIVATE_NAME.search(name):
            return f"{name} is not for others"
        if _SECRETS.search(data):
            return f"{name} looks as if it held a key or a token"
        if any(home in data for home in homes):
            return f"{name} names a folder of this machine"
    return None
