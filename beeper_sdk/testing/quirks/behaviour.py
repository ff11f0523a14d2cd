"""Quirks that respond in place of the server, and those of its behaviour: versions, pages, defaults, sends.

Most of the latter are checked by name while a request is handled; those of delivery when a message is sent.
"""

from __future__ import annotations

from dataclasses import replace

from ..wire.errors import Refused, envelope, family_of
from ..wire.json_values import Json
from ..wire.requests import Call, ServerResponse
from ._base import Quirk, as_json, enveloped, only, writes


def _asset_gone(call: Call) -> ServerResponse:
    return enveloped(call, 502, "The media could not be fetched")


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
    if call.name == "v0_send_message":
        # Both ids are required members of this answer, so a failure carries them too.
        body |= {"chatID": "", "pendingMessageID": ""}
    return as_json(200, body)


def _not_done(_: Call) -> ServerResponse:
    return as_json(200, {"success": False})


_LISTS_OF_CHATS = only("chats_list", "chats_search", "v0_search_chats")
_PAGE: Json = {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}


def _of_chats(call: Call) -> bool:
    sends = call.name.startswith(("chats_", "messages_", "v0_send_message", "v0_create_chat"))
    return _LISTS_OF_CHATS(call) or (sends and (writes(call) or call.name in ("chats_retrieve", "messages_list")))


def _not_loaded(call: Call) -> ServerResponse:
    if _LISTS_OF_CHATS(call):
        return as_json(200, _PAGE)
    if not writes(call):
        return enveloped(call, 404, "Chat not found")
    refused = Refused(500, "The tool could not be executed", code="TOOL_EXECUTION_ERROR")
    return as_json(500, envelope(refused, family_of(call.path)))


