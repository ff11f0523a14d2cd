"""Quirks of clocks: of the server, and of the network whose messages it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

from ..wire.json_values import Json
from ..wire.requests import Call, ServerResponse
from ._base import Quirk, each, is_message

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)


def _without_date(_: Call, answer: ServerResponse) -> ServerResponse:
    return replace(answer, headers=tuple((name, text) for name, text in answer.headers if name != "date"))


def _a_day_ahead(_: Call, answer: ServerResponse) -> ServerResponse:
    headers = tuple(
        (name, format_datetime(parsedate_to_datetime(text) + _DAY, usegmt=True) if name == "date" else text)
        for name, text in answer.headers
    )
    return replace(answer, headers=headers)


def _shifted(by: timedelta) -> Callable[[Json], Json]:
    def shift(found: Json) -> Json:
        if is_message(found) and isinstance(found.get("timestamp"), str):
            moment = datetime.fromisoformat(found["timestamp"]) + by
            found["timestamp"] = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return found

    return shift


CLOCKS = (
    Quirk("no_date", "Responses have no Date header.", change=_without_date),
    Quirk("wrong_date", "The Date header of responses is a day ahead.", change=_a_day_ahead),
    Quirk(
        "network_clock_behind",
        "The timestamps of all messages are an hour behind the time of the server.",
        change=each(_shifted(-_HOUR), b'"senderID"'),
    ),
    Quirk(
        "network_clock_ahead",
        "The timestamps of all messages are an hour ahead of the time of the server.",
        change=each(_shifted(_HOUR), b'"senderID"'),
    ),
)
