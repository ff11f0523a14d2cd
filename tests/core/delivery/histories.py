"""Made-up histories of one chat, and what is true of one send in them. Not a server: messages as a client has them."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from beeper_sdk import models
from beeper_sdk._core.delivery.expected_message import ExpectedMessage
from beeper_sdk._core.delivery.moments import Moment, Reading
from beeper_sdk._core.delivery.send_matching import MatchResult, OtherSend, SendMatcher
from beeper_sdk.testing.rules.content import from_markdown

CHAT = "!a:beeper.local"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC).timestamp()
"""When the attempt was made, by the clock of the client."""
LOOKED = 60.0
"""Seconds after the attempt at which the chat is read."""
AT_NOON = Moment(NOON, 0.0)
RENDERED: tuple[Callable[[str], str], ...] = (from_markdown, str, html.escape)
"""What networks make of a text."""


def message(text: str | None = "Hi", at: float = NOON, **more: Any) -> models.Message:
    """A message of one's own, unless specified otherwise."""
    wire = {"id": "1", "chatID": CHAT, "accountID": "whatsapp", "senderID": "@me:beeper.local", "isSender": True}
    moment = datetime.fromtimestamp(at, UTC).isoformat()
    wire |= {"timestamp": moment, "sortKey": str(round(at * 1000)), **more}
    return models.Message.from_dict(wire if text is None else wire | {"text": text})


def conclude(
    wanted: ExpectedMessage,
    messages: list[models.Message],
    *others: OtherSend,
    ahead: float = 0.0,
    unknown: bool = False,
) -> MatchResult:
    """What these messages show of a send at noon. With `unknown`, nothing shows who sent the others."""
    looked = Moment(NOON + LOOKED, LOOKED)
    evidence = SendMatcher(wanted, AT_NOON, Reading(looked, looked.wall + ahead if ahead else None))
    for item in sorted(messages, key=lambda item: int(item.sort_key), reverse=True):
        if not evidence.count(item):
            break
        if evidence.may_match(item):
            evidence.add(item, item.is_sender if item.is_sender is not None or not unknown else None)
        if evidence.is_done:
            break
    return evidence.result(others)


def other(wanted: ExpectedMessage, at: float, *, accepted: bool = True) -> OtherSend:
    """Another send, at a time by the clock of the client."""
    return OtherSend(wanted, Moment(at, at - NOON), accepted)


@dataclass(slots=True)
class History:
    """A chat, and what is true."""

    wanted: ExpectedMessage
    ahead: float
    """Seconds the server's clock is ahead."""
    reported_offset: float
    """The part of it that the server reports."""
    happened: bool
    arrived: bool
    messages: list[models.Message] = field(default_factory=list[models.Message])
    others: list[OtherSend] = field(default_factory=list[OtherSend])

    def result(self) -> MatchResult:
        """What it shows."""
        return conclude(self.wanted, self.messages, *self.others, ahead=self.reported_offset)


@st.composite
def histories(draw: st.DrawFn, *, alone: bool = False) -> History:
    """Anything that may be in a chat: the send or not, soon or late; other sends of the client, of which it does not
    know what became; the same text by others, and by oneself elsewhere some time before. Or nothing else of one's own
    that fits, and a clock that is not behind without the server's saying so."""
    text = draw(st.sampled_from(["Hi", "**Hi** there", "a < b", "\N{THUMBS UP SIGN}", "[x](https://a.example)"]))
    ahead = draw(st.one_of(st.floats(0 if alone else -1.9, 1.9), st.floats(4, 4000), st.floats(-4000, -4)))
    reported_offset = ahead - draw(st.floats(0, 1)) if abs(ahead) > 1.9 else 0.0
    happened, delay, looked = draw(st.booleans()), draw(st.floats(0, 60)), draw(st.floats(0, 60))
    history = History(ExpectedMessage(CHAT, text), ahead, reported_offset, happened, happened and delay <= looked)
    if history.arrived:
        history.messages.append(_row(draw, text, NOON + delay + ahead))
    if draw(st.booleans()) and not alone:
        _other_sends(draw, history, text, looked)
    elif not alone:
        for before in draw(st.lists(st.floats(5, 5000), max_size=3)):
            history.messages.append(_row(draw, text, NOON - before + ahead))
    for moment in draw(st.lists(st.floats(-5000, looked), max_size=25)):
        history.messages.append(_noise(draw, text, NOON + moment + ahead))
    return history


def _row(draw: st.DrawFn, text: str, at: float, **more: Any) -> models.Message:
    return message(draw(st.sampled_from(RENDERED))(text), at, **more)


def _other_sends(draw: st.DrawFn, history: History, text: str, looked: float) -> None:
    for moment in draw(st.lists(st.floats(-1000, looked), max_size=4)):
        history.others.append(other(ExpectedMessage(CHAT, text), NOON + moment))
        delay = draw(st.floats(0, 60))
        if draw(st.booleans()) and moment + delay <= looked:
            history.messages.append(_row(draw, text, NOON + moment + delay + history.ahead))


def _noise(draw: st.DrawFn, text: str, at: float) -> models.Message:
    kind = draw(st.sampled_from(["other person", "other text", "reaction", "undated"]))
    if kind == "other person":
        return _row(draw, text, at, isSender=False)
    if kind == "reaction":
        return message(text, at, type="REACTION", linkedMessageID="7")
    wire = message("Something else entirely", at)
    return wire if kind == "other text" else wire.evolve(timestamp=datetime(1970, 1, 1, tzinfo=UTC))
