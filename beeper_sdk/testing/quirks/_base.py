"""What a quirk is."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from ..wire.errors import Refused, envelope, family_of
from ..wire.json_values import Json, dumps
from ..wire.requests import Call, ServerResponse

if TYPE_CHECKING:
    from ..world.world import World

Alter: TypeAlias = Callable[[Json], Json]
Begin: TypeAlias = "Callable[[World], object]"
Change: TypeAlias = Callable[[Call, ServerResponse], ServerResponse]


def each(alter: Alter, mark: bytes) -> Change:
    """Alters every object of a JSON answer; answers without the mark are not even read."""

    def change(_: Call, answer: ServerResponse) -> ServerResponse:
        if mark not in answer.body or not answer.header("content-type").startswith("application/json"):
            return answer
        body: object = json.loads(answer.body, object_pairs_hook=lambda pairs: alter(dict(pairs)))
        return replace(answer, body=dumps(body))

    return change


def is_message(found: Json) -> bool:
    """Whether a JSON object is a message."""
    return "senderID" in found and "sortKey" in found


def every_request(call: Call) -> bool:
    """Applies to every request."""
    return bool(call.method)


@dataclass(frozen=True, slots=True)
class Quirk:
    """Irregular behaviour of the fake server, with a name."""

    name: str
    """Its name, as in ``fake.quirk(name)``."""
    about: str
    """What the server does, in one sentence."""
    row: int | None = None
    """Number of the observation of a real server that it reproduces; None for a generic fault."""
    applies: Callable[[Call], bool] = every_request
    """Whether it applies to a request."""
    refuse: Callable[[Call], ServerResponse | None] | None = None
    """The response in place of the server's; None passes the request to the server."""
    rewrite_query: Callable[[str], str] | None = None
    """The query that the server uses in place of the received one."""
    change: Change | None = None
    """The response after the quirk; the same one if there is nothing to change."""
    amend: Callable[[World, Json], Json] | None = None
    """A message as the quirk shows it, wherever messages are; it may depend on the state of the server."""
    begin: Begin | None = None
    """Changes the state of the server once: when the quirk is switched on, or when the server starts while it is on."""
    whole: bool = False
    """Whether it applies to the server as a whole: it is not limited to some requests, and every request uses it."""

    def changes(self, world: World) -> Change | None:
        """How it changes the responses of a server with this state.

        Args:
            world: The state of the server.
        """
        amend = self.amend
        if amend is None:
            return self.change
        return each(lambda found: amend(world, found) if is_message(found) else found, b'"senderID"')


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
