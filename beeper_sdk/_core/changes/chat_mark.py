"""What a position keeps of one chat: the newest messages that were delivered, and where to read on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..generated import base
from .fingerprints import TOMBSTONE, Fingerprints, key_of, milliseconds

if TYPE_CHECKING:
    from ..generated import Json, models

KEPT = 40
"""How many of the newest messages are recognised: two pages."""


class ChatMark:
    """Which messages of a chat are known."""

    __slots__ = ("at", "cursor", "protected", "recent", "since")

    def __init__(
        self,
        at: int | None = None,
        cursor: str | None = None,
        recent: Iterable[tuple[str, str]] = (),
        since: int | None = None,
    ) -> None:
        self.at: int | None = at
        """Unix milliseconds. Older messages are known, even if they are not in `recent`; None if none is."""
        self.since: int | None = at if since is None else since
        """The first value of `at`: whatever happens, older messages are never new."""
        self.protected: frozenset[str] = frozenset()
        """Known messages that must not be forgotten while the chat is read: they are on its newest page."""
        self.cursor: str | None = cursor
        """What leads to the messages after those that are known, if it is known."""
        self.recent: dict[str, str] = dict(recent)
        """The digests of the known messages by their IDs, from the lowest to the highest in the list of the app. That
        is not always the order of their times: see `sort`."""

    def to_json(self) -> dict[str, Json]:
        """What is stored."""
        wire: dict[str, Json] = {"at": self.at, "recent": [[key, digest] for key, digest in self.recent.items()]}
        if self.cursor is not None:
            wire["cursor"] = self.cursor
        if self.since != self.at:
            wire["since"] = self.since
        return wire

    @classmethod
    def from_json(cls, wire: object) -> ChatMark:
        """What was stored. What cannot be read counts as not known."""
        if not base.is_object(wire):
            return cls()
        at, cursor, recent, since = (wire.get(name) for name in ("at", "cursor", "recent", "since"))
        pairs = [_pair(entry) for entry in recent] if base.is_list(recent) else []
        return cls(
            at if isinstance(at, int) else None,
            cursor if isinstance(cursor, str) else None,
            (pair for pair in pairs if pair is not None),
            since if isinstance(since, int) else None,
        )

    def has(self, message: models.Message) -> bool:
        """Whether a message is known by its ID."""
        return key_of(message) in self.recent

    def has_state(self, message: models.Message, prints: Fingerprints) -> bool:
        """Whether a message is known as it is now."""
        return self.recent.get(key_of(message)) == prints.state(message)

    def add(self, message: models.Message, digest: str, limit: int, latest: int) -> None:
        """Add a message, or replace its digest. `latest`: times after this are wrong, and say nothing about others."""
        key = key_of(message)
        self.recent[key] = digest
        excess = len(self.recent) - limit
        for oldest in [kept for kept in self.recent if kept not in self.protected][: max(excess, 0)]:
            del self.recent[oldest]
        moment = milliseconds(message.timestamp)
        if moment is not None and moment <= latest:
            self.at = max(self.at or 0, moment)

    def add_old(self, message: models.Message, digest: str, limit: int) -> None:
        """Add an older message, if there is room: those that are newer are needed to recognise what is new."""
        if len(self.recent) < limit:
            self.recent = {key_of(message): digest, **self.recent}

    def sort(self, rows: Sequence[models.Message]) -> None:
        """Put known messages in the order of a page, newest first, above those that are not on it."""
        keys = [key for row in reversed(rows) if (key := key_of(row)) in self.recent]
        moved = {key: self.recent.pop(key) for key in keys}
        self.recent.update(moved)

    def is_old(self, message: models.Message) -> bool:
        """Whether a message is older than all that can be new."""
        moment = milliseconds(message.timestamp)
        return moment is not None and self.at is not None and moment < self.at

    def is_from_before(self, message: models.Message) -> bool:
        """Whether a message is older than all that can ever be new."""
        moment = milliseconds(message.timestamp)
        return moment is not None and self.since is not None and moment < self.since

    def is_known(self, message: models.Message, prints: Fingerprints) -> bool:
        """Whether a message is known, and its ID is not that of another one now."""
        digest = self.recent.get(key_of(message))
        return digest is not None and prints.is_same(message, digest)


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
    if_exists: str | None = None
    """If set, all this holds only if the app still has the message with this ID."""


def split(mark: ChatMark, rows: Sequence[models.Message], gone: Container[str] = ()) -> Split:
    """Where the known messages begin on a page: at the last one with a known ID, else at the first that is too old.

    `gone`: IDs of known messages that the app no longer has."""
    known = [index for index, row in enumerate(rows) if mark.has(row)]
    if known:
        return _below(mark, rows, known[-1], gone)
    old = next((index for index, row in enumerate(rows) if mark.is_old(row)), None)
    return Split(len(rows) if old is None else old, is_covered=old is not None, by_id=False)


def _below(mark: ChatMark, rows: Sequence[models.Message], last: int, gone: Container[str]) -> Split:
    """What is below the last known message of a page. It is known too, unless the app had known messages there: then
    new ones were put between them, as below a message that is dated in the future."""
    key = key_of(rows[last])
    keys = [
        other
        for other, digest in mark.recent.items()
        if other == key or not (other in gone or digest.endswith(TOMBSTONE))
    ]
    position = keys.index(key)
    if not position or last == len(rows) - 1:
        return Split(last, is_covered=True, by_id=True)
    below = range(last + 1, len(rows))
    old = next((index for index in below if mark.is_from_before(rows[index])), None)
    return Split(len(rows) if old is None else old, old is not None, by_id=True, if_exists=keys[-1])
