"""Unicode normalization."""

from __future__ import annotations

import unicodedata
from typing import Literal


def normalize(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """As `unicodedata.normalize`, but in linear time: runs of 30 combining characters (UAX #15) are cut."""
    parts: list[str] = []
    start = run = 0
    for end, character in enumerate(text if len(text) > 200 else "", 1):
        run = run + 1 if unicodedata.combining(character) else 0
        if run == 30:
            parts.append(text[start:end])
            start, run = end, 0
    return "".join(unicodedata.normalize(form, part) for part in (*parts, text[start:]))
