#!/usr/bin/env python3
"""Writes generated/, beeper_sdk/_sync/, docs/reference/ and tables of the documentation from openapi.yaml and the code.

    python scripts/regenerate.py            write what changed
    python scripts/regenerate.py --check    write nothing; print what would change, and exit with 1 if anything would

With --against REV, a git revision, it also reports what changed in the API since that revision. After writing, it
prints the whole report, and the hand-written code that no longer type-checks; breaking changes do not prevent writing.
With --check, it exits with 1 if CHANGELOG.md does not name every breaking change since that revision.

It runs in any Python that has the pinned versions of the generators, and otherwise in the project's own environment,
.venv.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OTHER_SEED = "4242"
NEEDED = ("openapi-python-client", "datamodel-code-generator", "griffelib", "ruff", "jsonschema-rs")


def main() -> int:
    """Run the command, and return its exit status."""
    options = _options()
    sys.path[0] = str(ROOT)  # instead of this folder, whose modules are imported as `scripts.…`
    if not _has_generators():
        return _in_environment()
    from beeper_sdk._core.util.command_line import run_command

    return run_command(lambda: _run(options, time.monotonic()))


def _run(options: argparse.Namespace, started: float) -> int:
    from scripts.compiler.render import output
    from scripts.compiler.render.unasync import UnusedRule
    from scripts.compiler.spec.parsed_spec import SpecError

    try:
        if options.fingerprint:
            print(output.fingerprint(output.render_all(ROOT)))
            return 0
        if options.places:
            return _places(options.places)
        if options.check:
            return _check() | (_check_changelog(options.against) if options.against else 0)
        files = _write(started)
    except (SpecError, UnusedRule) as error:
        print(f"nothing was written: {error}", file=sys.stderr)
        return 1
    return _report(options.against, files) if options.against else 0


def _has_generators() -> bool:
    """Whether the pinned versions of the generators are installed. Other versions would write different bytes."""
    pinned = dict(line.split("==") for line in (ROOT / "requirements.lock").read_text().split() if "==" in line)
    try:
        return all(version(name) == pinned[name] for name in NEEDED)
    except PackageNotFoundError:
        return False


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Write generated/, beeper_sdk/_sync/, docs/reference/ and the tables of pages in docs/."
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 and list the files if any would change"
    )
    parser.add_argument("--fingerprint", action="store_true", help="write nothing; print a hash of the output")
    parser.add_argument("--against", metavar="REV", help="report what changed in the API since this git revision")
    parser.add_argument(
        "--places", metavar="SPEC", help="write nothing; list hand-written code that does not type-check with this spec"
    )
    return parser.parse_args()


def _in_environment() -> int:
    from scripts.dev.environment import DEV

    DEV.ensure()
    return subprocess.run([str(DEV.python), __file__, *sys.argv[1:]], check=False).returncode


def _write(started: float) -> dict[str, bytes]:
    from scripts.compiler.render import output

    files = output.render_all(ROOT)
    changed = output.write(ROOT, files)
    for path in changed:
        print(f"  {path}")
    print(f"{len(files)} files, {len(changed)} changed, {time.monotonic() - started:.1f} s")
    return files


def _check() -> int:
    """Compare the output with the files, and with the output under another hash seed, which runs at the same time."""
    from scripts.compiler.render import output

    again = subprocess.Popen(
        [sys.executable, __file__, "--fingerprint"],
        env={**os.environ, "PYTHONHASHSEED": OTHER_SEED},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # errors are printed once, by this process
        encoding="utf-8",
    )
    files = output.render_all(ROOT)
    found = list(output.differences(ROOT, files))
    for line in found:
        print(line)
    other, _ = again.communicate()
    if again.returncode or other.strip() != output.fingerprint(files):
        print("the output depends on the hash seed: iterate in sorted order")
        return 1
    if found:
        print("the generated files do not match openapi.yaml: run python scripts/regenerate.py", file=sys.stderr)
    return 1 if found else 0


def _check_changelog(revision: str) -> int:
    """Check that the changelog names every breaking change."""
    from scripts.compiler.compare import since_revision as against

    return against.check(ROOT, revision)


def _report(revision: str, files: dict[str, bytes]) -> int:
    """Print what changed since a revision, after the files were written."""
    from scripts.compiler.compare import since_revision as against

    return against.report(ROOT, revision, files)


def _places(source: str) -> int:
    """Print the hand-written code that does not type-check with another spec."""
    from scripts.compiler.compare import since_revision as against

    return against.places(ROOT, source)


if __name__ == "__main__":
    raise SystemExit(main())
