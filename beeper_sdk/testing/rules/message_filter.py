"""The filters of a search for messages, and which rows match them: as they are, and packed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..wire.json_values import Json, read_stamp
from ..world.dates import KEYS_PER_MS
from ..world.room import Room
from ..world.rows.blocks import Frozen
from ..world.rows.packed import KINDS, LINK, MEDIA, OTHERS, OWN
from ..world.rows.row import is_shown
from ..world.words import has_words, plain, words_of
from ..world.world import World


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """Which messages a search finds; by default all but those of low-priority chats."""

    accounts: Collection[str] | None = None
    chats: Collection[str] | None = None
    kind: str | None = None
    after_ms: int | None = None
    before_ms: int | None = None
    low_priority: bool = False
    muted: bool = True
    media: Collection[str] | None = None
    query: str | None = None
    sender: str | None = None


def looks_into(world: World, room: Room, wanted: MessageFilter) -> bool:
    """Whether a search looks into a chat."""
    named = None if wanted.chats is None else {world.local.get(chat_id, chat_id) for chat_id in wanted.chats}
    checks = (
        wanted.accounts is None or room.account_id in wanted.accounts,
        named is None or room.id in named or room.wire.get("mergedIntoChatID") in named,
        wanted.kind is None or room.wire["type"] == wanted.kind,
        wanted.low_priority or named is not None or not room.wire["isLowPriority"],
        wanted.muted or not room.wire["isMuted"],
    )
    return all(checks)


def suits(row: Json, wanted: MessageFilter) -> bool:
    """Whether a search finds a row. Events and tombstones are never found."""
    if not is_shown(row):
        return False
    if wanted.query and not has_words(wanted.query, plain(row.get("text") or "")):
        return False
    if wanted.sender == "me" and not row.get("isSender"):
        return False
    if wanted.sender == "others" and row.get("isSender"):
        return False
    if wanted.sender not in (None, "me", "others", row["senderID"]):
        return False
    if wanted.media and not any(_is_media(row, kind) for kind in wanted.media):
        return False
    moment = read_stamp(row["timestamp"]) if wanted.after_ms is not None or wanted.before_ms is not None else 0
    return (wanted.after_ms is None or moment > wanted.after_ms) and (
        wanted.before_ms is None or moment < wanted.before_ms
    )


def _is_media(row: Json, kind: str) -> bool:
    attached: list[Json] = row.get("attachments", [])
    types = {attachment["type"] for attachment in attached}
    if kind == "link":
        return bool(row.get("links"))
    if kind == "any":
        return bool(types) or bool(row.get("links"))
    return {"image": "img", "video": "video", "file": "unknown"}.get(kind) in types


_MARKS = {"link": LINK, "any": MEDIA, "image": KINDS["img"], "video": KINDS["video"], "file": KINDS["unknown"]}


@dataclass(frozen=True, slots=True)
class PackedFilter:
    """What finds the same rows in packed blocks, mostly without unpacking them."""

    wanted: MessageFilter
    marks: tuple[tuple[bytes, ...], ...]
    """A line must have one of each."""
    sender_id: str | None
    is_exact: bool
    """Whether no line has all marks whose row does not suit the search."""

    @classmethod
    def of(cls, wanted: MessageFilter) -> PackedFilter:
        """The filter of a search."""
        words, characters = words_of(wanted.query or "")
        marks = [f" {word} " for word in words] or [mark for mark in characters if mark >= " "]
        groups: list[tuple[bytes, ...]] = [(mark.encode(errors="surrogatepass"),) for mark in marks]
        is_exact = bool(words) or len(marks) == len(characters)
        sender = {"me": OWN, "others": OTHERS}.get(wanted.sender or "")
        if sender is not None:
            groups.append((sender,))
        if wanted.media:
            groups.append(tuple(_MARKS[kind] for kind in wanted.media if kind in _MARKS))
        return cls(wanted, tuple(groups), None if sender is not None else wanted.sender, is_exact)

    def places(self, block: Frozen) -> list[int]:
        """The places of the rows of a block that may suit the search."""
        groups, lines = self.marks, block.packed.lines
        if self.sender_id is not None:
            mark = block.packed.sender_mark(self.sender_id)
            groups = (*groups, () if mark is None else (mark,))
        if not all(any(mark in lines for mark in group) for group in groups):
            return []
        found = [(place, line) for place, line in enumerate(lines.split(b"\n")) if line]
        for group in groups:
            found = [(place, line) for place, line in found if any(mark in line for mark in group)]
        return [place for place, _ in found]

    def bounds(self, block: Frozen) -> tuple[int, int, bool] | None:
        """The lowest sort key that suits, the first one that does not, and whether dates must be compared all the
        same; None if no date of the block suits.
        """
        after_ms, before_ms, moments = self.wanted.after_ms, self.wanted.before_ms, block.moments
        low, high = 0, 1 << 63
        if after_ms is None and before_ms is None:
            return low, high, False
        if moments is None:
            return low, high, True
        if (after_ms is not None and moments[1] <= after_ms) or (before_ms is not None and moments[0] >= before_ms):
            return None
        if block.packed.is_timely:
            low = low if after_ms is None else (after_ms + 1) * KEYS_PER_MS
            high = high if before_ms is None else before_ms * KEYS_PER_MS
        return low, high, not block.packed.is_timely
