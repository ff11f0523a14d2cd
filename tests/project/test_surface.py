"""surface.txt says what users of `beeper_sdk` can type; a change of it is a change of the public API.

After one that is meant: `pytest tests -k pin_holds --update-pins`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import beeper_sdk
from tests.generated.contract import operation_names
from tests.pins import hold
from tests.project import surface


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return surface.lines()


def test_the_pin_holds(lines: list[str], update_pins: bool) -> None:
    hold(Path(__file__).parent / "surface.txt", lines, update=update_pins)


def test_every_public_name_has_its_line(lines: list[str]) -> None:
    shown = {re.split(r"[(:= ]", line.removeprefix("class "), maxsplit=1)[0] for line in lines}
    assert set(beeper_sdk.__all__) - {"__version__"} <= shown | {"__version__"}
    for name in surface.MODULES:
        module = __import__(f"beeper_sdk.{name}", fromlist=["*"])
        assert {f"{name}.{public_name}" for public_name in surface.public(module)} <= shown


@pytest.mark.parametrize("client", ["Beeper", "AsyncBeeper"])
def test_every_operation_is_on_a_client(lines: list[str], client: str) -> None:
    shown = {line.partition("(")[0] for line in lines}
    assert [name for name in operation_names() if f"{client}.{name}" not in shown] == []


def test_lines_are_the_same_each_time_and_hold_no_address(lines: list[str]) -> None:
    assert lines == sorted(set(lines)) == surface.lines()
    assert [line for line in lines if " at 0x" in line or "ForwardRef" in line] == []
