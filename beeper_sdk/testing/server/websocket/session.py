"""One client of the WebSocket: its subscriptions, and the frames that it is sent."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Protocol

from ...quirks import Quirks
from ...quirks.websocket import altered_rows
from ...state import Site
from ...wire.errors import Refused
from ...wire.json_values import Json, dumps, stamp
from ...wire.old_responses import trimmed
from ...wire.requests import Call
from ...wire.spec import APP_EVENTS
from ...world.journal import Change
from .commands import ALL_CHATS, CommandError, Subscription, parse, read_subscription, request_id

_log = logging.getLogger("beeper_sdk.testing")
IMESSAGE = "iMessage"
DROPPED_AFTER = 3
"""Events after which ``ws_drop`` closes a connection."""


class Line(Protocol):
    """What a session needs of its connection."""

    @property
    def is_open(self) -> bool:
        """Whether frames can be sent."""
        ...

    def post(self, text: str) -> None:
        """Send a text frame now."""
        ...

    def close(self, code: int, reason: str = "") -> None:
        """Close the connection with a close frame."""
        ...

    def drop(self) -> None:
        """Close the connection without a close frame."""
        ...


class Session:
    """One client."""

    def __init__(self, site: Site, call: Call, line: Line) -> None:
        self._site, self._call = site, call
        self.line: Line = line
        self.subscription: Subscription = Subscription()
        self.events: int = 0
        """How many events were sent."""
        self._chats: frozenset[str] = frozenset()
        self._seq = 0

    @property
    def _quirks(self) -> Quirks:
        return self._site.quirks

    def _applies(self, quirk: str) -> bool:
        # Each event counts for itself.
        return self._quirks.applies(quirk, replace(self._call, applied=set()))

    def _post(self, frame: Json) -> None:
        self.line.post(dumps(frame).decode())

    def greet(self) -> None:
        """Send the first frame."""
        self._post({"type": "ready", "version": 1, **self._subscribed()})

    def _subscribed(self) -> Json:
        age = self._site.age
        wire: Json = {"chatIDs": list(self.subscription.chat_ids)}
        has_app = age is None or age in APP_EVENTS
        return wire | ({"app": {"state": self.subscription.app_state}} if has_app else {})

    def command(self, text: str | None) -> None:
        """Handle a frame of the client; None is a binary one."""
        named: Json = {}
        try:
            command = parse(text)
            number = request_id(command)
            named = {} if number is None else {"requestID": number}
            self._subscribe(command)
        except CommandError as error:
            self._post({"type": "error", **named, "code": error.code, "message": error.message})
        except Exception:  # noqa: BLE001 - whatever fails, the client gets an error of the protocol
            _log.exception("The fake server failed in a command of /v1/ws")
            self._post({"type": "error", **named, "code": "INTERNAL_ERROR", "message": "Internal error"})
        else:
            self._post({"type": "subscriptions.updated", **named, **self._subscribed()})

    def _subscribe(self, command: Json) -> None:
        wanted = read_subscription(command, self._site.age)
        if self._applies("ws_internal_error"):
            raise CommandError("INTERNAL_ERROR", "Internal error")
        try:
            chats = {ALL_CHATS} & set(wanted.chat_ids) or {self._site.world.room(named).id for named in wanted.chat_ids}
        except Refused:
            raise CommandError("NOT_SUBSCRIBED", "chatIDs has an ID of a chat that does not exist") from None
        self.subscription, self._chats = wanted, frozenset(chats)

    @property
    def is_subscribed(self) -> bool:
        """Whether it is subscribed to anything."""
        return self.wants_chats or self.subscription.app_state

    @property
    def wants_chats(self) -> bool:
        """Whether it is subscribed to any chat."""
        return bool(self._chats)

    def changed(self, change: Change) -> None:
        """Send the event of a change, if the client is subscribed to it."""
        if not self._chats & {ALL_CHATS, change.chat_id}:
            return
        if change.network == IMESSAGE and (self._applies("ws_no_imessage") or not self._applies("ws_imessage")):
            return
        event: Json = {"chatID": change.chat_id, "ids": [change.id]}
        if change.kind == "message.upserted":
            room = self._site.world.rooms.get(change.chat_id)
            row = None if room is None else room.find(change.id)
            if row is None:
                return
            if not self._applies("ws_no_entries"):
                event["entries"] = altered_rows(self._quirks, self._site.world, change.chat_id, [self._aged(row)])
        if self._applies("ws_account_id"):
            event["accountID"] = change.account_id
        repeated = change.kind.startswith("message") and self._applies("ws_repeat")
        for _ in range(3 if repeated else 1):
            self.send(change.kind, event)

    def _aged(self, row: Json) -> Json:
        age = self._site.age
        made: Json = row if age is None else trimmed(row, "#/components/schemas/Message", age)
        return made

    def send(self, kind: str, event: Json) -> None:
        """Send an event."""
        if not self.line.is_open or self._applies("ws_deaf"):
            return
        self._seq += 1
        if self._seq % 2 == 0 and self._applies("ws_gap"):
            return
        self._post({"type": kind, "seq": self._seq, "ts": self._moment(), **event})
        self.events += 1
        if self.events % DROPPED_AFTER == 0 and self._applies("ws_drop"):
            self.line.drop()

    def _moment(self) -> str | int:
        moment = self._site.world.clock.milliseconds()
        if self._applies("ws_ts_number"):
            return moment
        return str(moment) if self._applies("ws_ts_text") else stamp(moment)
