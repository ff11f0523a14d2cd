"""When what shows objects is imported, and what the generated client shows without the rest of the SDK."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WITHOUT = """
from beeper_sdk_client import models
user = models.User(id="@b:x", full_name="Bob\\n" + "b" * 1000)
print(repr(user))
print(user._repr_html_())
"""
LATE = """
import sys
from beeper_sdk import Beeper, models
user = models.User(id="@b:x", full_name="Bob")
Beeper("t")
def loaded(): return any(name.startswith(("beeper_sdk._core.display", "beeper_sdk._core.text")) for name in sys.modules)
print(loaded())
print(user)
print(loaded())
"""


def run(code: str, *paths: Path) -> list[str]:
    """The lines that a program prints."""
    places = os.pathsep.join(map(str, paths))
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env={**os.environ, "PYTHONPATH": places},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_generated_client_alone_shows_all_fields_cut() -> None:
    shown, table = run(WITHOUT, ROOT / "generated")
    assert shown == f"User(id='@b:x', full_name='Bob\\n{'b' * 75}…')"
    assert table == "None"


def test_what_shows_objects_is_imported_when_one_is_shown() -> None:
    assert run(LATE, ROOT / "generated", ROOT) == ["False", "<User \"Bob\", id='@b:x'>", "True"]
