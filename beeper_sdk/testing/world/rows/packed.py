"""Rows of a chat in little memory: compressed, with what is asked of them most so that few must be unpacked.

Packed rows never change, and several worlds can share them.
"""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ...wire.json_values import Json, is_object, read_stamp
from ..dates import KEYS_PER_MS
from ..words import index_of, plain
from .row import is_shown

Mentions: TypeAlias = tuple[tuple[frozenset[str], int], ...]
"""Who is mentioned in messages, and in how many of them."""
Count: TypeAlias = tuple[int, Mentions]
"""How many messages there are, and their mentions."""
Seen: TypeAlias = dict[str, frozenset[str] | None]
"""Who has seen all messages of a sender; None if it is known of all of them that everybody has."""

OWN, OTHERS, LINK, MEDIA = b"\x01", b"\x02", b"\x03", b"\x04"
KINDS = {"img": b"\x05", "video": b"\x06", "unknown": b"\x07"}
"""What marks a message in `Packed.lines`: its sender, links, any media, and the types of its files."""
_SENDER = "\x08"
_MAX_DIGITS = 19


class CannotPack(Exception):
    """Rows with something that the API never has in them, which tests can put there."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Rows as they are in one stored block."""

    data: bytes
    """All rows, as a compressed pickle."""
    ids: Sequence[int] | tuple[str, ...]
    """The IDs, in the order of the rows."""
    keys: Sequence[int]
    """The sort keys."""
    span: tuple[int, int]
    """The lowest and the highest ID, if they are numbers."""
    lines: bytes
    """A line for each row, empty for one that is not shown: marks, words, other characters, number of the sender."""
    senders: dict[str, int]
    links: bytes
    """The message IDs that rows point at, each between spaces."""
    unread: Count
    others: Count | None
    """Those that are unread when all are marked so; None if own ones are unread, which only tests do."""
    newest: bytes
    """The newest shown row as a pickle; empty if none is shown."""
    moments: tuple[int, int] | None
    """The first and the last timestamp, in Unix milliseconds; None if they are not written as the app writes them."""
    is_timely: bool
    """Whether each timestamp is the moment that the sort key is made of."""
    seen: Seen

    def rows(self) -> list[Json]:
        """A copy of the rows."""
        rows: list[Json] = pickle.loads(zlib.decompress(self.data))  # noqa: S301 - our own bytes, of this process
        return rows

    def place_of(self, message_id: str) -> int | None:
        """The place of the row with an ID."""
        if isinstance(self.ids, tuple):
            return self.ids.index(message_id) if message_id in self.ids else None
        number = as_number(message_id)
        if number is None or not self.span[0] <= number <= self.span[1]:
            return None
        try:
            return self.ids.index(number)
        except ValueError:
            return None

    def sender_mark(self, sender_id: str) -> bytes | None:
        """What marks the lines of a sender; None if there are none."""
        number = self.senders.get(sender_id)
        return None if number is None else f"{_SENDER}{number}{_SENDER}".encode()


def as_number(text: str) -> int | None:
    """The number of an ID or a sort key that is one, and is written as the app writes it."""
    if len(text) > _MAX_DIGITS or not text.isdecimal() or str(number := int(text)) != text:
        return None
    return number


def pack(rows: list[Json]) -> Packed:
    """Rows in little memory. Later changes of the rows do not change the result.

    Raises:
        CannotPack: They must stay as they are.
    """
    try:
        return _packed(rows)
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError, pickle.PicklingError) as error:
        raise CannotPack from error


def _packed(rows: list[Json]) -> Packed:
    keys = _numbers([row["sortKey"] for row in rows])
    if keys is None:
        raise CannotPack
    ids: list[str] = [row["id"] for row in rows]
    numbers = _numbers(ids)
    shown = [row if is_shown(row) else None for row in rows]
    senders = {sender: number for number, sender in enumerate(dict.fromkeys(row["senderID"] for row in rows))}
    unread = [row for row in shown if row is not None and row.get("isUnread")]
    others = [row for row in shown if row is not None and not row.get("isSender")]
    stamps: list[str] = [row["timestamp"] for row in rows]
    linked = [str(row["linkedMessageID"]) for row in rows if row.get("linkedMessageID")]
    newest = next((row for row in reversed(shown) if row is not None), None)
    return Packed(
        data=zlib.compress(pickle.dumps(rows, protocol=5), 1),
        ids=tuple(ids) if numbers is None else numbers,
        keys=keys,
        span=(0, -1) if numbers is None else (min(numbers), max(numbers)),
        lines="".join([_line(row, senders) for row in shown]).encode(errors="surrogatepass"),
        senders=senders,
        links=f" {' '.join(linked)} ".encode(errors="surrogatepass") if linked else b"",
        unread=count_of(unread),
        others=None if any(row.get("isSender") for row in unread) else count_of(others),
        newest=b"" if newest is None else pickle.dumps(newest, protocol=5),
        moments=_moments(stamps),
        is_timely=all(key // KEYS_PER_MS == read_stamp(text) for key, text in zip(keys, stamps, strict=True)),
        seen=_seen([row for row in shown if row is not None], senders),
    )


def count_of(rows: list[Json]) -> Count:
    """The number of messages and their mentions."""
    return len(rows), tuple(Counter(frozenset(row["mentions"]) for row in rows if row.get("mentions")).items())


def _numbers(texts: list[str]) -> array[int] | None:
    """Numbers as `as_number` reads them, if all texts are numbers."""
    try:
        numbers = array("q", map(int, texts))
    except (ValueError, OverflowError):
        return None
    return numbers if list(map(str, numbers)) == texts and min(numbers, default=0) >= 0 else None


def _line(row: Json | None, senders: dict[str, int]) -> str:
    if row is None:
        return "\n"
    words, others = index_of(plain(row.get("text") or ""))
    if others and min(others) < " ":
        others = "".join(mark for mark in others if mark >= " ")
    marks = OWN if row.get("isSender") else OTHERS
    if "links" in row or "attachments" in row:
        types = {file["type"] for file in row.get("attachments", [])}
        marks += b"".join(mark for kind, mark in KINDS.items() if kind in types)
        marks += LINK if row.get("links") else b""
        marks += MEDIA if types or row.get("links") else b""
    return f"{marks.decode()} {words} {others}{_SENDER}{senders[row['senderID']]}{_SENDER}\n"


def _moments(stamps: list[str]) -> tuple[int, int] | None:
    """The ends of dates that are all written as the app writes them, so that text sorts as time does."""
    if any(len(text) != len("2026-11-30T12:00:00.000Z") or text[-1] != "Z" for text in stamps):
        return None
    return read_stamp(min(stamps)), read_stamp(max(stamps))


def _seen(shown: Iterable[Json], senders: Iterable[str]) -> Seen:
    found: Seen = dict.fromkeys(senders)
    for row in shown:
        seen, sender = row.get("seen"), row["senderID"]
        if seen is True or sender not in found:
            continue
        if not seen:
            del found[sender]
            continue
        before = found[sender]
        users = frozenset(seen) if is_object(seen) else frozenset[str]()
        found[sender] = users if before is None else before & users
    return found
