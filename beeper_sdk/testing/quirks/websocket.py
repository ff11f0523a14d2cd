"""Quirks of the WebSocket: lost, repeated and missing events, and the forms of their frames."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from ..wire.json_values import Json, dumps
from ..wire.requests import Call, ServerResponse
from ..wire.spec import operations
from ._base import Quirk, as_json, only
from .answers import RECORDS
from .clocks import CLOCKS
from .lookups import LOOKUPS
from .texts import TEXTS

if TYPE_CHECKING:
    from ..world.world import World

_RECORDS = (*LOOKUPS, *RECORDS, *TEXTS, *CLOCKS)
_SOCKET = only("ws.events")
_SENDS = only("messages.send", "v0.send_message")


class Switches(Protocol):
    """Which quirks are on."""

    def is_on(self, name: str) -> bool:
        """Whether a quirk is on, without counting it."""
        ...

    def applies(self, name: str, call: Call) -> bool:
        """Whether a quirk applies to a request, which is counted."""
        ...


def _ws_url(_: Call, answer: ServerResponse) -> ServerResponse:
    if answer.status != 200:
        return answer
    body: Json = json.loads(answer.body)
    body["endpoints"]["ws_events"] = body["endpoints"]["ws_events"].replace("http:", "ws:", 1)
    return replace(answer, body=dumps(body))


def altered_rows(quirks: Switches, world: World, chat_id: str, rows: list[Json]) -> list[Json]:
    """Messages of an event as messages.list would have them: after the quirks that change what messages contain."""
    on = [(quirk.name, quirk.changes(world)) for quirk in _RECORDS if quirks.is_on(quirk.name)]
    if not on:
        return rows
    listing = next(operation for operation in operations() if operation.id == "messages_list")
    call = Call(listing.method, listing.template.replace("{chatID}", quote(chat_id, safe="")), "", {}, listing)
    answer = as_json(200, {"items": rows})
    for name, change in on:
        altered = answer if change is None else change(call, answer)
        if altered != answer and quirks.applies(name, call):
            answer = altered
    items: list[Json] = json.loads(answer.body)["items"]
    return items


EVENTS = (
    Quirk("ws_drop", "A WebSocket is closed without a close frame after every third event.", 23, _SOCKET),
    Quirk("ws_gap", "Every second event of a WebSocket is lost: its seq is skipped.", 23, _SOCKET),
    Quirk("ws_repeat", "Each event of a message is sent three times.", 23, _SOCKET),
    Quirk(
        "ws_url",
        "/v1/info has the address of the WebSocket as ws://; otherwise as http://.",
        23,
        only("info.retrieve"),
        change=_ws_url,
    ),
    Quirk("ws_ts_number", "The ts of events is a number of Unix milliseconds.", 23, _SOCKET),
    Quirk("ws_ts_text", "The ts of events is a string of Unix milliseconds.", 44, _SOCKET),
    Quirk("ws_deaf", "A WebSocket stays open, but is sent no events; commands and pings are answered.", 44, _SOCKET),
    Quirk(
        "ws_no_imessage",
        "iMessage chats have no events. It is always so unless ws_imessage is on, which this overrides.",
        44,
        _SOCKET,
    ),
    Quirk("ws_imessage", "iMessage chats have events as others do.", applies=_SOCKET),
    Quirk("ws_account_id", "Events have an accountID.", 44, _SOCKET),
    Quirk("ws_no_entries", "Events have no entries, only IDs.", 44, _SOCKET),
    Quirk(
        "ws_echo_first",
        "The events of a sent message come before the response; otherwise before every second response.",
        44,
        _SENDS,
    ),
    Quirk(
        "ws_echo_last",
        "The events of a sent message come after the response; otherwise after every second response.",
        44,
        _SENDS,
    ),
    Quirk("ws_internal_error", "Commands of a WebSocket fail with INTERNAL_ERROR and change nothing.", applies=_SOCKET),
)
