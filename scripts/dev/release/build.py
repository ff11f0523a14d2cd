"""Builds sdist and wheel twice, in different folders, and compares the bytes.

The second build runs with another umask, time zone, locale and hash seed. The build tools are those of
requirements.lock; the dates in the archives are the date of the last commit.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from attrs import frozen

from scripts.dev.release.errors import Wrong, last_line
from scripts.dev.release.source_tree import Tree

_ONE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
_OTHER = {"TZ": "Asia/Kolkata", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"}
_UMASKS = {"1": 0o022, "4242": 0o077}


@frozen
class Built:
    """The two files of a release."""

    sdist: Path
    wheel: Path


def twice(tree: Tree, work: Path) -> Built:
    """Build both files twice, and compare them.

    Raises:
        Wrong: A build failed, or the bytes differ; the message names the first difference.
    """
    with ThreadPoolExecutor(2) as lanes:
        one = lanes.submit(_whole, tree, work / "one", _ONE)
        other = lanes.submit(_whole, tree, work / "another-place", _OTHER)
        built, again = one.result(), other.result()
    for mine, theirs in ((built.sdist, again.sdist), (built.wheel, again.wheel)):
        if mine.name != theirs.name or mine.read_bytes() != theirs.read_bytes():
            raise Wrong(f"two builds of {mine.name} differ: {difference(mine, theirs)}")
    return built


def _whole(tree: Tree, work: Path, environment: dict[str, str]) -> Built:
    folder = tree.copy(work / "tree").root
    return Built(build(folder, "sdist", tree.epoch, environment), build(folder, "wheel", tree.epoch, environment))


def build(folder: Path, kind: str, epoch: int, environment: dict[str, str] | None = None) -> Path:
    """Build an sdist or a wheel from a folder.

    Raises:
        Wrong: The build failed.
    """
    extra = environment or _ONE
    out = folder.parent / f"dist-{kind}"
    done = subprocess.run(
        [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(out), str(folder)],
        cwd=folder,
        env={**os.environ, **extra, "SOURCE_DATE_EPOCH": str(epoch)},
        umask=_UMASKS[extra["PYTHONHASHSEED"]] if os.name != "nt" else -1,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Wrong(f"building the {kind} failed: {last_line(done.stdout + done.stderr)}")
    (made,) = out.iterdir()
    return made


def members(archive: Path) -> dict[str, bytes]:
    """The files of an archive; those of an sdist without its top folder."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    found: dict[str, bytes] = {}
    with tarfile.open(archive) as opened:
        for member in opened.getmembers():
            data = opened.extractfile(member)
            if data is None:
                raise Wrong(f"{archive.name} contains {member.name}, which is not a regular file")
            found[member.name.partition("/")[2]] = data.read()
    return found


def difference(mine: Path, theirs: Path) -> str:
    """The first difference between two archives."""
    one, other = members(mine), members(theirs)
    for name in sorted({*one, *other}):
        if one.get(name) != other.get(name):
            return name
    return "the archive's own data (dates, modes or order)"


def unpack(sdist: Path, target: Path) -> Path:
    """Unpack an sdist, and return its top folder."""
    with tarfile.open(sdist) as archive:
        archive.extractall(target, filter="data")
    (folder,) = target.iterdir()
    return folder


def keep(built: Built, target: Path) -> list[Path]:
    """Copy both files to the folder from which they are uploaded."""
    target.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.copyfile(path, target / path.name)) for path in (built.sdist, built.wheel)]


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
