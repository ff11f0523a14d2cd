"""The command ``python -m scripts.compiler.compare OLD NEW``."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from beeper_sdk._core.util.command_line import Parser
from beeper_sdk._version import __version__
from scripts.compiler.compare import report, sources
from scripts.compiler.compare.compare import compare
from scripts.compiler.compare.version import numbers

_ABOUT = """Report what changed between two OpenAPI documents: what breaks code that makes calls or reads responses, the
suggested version, and a draft changelog entry."""
_STATUS = (
    "exit status: 0 no breaking change; 1 a breaking change; 2 wrong arguments, or a document that cannot be read."
)
_REGENERATE = Path("scripts/regenerate.py")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = Parser(prog="python -m scripts.compiler.compare", description=_ABOUT, epilog=_STATUS)
    parser.add_argument("old", metavar="OLD", help="a file (YAML or JSON), or REV:openapi.yaml in git")
    parser.add_argument("new", metavar="NEW", help="the document to compare with OLD")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument(
        "--base",
        metavar="VERSION",
        type=_version_number,
        help="version of OLD (default: that at REV, or the installed one)",
    )
    parser.add_argument(
        "--places", action="store_true", help="list hand-written code that does not type-check with NEW (slow)"
    )
    chosen = parser.parse_args(argv)
    if chosen.places and (chosen.json or not _REGENERATE.is_file()):
        parser.error("--places must be run in the folder of the project, and without --json")
    try:
        changes = compare(sources.read(chosen.old), sources.read(chosen.new))
        base = chosen.base or _version(chosen.old)
        sys.stdout.write(report.machine(changes, base) if chosen.json else report.text(changes, base))
    except (sources.Unreadable, ValueError, RecursionError) as error:
        message = "the document is nested too deeply" if isinstance(error, RecursionError) else str(error)
        parser.error(message)
    sys.stdout.flush()
    if chosen.places:  # needs the generators; the script runs in the environment that has them
        subprocess.run([sys.executable, str(_REGENERATE), "--places", chosen.new], check=False)
    return int(any(change.breaking for change in changes))


def _version_number(text: str) -> str:
    try:
        numbers(text)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a version, such as 1.2.3") from None
    return text


def _version(source: str) -> str:
    revision, colon, _ = source.partition(":")
    known = sources.version_at(revision) if colon and not Path(source).is_file() else None
    return known or __version__
