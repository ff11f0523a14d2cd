"""Does what stands in a chat show that a send happened? Pure: is shown the messages, newest first, and concludes.

Time. The attempt's moment is known by the clock of this machine, the messages' by others. Where the server tells its
time (the ``Date`` of its answers), the attempt is put into that. Still, clocks that seem alike may differ by
`CLOCK_TOLERANCE`; and a fitting message dated up to `LOOKBACK` before the attempt, which no earlier send explains, is
a reason to doubt.
What is older never counts.

Counting. The same text may have been sent several times. One send makes at most one message: where as many messages
fit as there were sends, all of them arrived; where there are fewer, or more, nobody can say whose they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ..http.http_date import http_date
from .expected_message import ExpectedMessage, likeness
from .text_similarity import OTHER, SAME, Likeness

if TYPE_CHECKING:
    from ..generated import models

LOOKBACK = 120.0
CLOCK_TOLERANCE = 2.0
OLD_IN_A_ROW = 5
"""So many messages in a row from before the margin: the listing reaches back past the attempt. One alone does not
show that, for messages of others can arrive late and keep their date."""
MAX_MESSAGES = 1_000
"""Messages of a chat that are looked at."""
_NO_DATE = 946_684_800.0
"""Messages dated before the year 2000 have no date (traps.md row 22)."""

SHOWN = "a message of yours that fits is in the chat"
NONE = "no message in the chat fits"
SEVERAL = "several messages or sends fit, and nothing tells which is which"
CLOCKS = "a message of yours that fits is dated just before the attempt; clocks may differ"
WHOSE = "a message fits, and nothing tells whether it is yours"
LIKE = "a message of yours is like it, but not the same"
UNDATED = "a message that fits has no date"
UNREADABLE = "the chat cannot be read"
TOO_MANY = f"the chat has more than {MAX_MESSAGES} newer messages"


@frozen(repr=False)
class MatchResult:
    """What the messages show."""

    kind: Literal["found", "none", "unclear"]
    reason: str
    message: models.Message | None = None


@frozen(repr=False)
class OtherSend:
    """Another send that this client made."""

    wanted: ExpectedMessage
    at: float


@frozen(repr=False)
class _Candidate:
    message: models.Message
    likeness: Likeness
    own: bool | None
    at: float

    def not_before(self, moment: float) -> bool:
        """Dates are cut to milliseconds, by some networks to seconds."""
        precision = 1.0 if self.at % 1.0 == 0.0 else 0.001
        return self.at > moment - precision

    @property
    def order(self) -> tuple[float, int, str]:
        return (self.at, len(self.message.sort_key), self.message.sort_key)


class SendMatcher:
    """What a chat shows of one send.

    Args:
        wanted: What was sent.
        at: When, in seconds since the epoch by the clock of this machine; not later than its first byte.
    """

    def __init__(self, wanted: ExpectedMessage, at: float) -> None:
        self.wanted = wanted
        self.chats = {wanted.chat_id}
        """IDs under which the chat is known."""
        self.offset = 0.0
        """Seconds that the server's clock is ahead; 0 where it tells none."""
        self.reached = True
        """Were all chats read back past the attempt?"""
        self._at = at
        self._candidates: list[_Candidate] = []
        self._old = self._seen = 0

    @property
    def sent_at(self) -> float:
        """The attempt, by the server's clock."""
        return self._at + self._clock_ahead

    @property
    def _clock_ahead(self) -> float:
        return self.offset if abs(self.offset) > CLOCK_TOLERANCE else 0.0

    def start_chat(self, chat_id: str) -> None:
        """Another chat is looked into."""
        self.chats.add(chat_id)
        self._old = self._seen = 0

    def is_past(self, message: models.Message) -> bool:
        """Need no message from this one on be looked at?"""
        self._seen += 1
        if self._seen > MAX_MESSAGES:
            self.reached = False
            return True
        moment = _moment(message)
        if moment is not None:
            self._old = self._old + 1 if moment < self.sent_at - LOOKBACK else 0
        return self._old >= OLD_IN_A_ROW

    def may_match(self, message: models.Message) -> bool:
        """Does it matter who wrote this message?"""
        moment = _moment(message)
        in_time = moment is None or moment >= self.sent_at - LOOKBACK
        return in_time and message.is_sender is not False and likeness(self.wanted, message) != OTHER

    def add(self, message: models.Message, own: bool | None) -> None:
        """A message that fits, and whether it is one's own."""
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
        # A send from before the margin may have been slow: what is old may be its, and says nothing of later ones.
        slow = sum(self._at - 2 * LOOKBACK <= other.at < self._at - LOOKBACK for other in same)
        if new:
            return self._among(new, 1 + max(0, earlier - max(0, old - slow)) + later, later)
        if old > earlier:
            return MatchResult("unclear", CLOCKS, _single(sure))
        return self._without(
            lambda candidate: any(likeness(o.wanted, candidate.message) == SAME for o in others if o not in same)
        )

    def _among(self, new: list[_Candidate], sends: int, later: int) -> MatchResult:
        """The conclusion where messages fit that are not older than the attempt."""
        certain = [candidate for candidate in new if candidate.not_before(self.sent_at)]
        if len(new) != sends:
            return MatchResult("unclear", SEVERAL, _single(new))
        if not certain:
            return MatchResult("unclear", CLOCKS, _single(new))
        mine = new[-1 - later]
        return MatchResult("found", SHOWN, (mine if mine in certain else certain[0]).message)

    def _without(self, belongs_elsewhere: Callable[[_Candidate], bool]) -> MatchResult:
        """The conclusion where no message fits for certain."""
        recent = [
            candidate
            for candidate in self._candidates
            if (not candidate.at or candidate.at >= self.sent_at - CLOCK_TOLERANCE) and not belongs_elsewhere(candidate)
        ]
        if recent:
            return MatchResult("unclear", _doubt(recent[0]), _single(recent))
        return MatchResult("none", NONE) if self.reached else MatchResult("unclear", TOO_MANY)


def _moment(message: models.Message) -> float | None:
    moment = message.timestamp.timestamp()
    return moment if moment >= _NO_DATE else None


def _split(moments: Sequence[float], at: float) -> tuple[int, int]:
    """How many are earlier, and how many later."""
    earlier = sum(moment < at for moment in moments)
    return earlier, len(moments) - earlier


def _single(candidates: Sequence[_Candidate]) -> models.Message | None:
    return candidates[0].message if len(candidates) == 1 else None


def _doubt(candidate: _Candidate) -> str:
    if candidate.own is None:
        return WHOSE
    return UNDATED if candidate.likeness == SAME else LIKE


def clock_ahead(date: str | None, now: float) -> float:
    """Seconds that a server's clock is ahead, by the Date of an answer that is here now; 0 without a readable one.

    That is a second less than it may be, as dates are cut to whole seconds, and by the time the answer took: the
    attempt is rather put too early than too late.
    """
    server = http_date(date)
    return 0.0 if server is None else server.timestamp() - now
