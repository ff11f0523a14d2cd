"""Quirks of the API generations that an app serves."""

from __future__ import annotations

from dataclasses import replace

from ..wire.errors import Refused, envelope
from ..wire.requests import Call, ServerResponse
from ._base import Quirk, as_json

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
