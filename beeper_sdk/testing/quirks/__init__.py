"""Named switches that make the stand-in behave as real servers and networks were seen to (facts: traps.md).

A quirk either answers in place of the server (``refuse``), alters a finished answer (``change``), or is asked
for by name where the server does the thing differently (neither). To add one, put it into a list of ``faults``,
``shapes`` or ``habits``; nothing else has to know.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from ..calls import CURRENT, Answer, Call
from ._base import Quirk
from .faults import FAULTS
from .habits import HABITS
from .shapes import SHAPES

QUIRKS: dict[str, Quirk] = {quirk.name: quirk for quirk in sorted((*FAULTS, *HABITS, *SHAPES), key=lambda q: q.name)}


@dataclass(slots=True)
class _Switch:
    quirk: Quirk
    operation: str | None
    left: int | None


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
            if switch is None or switch.operation not in (None, call.name) or not switch.quirk.applies(call):
                return False
            if switch.left is not None:
                switch.left -= 1
                if switch.left == 0:
                    del self._on[name]
            return True

    def refusal(self, call: Call) -> Answer | None:
        """The answer of a quirk in place of the server's."""
        for name in list(self._on):
            refuse = QUIRKS[name].refuse
            if refuse is not None and self.bites(name, call):
                return refuse(call)
        return None

    def changed(self, call: Call, answer: Answer) -> Answer:
        """An answer after all quirks that alter answers."""
        for name in list(self._on):
            quirk = QUIRKS[name]
            if quirk.change is None:
                continue
            altered = quirk.change(call, answer)
            if altered != answer and self.bites(name, call):
                answer = altered
        return answer
