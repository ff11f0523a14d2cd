"""Quirks that respond in place of the server: errors, silence, and what a proxy sends."""

from __future__ import annotations

from ..wire.errors import Refused, envelope, family_of
from ..wire.json_values import Json
from ..wire.requests import Call, ServerResponse
from ._base import Quirk, as_json, enveloped, only, writes


def _frozen(_: Call) -> ServerResponse:
    return ServerResponse(503, (), b"", silent=True)


def _conflict(call: Call) -> ServerResponse:
    return enveloped(call, 409, "The state of the resource does not allow this")


def _rate_limited(call: Call) -> ServerResponse:
    return enveloped(call, 429, "Too many requests", retry_after="1")


def _server_error(call: Call) -> ServerResponse:
    return enveloped(call, 500, "Something went wrong")


def _odd_status(call: Call) -> ServerResponse:
    return as_json(520, {"message": f"Unknown error at {call.method}", "code": "unknown"})


def _html(call: Call) -> ServerResponse:
    page = f"<!doctype html><html><head><title>502 Bad Gateway</title></head><body>{call.method}</body></html>"
    return ServerResponse(502, (("content-type", "text/html; charset=utf-8"), ("server", "proxy")), page.encode())


def _not_json(call: Call) -> ServerResponse:
    return ServerResponse(200, (("content-type", "application/json"),), f"done: {call.method}".encode())


def _is_first_host(call: Call) -> bool:
    return not call.headers.get("host", "").startswith("localhost")


def _elsewhere(call: Call) -> ServerResponse:
    port = call.headers.get("host", "").rpartition(":")[2]
    query = f"?{call.query}" if call.query else ""
    return ServerResponse(307, (("location", f"http://localhost:{port}{call.path}{query}"),), b"")


def _v0_failure(call: Call) -> ServerResponse:
    body: Json = {"success": False, "error": "It did not work"}
    if call.name == "v0.send_message":
        # Both ids are required members of this answer, so a failure carries them too.
        body |= {"chatID": "", "pendingMessageID": ""}
    return as_json(200, body)


def _not_done(_: Call) -> ServerResponse:
    return as_json(200, {"success": False})


_LISTS_OF_CHATS = only("chats.list", "chats.search", "v0.search_chats")
_PAGE: Json = {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}


def _of_chats(call: Call) -> bool:
    sends = call.name.startswith(("chats.", "messages.", "v0.send_message", "v0.create_chat"))
    return _LISTS_OF_CHATS(call) or (sends and (writes(call) or call.name in ("chats.retrieve", "messages.list")))


def _not_loaded(call: Call) -> ServerResponse:
    if _LISTS_OF_CHATS(call):
        return as_json(200, _PAGE)
    if not writes(call):
        return enveloped(call, 404, "Chat not found")
    refused = Refused(500, "The tool could not be executed", code="TOOL_EXECUTION_ERROR")
    return as_json(500, envelope(refused, family_of(call.path)))


FAULTS = (
    Quirk("conflict", "Writes fail with 409.", 30, writes, _conflict),
    Quirk(
        "v0_failure",
        "Writes of v0 respond with 200 {success: false, error}, and nothing happens.",
        33,
        only(
            "v0.open_app",
            "v0.send_message",
            "v0.create_chat",
            "v0.archive_chat",
            "v0.set_chat_reminder",
            "v0.clear_chat_reminder",
        ),
        _v0_failure,
    ),
    Quirk(
        "success_false",
        "Archiving chats and changing reminders respond with 200 {success: false}, and nothing happens.",
        39,
        only("chats.archive", "chats.reminders.create", "chats.reminders.delete"),
        _not_done,
    ),
    Quirk(
        "server_not_loaded",
        "As Beeper Server after a restart: accounts are connected, but there are no chats, and writes to chats respond "
        "with 500 TOOL_EXECUTION_ERROR.",
        43,
        _of_chats,
        _not_loaded,
    ),
    Quirk("rate_limited", "Responds with 429 and Retry-After: 1.", refuse=_rate_limited),
    Quirk("server_error", "Responds with 500 before anything happens.", refuse=_server_error),
    Quirk("odd_status", "Responds with 520, a status that is not documented.", refuse=_odd_status),
    Quirk("html_error", "A proxy in between responds with 502 and an HTML page.", refuse=_html),
    Quirk(
        "frozen",
        "Accepts connections and requests, but never responds, as an app that hangs.",
        49,
        refuse=_frozen,
    ),
    Quirk("not_json", "Responds with 200 and a body that is not JSON, although its content type is.", refuse=_not_json),
    Quirk(
        "redirect_elsewhere",
        "Redirects (307) to another host: localhost in place of 127.0.0.1, where the same server records the requests.",
        29,
        _is_first_host,
        _elsewhere,
    ),
)
