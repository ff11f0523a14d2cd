"""Checks that every public symbol of an installed wheel has a type, as pyright sees it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from scripts.dev.release.errors import Wrong
from scripts.dev.release.install_check import empty

PACKAGES = ("beeper_sdk", "beeper_sdk_client")


EXTRAS = ("migrate", "otel", "testing")
"""What public modules import besides the required dependencies."""


def check(home: Path, wheel: Path) -> str:
    """Check both packages of a wheel, installed in a new environment, and return the line to print.

    Raises:
        Wrong: A public symbol has no type, or none that is certain.
    """
    python = empty(home, wheel, EXTRAS)
    for package in PACKAGES:
        report = completeness(python, package)
        unknown = [symbol["name"] for symbol in report["symbols"] if symbol["isExported"] and not symbol["isTypeKnown"]]
        if unknown or report["completenessScore"] != 1:
            raise Wrong(f"{package} has public symbols without a known type: {', '.join(unknown[:5])}")
    return f"type completeness of {' and '.join(PACKAGES)}: 100 %"


def completeness(python: Path, package: str) -> dict[str, Any]:
    """What ``pyright --verifytypes`` reports of a package."""
    command = [sys.executable, "-m", "basedpyright", "--verifytypes", package, "--ignoreexternal", "--outputjson"]
    # It looks for the package in the first Python of the path. In a folder of its own, so that the settings and
    # sources of this project have no effect.
    path = os.pathsep.join((str(python.parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        command,
        cwd=python.parent,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        report: dict[str, Any] = json.loads(done.stdout)["typeCompleteness"]
    except (ValueError, KeyError):
        raise Wrong(f"basedpyright --verifytypes {package}: {(done.stderr or done.stdout)[-200:]}") from None
    return report
