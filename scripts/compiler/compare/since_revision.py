"""Compares the current spec with that of a revision: the report of `scripts/regenerate.py --against`.

`compare` decides what counts as a change.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from beeper_sdk._version import __version__
from scripts.compiler.compare import Change, compare, sources
from scripts.compiler.compare import changelog as entry
from scripts.compiler.compare import report as reports
from scripts.compiler.compare.typecheck import places as touched
from scripts.compiler.render.output import SPEC
from scripts.compiler.spec.loading import read_text
from scripts.compiler.spec.parsed_spec import SpecError

CHANGELOG = "CHANGELOG.md"
FAILED = 1


def since(root: Path, revision: str) -> list[Change]:
    """Every change of the spec since a revision.

    Raises:
        Unreadable: git does not know the revision, or it has no spec.
    """
    old = sources.parse(sources.shown(f"{revision}:{SPEC}", root), f"{revision}:{SPEC}")
    return compare(old, sources.read(SPEC, root))


def check(root: Path, revision: str) -> int:
    """Print the breaking changes that the changelog since that release does not name; 1 if there are any, else 0."""
    try:
        missing = entry.unnamed(since(root, revision), _changelog(root), sources.version_at(revision, root))
    except sources.Unreadable as error:
        print(error, file=sys.stderr)
        return FAILED
    if not missing:
        return 0
    print(f"breaking changes since {revision} that {CHANGELOG} does not name above that release:")
    for change in missing:
        print(f"  {change.name}: {change.text} ({change.level}; {change.place})")
    print(f"name each of them in {CHANGELOG} as above, or revert the change. Draft entry:\n\n{entry.write(missing)}")
    return FAILED


def _changelog(root: Path) -> str:
    path = root / CHANGELOG
    return path.read_text(encoding="utf-8") if path.exists() else ""


def report(root: Path, revision: str, files: Mapping[str, bytes]) -> int:
    """Print what changed, and the hand-written code that no longer type-checks; 1 if the comparison failed, else 0."""
    try:
        changes = since(root, revision)
    except sources.Unreadable as error:
        print(f"all files were written, but there is no report: {error}", file=sys.stderr)
        return FAILED
    base = sources.version_at(revision, root) or __version__
    print(f"\nsince {revision}: {reports.text(changes, base)}")
    try:
        if changes:
            _print(touched(root, files=files))
    except SpecError as error:
        print(f"all files were written, but the hand-written code was not checked: {error}", file=sys.stderr)
        return FAILED
    return 0


def places(root: Path, source: str) -> int:
    """Print the hand-written code that does not type-check with another spec.

    Raises:
        SpecError: The spec cannot be read or compiled.
    """
    try:
        is_file = Path(source).is_file() or ":" not in source
        text = read_text(Path(source)) if is_file else sources.shown(source, root)
    except sources.Unreadable as error:
        raise SpecError(str(error)) from None
    _print(touched(root, text))
    return 0


def _print(found: list[str]) -> None:
    if found:
        print("hand-written code that no longer type-checks:")
        for line in found:
            print(f"  {line}")
    else:
        print("hand-written code that no longer type-checks: none")
