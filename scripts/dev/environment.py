"""Makes the project's environment, `.venv`, and goes on in it.

Standard library only: nothing else is there when it starts. Everything is installed from requirements.lock, whose
lines are `name==version`: which index they come from is the business of whoever runs this. It is not for users
of the SDK, who install a wheel.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from scripts.dev import python

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = HOME / "made-from"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """What the environment depends on, as one word. The folder counts too: an environment cannot be moved."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), bytes(ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_fresh() -> bool:
    """Was the environment made from what is here now?"""
    return STAMP.is_file() and STAMP.read_text() == fingerprint() and PYTHON.exists()


def is_mine() -> bool:
    """Does the environment belong to the Python that runs now, so that it can be brought up to date?"""
    code = "import sys, pip; print(sys.version)"
    try:
        out = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    return out.strip() == sys.version.strip()


def pip(*arguments: str) -> None:
    """Run pip quietly; when it fails, its own words are all that is shown."""
    command = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\ncould not install: pip {' '.join(arguments)}")


def make() -> None:
    """Make the environment, or bring it up to date, and stamp it."""
    started = time.monotonic()
    if is_mine():
        print("bringing .venv up to date from requirements.lock ...", flush=True)
    else:
        print("making .venv from requirements.lock (once; about a minute) ...", flush=True)
        create()
    STAMP.unlink(missing_ok=True)
    pip("install", "--requirement", str(LOCK))
    pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
    STAMP.write_text(fingerprint())
    print(f".venv is ready ({time.monotonic() - started:.0f} s)", flush=True)


def create() -> None:
    """An empty environment with pip in it."""
    try:
        venv.create(HOME, clear=True, symlinks=os.name != "nt", with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"could not make .venv: {error}\n(on Debian and Ubuntu the module is in the package python3-venv)")


def ensure() -> None:
    """Have an environment that fits what is here."""
    if not is_fresh():
        make()


def run(module: str, arguments: Sequence[str]) -> NoReturn:
    """Have an environment, and become `module` in it."""
    ensure()
    os.chdir(ROOT)
    os.environ.pop("PYTHONHOME", None)
    os.environ.pop("VIRTUAL_ENV", None)
    # Containers often set it. Without compiled modules each Python that a test starts compiles the whole SDK again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    python.run([str(PYTHON), "-m", module, *arguments])
