"""Named switches that make the stand-in behave as real servers and networks were seen to (facts: traps.md).

A quirk answers in place of the server (``refuse``), alters the query (``hears``) or a finished answer (``change``),
or is asked for by name where the server does the thing differently (none of these). To add one, put it into a list
of ``behaviour`` or ``answers``; nothing else has to know.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from ..wire.requests import CURRENT, Answer, Call
from ._base import Quirk
from .answers import RECORDS, SHAPES
from .behaviour import DELIVERIES, FAULTS, GENERATIONS, HABITS

_ALL = (*FAULTS, *GENERATIONS, *HABITS, *RECORDS, *DELIVERIES, *SHAPES)
_ORDER: dict[str, Quirk] = {quirk.name: quirk for quirk in _ALL}
"""In the order they bite: what is inside an answer is altered before its shape, and cutting it off comes last."""
QUIRKS: dict[str, Quirk] = dict(sorted(_ORDER.items()))


@dataclass(slots=True)
class _Switch:
    quirk: Quirk
    operation: str | None
    left: int | None

    def means(self, call: Call) -> bool:
        """Whether a request is one of those to bite."""
        return self.operation in (None, call.name) and self.quirk.applies(call)


class QuirkHandle:
    """A quirk that was switched on. Leaving a ``with`` block, or ``off()``, switches it off."""

    def __init__(self, quirks: Quirks, name: str) -> None:
        self._quirks = quirks
        self.name = name

    def off(self) -> None:
        """Switch the quirk off."""
        self._quirks.off(self.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.off()


class Quirks:
    """Which quirks are on, and how many more times each bites."""

    def __init__(self) -> None:
        self._on: dict[str, _Switch] = {}
        self._lock = threading.Lock()

    def on(self, name: str, times: int | None = None, operation: str | None = None) -> QuirkHandle:
        """Switch a quirk on for the next requests it applies to; all of them if no number is given.

        Raises:
            ValueError: there is no quirk of this name, or the number is not positive.
        """
        if name not in QUIRKS:
            known = "\n".join(f"  {quirk.name}: {quirk.about}" for quirk in QUIRKS.values())
            raise ValueError(f"there is no quirk {name!r}; the quirks are\n{known}")
        if times is not None and times < 1:
            raise ValueError(f"times takes a number from 1, not {times}")
        with self._lock:
            self._on[name] = _Switch(QUIRKS[name], operation and operation.replace(".", "_"), times)
        return QuirkHandle(self, name)

    def off(self, name: str) -> None:
        """Switch a quirk off; one that is not on is no error."""
        with self._lock:
            self._on.pop(name, None)

    def bites(self, name: str, call: Call | None = None) -> bool:
        """Whether a quirk is on and applies to a request; counts it if so."""
        call = call or CURRENT.get()
        with self._lock:
            switch = self._on.get(name)
            if switch is None or not switch.means(call):
                return False
            if switch.left is not None:
                switch.left -= 1
                if switch.left == 0:
                    del self._on[name]
            return True

    def refusal(self, call: Call) -> Answer | None:
        """The answer of a quirk in place of the server's."""
        for quirk in self._switched_on():
            answer = None if quirk.refuse is None else quirk.refuse(call)
            if answer is not None and self.bites(quirk.name, call):
                return answer
        return None

    def is_on(self, name: str) -> bool:
        """Whether a quirk is on, without counting it."""
        with self._lock:
            return name in self._on

    def heard(self, call: Call) -> str:
        """The query of a request as the server sees it."""
        query = call.query
        for quirk in self._switched_on():
            altered = query if quirk.hears is None else quirk.hears(query)
            if altered != query and self.bites(quirk.name, call):
                query = altered
        return query

    def changed(self, call: Call, answer: Answer) -> Answer:
        """An answer after all quirks that alter answers."""
        for quirk in self._switched_on():
            if quirk.change is None or not self._may_bite(quirk.name, call):
                continue
            altered = quirk.change(call, answer)
            if altered != answer and self.bites(quirk.name, call):
                answer = altered
        return answer

    def _may_bite(self, name: str, call: Call) -> bool:
        with self._lock:
            switch = self._on.get(name)
            return switch is not None and switch.means(call)

    def _switched_on(self) -> list[Quirk]:
        with self._lock:
            on = set(self._on)
        return [quirk for name, quirk in _ORDER.items() if name in on] if on else []
