"""A call as an older app takes it. Which calls have such forms is in `compat`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from ..generated import AnyRequest
from ..http.outcome import Answer

Read: TypeAlias = Callable[[Answer], Answer]


def same(answer: Answer) -> Answer:
    """An answer that needs no change."""
    return answer


class AlternateForm(NamedTuple):
    """A call as an older app takes it."""

    request: AnyRequest
    read: Read = same
    """Puts its answer into today's shape."""
    follow: Callable[[Answer], AlternateForm] | None = None
    """The call to send next, whose answer is the result: older apps told less of what they had done."""
