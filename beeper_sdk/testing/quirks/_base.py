"""What a quirk is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..wire.errors import Refused, envelope, family_of
from ..wire.json_values import dumps
from ..wire.requests import Call, ServerResponse


def every_request(call: Call) -> bool:
    """Applies to every request."""
    return bool(call.method)


@dataclass(frozen=True, slots=True)
class Quirk:
    """Irregular behaviour of the fake server, with a name."""

    name: str
    about: str
    """What the server does, in one sentence."""
    row: int | None = None
    """Number of the observation of a real server that it reproduces; None for a generic fault."""
    applies: Callable[[Call], bool] = every_request
    refuse: Callable[[Call], ServerResponse | None] | None = None
    """The response in place of the server's; None passes the request to the server."""
    rewrite_query: Callable[[str], str] | None = None
    """The query that the server uses in place of the received one."""
    change: Callable[[Call, ServerResponse], ServerResponse] | None = None
    """The response after the quirk; the same one if there is nothing to change."""


def only(*operations: str) -> Callable[[Call], bool]:
    """Applies to these operations alone."""
    return lambda call: call.name in operations


def writes(call: Call) -> bool:
    """Applies to every operation that changes something."""
    return call.operation is not None and call.operation.effect != "read"


def as_json(status: int, body: object, **headers: str) -> ServerResponse:
    """A JSON response. Names of headers have underscores for dashes."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return ServerResponse(status, (("content-type", "application/json; charset=utf-8"), *named), dumps(body))


def enveloped(call: Call, status: int, message: str, **headers: str) -> ServerResponse:
    """An error in the envelope of the API version of the request."""
    return as_json(status, envelope(Refused(status, message), family_of(call.path)), **headers)
