"""Installs a wheel where only its dependencies are, and uses it against a Beeper that runs in another process.

The dependencies are copied, file by file, from the project's environment, where requirements.lock put them: so it needs
no network, and nothing else can be imported. That the versions of others than the lock's fit is not tried here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Generator
from contextlib import contextmanager
from email.parser import BytesParser
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

from scripts.dev.release.build import members
from scripts.dev.release.errors import Wrong, first

SMOKE = Path(__file__).with_name("smoke.py")


def empty(home: Path, wheel: Path) -> Path:
    """A Python with the wheel and the run-time dependencies it declares, and nothing else.

    Raises:
        Wrong: pip does not take the wheel.
    """
    venv.create(home, symlinks=os.name != "nt", with_pip=False)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "--quiet"]
    _said([*pip, "install", "--no-index", "--no-deps", str(wheel)], f"pip does not install {wheel.name}")
    site = _said(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], "the new Python does not run"
    )
    for name in closure(wheel):
        copy(name, Path(site))
    return python


def closure(wheel: Path) -> set[str]:
    """Names of the distributions needed at run time."""
    (metadata,) = (data for name, data in members(wheel).items() if name.endswith(".dist-info/METADATA"))
    todo = [Requirement(line) for line in BytesParser().parsebytes(metadata).get_all("Requires-Dist", [])]
    found: set[str] = set()
    while todo:
        need = todo.pop()
        if (need.marker is None or need.marker.evaluate({"extra": ""})) and need.name not in found:
            found.add(need.name)
            todo += [Requirement(line) for line in distribution(need.name).requires or ()]
    return found


def copy(name: str, site: Path) -> None:
    """Copy an installed distribution, file by file."""
    for file in distribution(name).files or ():
        target = site / str(file)
        if ".." not in file.parts and file.suffix != ".pyc":
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(str(file.locate())), target)


@contextmanager
def beeper(root: Path) -> Generator[dict[str, str]]:
    """A stand-in Beeper of this tree, in a process of its own: what to set so that a client finds it."""
    command = [sys.executable, "-m", "beeper_sdk", "serve", "--port", "0"]
    paths = os.pathsep.join((str(root), str(root / "generated")))
    with subprocess.Popen(
        command, cwd=root, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        try:
            if server.stdout is None:
                raise Wrong("the stand-in Beeper says nothing")
            lines = [server.stdout.readline().strip() for _ in range(2)]
            if not lines[1]:
                raise Wrong("the stand-in Beeper does not start: python -m beeper_sdk serve")
            yield dict(line.split("=", 1) for line in lines)
        finally:
            server.terminate()


def use(python: Path, version: str, where: dict[str, str]) -> str:
    """Run the smoke test; its one line.

    Raises:
        Wrong: it failed.
    """
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BEEPER_", "VIRTUAL_ENV"))
    }
    return _said(
        [python, "-s", "-P", "-W", "error", SMOKE, version],
        "the smoke test fails",
        cwd=python.parent,
        env={**kept, **where},
    )


def _said(command: list[str | Path], fault: str, *, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Wrong(f"{fault}: {first(done.stderr or done.stdout)}")
    return done.stdout.strip()
