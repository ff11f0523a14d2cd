"""The form of a call that an older app supports, and the conversion of its responses to the current format.

`compat.version_table` lists the calls that have one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from ..generated import AnyRequest, base, contract, loads
from ..http.outcome import HttpResponse

ConvertResponse: TypeAlias = Callable[[HttpResponse], HttpResponse]


def unchanged(answer: HttpResponse) -> HttpResponse:
    """The response as it is."""
    return answer


class AlternateOperation(contract.Operation[Any]):
    """The same operation as that of another request, with another method and path."""

    __slots__ = ("original",)

    def __init__(self, original: AnyRequest, method: str, template: str) -> None:
        now = original.operation
        super().__init__(now.name, method, template, now.effect, now.auth, now.decoder, final=now.final)
        self.original: AnyRequest = original
        """The request in today's form. Guards check it, because the spec has its operation."""


class AlternateForm(NamedTuple):
    """A call in the form that an older app supports."""

    request: AnyRequest
    convert_response: ConvertResponse = unchanged
    """Converts its response to today's shape."""
    next_call: Callable[[HttpResponse], AlternateForm | None] | None = None
    """Creates the follow-up call whose response is the result: for some calls, older apps returned less than today. It
    returns None if the response does not say what to follow up on, and cannot be decoded."""


Change: TypeAlias = Callable[[dict[str, Any]], tuple[Mapping[str, Any], Mapping[str, Any]]]
"""Converts a JSON object. Returns the converted object, and the fields that have no counterpart in it."""


def answered(answer: HttpResponse) -> object:
    """The JSON of a response; None if it is not JSON."""
    try:
        return loads(answer.content)
    except ValueError:
        return None


def with_json(answer: HttpResponse, body: object, status: int) -> HttpResponse:
    """The same response with another body and status."""
    return HttpResponse(status, answer.headers, json.dumps(body).encode())


def upgraded(change: Change) -> Callable[[HttpResponse], HttpResponse]:
    """Converts successful responses. One that is not a JSON object, or says ``success: false``, is not changed: it
    raises an error."""

    def read(answer: HttpResponse) -> HttpResponse:
        body = answered(answer) if 200 <= answer.status_code < 300 else None
        if not base.is_object(body) or body.get("success") is False:
            return answer
        return with_json(answer, change(body)[0], answer.status_code)

    return read