FAULTS = (
    Quirk(
        "asset_502",
        "assets/serve fails with 502: the file is permanently unavailable.",
        16,
        only("assets_serve"),
        _asset_gone,
    ),
    Quirk("conflict", "Writes fail with 409.", 30, writes, _conflict),
    Quirk(
        "v0_failure",
        "Writes of v0 respond with 200 {success: false, error}, and nothing happens.",
        33,
        only(
            "v0_open_app",
            "v0_send_message",
            "v0_create_chat",
            "v0_archive_chat",
            "v0_set_chat_reminder",
            "v0_clear_chat_reminder",
        ),
        _v0_failure,
    ),
    Quirk(
        "success_false",
        "Archiving chats and changing reminders respond with 200 {success: false}, and nothing happens.",
        39,
        only("chats_archive", "chats_reminders_create", "chats_reminders_delete"),
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
    Quirk(
        "ipv6_only",
        "Listens on ::1 only, as on some Windows and Debian systems; otherwise on 127.0.0.1 and ::1.",
        28,
    ),
    Quirk("ipv4_only", "Listens on 127.0.0.1 only, so that nothing answers at ::1.", 28),
    Quirk("not_json", "Responds with 200 and a body that is not JSON, although its content type is.", refuse=_not_json),
    Quirk(
        "redirect_elsewhere",
        "Redirects (307) to another host: localhost in place of 127.0.0.1, where the same server records the requests.",
        29,
        _is_first_host,
        _elsewhere,
    ),
)


V0_ONLY = "4.1.284"
"""A version that an app without v1 may have; it is not among those in the tables of changes."""
_VERSION = ("x-beeper-desktop-version", V0_ONLY)


def _message(call: Call) -> str:
    return f"Route {call.method}:{call.path} not found"


def _no_v1(call: Call) -> ServerResponse | None:
    if call.path.startswith(("/v0/", "/oauth/", "/.well-known/")):
        return None
    refused = as_json(404, envelope(Refused(404, _message(call)), "v0"))
    return replace(refused, headers=(*refused.headers, _VERSION))


def _says_old(_: Call, answer: ServerResponse) -> ServerResponse:
    return replace(answer, headers=(*answer.headers, _VERSION))


def _no_v0(call: Call) -> ServerResponse | None:
    return as_json(404, envelope(Refused(404, _message(call)), "v1"))


GENERATIONS = (
    Quirk(
        "v0_only",
        f"Only v0 and OAuth are served, all else is 404, and the app version is {V0_ONLY}.",
        34,
        refuse=_no_v1,
        change=_says_old,
    ),
    Quirk(
        "no_v0", "v0 is not served: its routes respond with 404.", 34, lambda call: call.path.startswith("/v0/"), _no_v0
    ),
)


_PAGED = only(
    "accounts_contacts_list",
    "chats_list",
    "chats_search",
    "messages_list",
    "messages_search",
    "v0_search_chats",
    "v0_search_messages",
)
_ARCHIVES = only("chats_archive", "chats_update", "v0_archive_chat")
_RETRIEVES = only("chats_retrieve", "v0_get_chat")


def _no_limit(query: str) -> str:
    return "&".join(part for part in query.split("&") if not part.startswith("limit="))


HABITS = (
    Quirk(
        "stuck_has_more",
        "hasMore of messages stays true; the oldest messages are repeated with decreasing cursors.",
        3,
        only("messages_list"),
    ),
    Quirk(
        "after_overlap",
        "Pages with direction=after overlap; at the newest message newestCursor is repeated.",
        4,
        only("messages_list"),
    ),
    Quirk(
        "participants_default",
        "Retrieving a chat returns 20 participants by default.",
        8,
        only("chats_retrieve"),
    ),
    Quirk(
        "participants_all",
        "Retrieving a chat returns all participants by default.",
        8,
        only("chats_retrieve"),
    ),
    Quirk(
        "roster_changes",
        "After a group is retrieved, its first member leaves and another user joins at the end.",
        8,
        _RETRIEVES,
    ),
    Quirk("ignore_limit", "limit is ignored: pages have their default size.", 7, _PAGED, rewrite_query=_no_limit),
    Quirk("pinned_conflict", "Archiving a pinned chat fails with 409.", 27, _ARCHIVES),
    Quirk(
        "token_expires",
        "A token that was used before is rejected permanently: 401. A new token works once.",
        25,
        lambda call: call.token is not None,
    ),
    Quirk(
        "read_only_token",
        "No token has the write scope: writes fail with 403, and userinfo reports only read.",
        26,
        lambda call: call.operation is not None and "write" in (call.operation.scopes or ()),
    ),
    Quirk(
        "read_only_401",
        "As read_only_token, but writes fail with 401.",
        26,
        lambda call: call.operation is not None and "write" in (call.operation.scopes or ()),
    ),
    Quirk("token_expired_text", "The message of a 401 to an expired token is: Token expired.", 40),
    Quirk(
        "empty_first_page",
        "The first page of a list is empty; its cursors lead to the items that belong there.",
        22,
        lambda call: _PAGED(call) and "cursor=" not in call.query,
    ),
)


_SENDS = only("messages_send", "v0_send_message")


def _then_500(call: Call, answer: ServerResponse) -> ServerResponse:
    return enveloped(call, 500, "Something went wrong") if answer.says_done else answer


def _then_404(call: Call, answer: ServerResponse) -> ServerResponse:
    return enveloped(call, 404, "Not found") if answer.says_done else answer


def _then_hang(_: Call, answer: ServerResponse) -> ServerResponse:
    return replace(answer, silent=True) if answer.says_done else answer


DELIVERIES = (
    Quirk(
        "start_drops_text",
        "Starting a chat that exists does not send the text.",
        36,
        only("chats_start", "chats_create"),
    ),
    Quirk("send_then_500", "Writes succeed, but the response is 500.", 1, writes, change=_then_500),
    Quirk("send_then_404", "Writes succeed, but the response is 404.", 1, writes, change=_then_404),
    Quirk(
        "send_then_hang",
        "Writes succeed, but there is no response: the connection stays open until one side closes it.",
        1,
        writes,
        change=_then_hang,
    ),
    Quirk(
        "slow_delivery",
        "A sent message appears at the second read of its chat, with an ID that the pending ID does not resolve to.",
        2,
        _SENDS,
    ),
    Quirk(
        "send_pending",
        "A sent message appears at once with the sendStatus PENDING; its final status appears at the second read.",
        2,
        _SENDS,
    ),
    Quirk("send_fails", "A sent message ends with the sendStatus FAIL_PERMANENT and a reason.", 2, _SENDS),
    Quirk("send_fails_for_now", "A sent message ends with the sendStatus FAIL_RETRIABLE and a reason.", 2, _SENDS),
    Quirk("no_send_status", "A sent message never has a sendStatus, on any network.", 2, _SENDS),
)
