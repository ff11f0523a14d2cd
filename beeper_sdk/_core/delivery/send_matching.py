"""Decides whether the messages of a chat show that a send succeeded. No I/O: receives messages newest first.

No field links a send to its message: the response to a send has a pending ID only, and the final ID comes later. So the
message is found by chat, sender, time and content.

Time. The time of the attempt by the server's clock is known within limits (`moments`), and the timestamps of messages
are from other clocks: that of the app, or of a network, which may be off by hours. A matching message that is not older
than the attempt shows that the send succeeded. One that seems older, or from the future, shows nothing: neither that
the send succeeded nor that it failed. Unless it is assigned to another send, it makes the result "unclear" if it is
among the `NEWEST` messages, whatever its timestamp. Further back it does so only if the clock of the chat may be behind
by that much; it can be behind by at most the age of the newest message.

Counting. The same text may have been sent several times, and each send creates at most one message. If there are as
many matching messages as sends, all of them arrived. Otherwise it cannot be determined which message is from which
send.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ..util.validation import optional, string
from .expected_message import ExpectedMessage, likeness
from .moments import CLOCK_TOLERANCE
from .send_assignment import assign_messages
from .text_similarity import OTHER, SAME, Likeness

if TYPE_CHECKING:
    from ..generated import models
    from .moments import Moment, Reading, Window

LOOKBACK = 120.0
NEWEST = 20
"""Number of messages of a chat that are considered whatever their timestamps: a page."""
_DAY = 86_400.0
OLD_IN_A_ROW = 5
"""Number of consecutive old messages after which reading stops. One is not enough: a message of another person can
arrive late and keep its timestamp."""
MAX_MESSAGES = 1_000
"""Maximum number of messages of a chat that are read."""
_NO_DATE = 946_684_800.0
"""Messages with a timestamp before the year 2000 count as undated: apps return the epoch for some messages."""

SHOWN = "a matching message of yours is in the chat"
NONE = "no message in the chat matches"
SEVERAL = "several messages or sends match, and it cannot be determined which belong together"
CLOCKS = "a matching message of yours has a timestamp before the attempt or after now; clocks may differ"
WHOSE = "a message matches, and it cannot be determined whether it is yours"
LIKE = "a message of yours is similar, but not equal"
UNDATED = "a matching message has no timestamp"
UNREADABLE = "the chat cannot be read"
TOO_MANY = f"the chat has more than {MAX_MESSAGES} newer messages"


@frozen(repr=False)
class MatchResult:
    """The conclusion from the messages of a chat."""

    kind: Literal["found", "none", "unclear"]
    reason: str
    message: models.Message | None = None


@frozen(repr=False)
class OtherSend:
    """Another send of this client."""

    wanted: ExpectedMessage
    at: Moment
    accepted: bool = False
    """Whether the server responded that the message will be sent."""
    message_id: str | None = None
    """ID of its message, if it was found."""


@frozen(repr=False)
class _Candidate:
    message: models.Message
    likeness: Likeness
    own: bool | None
    at: float

    def not_before(self, time: float) -> bool:
        """Whether the message is not older than a time. Timestamps are truncated to milliseconds, by some networks to
        seconds."""
        precision = 1.0 if self.at % 1.0 == 0.0 else 0.001
        return self.at > time - precision

    @property
    def is_changed(self) -> bool:
        """Whether it was edited or deleted: an old message that was is not one that was just sent."""
        return bool(self.message.is_deleted) or self.message.edited_timestamp is not None


class SendMatcher:
    """Finds the message of one send in a chat.

    Args:
        wanted: The message that was sent.
        sent: The time of the attempt, not later than its first byte.
        reading: The clocks before any message is read.
    """

    def __init__(self, wanted: ExpectedMessage, sent: Moment, reading: Reading) -> None:
        self.wanted: ExpectedMessage = wanted
        self.chats = {wanted.chat_id}
        """The known IDs of the chat."""
        self.reached = True
        """Whether all chats were read back to before the attempt."""
        self._sent = sent
        self._candidates: list[_Candidate] = []
        self._far: list[float] = []
        """The timestamps of matching messages that are too far back to be considered."""
        self.update_clocks(reading)
        self.start_chat(wanted.chat_id)

    def update_clocks(self, reading: Reading) -> None:
        """Use the clocks when the latest messages were read."""
        self._reading = reading
        self._window: Window = reading.window(self._sent)

    def start_chat(self, chat_id: str) -> None:
        """Start to read another chat."""
        self.chats.add(chat_id)
        self._old = self._seen = 0
        self._newest: float | None = None
        self._oldest = float("inf")

    def count(self, message: models.Message) -> bool:
        """Count the next message. Returns False if it is too far back to be considered."""
        self._seen += 1
        if self._seen > MAX_MESSAGES:
            self.reached = False
            return False
        timestamp = _timestamp(message)
        if timestamp is not None:
            self._newest = timestamp if self._newest is None else max(timestamp, self._newest)
            self._oldest = min(timestamp, self._oldest)
            self._old = self._old + 1 if timestamp < self._start else 0
        return True

    @property
    def is_done(self) -> bool:
        """Whether no further message needs to be read."""
        return self._seen >= NEWEST and self._old >= OLD_IN_A_ROW

    @property
    def _start(self) -> float:
        """The timestamp from which messages are considered."""
        return self._window.earliest - LOOKBACK - self._behind

    @property
    def _behind(self) -> float:
        """The clock of the chat may be behind by as much as its newest message seems to be old; for an attempt of
        another process, this machine's clock may have been set, too."""
        behind = 0.0 if self._newest is None else max(self._window.read_at - self._newest, 0.0)
        return behind + (_DAY if self._sent.steady is None else 0.0)

    def may_match(self, message: models.Message) -> bool:
        """Whether the message, which was counted last, matches, apart from its sender."""
        timestamp = _timestamp(message)
        alike = OTHER if message.is_sender is False else likeness(self.wanted, message)
        if timestamp is None or self._seen <= NEWEST or timestamp >= self._start:
            return alike != OTHER
        if alike == SAME:
            self._far.append(timestamp)
        return False

    def add(self, message: models.Message, own: bool | None) -> None:
        """Add a matching message. `own`: whether the current user sent it; None if that is not known."""
        if own is not False:
            self._candidates.append(
                _Candidate(message, likeness(self.wanted, message), own, _timestamp(message) or 0.0)
            )

    def result(self, others: Sequence[OtherSend]) -> MatchResult:
        """The conclusion, given the other sends of this client."""
        known = {other.message_id for other in others if other.message_id is not None}
        same = [
            other
            for other in others
            if other.message_id is None and self.wanted.interchangeable(other.wanted, self.chats)
        ]
        candidates = sorted((one for one in self._candidates if string(one.message.id) not in known), key=_order)
        start = self._window.earliest - CLOCK_TOLERANCE
        new = [one for one in candidates if one.own and one.likeness == SAME and one.at >= start]
        old = [one for one in candidates if one.own and 0 < one.at < start]
        earlier = [other for other in same if other.at.is_before(self._sent)]
        assigned = assign_messages([one.at for one in old], [self._reading.window(other.at) for other in earlier])
        if new:
            missing = self._missing(earlier, assigned.values(), new)
            return self._among(new, 1 + missing, len(same) - len(earlier))
        explained = [old[message] for message, send in assigned.items() if self._explains(earlier[send], old[message])]
        return self._without([one for one in candidates if one not in explained], others)

    def _explains(self, other: OtherSend, candidate: _Candidate) -> bool:
        """Whether a message is that of another send even if the clock of the chat is behind. Then the message of that
        send would be older than the send by as much, and would have been read."""
        behind, window = self._window.latest - candidate.at, self._reading.window(other.at)
        if not other.accepted or behind > self._behind + LOOKBACK:
            return other.accepted
        was_read = not self.is_done or self._oldest <= window.earliest - behind
        first, last = window.earliest - behind - LOOKBACK, window.latest - behind + LOOKBACK
        return was_read and not any(first <= timestamp <= last for timestamp in self._far)

    def _missing(self, earlier: list[OtherSend], found: Collection[int], new: list[_Candidate]) -> int:
        """The number of earlier sends whose messages may be among those that seem new, as there is none of their time.
        If the clock of the chat is ahead, or the app accepted a send, its message may be of any time."""
        ahead = any(one.at > self._window.read_at + CLOCK_TOLERANCE for one in new)
        missing = 0
        for index, other in enumerate(earlier):
            latest = self._reading.window(other.at).latest
            recent = latest >= self._window.earliest - LOOKBACK
            likely = recent or ((ahead or other.accepted) and latest >= self._oldest)
            missing += likely and index not in found
        return missing

    def _among(self, new: list[_Candidate], sends: int, later: int) -> MatchResult:
        """The conclusion if there are matching messages that are not older than the attempt."""
        certain = [one for one in new if one.not_before(self._window.latest)]
        if len(new) != sends + later:
            return MatchResult("unclear", SEVERAL, _single(new))
        if not certain or any(one.at > self._window.read_at + LOOKBACK for one in new):
            return MatchResult("unclear", CLOCKS, _single(new))
        mine = new[-1 - later]
        return MatchResult("found", SHOWN, (mine if mine in certain else certain[0]).message)

    def _without(self, candidates: list[_Candidate], others: Sequence[OtherSend]) -> MatchResult:
        """The conclusion if no message matches with certainty."""
        doubtful = [
            one
            for one in candidates
            if not (one.is_changed and self._is_old(one))
            and not (one.likeness != SAME and any(self._is_of(other, one) for other in others))
        ]
        if doubtful:
            return MatchResult("unclear", self._doubt(doubtful[-1]), _single(doubtful))
        return MatchResult("none", NONE) if self.reached else MatchResult("unclear", TOO_MANY)

    def _is_of(self, other: OtherSend, candidate: _Candidate) -> bool:
        """Whether a message that is only similar is exactly what another send to this chat sent."""
        return other.wanted.chat_id in self.chats and likeness(other.wanted, candidate.message) == SAME

    def _is_old(self, candidate: _Candidate) -> bool:
        return 0 < candidate.at < self._window.earliest - CLOCK_TOLERANCE

    def _doubt(self, candidate: _Candidate) -> str:
        if candidate.own is None:
            return WHOSE
        if self._is_old(candidate):
            return CLOCKS
        return UNDATED if candidate.likeness == SAME else LIKE


def _timestamp(message: models.Message) -> float | None:
    stamp = optional(message.timestamp)
    timestamp = _NO_DATE - 1 if stamp is None else stamp.timestamp()
    return timestamp if timestamp >= _NO_DATE else None


def _order(candidate: _Candidate) -> tuple[float, int, str]:
    key = str(candidate.message.sort_key)
    return candidate.at, len(key), key


def _single(candidates: Sequence[_Candidate]) -> models.Message | None:
    return candidates[0].message if len(candidates) == 1 else None
