"""The command ``python -m scripts.compiler.compare OLD NEW``."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from beeper_sdk._version import __version__
from scripts.compiler.compare import report, sources
from scripts.compiler.compare.compare import compare

_ABOUT = """What changed from one OpenAPI document to another, in the words of this API: what it breaks for code that
calls and for code that reads, the version it asks for, and a changelog entry to edit."""
_STATUS = "exit status: 0 nothing breaks; 1 something does; 2 wrong usage, or a document that cannot be read."
_FRONT = Path("scripts/regenerate.py")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m scripts.compiler.compare", description=_ABOUT, epilog=_STATUS)
    parser.add_argument("old", metavar="OLD", help="a file (YAML or JSON), or REV:openapi.yaml of git")
    parser.add_argument("new", metavar="NEW", help="the same")
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument(
        "--base", metavar="VERSION", help="version of OLD, to count up from (default: git's, or this one's)"
    )
    parser.add_argument("--places", action="store_true", help="type-check the hand-written code against NEW (slow)")
    chosen = parser.parse_args(argv)
    if chosen.places and (chosen.json or not _FRONT.is_file()):
        parser.error("--places type-checks the project: run it in its folder, without --json")
    try:
        changes = compare(sources.read(chosen.old), sources.read(chosen.new))
        base = chosen.base or _version(chosen.old)
        sys.stdout.write(report.machine(changes, base) if chosen.json else report.text(changes, base))
    except (sources.Unreadable, ValueError, RecursionError) as error:
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        parser.error(said)
    sys.stdout.flush()
    if chosen.places:  # needs the generators: the script finds the environment that has them
        subprocess.run([sys.executable, str(_FRONT), "--places", chosen.new], check=False)
    return int(any(one.breaking for one in changes))


def _version(source: str) -> str:
    revision, colon, _ = source.partition(":")
    known = sources.version_at(revision) if colon and not Path(source).is_file() else None
    return known or __version__
