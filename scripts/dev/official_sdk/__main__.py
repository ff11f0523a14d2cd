"""``python -m scripts.dev.official_sdk [VERSION ...]``: each generation against a fake server of its app version.

The first run installs each generation into an environment of its own under ``.bench``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

from beeper_sdk.testing import FakeBeeper

ROOT = Path(__file__).resolve().parents[3]
SCENARIO = Path(__file__).with_name("scenario.py")
APPS = {"4.1.296": "4.1.294", "4.2.0": "4.2.557", "4.3.0": "4.2.557", "5.0.0": "4.2.808", "6.0.0": "6.0"}
"""Each generation, and the first app version with all operations that it has."""


def interpreter(sdk: str) -> Path:
    """The interpreter of the environment with a generation, made if it is missing."""
    folder = ROOT / ".bench" / f"official-{sdk}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / "complete").exists():
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", f"beeper-desktop-api=={sdk}"], check=True)
        (folder / "complete").touch()
    return python


def passes(sdk: str) -> bool:
    """Whether the scenario passes with a generation. What fails is printed."""
    with FakeBeeper(version=APPS[sdk]) as fake:
        command = [str(interpreter(sdk)), str(SCENARIO), fake.url, fake.token]
        done = subprocess.run(command, check=False)
        print(f"  app {APPS[sdk]}: {len(fake.requests)} requests", flush=True)
    return done.returncode == 0


def main() -> int:
    """Run the chosen generations, or all."""
    parser = argparse.ArgumentParser(prog="python -m scripts.dev.official_sdk", description=__doc__)
    parser.add_argument("version", nargs="*", choices=[*APPS, []], default=[], help=f"one of {', '.join(APPS)}")
    chosen = parser.parse_args().version or list(APPS)
    failed = [sdk for sdk in chosen if not passes(sdk)]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
