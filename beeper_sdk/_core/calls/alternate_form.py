"""The form of a call that an older app supports. `compat.version_table` lists the calls that have one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from ..generated import AnyRequest
from ..http.outcome import HttpResponse

ConvertResponse: TypeAlias = Callable[[HttpResponse], HttpResponse]


def unchanged(answer: HttpResponse) -> HttpResponse:
    """The response as it is."""
    return answer


class AlternateForm(NamedTuple):
    """A call in the form that an older app supports."""

    request: AnyRequest
    convert_response: ConvertResponse = unchanged
    """Converts its response to today's shape."""
    next_call: Callable[[HttpResponse], AlternateForm | None] | None = None
    """Creates the follow-up call whose response is the result: for some calls, older apps returned less than today. It
    returns None if the response does not say what to follow up on, and cannot be decoded."""
