"""``python -m scripts.dev.official_sdk.suite``: the official SDK's own tests of the API against ``serve --contract``.

Its source distribution has the tests. The first run installs it into an environment of its own under ``.bench``. All
1,187 tests that are not skipped pass. Not part of CI.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SDK = "6.0.0"
HOME = ROOT / ".bench" / f"official-suite-{SDK}"
TOOLS = ("pytest>=8", "pytest-asyncio>=1", "pytest-xdist>=3.6", "respx", "dirty-equals", "time-machine")
RUN = """
import os, sys, pytest
os.environ["TEST_API_BASE_URL"] = os.environ["BEEPER_BASE_URL"]
sys.exit(pytest.main(sys.argv[1:]))
"""


def interpreter() -> Path:
    """The interpreter of the environment with the SDK and what its tests need, made if it is missing."""
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (HOME / "complete").exists():
        venv.create(HOME, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--quiet"]
        requirement = f"beeper-desktop-api=={SDK}"
        subprocess.run(
            [*pip, "download", "--no-deps", "--no-binary", "beeper-desktop-api", "--dest", str(HOME), requirement],
            check=True,
        )
        (archive,) = HOME.glob("beeper_desktop_api-*.tar.gz")
        subprocess.run([*pip, "install", f"{archive}[aiohttp]", *TOOLS], check=True)
        subprocess.run([python, "-m", "tarfile", "--extract", archive, HOME], check=True)
        (HOME / "complete").touch()
    return python


def main() -> int:
    """Run the tests; arguments are those of pytest. pytest prints how many passed, failed and were skipped."""
    command = [str(interpreter()), "-c", RUN, "tests/api_resources", "-q", "-p", "no:cacheprovider", *sys.argv[1:]]
    serve = [sys.executable, "-P", "-m", "beeper_sdk", "serve", "--contract", "--"]  # -P: the folder is that of the SDK
    return subprocess.run([*serve, *command], cwd=HOME / f"beeper_desktop_api-{SDK}", check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
