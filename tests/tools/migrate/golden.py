"""The cases in cases/: `before.py`, what becomes of it in `after.py`, and in `notes.txt` the lines that are listed."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

from beeper_sdk._core.util.override import override

CASES = Path(__file__).parent / "cases"


@frozen
class Case:
    """One folder."""

    name: str
    before: str
    after: str
    notes: str

    @override
    def __str__(self) -> str:
        return self.name

    def changes(self, code: str) -> bool:
        """Does the old code have this, as whole words, and the new one not?"""
        front = r"(?<!\w)" if code[0].isalnum() else ""
        word = re.compile(rf"{front}{re.escape(code)}(?![\w-])")
        return word.search(self.before) is not None and word.search(self.after) is None


def _case(folder: Path) -> Case:
    notes = folder / "notes.txt"
    before = (folder / "before.py").read_text(encoding="utf-8")
    after = (folder / "after.py").read_text(encoding="utf-8")
    return Case(folder.name, before, after, notes.read_text(encoding="utf-8") if notes.exists() else "")


ALL = [_case(folder) for folder in sorted(CASES.iterdir()) if folder.is_dir()]
