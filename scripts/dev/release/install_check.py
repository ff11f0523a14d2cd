"""Installs a wheel in an environment with only its dependencies, and uses it with a fake server in another process.

The dependencies are copied, file by file, from the project's environment, which was installed from requirements.lock.
So this needs no network, and nothing else can be imported. Other versions of the dependencies are not tried.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from email.parser import BytesParser
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

from scripts.dev.release.build import members
from scripts.dev.release.errors import Wrong, last_line

SMOKE = Path(__file__).with_name("smoke.py")


def empty(home: Path, wheel: Path, extras: Sequence[str] = ()) -> Path:
    """An environment with the wheel, its declared run-time dependencies, those of some extras, and nothing else.

    Raises:
        Wrong: pip cannot install the wheel.
    """
    venv.create(home, symlinks=os.name != "nt", with_pip=False)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "--quiet"]
    _run([*pip, "install", "--no-index", "--no-deps", str(wheel)], f"pip cannot install {wheel.name}")
    site = _run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], "the new environment does not work"
    )
    for name in closure(wheel, extras):
        copy(name, Path(site))
    return python


def closure(wheel: Path, extras: Sequence[str] = ()) -> set[str]:
    """The names of the distributions that are needed at run time, with some extras of the wheel."""
    (metadata,) = (data for name, data in members(wheel).items() if name.endswith(".dist-info/METADATA"))
    todo = [Requirement(line) for line in BytesParser().parsebytes(metadata).get_all("Requires-Dist", [])]
    found: set[str] = set()
    while todo:
        need = todo.pop()
        is_needed = need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if is_needed and need.name not in found:
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
    """Run a fake server of this tree in another process; yields the environment variables for clients."""
    command = [sys.executable, "-m", "beeper_sdk", "serve", "--port", "0"]
    paths = os.pathsep.join((str(root), str(root / "generated")))
    with subprocess.Popen(
        command, cwd=root, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        try:
            if server.stdout is None:
                raise Wrong("the fake server prints nothing")
            lines = [server.stdout.readline().strip() for _ in range(2)]
            if not lines[1]:
                raise Wrong("the fake server does not start: python -m beeper_sdk serve")
            yield dict(shlex.split(line)[1].split("=", 1) for line in lines)  # lines of a shell: export NAME=value
        finally:
            server.terminate()


def use(python: Path, version: str, where: dict[str, str]) -> str:
    """Run the smoke test, and return the line that it prints.

    Raises:
        Wrong: The smoke test failed.
    """
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BEEPER_", "VIRTUAL_ENV"))
    }
    return _run(
        [python, "-s", "-P", "-W", "error", SMOKE, version],
        "the smoke test failed",
        cwd=python.parent,
        env={**kept, **where},
    )


def _run(command: list[str | Path], fault: str, *, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Wrong(f"{fault}: {last_line(done.stderr or done.stdout)}")
    return done.stdout.strip()
