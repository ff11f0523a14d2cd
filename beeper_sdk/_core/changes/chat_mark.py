"""What a position keeps of one chat: the newest messages that were delivered, and where to read on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..generated import base
from .fingerprints import LENGTH, Fingerprints, key_of, milliseconds

if TYPE_CHECKING:
    from ..generated import Json, models

KEPT = 40
"""How many of the newest messages are recognised: two pages."""


class ChatMark:
    """Which messages of a chat are known."""

    __slots__ = ("at", "cursor", "recent")

    def __init__(
        self, at: int | None = None, cursor: str | None = None, recent: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.at: int | None = at
        """Unix milliseconds. Older messages are known, even if they are not in `recent`; None if none is."""
        self.cursor: str | None = cursor
        """What leads to the messages after those that are known, if it is known."""
        self.recent: dict[str, str] = dict(recent)
        """The digests of the known messages by their IDs, oldest first."""

    def to_json(self) -> dict[str, Json]:
        """What is stored."""
        wire: dict[str, Json] = {"at": self.at, "recent": [[key, digest] for key, digest in self.recent.items()]}
        if self.cursor is not None:
            wire["cursor"] = self.cursor
        return wire

    @classmethod
    def from_json(cls, wire: object) -> ChatMark:
        """What was stored. What cannot be read counts as not known."""
        if not base.is_object(wire):
            return cls()
        at, cursor, recent = wire.get("at"), wire.get("cursor"), wire.get("recent")
        pairs = [_pair(entry) for entry in recent] if base.is_list(recent) else []
        return cls(
            at if isinstance(at, int) else None,
            cursor if isinstance(cursor, str) else None,
            (pair for pair in pairs if pair is not None),
        )

    def has(self, message: models.Message) -> bool:
        """Whether a message is known by its ID."""
        return key_of(message) in self.recent

    def has_state(self, message: models.Message, prints: Fingerprints) -> bool:
        """Whether a message is known as it is now."""
        return self.recent.get(key_of(message)) == prints.state(message)

    def add(self, message: models.Message, digest: str, limit: int, latest_ms: int) -> None:
        """Add a message, or replace its digest.

        Args:
            message: The message.
            digest: That of its state.
            limit: How many messages are kept.
            latest_ms: A message that is dated later does not say how old new messages can be: its clock was wrong.
        """
        key = key_of(message)
        self.recent[key] = digest
        while len(self.recent) > limit:
            del self.recent[next(iter(self.recent))]
        moment = milliseconds(message.timestamp)
        if moment is not None and moment <= latest_ms:
            self.at = max(self.at or 0, moment)

    def add_old(self, message: models.Message, digest: str, limit: int) -> None:
        """Add an older message, if there is room: those that are newer are needed to recognise what is new."""
        if len(self.recent) < limit:
            self.recent = {key_of(message): digest, **self.recent}

    def is_old(self, message: models.Message) -> bool:
        """Whether a message is older than all that can be new."""
        moment = milliseconds(message.timestamp)
        return moment is not None and self.at is not None and moment < self.at

    def is_newer(self, message: models.Message, began_ms: int) -> bool:
        """Whether a message is newer than all that are known, although it may be listed below them: below one that is
        dated in the future."""
        moment = milliseconds(message.timestamp)
        return moment is not None and moment > max(began_ms, self.at or 0) and not self.has(message)

    def is_known(self, message: models.Message, prints: Fingerprints) -> bool:
        """Whether a message is known, and its ID is not that of another one now."""
        return self.recent.get(key_of(message), "")[:LENGTH] == prints.identity(message)


def _pair(entry: object) -> tuple[str, str] | None:
    if base.is_list(entry) and len(entry) == 2:
        key, digest = entry
        if isinstance(key, str) and isinstance(digest, str):
            return key, digest
    return None


class Split(NamedTuple):
    """Where the known messages begin on a page."""

    above: int
    """How many messages at the beginning of the page, newest first, are above the known ones. Messages between known
    ones count: they arrived late."""
    is_covered: bool
    """Whether the page shows where the known messages begin."""
    by_id: bool
    """Whether it has a known message."""


def split(mark: ChatMark, rows: Sequence[models.Message], began_ms: int) -> Split:
    """Where the known messages begin on a page: at the last one with a known ID, else at the first that is too old."""
    known = [index for index, row in enumerate(rows) if mark.has(row)]
    if known:
        newer = [index + 1 for index, row in enumerate(rows) if mark.is_newer(row, began_ms)]
        above = max(known[-1], *newer) if newer else known[-1]
        return Split(above, is_covered=above < len(rows), by_id=True)
    old = next((index for index, row in enumerate(rows) if mark.is_old(row)), None)
    return Split(len(rows) if old is None else old, is_covered=old is not None, by_id=False)
