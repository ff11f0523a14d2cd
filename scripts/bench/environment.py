"""The environment for benchmarks, `.bench`, with the packages that this SDK is compared with.

If they cannot be installed (no network, another version of Python), the rows that need them say so, and the benchmark
ends with status 1. This module never changes .venv.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.contest import Times

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = ROOT / ".bench"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OURS = ("anyio", "attrs", "h11", "httpcore", "httptools", "httpx", "nh3", "orjson", "python-dateutil")
"""Packages that both environments need, in the locked versions."""
THEIRS = (
    "aiohttp==3.14.5",
    "beeper-desktop-api==6.0.0",
    "httptools==0.9.0",
    "msgspec==0.23.0",
    "urllib3==2.8.0",
)
KEEPING_MEMORY = {"MALLOC_TRIM_THRESHOLD_": "100000000", "MALLOC_MMAP_THRESHOLD_": "100000000"}
"""As in a long-running program; otherwise glibc requests the 500 kB of each large response again."""


@dataclass(frozen=True)
class Place:
    """The interpreter that runs the benchmarks."""

    python: Path

    def run(self, arguments: list[str], **variables: str) -> str:
        """Run a child process, and return its output. Raises CalledProcessError if it fails."""
        paths = os.pathsep.join(map(str, (ROOT, ROOT / "generated")))
        ours = {
            "PYTHONPATH": paths,
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "",
        }  # bytecode is written, so that imports are fast
        environment = {**os.environ, **KEEPING_MEMORY, **ours, **variables}
        command = [str(self.python), *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, text=True).stdout

    def measure(self, module: str, kind: str, *arguments: str) -> Times:
        """The result of a module's `measure` in a new process, with the extra `fast` or without."""
        try:
            out = self.run(["-m", "scripts.bench.child", module, kind, *arguments])
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"{module} {kind} failed:\n{error.stderr}") from error
        return Times(**json.loads(out.splitlines()[-1]))


def ready() -> Place:
    """The environment, created if it is missing; the current interpreter if it cannot be created."""
    try:
        make()
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"continuing without the packages to compare with: {error}", file=sys.stderr)
        return Place(Path(sys.executable))
    return Place(PYTHON)


def make() -> None:
    """Create the environment, unless it is up to date."""
    done = HOME / "made-from"
    wanted = "\n".join([*packages(), sys.version])
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return
    print("creating .bench ...", file=sys.stderr)
    if not PYTHON.exists():
        venv.create(HOME, symlinks=os.name != "nt", with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, *packages()], cwd=ROOT, capture_output=True, check=True)
    done.write_text(wanted, encoding="utf-8")


def packages() -> list[str]:
    """What is installed: the locked versions of what this SDK needs, and the packages to compare with."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = {name: line for line in lines for name in [line.partition("==")[0]] if name in OURS}
    return [*locked.values(), *(line for line in THEIRS if line.partition("==")[0] not in locked)]
