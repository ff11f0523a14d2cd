"""The names of the people in a transcript: one line each, and different for different people. No I/O."""

from __future__ import annotations

import re

from ..people.names import fold
from .controls import one_line

SOMEBODY = "Somebody"
YOU = "You"
_MAX_NAME = 50
_COLON = re.compile(r":(?=\s|$)")
_INVISIBLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_invisible = re.compile(f"[{_INVISIBLE}]")
_marks_at_start = re.compile(rf"\A[*\[(\- {_INVISIBLE}]+")


class SpeakerNames:
    """The names by account and user ID. Add the current user first: others with an equal name get a number.

    Names that look alike are equal: invisible characters, case and accents do not count.
    """

    def __init__(self) -> None:
        self._shown: dict[tuple[str, str], str] = {}
        self._used: dict[tuple[str, str], bool] = {}
        """The folded names on each account, and whether each is that of the current user."""
        self._numbers: dict[tuple[str, str], int] = {}
        """The last number that each of them got."""

    def get(self, account_id: str, user_id: str) -> str | None:
        """The name of somebody who was added."""
        return self._shown.get((account_id, user_id))

    def add(self, account_id: str, user_id: str, name: str, *, is_own: bool) -> str:
        """Add somebody, and return the name to show.

        People on different accounts may have equal names: in a merged chat, they are the same person.
        """
        key = account_id, user_id
        if key not in self._shown:
            base = shown = tidy(name)
            counter = account_id, _folded(base)
            while self._is_taken(account_id, shown, is_own=is_own):
                self._numbers[counter] = self._numbers.get(counter, 1) + 1
                shown = f"{base} ({self._numbers[counter]})"
            self._used[account_id, _folded(shown)] = is_own
            self._shown[key] = shown
        return self._shown[key]

    def _is_taken(self, account_id: str, name: str, *, is_own: bool) -> bool:
        folded = _folded(name)
        is_of_user = self._used.get((account_id, folded), True if folded == _YOU else None)
        return is_of_user is not None and not (is_own and is_of_user)


def tidy(name: str) -> str:
    """A name that does not look like another part of a line: a colon ends names, and brackets begin IDs and remarks."""
    line = _marks_at_start.sub("", _COLON.sub("", one_line(name)))
    line = line if len(line) <= _MAX_NAME else f"{line[: _MAX_NAME - 1]}…"
    return line.strip() if _invisible.sub("", line).strip() else SOMEBODY


def _folded(name: str) -> str:
    return fold(_invisible.sub("", name))


_YOU = _folded(YOU)
