"""The steps of scripts/release, in their order: cheap ones first. It stops at the first thing that is wrong."""

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
from scripts.dev.release import build, changelog, metadata
from scripts.dev.release import install_check as trial
from scripts.dev.release.errors import Wrong, first
from scripts.dev.release.source_tree import Tree, last_release, look

PINS = "tests/project/typing"
KEPT = "tests/project/typing/released"


def main(arguments: Sequence[str]) -> int:
    """Make the release, or say in one line why not; 0 when it is fit to be uploaded."""
    options = _options(arguments)
    started = time.monotonic()
    try:
        tree = look(ROOT, rehearsal=options.rehearse or options.stamp)
        if options.stamp:
            print(f"{stamp(ROOT, tree.version)}: commit it")
            return 0
        print(f"beeper-sdk {tree.version}, commit {tree.commit[:12]}, {len(tree.files)} files", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            said(tree, rehearsal=options.rehearse)
            _regenerated(tree)
            built = _tried(tree.copy(Path(folder) / "source"), Path(folder))  # what is edited meanwhile is not in it
            kept = [] if options.rehearse else build.keep(built, ROOT / "dist")
    except Wrong as wrong:
        print(f"no release: {wrong}", file=sys.stderr)
        return 1
    print(f"all is well ({time.monotonic() - started:.0f} s)")
    print("\n".join(_next(tree, kept)) if kept else "a rehearsal: nothing is kept, and nothing may be uploaded")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/release",
        description="Build the release twice, check it and try it; then dist/ has it. It uploads nothing.",
    )
    parser.add_argument(
        "--rehearse", action="store_true", help="take what is here, committed or not, dated or not; keep nothing"
    )
    parser.add_argument(
        "--stamp", action="store_true", help=f"only keep {PINS}/*.py as those of this version, in {KEPT}/"
    )
    return parser.parse_args(arguments)


def _tried(tree: Tree, work: Path) -> build.Built:
    """The two files, after all that can be said of them was checked."""
    built = build.twice(tree, work)
    for path in (built.sdist, built.wheel):
        print(
            f"twice the same: {path.name}, {path.stat().st_size / 1000:.0f} kB, sha256 {build.digest(path)}", flush=True
        )
    metadata.check(tree, built)
    contents.check(tree, built)
    print("metadata and contents are right", flush=True)
    again = _from_sdist(tree, built, work)
    with trial.beeper(tree.root) as where:
        for name, wheel in (("wheel", built.wheel), ("sdist", again)):
            python = trial.empty(work / f"with-{name}", wheel)
            print(f"{name}, installed alone: {trial.use(python, tree.version, where)}", flush=True)
    return built


def said(tree: Tree, *, rehearsal: bool) -> None:
    """The changelog has the form, and tells of this version.

    Raises:
        Wrong: it does not.
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
    if date.fromisoformat(section.dated) > date.today():  # noqa: DTZ011 - the releaser's own calendar is meant
        raise Wrong(f"CHANGELOG.md: {section.dated} is still to come")


def _regenerated(tree: Tree) -> None:
    """generated/ is what openapi.yaml says, and what breaks since the last release is in the changelog."""
    tag = last_release(tree.root, tree.version)
    against = ["--against", tag] if tag else []
    done = _regenerate(tree.root, "--check", *against)
    if done.returncode:
        raise Wrong(f"scripts/regenerate.py --check {' '.join(against)}: {first(done.stderr or done.stdout)}")
    print(
        f"generated files are up to date; compared with {tag or 'nothing: there is no tag v* before this'}", flush=True
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
    """The wheel that the sdist gives, with nothing but what is in it: the same one, and the same generated files."""
    folder = build.unpack(built.sdist, work / "unpacked" / "tree")
    wheel = build.build(folder, "wheel", tree.epoch)
    if wheel.read_bytes() != built.wheel.read_bytes():
        raise Wrong(f"the wheel made from the sdist is another: {build.difference(wheel, built.wheel)}")
    done = _regenerate(folder, "--check")
    if done.returncode:
        raise Wrong(f"in the sdist, scripts/regenerate.py --check: {first(done.stderr or done.stdout)}")
    print("the sdist gives the same wheel, and the same generated files", flush=True)
    return wheel


def stamp(root: Path, version: str) -> str:
    """Keep the typing tests of today as those of a version: later code is checked against them. The folder's name.

    Raises:
        Wrong: there are none, or they are kept already.
    """
    pins = sorted((root / PINS).glob("*.py"))
    target = root / KEPT / version
    if not pins:
        raise Wrong(f"{PINS} has no typing tests to keep")
    if target.exists():
        raise Wrong(f"{KEPT}/{version} is there already; a released version's tests do not change")
    target.mkdir(parents=True)
    for each in pins:
        shutil.copyfile(each, target / each.name)
    return f"{KEPT}/{version}"


def _next(tree: Tree, kept: Sequence[Path]) -> list[str]:
    names = " ".join(str(path.relative_to(ROOT)) for path in kept)
    return [
        "dist/ has it. What publishes it, and cannot be taken back:",
        f"  git tag v{tree.version} {tree.commit[:12]} && git push origin v{tree.version}",
        f"  python -m twine upload {names}",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
