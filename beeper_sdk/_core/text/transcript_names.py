"""The names of the people in a transcript: one line each, and different for different people. No I/O."""

from __future__ import annotations

import re

from .controls import one_line

SOMEBODY = "Somebody"
YOU = "You"
_MAX_NAME = 50
_COLON = re.compile(r":(?=\s|$)")
_MARKS_AT_START = "*[(- "


class SpeakerNames:
    """The names by account and user ID. Add the current user first: others with an equal name get a number."""

    def __init__(self) -> None:
        self._shown: dict[tuple[str, str], str] = {}
        self._used: dict[tuple[str, str], bool] = {}
        """The names on each account, and whether each is that of the current user."""

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
            number = 1
            while (account_id, shown) in self._used and not (is_own and self._used[account_id, shown]):
                number += 1
                shown = f"{base} ({number})"
            self._used[account_id, shown] = is_own
            self._shown[key] = shown
        return self._shown[key]


def tidy(name: str) -> str:
    """A name that does not look like another part of a line: a colon ends names, and brackets begin IDs and remarks."""
    line = _COLON.sub("", one_line(name)).lstrip(_MARKS_AT_START)
    line = line if len(line) <= _MAX_NAME else f"{line[: _MAX_NAME - 1]}…"
    return line.strip() or SOMEBODY
