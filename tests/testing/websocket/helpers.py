"""A client of ``/v1/ws`` that is written on the websockets library alone, and checks each frame by the spec."""

from __future__ import annotations

import json
from functools import cache
from types import TracebackType
from typing import Self

from jsonschema_rs import Draft202012Validator
from websockets.exceptions import InvalidStatus
from websockets.http11 import Response
from websockets.sync.client import ClientConnection, connect

from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.schema_check import SchemaCheck
from tests.testing.wire import Json, document

ERIN = "!X5zs3C3MyrAiZo28vw:ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc.local-whatsapp.localhost"
"""A direct chat of WhatsApp that is not part of a merged one."""


@cache
def _schema(name: str) -> Draft202012Validator:
    return SchemaCheck(document()).validator({"$ref": f"#/components/schemas/{name}"})


@cache
def _frame_schema(kind: str) -> Draft202012Validator:
    mapping: dict[str, str] = document()["components"]["schemas"]["WSOutgoing"]["discriminator"]["mapping"]
    return _schema(mapping[kind].rpartition("/")[2])


def check_frame(frame: Json) -> None:
    """The spec describes the frame, and the messages in it."""
    _frame_schema(frame["type"]).validate(frame)
    for entry in frame.get("entries", []):
        _schema("Message").validate(entry)


class Client:
    """One connection."""

    def __init__(
        self,
        fake: FakeBeeper,
        token: str | None = None,
        *,
        path: str = "/v1/ws",
        checks: bool = True,
        timeout: float = 10,
    ) -> None:
        bearer = fake.token if token is None else token
        self._opening = connect(
            f"{fake.url.replace('http', 'ws', 1)}{path}",
            additional_headers={"Authorization": f"Bearer {bearer}"} if bearer else {},
            proxy=None,
            compression=None,
            ping_interval=None,  # they draw from `random`, which Hypothesis does not allow
            open_timeout=timeout,
        )
        self._checks = checks
        self._sent = 0

    def __enter__(self) -> Self:
        self.socket: ClientConnection = self._opening.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opening.__exit__(kind, error, trace)

    def recv(self) -> Json:
        """The next frame."""
        frame: Json = json.loads(self.socket.recv(10))
        if self._checks:
            check_frame(frame)
        return frame

    def ask(self, command: object) -> Json:
        """Send a command, and receive the next frame."""
        self.socket.send(json.dumps(command))
        return self.recv()

    def subscribe(self, *chat_ids: str, **more: object) -> Json:
        """Subscribe; the next frame must be the confirmation."""
        self._sent += 1
        number = f"request-{self._sent}"
        command = {"type": "subscriptions.set", "requestID": number, "chatIDs": list(chat_ids), **more}
        updated = self.ask(command)
        assert (updated["type"], updated["requestID"]) == ("subscriptions.updated", number)
        return updated

    def events(self) -> list[Json]:
        """All events that were sent so far: those that come before the answer to a command."""
        self.socket.send('{"type": "end", "requestID": "end"}')
        found: list[Json] = []
        while (frame := self.recv())["type"] != "error":
            found.append(frame)
        assert frame["requestID"] == "end"
        return found

    def seen(self) -> list[tuple[str, str]]:
        """Kind and ID of the events so far."""
        return [(event["type"], event["ids"][0]) for event in self.events()]


def listening(fake: FakeBeeper, *chat_ids: str, checks: bool = True) -> Client:
    """A client that subscribes, to all chats by default, when it is entered."""

    class Listening(Client):
        @override
        def __enter__(self) -> Self:
            super().__enter__()
            assert self.recv()["type"] == "ready"
            self.subscribe(*(chat_ids or ("*",)))
            return self

    return Listening(fake, checks=checks)


def denied(fake: FakeBeeper, token: str | None = None, path: str = "/v1/ws") -> Response:
    """The response in place of a connection."""
    try:
        with Client(fake, token, path=path):
            raise AssertionError("the connection was opened")
    except InvalidStatus as error:
        return error.response
