"""docs/merged_chats.md: its Python runs as it stands, one piece after the other, and prints what the page shows."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[3] / "docs" / "merged_chats.md"
PIECE = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)


def test_the_page_prints_what_it_shows(update_pins: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    names: dict[str, Any] = {"__name__": "__main__"}
    try:
        for piece in PIECE.finditer(text):
            with redirect_stdout(StringIO()) as stdout:
                exec(compile(piece[1], PAGE.name, "exec"), names)
            if update_pins and piece[2] is not None:
                changed = piece[0].replace(f"```text\n{piece[2]}", f"```text\n{stdout.getvalue()}")
                PAGE.write_text(PAGE.read_text(encoding="utf-8").replace(piece[0], changed), encoding="utf-8")
            else:
                assert stdout.getvalue() == (piece[2] or "")
    finally:
        for name in ("beeper", "fake"):
            names[name].__exit__(None, None, None)
    assert text.count("```text\n") > 5
