"""docs/text.md: its Python prints what the page shows, and its placeholders are those that messages have."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from beeper_sdk import render
from tests.core.text.helpers import message

PAGE = (Path(__file__).parents[3] / "docs" / "text.md").read_text(encoding="utf-8")
PIECE = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```\n", re.DOTALL | re.MULTILINE)
FILES = (
    {"type": "img", "fileName": "beach.jpg", "fileSize": 1_230_000},
    {"type": "video", "fileName": "a.mp4", "duration": 62, "fileSize": 3_400_000},
    {"type": "video", "isGif": True},
    {"type": "audio", "fileName": "a.mp3", "duration": 200, "fileSize": 4_000_000},
    {"type": "unknown", "fileName": "plan.pdf", "fileSize": 34_000},
    {"type": "img", "isSticker": True},
    {
        "type": "audio",
        "isVoiceNote": True,
        "duration": 12,
        "transcription": {"transcription": "See you at six", "engine": "x"},
    },
)


def test_the_page_prints_what_it_shows() -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    assert len(PIECE.findall(PAGE)) == PAGE.count("```text\n") > 0
    for code, shown in PIECE.findall(PAGE):
        with redirect_stdout(StringIO()) as stdout:
            exec(compile(code, "text.md", "exec"), names)
        assert stdout.getvalue() == shown


def test_its_placeholders_are_those_that_messages_have() -> None:
    shown = [render.plain(message(type="FILE", attachments=[file])) for file in FILES]
    shown += [render.plain(message(type="LOCATION")), render.plain(message(type="POLL"))]
    shown += [render.plain(message()), render.plain(message(isDeleted=True))]
    assert [line for line in shown if f"`{line}`" not in PAGE] == []
