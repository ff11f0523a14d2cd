"""surface.txt says what users can type; a change of it is a change of the public API, and shows in review.

After a change that is meant: `pytest tests/generated --update-pins`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.generated import requests, surface
from tests.generated.contract import HERE, plan


@pytest.mark.parametrize(
    ("name", "render"), [("surface.txt", surface.lines), ("requests.txt", requests.lines)], ids=["surface", "requests"]
)
def test_the_pin_holds(name: str, render: Callable[[], list[str]], update_pins: bool) -> None:
    now = "\n".join(render()) + "\n"
    path: Path = HERE / name
    if update_pins:
        path.write_text(now, encoding="utf-8")
    pinned = path.read_text(encoding="utf-8") if path.exists() else ""
    changes = difflib.unified_diff(pinned.splitlines(), now.splitlines(), name, "now", lineterm="", n=0)
    assert "\n".join(changes) == "", f"if it is meant: pytest tests/generated --update-pins, and commit {name}"


def test_every_operation_and_every_model_has_its_line() -> None:
    text = "\n".join(surface.lines())
    assert [each.name for each in plan().operations if f"api.{each.name}(" not in text] == []
    assert [name for name in plan().models if f"models.{name}(" not in text] == []
