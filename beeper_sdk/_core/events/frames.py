"""Decodes the frames of the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeAlias

from ..generated import base, loads, models
from ..util.validation import is_number
from .values import Event, UnknownEvent

Report: TypeAlias = Callable[[str, str], None]
Control: TypeAlias = models.WSReady | models.WSSubscriptionsUpdated | models.WSError
Known: TypeAlias = (
    models.ChatUpserted
    | models.ChatDeleted
    | models.MessageUpserted
    | models.MessageDeleted
    | models.AppStateUpdated
    | models.VerificationUpdated
    | models.VerificationRemoved
)


class Undecodable(NamedTuple):
    """A frame that could not be decoded. Contains no values of it."""

    path: str
    problem: str
    seq: object = None
    """Its number, if that could be read."""


class Numbered(NamedTuple):
    """An event with its number on the connection."""

    event: Event
    seq: object


_CONTROLS: Mapping[str, type[Control]] = {
    "ready": models.WSReady,
    "subscriptions.updated": models.WSSubscriptionsUpdated,
    "error": models.WSError,
}
_EVENTS: Mapping[str, type[Known]] = {
    "chat.upserted": models.ChatUpserted,
    "chat.deleted": models.ChatDeleted,
    "message.upserted": models.MessageUpserted,
    "message.deleted": models.MessageDeleted,
    "app.state.updated": models.AppStateUpdated,
    "verification.updated": models.VerificationUpdated,
    "verification.removed": models.VerificationRemoved,
}


def read_frame(content: bytes | None, report: Report) -> Control | Numbered | Undecodable:
    """Decode a text frame; None is a binary one. `report` is called for each part of an entry that was not read."""
    if content is None:
        return Undecodable("$", "expected a text frame, found a binary one")
    try:
        frame = loads(content)
    except ValueError:
        return Undecodable("$", "not valid JSON")
    if not base.is_object(frame) or not isinstance(kind := frame.get("type"), str):
        return Undecodable("$.type", "expected an object with a type")
    seq: object = frame.get("seq")
    try:
        if kind in _CONTROLS:
            return base.decode(base.reader(_CONTROLS[kind]), frame)
        if kind in _EVENTS:
            return Numbered(base.decode(base.reader(_EVENTS[kind]), _with_time(frame), report), seq)
    except base.DecodeError as error:
        return Undecodable(error.path, error.problem, seq)
    return Numbered(UnknownEvent(kind, frame), seq)


def _with_time(frame: dict[str, Any]) -> dict[str, Any]:
    """The frame with `ts` as a timestamp of ISO 8601. Apps were seen to send Unix milliseconds, also as text."""
    sent: object = frame.get("ts")
    with suppress(ValueError, OverflowError, OSError):
        if isinstance(sent, str) and sent.strip().isdecimal():
            sent = int(sent)
        if is_number(sent):
            return {**frame, "ts": datetime.fromtimestamp(sent / 1000, UTC).isoformat()}
    return frame


class Sequence:
    """The numbers of the events of one connection."""

    def __init__(self) -> None:
        self._last: int | None = None

    def skips(self, seq: object) -> bool:
        """Whether events are missing before the one with this number. A repeated number is no gap."""
        if not isinstance(seq, int) or isinstance(seq, bool):
            return False
        last, self._last = self._last, seq
        return last is not None and seq not in (last, last + 1)

    def follow(self, seq: object) -> None:
        """Continue after a frame that could not be decoded. If its number is not known, accept any number next."""
        self._last = seq if isinstance(seq, int) else None
