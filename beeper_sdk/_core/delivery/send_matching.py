"""Decides whether the messages of a chat show that a send succeeded. No I/O: receives messages newest first.

No field links a send to its message: the response to a send has a pending ID only, and the final ID comes later. So the
message is found by chat, sender, time and content.

Time. The time of the attempt is from the clock of this machine, the timestamps of messages from other clocks. The
attempt is converted to the server's clock by the ``Date`` header of its responses. Clocks may still differ by
`CLOCK_TOLERANCE`. A matching message with a timestamp up to `LOOKBACK` before the attempt that no earlier send
explains makes the result "unclear". Older messages are ignored.

Counting. The same text may have been sent several times, and each send creates at most one message. If there are as
many matching messages as sends, all of them arrived. Otherwise it cannot be determined which message is from which
send.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ..http.outcome import http_date
from ..util.validation import optional
from .expected_message import ExpectedMessage, likeness
from .text_similarity import OTHER, SAME, Likeness

if TYPE_CHECKING:
    from ..generated import models

LOOKBACK = 120.0
CLOCK_TOLERANCE = 2.0
OLD_IN_A_ROW = 5
"""Number of consecutive messages older than `LOOKBACK` after which reading stops. One is not enough: a message of
another person can arrive late and keep its timestamp."""
MAX_MESSAGES = 1_000
"""Maximum number of messages of a chat that are read."""
_NO_DATE = 946_684_800.0
"""Messages with a timestamp before the year 2000 count as undated: apps return the epoch for some messages."""

SHOWN = "a matching message of yours is in the chat"
NONE = "no message in the chat matches"
SEVERAL = "several messages or sends match, and it cannot be determined which belong together"
CLOCKS = "a matching message of yours has a timestamp just before the attempt; clocks may differ"
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
    at: float


@frozen(repr=False)
class _Candidate:
    message: models.Message
    likeness: Likeness
    own: bool | None
    at: float

    def not_before(self, moment: float) -> bool:
        """Whether the message is not older than a time. Timestamps are truncated to milliseconds, by some networks to
        seconds."""
        precision = 1.0 if self.at % 1.0 == 0.0 else 0.001
        return self.at > moment - precision

    @property
    def order(self) -> tuple[float, int, str]:
        key = str(self.message.sort_key)
        return (self.at, len(key), key)


class SendMatcher:
    """Finds the message of one send in a chat.

    Args:
        wanted: The message that was sent.
        at: The time of the attempt in seconds since the epoch by the clock of this machine, not later than its first
            byte.
    """

    def __init__(self, wanted: ExpectedMessage, at: float) -> None:
        self.wanted: ExpectedMessage = wanted
        self.chats = {wanted.chat_id}
        """The known IDs of the chat."""
        self.offset = 0.0
        """Seconds that the server's clock is ahead; 0 if it is not known."""
        self.reached = True
        """Whether all chats were read back to before the attempt."""
        self._at = at
        self._candidates: list[_Candidate] = []
        self._old = self._seen = 0

    @property
    def sent_at(self) -> float:
        """The time of the attempt by the server's clock."""
        return self._at + self._clock_ahead

    @property
    def _clock_ahead(self) -> float:
        return self.offset if abs(self.offset) > CLOCK_TOLERANCE else 0.0

    def start_chat(self, chat_id: str) -> None:
        """Start to read another chat."""
        self.chats.add(chat_id)
        self._old = self._seen = 0

    def is_past(self, message: models.Message) -> bool:
        """Whether reading can stop at this message."""
        self._seen += 1
        if self._seen > MAX_MESSAGES:
            self.reached = False
            return True
        moment = _moment(message)
        if moment is not None:
            self._old = self._old + 1 if moment < self.sent_at - LOOKBACK else 0
        return self._old >= OLD_IN_A_ROW

    def may_match(self, message: models.Message) -> bool:
        """Whether the message matches, apart from its sender."""
        moment = _moment(message)
        in_time = moment is None or moment >= self.sent_at - LOOKBACK
        return in_time and message.is_sender is not False and likeness(self.wanted, message) != OTHER

    def add(self, message: models.Message, own: bool | None) -> None:
        """Add a matching message. `own`: whether the current user sent it; None if that is not known."""
        if own is not False:
            self._candidates.append(_Candidate(message, likeness(self.wanted, message), own, _moment(message) or 0.0))

    def result(self, others: Sequence[OtherSend]) -> MatchResult:
        """The conclusion, given the other sends of this client."""
        same = [other for other in others if self.wanted.interchangeable(other.wanted, self.chats)]
        counts = [other.at + self._clock_ahead for other in same if other.at >= self._at - LOOKBACK]
        sure = sorted(
            (candidate for candidate in self._candidates if candidate.own and candidate.likeness == SAME),
            key=lambda candidate: candidate.order,
        )
        sure = [candidate for candidate in sure if candidate.at]
        new = [candidate for candidate in sure if candidate.at >= self.sent_at - CLOCK_TOLERANCE]
        earlier, later = _split(counts, self._at + self._clock_ahead)
        old = len(sure) - len(new)
        # A send from before LOOKBACK may have been slow: an old message may be from it, and not from a later send.
        slow = sum(self._at - 2 * LOOKBACK <= other.at < self._at - LOOKBACK for other in same)
        if new:
            return self._among(new, 1 + max(0, earlier - max(0, old - slow)) + later, later)
        if old > earlier:
            return MatchResult("unclear", CLOCKS, _single(sure))
        return self._without(
            lambda candidate: any(likeness(o.wanted, candidate.message) == SAME for o in others if o not in same)
        )

    def _among(self, new: list[_Candidate], sends: int, later: int) -> MatchResult:
        """The conclusion if there are matching messages that are not older than the attempt."""
        certain = [candidate for candidate in new if candidate.not_before(self.sent_at)]
        if len(new) != sends:
            return MatchResult("unclear", SEVERAL, _single(new))
        if not certain:
            return MatchResult("unclear", CLOCKS, _single(new))
        mine = new[-1 - later]
        return MatchResult("found", SHOWN, (mine if mine in certain else certain[0]).message)

    def _without(self, belongs_elsewhere: Callable[[_Candidate], bool]) -> MatchResult:
        """The conclusion if no message matches with certainty."""
        recent = [
            candidate
            for candidate in self._candidates
            if (not candidate.at or candidate.at >= self.sent_at - CLOCK_TOLERANCE) and not belongs_elsewhere(candidate)
        ]
        if recent:
            return MatchResult("unclear", _doubt(recent[0]), _single(recent))
        return MatchResult("none", NONE) if self.reached else MatchResult("unclear", TOO_MANY)


def _moment(message: models.Message) -> float | None:
    stamp = optional(message.timestamp)
    moment = _NO_DATE - 1 if stamp is None else stamp.timestamp()
    return moment if moment >= _NO_DATE else None


def _split(moments: Sequence[float], at: float) -> tuple[int, int]:
    """The number of earlier and of later times."""
    earlier = sum(moment < at for moment in moments)
    return earlier, len(moments) - earlier


def _single(candidates: Sequence[_Candidate]) -> models.Message | None:
    return candidates[0].message if len(candidates) == 1 else None


def _doubt(candidate: _Candidate) -> str:
    if candidate.own is None:
        return WHOSE
    return UNDATED if candidate.likeness == SAME else LIKE


def clock_ahead(date: str | None, now: float) -> float:
    """Seconds that the server's clock is ahead, by the Date header of a response received now; 0 without a valid one.

    The result is too low by up to a second, because dates are truncated to seconds, and by the time of transmission. So
    the time of the attempt is too early rather than too late, and the message of the send does not look older than it.
    """
    server = http_date(date)
    return 0.0 if server is None else server.timestamp() - now
