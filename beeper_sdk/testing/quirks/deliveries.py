"""Quirks of sends: what happened although the answer does not say so, and what becomes of a message afterwards.

The first group alters finished answers. The rest is asked for by name where a message is sent (``rules.delivery``).
"""

from __future__ import annotations

from dataclasses import replace

from ..wire.requests import Answer, Call
from ._base import Quirk, enveloped, only, writes

_SENDS = only("messages_send", "v0_send_message")


def _then_500(call: Call, answer: Answer) -> Answer:
    return enveloped(call, 500, "Something went wrong") if answer.says_done else answer


def _then_404(call: Call, answer: Answer) -> Answer:
    return enveloped(call, 404, "Not found") if answer.says_done else answer


def _then_hang(_: Call, answer: Answer) -> Answer:
    return replace(answer, silent=True) if answer.says_done else answer


DELIVERIES = (
    Quirk("send_then_500", "Writes happen, and the answer is 500 all the same.", 1, writes, change=_then_500),
    Quirk("send_then_404", "Writes happen, and the answer is 404 all the same.", 1, writes, change=_then_404),
    Quirk(
        "send_then_hang",
        "Writes happen, and no answer comes: the connection stays open and silent until one side gives up.",
        1,
        writes,
        change=_then_hang,
    ),
    Quirk(
        "slow_delivery",
        "A sent message appears at the second read of its chat, under an ID that its pending ID does not lead to.",
        2,
        _SENDS,
    ),
    Quirk(
        "send_pending",
        "A sent message is there at once with the sendStatus PENDING; what becomes of it shows at the second read.",
        2,
        _SENDS,
    ),
    Quirk("send_fails", "A sent message ends with the sendStatus FAIL_PERMANENT and a reason.", 2, _SENDS),
    Quirk("send_fails_for_now", "A sent message ends with the sendStatus FAIL_RETRIABLE and a reason.", 2, _SENDS),
    Quirk("no_send_status", "A sent message never gets a sendStatus, whatever its network.", 2, _SENDS),
)
