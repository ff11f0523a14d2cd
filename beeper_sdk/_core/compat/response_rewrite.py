"""Answers of older apps put into today's shape, as bytes: what comes out is decoded as any other answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ..generated import base, loads
from ..http.outcome import HttpResponse

Change: TypeAlias = Callable[[dict[str, Any]], tuple[Mapping[str, Any], Mapping[str, Any]]]
"""The object of today, and what of it has no place there."""


def answered(answer: HttpResponse) -> object:
    """The JSON of an answer; None where it is none."""
    try:
        return loads(answer.content)
    except (ValueError, RecursionError):
        return None


def with_json(answer: HttpResponse, body: object, status: int) -> HttpResponse:
    """The same answer with another body and status."""
    return HttpResponse(status, answer.headers, json.dumps(body).encode())


def upgraded(change: Change) -> Callable[[HttpResponse], HttpResponse]:
    """An answer of success in its new shape. What is no JSON object stays: decoding says what is wrong with it."""

    def read(answer: HttpResponse) -> HttpResponse:
        body = answered(answer) if 200 <= answer.status_code < 300 else None
        return with_json(answer, change(body)[0], answer.status_code) if base.is_object(body) else answer

    return read


def unflagged(change: Change) -> Callable[[HttpResponse], HttpResponse]:
    """The same for answers with a ``success`` flag: v0 said 200 to what failed, v1 says 400 (a refusal; certain)."""
    renewed = upgraded(change)

    def read(answer: HttpResponse) -> HttpResponse:
        body = answered(answer) if answer.status_code == 200 else None
        if base.is_object(body) and body.get("success") is False:
            return with_json(answer, body, 400)
        return renewed(answer)

    return read
