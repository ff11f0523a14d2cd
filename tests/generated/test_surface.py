"""surface.txt says what users can type; a change of it is a change of the public API, and shows in review.

After a change that is meant: `pytest tests/generated --update-pins`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.generated import requests, surface
from tests.generated.contract import HERE, plan
from tests.pins import hold


@pytest.mark.parametrize(
    ("name", "render"), [("surface.txt", surface.lines), ("requests.txt", requests.lines)], ids=["surface", "requests"]
)
def test_the_pin_holds(name: str, render: Callable[[], list[str]], update_pins: bool) -> None:
    hold(HERE / name, render(), update=update_pins)


def test_every_operation_and_every_model_has_its_line() -> None:
    text = "\n".join(surface.lines())
    assert [planned.name for planned in plan().operations if f"api.{planned.name}(" not in text] == []
    assert [name for name in plan().models if f"models.{name}(" not in text] == []
