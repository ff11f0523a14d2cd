"""The table of what holds without a quirk in docs/reference/fake_server.md.

After a change: `pytest tests/testing/quirks -k pin_holds --update-pins`.
"""

from __future__ import annotations

import re
from pathlib import Path

from beeper_sdk.testing.quirks.rows import ALWAYS
from tests.pins import hold

PAGE = Path(__file__).parents[3] / "docs/reference/fake_server.md"


def _table(*rows: tuple[str, ...]) -> str:
    lines = [rows[0], ("---",) * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _always() -> str:
    return _table(("number", "what the server does"), *((str(row), about) for row, about in ALWAYS.items()))


def _put(text: str, name: str, table: str) -> str:
    pattern = rf"(<!-- begin: {name} -->\n).*?(<!-- end: {name} -->\n)"
    assert len(re.findall(pattern, text, re.DOTALL)) == 1, f"the page must have the markers of {name} once"
    return re.sub(pattern, lambda found: f"{found[1]}\n{table}\n\n{found[2]}", text, flags=re.DOTALL)


def test_the_pin_holds(update_pins: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    hold(PAGE, _put(text, "always", _always()).splitlines(), update=update_pins)
