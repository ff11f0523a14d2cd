"""A call as an older app takes it. Which calls have such forms is in `compat`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from ..generated import AnyRequest
from ..http.outcome import HttpResponse

Read: TypeAlias = Callable[[HttpResponse], HttpResponse]


def same(answer: HttpResponse) -> HttpResponse:
    """An answer that needs no change."""
    return answer


class AlternateForm(NamedTuple):
    """A call as an older app takes it."""

    request: AnyRequest
    read: Read = same
    """Puts its answer into today's shape."""
    next_call: Callable[[HttpResponse], AlternateForm] | None = None
    """The call to send next, whose answer is the result: older apps told less of what they had done."""
