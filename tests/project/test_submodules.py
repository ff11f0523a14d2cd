"""`import beeper_sdk` is enough for everything that its docstring names."""

from __future__ import annotations

import subprocess
import sys

MODULES = ("changes", "guards", "hooks", "render", "testing", "types")


def test_submodules_are_imported_when_they_are_first_used() -> None:
    program = (
        "import beeper_sdk\n"
        f"for name in {MODULES!r}:\n"
        "    assert getattr(beeper_sdk, name).__name__ == f'beeper_sdk.{name}'\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
