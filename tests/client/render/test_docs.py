"""docs/guides/text.md: its placeholders are those that messages have."""

from __future__ import annotations

from pathlib import Path

from beeper_sdk import render
from tests.core.text.helpers import message

PAGE = (Path(__file__).parents[3] / "docs/guides/text.md").read_text(encoding="utf-8")
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


def test_its_placeholders_are_those_that_messages_have() -> None:
    shown = [render.plain(message(type="FILE", attachments=[file])) for file in FILES]
    shown += [render.plain(message(type="LOCATION")), render.plain(message(type="POLL"))]
    shown += [render.plain(message()), render.plain(message(isDeleted=True))]
    assert [line for line in shown if f"`{line}`" not in PAGE] == []
