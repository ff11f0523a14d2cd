"""Quirks that answer in place of the server: what goes wrong in, before and around a Beeper."""

from __future__ import annotations

from ..wire.json_values import Json
from ..wire.requests import Answer, Call
from ._base import Quirk, as_json, enveloped, only, writes


def _asset_gone(call: Call) -> Answer:
    return enveloped(call, 502, "The media could not be fetched")


def _conflict(call: Call) -> Answer:
    return enveloped(call, 409, "The state of the resource does not allow this")


def _rate_limited(call: Call) -> Answer:
    return enveloped(call, 429, "Too many requests", retry_after="1")


def _server_error(call: Call) -> Answer:
    return enveloped(call, 500, "Something went wrong")


def _odd_status(call: Call) -> Answer:
    return as_json(520, {"message": f"Unknown error at {call.method}", "code": "unknown"})


def _html(call: Call) -> Answer:
    page = f"<!doctype html><html><head><title>502 Bad Gateway</title></head><body>{call.method}</body></html>"
    return Answer(502, (("content-type", "text/html; charset=utf-8"), ("server", "proxy")), page.encode())


def _not_json(call: Call) -> Answer:
    return Answer(200, (("content-type", "application/json"),), f"done: {call.method}".encode())


def _is_first_host(call: Call) -> bool:
    return not call.headers.get("host", "").startswith("localhost")


def _elsewhere(call: Call) -> Answer:
    port = call.headers.get("host", "").rpartition(":")[2]
    query = f"?{call.query}" if call.query else ""
    return Answer(307, (("location", f"http://localhost:{port}{call.path}{query}"),), b"")


def _v0_failure(call: Call) -> Answer:
    body: Json = {"success": False, "error": "It did not work"}
    if call.name == "v0_send_message":
        # Both ids are required members of this answer, so a failure carries them too.
        body |= {"chatID": "", "pendingMessageID": ""}
    return as_json(200, body)


FAULTS = (
    Quirk("asset_502", "assets/serve answers 502: the media is gone for good.", 16, only("assets_serve"), _asset_gone),
    Quirk("conflict", "Writes answer 409.", 30, writes, _conflict),
    Quirk(
        "v0_failure",
        "What changes something in v0 answers 200 {success: false, error}, and nothing happens.",
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
    Quirk("rate_limited", "Answers 429 with Retry-After: 1.", refuse=_rate_limited),
    Quirk("server_error", "Answers 500 before anything happens.", refuse=_server_error),
    Quirk("odd_status", "Answers 520, a status no document knows.", refuse=_odd_status),
    Quirk("html_error", "A proxy in between answers 502 with an HTML page.", refuse=_html),
    Quirk("not_json", "Answers 200 with a body that says it is JSON and is not.", refuse=_not_json),
    Quirk(
        "redirect_elsewhere",
        "Redirects (307) to another host: localhost in place of 127.0.0.1, where the same server records who comes.",
        29,
        _is_first_host,
        _elsewhere,
    ),
)
