"""The steps of scripts/release, fast ones first. It stops at the first error."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scripts.dev.environment import ROOT
from scripts.dev.release import archive_contents as contents
from scripts.dev.release import build, changelog, metadata, types_check
from scripts.dev.release import install_check as trial
from scripts.dev.release.errors import Wrong, last_line
from scripts.dev.release.source_tree import Tree, last_release, look

PINS = "tests/project/typing"
KEPT = "tests/project/typing/released"


def main(arguments: Sequence[str]) -> int:
    """Make the release, or print one line that says why it cannot be made; 0 if it may be uploaded."""
    options = _options(arguments)
    started = time.monotonic()
    try:
        tree = look(ROOT, rehearsal=options.rehearse or options.stamp)
        if options.stamp:
            print(f"{stamp(ROOT, tree.version)}: commit it")
            return 0
        print(f"beeper-sdk {tree.version}, commit {tree.commit[:12]}, {len(tree.files)} files", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            check_changelog(tree, rehearsal=options.rehearse)
            _regenerated(tree)
            built = _tried(
                tree.copy(Path(folder) / "source"), Path(folder)
            )  # a copy, so that edits during the build have no effect
            kept = [] if options.rehearse else build.keep(built, ROOT / "dist")
    except Wrong as wrong:
        print(f"no release: {wrong}", file=sys.stderr)
        return 1
    print(f"all checks passed ({time.monotonic() - started:.0f} s)")
    print(
        "\n".join(_next(tree, kept))
        if kept
        else "this was a rehearsal: no files were kept, and nothing may be uploaded"
    )
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/release",
        description="Build the release twice, check it, try it out, and write it to dist/. It uploads nothing.",
    )
    parser.add_argument(
        "--rehearse",
        action="store_true",
        help="use the working tree, with uncommitted changes and an undated changelog; keep no files",
    )
    parser.add_argument(
        "--stamp", action="store_true", help=f"only copy {PINS}/*.py to {KEPT}/ as the typing tests of this version"
    )
    return parser.parse_args(arguments)


def _tried(tree: Tree, work: Path) -> build.Built:
    """Build the two files, and check them."""
    built = build.twice(tree, work)
    for path in (built.sdist, built.wheel):
        print(
            f"reproducible: {path.name}, {path.stat().st_size / 1000:.0f} kB, sha256 {build.digest(path)}", flush=True
        )
    metadata.check(tree, built)
    contents.check(tree, built)
    print("metadata and contents are correct", flush=True)
    print(types_check.check(work / "types", built.wheel), flush=True)
    again = _from_sdist(tree, built, work)
    with trial.beeper(tree.root) as where:
        for name, wheel in (("wheel", built.wheel), ("sdist", again)):
            python = trial.empty(work / f"with-{name}", wheel)
            print(f"{name}, installed in an empty environment: {trial.use(python, tree.version, where)}", flush=True)
    return built


def check_changelog(tree: Tree, *, rehearsal: bool) -> None:
    """Check the format of the changelog, and that it has a section for this version.

    Raises:
        Wrong: The check failed.
    """
    text = tree.text("CHANGELOG.md")
    for fault in changelog.faults(text):
        raise Wrong(f"CHANGELOG.md: {fault}")
    if rehearsal:
        return
    try:
        section = changelog.released(text, tree.version)
    except ValueError as error:
        raise Wrong(f"CHANGELOG.md: {error}") from None
    if date.fromisoformat(section.dated) > date.today():  # noqa: DTZ011 - compared in the local time zone
        raise Wrong(f"CHANGELOG.md: the date {section.dated} is in the future")


def _regenerated(tree: Tree) -> None:
    """Check that generated/ matches openapi.yaml, and that the changelog names every breaking change."""
    tag = last_release(tree.root, tree.version)
    against = ["--against", tag] if tag else []
    done = _regenerate(tree.root, "--check", *against)
    if done.returncode:
        raise Wrong(f"scripts/regenerate.py --check {' '.join(against)}: {last_line(done.stderr or done.stdout)}")
    print(
        f"generated files are up to date; compared with {tag or 'no earlier release: there is no tag v*'}", flush=True
    )


def _regenerate(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "scripts/regenerate.py"), *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _from_sdist(tree: Tree, built: build.Built, work: Path) -> Path:
    """Build the wheel from the unpacked sdist, and check that the wheel and the generated files are the same."""
    folder = build.unpack(built.sdist, work / "unpacked" / "tree")
    wheel = build.build(folder, "wheel", tree.epoch)
    if wheel.read_bytes() != built.wheel.read_bytes():
        raise Wrong(f"the wheel built from the sdist is different: {build.difference(wheel, built.wheel)}")
    done = _regenerate(folder, "--check")
    if done.returncode:
        raise Wrong(f"in the sdist, scripts/regenerate.py --check: {last_line(done.stderr or done.stdout)}")
    print("the sdist gives the same wheel and the same generated files", flush=True)
    return wheel


def stamp(root: Path, version: str) -> str:
    """Copy the typing tests as those of a version, against which later code is checked; returns the folder's name.

    Raises:
        Wrong: There are no typing tests, or they were already copied.
    """
    pins = sorted((root / PINS).glob("*.py"))
    target = root / KEPT / version
    if not pins:
        raise Wrong(f"{PINS} has no typing tests to copy")
    if target.exists():
        raise Wrong(f"{KEPT}/{version} already exists; the tests of a released version must not change")
    target.mkdir(parents=True)
    for pin in pins:
        shutil.copyfile(pin, target / pin.name)
    return f"{KEPT}/{version}"


def _next(tree: Tree, kept: Sequence[Path]) -> list[str]:
    names = " ".join(str(path.relative_to(ROOT)) for path in kept)
    return [
        "The release is in dist/. To publish it (this cannot be undone):",
        f"  git tag v{tree.version} {tree.commit[:12]} && git push origin v{tree.version}",
        f"  python -m twine upload {names}",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
