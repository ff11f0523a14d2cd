#!/usr/bin/env python3
"""Writes generated/, beeper_sdk/_sync/ and the tables of docs/migration.md from openapi.yaml and beeper_sdk/_async/.

    python scripts/regenerate.py            write what changed
    python scripts/regenerate.py --check    write nothing; print what would change, and exit with 1 if anything would

With --against REV, a revision of git, it also tells what changed in the API since then. After writing: the whole
report, with the hand-written places to look at; what breaks is no reason not to write. With --check: exit with 1 if
something breaks that CHANGELOG.md does not name since then.

Runs in any Python that has the generators in their pinned versions; in another it goes on in the project's own
environment, .venv.
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
NEEDED = ("openapi-python-client", "datamodel-code-generator", "ruff", "jsonschema", "rfc3339-validator")


def main() -> int:
    """Do what the arguments say; the exit status."""
    options = _options()
    sys.path[0] = str(ROOT)  # not this folder: its modules are `scripts.…`
    if not _has_generators():
        return _in_environment()
    from scripts.compiler.render import output
    from scripts.compiler.render.unasync import UnusedRule
    from scripts.compiler.spec.parsed_spec import SpecError

    started = time.monotonic()
    try:
        if options.fingerprint:
            print(output.fingerprint(output.render_all(ROOT)))
            return 0
        if options.places:
            return _places(options.places)
        if options.check:
            return _check() | (_told(options.against) if options.against else 0)
        files = _write(started)
    except (SpecError, UnusedRule) as error:
        print(f"nothing was written: {error}", file=sys.stderr)
        return 1
    return _report(options.against, files) if options.against else 0


def _has_generators() -> bool:
    """Are they here, in the versions whose output is committed? Others would write other bytes."""
    pinned = dict(line.split("==") for line in (ROOT / "requirements.lock").read_text().split() if "==" in line)
    try:
        return all(version(name) == pinned[name] for name in NEEDED)
    except PackageNotFoundError:
        return False


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write generated/ and beeper_sdk/_sync/.")
    parser.add_argument("--check", action="store_true", help="write nothing, print what would change; 1 if anything")
    parser.add_argument("--fingerprint", action="store_true", help="write nothing, print one word for all the output")
    parser.add_argument("--against", metavar="REV", help="tell what changed in the API since this revision of git")
    parser.add_argument("--places", metavar="SPEC", help="write nothing, list the hand-written places a spec touches")
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
    """Compare with what is there; and render once more under another hash seed, at the same time."""
    from scripts.compiler.render import output

    again = subprocess.Popen(
        [sys.executable, __file__, "--fingerprint"],
        env={**os.environ, "PYTHONHASHSEED": OTHER_SEED},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what is wrong is said below, once
        encoding="utf-8",
    )
    files = output.render_all(ROOT)
    found = list(output.differences(ROOT, files))
    for line in found:
        print(line)
    other, _ = again.communicate()
    if again.returncode or other.strip() != output.fingerprint(files):
        print("the output depends on the hash seed: sort what is iterated")
        return 1
    if found:
        print("generated files are not what openapi.yaml says: run python scripts/regenerate.py", file=sys.stderr)
    return 1 if found else 0


def _told(revision: str) -> int:
    """Is all that breaks named in the changelog?"""
    from scripts.compiler.compare import since_revision as against

    return against.check(ROOT, revision)


def _report(revision: str, files: dict[str, bytes]) -> int:
    """What changed since a revision; everything is written already."""
    from scripts.compiler.compare import since_revision as against

    return against.report(ROOT, revision, files)


def _places(source: str) -> int:
    """The hand-written places that another spec touches."""
    from scripts.compiler.compare import since_revision as against

    return against.places(ROOT, source)


if __name__ == "__main__":
    raise SystemExit(main())
