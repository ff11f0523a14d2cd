"""Faults at random: what ``chaos`` does to a request."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from ..._core.util.validation import (
    check_flags,
    check_seconds,
    check_text,
    similar_names,
    wrong_type,
)
from ..wire.requests import Call
from .outcome import Outcome, check_probability

T = TypeVar("T")
KINDS = ("status", "delay", "cut", "disconnect", "hang")
_STATUSES = (429, 500, 502, 503)
_LONGEST_CUT = 200
"""Bytes of a body that is cut off arrive, at most."""


class Chaos:
    """Draws what happens to requests.

    The same number of random values is drawn for every request, so that one that is not affected does not change what
    happens to the next.
    """

    def __init__(self, *, rate: float, kinds: Sequence[str], performed: bool, max_delay: float) -> None:
        check_probability("rate", rate)
        check_flags(performed=performed)
        check_seconds("max_delay", max_delay)
        if isinstance(kinds, str):
            raise wrong_type("kinds", "a list or tuple of str", kinds)
        for kind in kinds:
            if check_text("each of kinds", kind) not in KINDS:
                hint = similar_names(kind, KINDS, f"there are {', '.join(KINDS)}")
                raise ValueError(f"there is no kind {kind!r}; {hint}")
        if not kinds:
            raise ValueError(f"kinds must contain at least one of {', '.join(KINDS)}")
        self._rate, self._kinds, self._performed, self._max_delay = rate, tuple(kinds), performed, max_delay

    def draw(self, call: Call, random: Random) -> Outcome | None:
        """What happens to a request; None if nothing does."""
        hit, kind, status, share, coin = (random.random() for _ in range(5))
        if hit >= self._rate:
            return None
        # A write whose response is cut off is performed: the client sees a failure.
        writes = call.operation is not None and call.operation.effect != "read"
        kinds = [name for name in self._kinds if name != "cut" or self._performed or not writes]
        if not kinds:
            return None
        performed = self._performed and coin < 0.5
        return self._outcome(_pick(kinds, kind), _pick(_STATUSES, status), share, performed=performed)

    def _outcome(self, kind: str, status: int, share: float, *, performed: bool) -> Outcome:
        if kind == "delay":
            return Outcome(delay=share * self._max_delay)
        if kind == "cut":
            return Outcome(cut_after=int(share * _LONGEST_CUT))
        if kind == "disconnect":
            return Outcome(disconnect=True, performed=performed)
        if kind == "hang":
            return Outcome(disconnect=True, delay=self._max_delay, performed=performed)
        headers = (("retry-after", "0"),) if status == 429 else ()
        return Outcome(status=status, headers=headers, performed=performed)


def _pick(choices: Sequence[T], share: float) -> T:
    return choices[int(share * len(choices))]
