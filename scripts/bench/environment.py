"""The environment for benchmarks, `.bench`, with the packages that this SDK is compared with.

If they cannot be installed (no network, another version of Python), the rows that need them are left out. This module
never changes .venv.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = ROOT / ".bench"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STOCK = HOME / "stock"
OURS = ("attrs", "httpx", "python-dateutil", "orjson")
"""Packages that both environments need, in the locked versions."""
THEIRS = ("beeper-desktop-api==6.0.0", "msgspec>=0.19")


@dataclass(frozen=True)
class Place:
    """The interpreter that runs the benchmarks."""

    python: Path

    def run(self, arguments: list[str], **variables: str) -> str:
        """Run a child process, and return its output. Raises CalledProcessError if it fails."""
        paths = os.pathsep.join(map(str, (ROOT, ROOT / "generated", STOCK)))
        ours = {
            "PYTHONPATH": paths,
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "",
        }  # bytecode is written, so that imports are fast
        environment = {**os.environ, **ours, **variables}
        done = subprocess.run(
            [self.python, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True
        )
        return done.stdout

    def measure(self, module: str, *arguments: str, **variables: str) -> dict[str, float]:
        """Run a module of this package, and return the numbers in its last line."""
        out = self.run(["-m", f"scripts.bench.{module}", *arguments], **variables)
        numbers: dict[str, float] = json.loads(out.splitlines()[-1])
        return numbers


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
    wanted = "\n".join([*locked(), *THEIRS, sys.version, (ROOT / "openapi.yaml").read_text(encoding="utf-8")])
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return
    print("creating .bench ...", file=sys.stderr)
    if not PYTHON.exists():
        venv.create(HOME, symlinks=os.name != "nt", with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, *locked(), *THEIRS], cwd=ROOT, capture_output=True, check=True)
    stock()
    done.write_text(wanted, encoding="utf-8")


def locked() -> list[str]:
    """The lines of the lock file for packages in both environments."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.partition("==")[0] in OURS]


def stock() -> None:
    """Generate a client without the templates of this project, to compare with."""
    STOCK.mkdir(exist_ok=True)
    config = STOCK / "config.json"
    config.write_text(json.dumps({"post_hooks": []}))
    options = ["--path", str(ROOT / "openapi.yaml"), "--meta", "none", "--config", str(config), "--overwrite"]
    subprocess.run(
        [sys.executable, "-m", "openapi_python_client", "generate", *options, "--output-path", STOCK / "stock_client"],
        capture_output=True,
        check=True,
    )


def optional(name: str) -> Any:
    """A module, None where it is not installed."""
    try:
        return __import__(name, fromlist=["*"])
    except ImportError:
        return None
