"""Changes one field of some items in the lists of responses, as apps were seen to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx
from typing_extensions import override

from beeper_sdk.testing.wire.spec_document import document

MISSING = object()
WRONG: dict[str, Any] = {"missing": MISSING, "null": None, "object": {"x": []}, "list": [{}], "int": 5, "str": "x"}
MODELS = ("Account", "User", "Participant", "ChatParticipants", "Chat", "Message", "Attachment", "Reaction", "Label")
OPTIONAL = ("title", "fullName", "isSelf", "text", "attachments", "reactions", "lastActivity", "network", "isSender")


class Mutation(NamedTuple):
    """One field, and what it is instead."""

    field: str
    wrong: str

    @override
    def __str__(self) -> str:
        return f"{self.field} {self.wrong}"

    def of(self, value: Any, *, inside: bool = False) -> Any:
        """A copy of JSON in which every second item of each list has the wrong field, also deeper inside."""
        if isinstance(value, list):
            return [self.of(item, inside=number % 2 == 1) for number, item in enumerate(value)]
        if not isinstance(value, dict):
            return value
        copy = {key: self.of(item, inside=inside) for key, item in value.items()}
        if inside and self.field in copy:
            if WRONG[self.wrong] is MISSING:
                del copy[self.field]
            else:
                copy[self.field] = WRONG[self.wrong]
        return copy


def required(model: str) -> tuple[str, ...]:
    """The fields that a model must have."""
    return tuple(document()["components"]["schemas"][model].get("required", ()))


def mutations() -> Iterator[Mutation]:
    """Every required field of the models that lists hold, and a few others, each wrong in every way."""
    fields = {name for model in MODELS for name in required(model)} | set(OPTIONAL)
    every = (Mutation(field, wrong) for field in sorted(fields) for wrong in WRONG)
    return (mutation for mutation in every if mutation != ("id", "str"))  # all IDs alike are one item, repeated


class Reads:
    """The responses of a server on which nothing changes: each is read once, which is half of the time of a walk."""

    def __init__(self) -> None:
        self._transport = httpx.HTTPTransport(verify=False)  # loading certificates takes 25 ms
        self._known: dict[tuple[str, str, bytes], httpx.Response] = {}

    def response(self, request: httpx.Request) -> httpx.Response:
        """The response to a request, from the server if it is the first of its kind."""
        key = (request.method, str(request.url), request.read())
        if key not in self._known:
            self._known[key] = self._transport.handle_request(request)
            self._known[key].read()
        return self._known[key]

    def close(self) -> None:
        """End the connections."""
        self._transport.close()


class Mutating(httpx.BaseTransport):
    """Passes requests on, and changes the JSON of what comes back."""

    def __init__(self, mutation: Mutation, reads: Reads) -> None:
        self._reads = reads
        self._mutation = mutation

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._reads.response(request)
        changed: Any = response.json()
        if response.status_code == 200:
            changed = self._mutation.of(changed)
        headers = {"date": response.headers.get("date", "")}
        return httpx.Response(response.status_code, json=changed, headers=headers)
