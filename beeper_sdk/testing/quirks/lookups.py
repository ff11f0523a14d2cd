"""Quirks of names, of contacts, and of the filters of a chat search."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ..wire.json_values import Json, dumps
from ..wire.requests import Call, ServerResponse
from ..world.networks import WHATSAPP
from ..world.seed.accounts import SIGNAL
from ._base import Quirk, each, enveloped, only


def _on_whatsapp(found: Json) -> bool:
    return str(found.get("accountID")).startswith(f"{WHATSAPP.bridge_id}_")


def _lid_name(found: Json) -> Json:
    if "sortKey" in found and _on_whatsapp(found) and not found.get("isSender"):
        found["senderName"] = found["senderID"]
    return found


def _number_title(found: Json) -> Json:
    if found.get("type") == "single" and "participants" in found:
        others = [person for person in found["participants"]["items"] if not person.get("isSelf")]
        found["title"] = next((person["phoneNumber"] for person in others if "phoneNumber" in person), found["title"])
    return found


def _of_dead_account(call: Call) -> bool:
    return call.path.startswith(f"/v1/accounts/{SIGNAL}/contacts")


def _fails(call: Call) -> ServerResponse:
    return enveloped(call, 502, "The bridge did not respond")


def _hangs(_: Call) -> ServerResponse:
    return ServerResponse(200, (), b"", silent=True)


def _with_muted(query: str) -> str:
    return "&".join(part for part in query.split("&") if part != "includeMuted=false")


def _without_some_unread(call: Call, answer: ServerResponse) -> ServerResponse:
    if answer.status != 200 or not {"inbox=primary", "unreadOnly=true"} <= set(call.query.split("&")):
        return answer
    page: dict[str, Any] = json.loads(answer.body)
    return replace(answer, body=dumps(page | {"items": page["items"][::2]}))


LOOKUPS = (
    Quirk(
        "lid_names",
        "In WhatsApp chats, the senderName of other users is their senderID.",
        37,
        change=each(_lid_name, b'"senderID"'),
    ),
    Quirk(
        "number_titles",
        "The title of a direct chat is the phone number of the other person, if they have one.",
        37,
        change=each(_number_title, b'"participants"'),
    ),
    Quirk(
        "dead_account", "Requests for the contacts of the Signal account fail with 502.", 38, _of_dead_account, _fails
    ),
    Quirk("hanging_account", "Requests for the contacts of the Signal account hang.", 38, _of_dead_account, _hangs),
    Quirk(
        "stale_filters",
        "A chat search ignores includeMuted=false; inbox=primary with unreadOnly=true hides every second unread chat.",
        47,
        only("chats.search"),
        rewrite_query=_with_muted,
        change=_without_some_unread,
    ),
)
