"""The source of a release: the files in git and their metadata. Builds use copies, never the working tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen

from scripts.dev.release.errors import Wrong, last_line

_VERSION = re.compile(r'^__version__ = "(?P<version>[^"]+)"$', re.MULTILINE)
VERSION_FILE = "beeper_sdk/_version.py"


@frozen
class Tree:
    """The project's folder."""

    root: Path
    version: str
    epoch: int
    """The date of the last commit in seconds, which is the date of all files in the archives."""
    commit: str
    files: frozenset[str]
    """The files in git, and those that ``git add --all`` would add."""

    def text(self, path: str) -> str:
        """Read a file."""
        return (self.root / path).read_text(encoding="utf-8")

    def copy(self, target: Path) -> Tree:
        """Copy all files to another folder. Of their modes, only the executable bit is kept.

        Raises:
            Wrong: A file was removed in the meantime.
        """
        for name in sorted(self.files):
            source, place = self.root / name, target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copyfile(source, place)
                place.chmod(0o755 if os.access(source, os.X_OK) else 0o644)
            except OSError as error:
                raise Wrong(f"{name} cannot be read: {error.strerror}") from None
        return evolve(self, root=target)


def look(root: Path, *, rehearsal: bool) -> Tree:
    """Read the working tree.

    Raises:
        Wrong: It is not a working tree of git, or (except for a rehearsal) it has uncommitted changes.
    """
    changed = git(root, "status", "--porcelain").splitlines()
    if changed and not rehearsal:
        raise Wrong(
            f"{len(changed)} files are not committed, the first is {changed[0][3:]}; commit them or use --rehearse"
        )
    names = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    commit, epoch = git(root, "log", "-1", "--format=%H %ct").split()
    match = _VERSION.search((root / VERSION_FILE).read_text(encoding="utf-8"))
    if match is None:
        raise Wrong(f'{VERSION_FILE} has no line __version__ = "..."')
    there = frozenset(name for name in names if name and (root / name).is_file())
    return Tree(root, match["version"], int(epoch), commit, there)


def last_release(root: Path, version: str) -> str | None:
    """The tag of the release before this version; None for the first release."""
    wanted = ["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", "--exclude", f"v{version}"]
    done = _git(root, wanted)
    return done.stdout.strip() or None


def git(root: Path, *arguments: str) -> str:
    """The output of a git command.

    Raises:
        Wrong: The command failed.
    """
    done = _git(root, arguments)
    if done.returncode:
        raise Wrong(f"git {arguments[0]}: {last_line(done.stderr)}")
    return done.stdout


def _git(root: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        raise Wrong("git is not installed") from None
