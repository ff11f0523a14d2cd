"""What a quirk is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..wire.errors import Refused, envelope, family_of
from ..wire.json_values import dumps
from ..wire.requests import Answer, Call


def every_request(call: Call) -> bool:
    """A quirk that bites anything."""
    return bool(call.method)


@dataclass(frozen=True, slots=True)
class Quirk:
    """A named way to behave. ``row`` is its row in traps.md; generic faults have none."""

    name: str
    about: str
    row: int | None = None
    applies: Callable[[Call], bool] = every_request
    refuse: Callable[[Call], Answer | None] | None = None
    """The answer in place of the server's; None lets the request in."""
    hears: Callable[[str], str] | None = None
    """The query the server sees in place of the one that came."""
    change: Callable[[Call, Answer], Answer] | None = None
    """The answer after the quirk; the same one where there is nothing to alter."""


def only(*operations: str) -> Callable[[Call], bool]:
    """Applies to these operations alone."""
    return lambda call: call.name in operations


def writes(call: Call) -> bool:
    """Applies to every operation that changes something."""
    return call.operation is not None and call.operation.effect != "read"


def as_json(status: int, body: object, **headers: str) -> Answer:
    """A JSON answer; a header is given with underscores for dashes."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(status, (("content-type", "application/json; charset=utf-8"), *named), dumps(body))


def enveloped(call: Call, status: int, message: str, **headers: str) -> Answer:
    """An error as the routes of the request dress theirs."""
    return as_json(status, envelope(Refused(status, message), family_of(call.path)), **headers)
