"""Quirks of writes that succeed with an error, and of how a sent message is delivered."""

from __future__ import annotations

from dataclasses import replace

from ..wire.requests import Call, ServerResponse
from ._base import Quirk, enveloped, only, writes

_SENDS = only("messages.send", "v0.send_message")


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
        only("chats.start", "chats.create"),
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
