"""Named switches that make the fake server behave as real servers and networks were observed to.

A quirk responds in place of the server (``refuse``), or changes the query (``rewrite_query``) or the response
(``change``). One that does none of these is checked by name where the server behaves differently. To add a quirk, add
it to a list in ``behaviour``, ``lookups``, ``answers``, ``windows`` or ``clocks``; nothing else needs to change.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from ..._core.util.override import override
from ..._core.util.program import program
from ..._core.util.validation import check_count, check_text, similar_names
from ..wire.requests import CURRENT, Call, ServerResponse, check_operation
from ._base import Quirk
from .answers import RECORDS, SHAPES
from .behaviour import DELIVERIES, FAULTS, GENERATIONS, HABITS
from .clocks import CLOCKS
from .lookups import LOOKUPS
from .windows import WINDOWS

_ALL = (*FAULTS, *GENERATIONS, *HABITS, *LOOKUPS, *RECORDS, *CLOCKS, *DELIVERIES, *WINDOWS, *SHAPES)
_ORDER: dict[str, Quirk] = {quirk.name: quirk for quirk in _ALL}
"""In the order in which they apply: contents of a response are changed before its shape, and it is truncated last."""
QUIRKS: dict[str, Quirk] = dict(sorted(_ORDER.items()))


@dataclass(slots=True)
class _Switch:
    quirk: Quirk
    operation: str | None
    left: int | None

    def matches(self, call: Call) -> bool:
        """Whether the quirk applies to a request."""
        return self.operation in (None, call.name) and self.quirk.applies(call)


class QuirkHandle:
    """A quirk that was switched on. ``off()``, or leaving its ``with`` block, switches it off."""

    def __init__(self, quirks: Quirks, name: str) -> None:
        self._quirks = quirks
        self.name: str = name

    def off(self) -> None:
        """Switch the quirk off."""
        self._quirks.off(self.name)

    @override
    def __repr__(self) -> str:
        return f"<QuirkHandle {self.name}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.off()


class Quirks:
    """Which quirks are on, and how many more times each applies."""

    def __init__(self, changed: Callable[[], None] = lambda: None) -> None:
        self._changed = changed
        self._on: dict[str, _Switch] = {}
        self._lock = threading.Lock()

    def on(self, name: str, times: int | None = None, operation: str | None = None) -> QuirkHandle:
        """Switch a quirk on for the next `times` requests it applies to, or for all.

        Raises:
            ValueError, TypeError: An argument is invalid: there is no such quirk or operation, or `times` is less
                than 1.
        """
        if check_text("name", name) not in QUIRKS:
            hint = similar_names(name, QUIRKS, "none has a similar name.")
            raise ValueError(f"there is no quirk {name!r}; {hint} To list all, run: {program('quirks')}")
        if times is not None:
            check_count("times", times)
        if name == "ipv6_only" and (times, operation) != (None, None):
            raise ValueError("times and operation must be omitted for ipv6_only, which applies to the whole server")
        operation_id = None if operation is None else check_operation(operation)
        with self._lock:
            self._on[name] = _Switch(QUIRKS[name], operation_id, times)
        self._changed()
        return QuirkHandle(self, name)

    def off(self, name: str) -> None:
        """Switch a quirk off. It need not be on."""
        with self._lock:
            self._on.pop(name, None)
        self._changed()

    def clear(self) -> None:
        """Switch all quirks off."""
        with self._lock:
            self._on.clear()
        self._changed()

    def applies(self, name: str, call: Call | None = None) -> bool:
        """Whether a quirk is on and applies to a request. If so, the request is counted."""
        call = call or CURRENT.get()
        with self._lock:
            switch = self._on.get(name)
            if switch is None or not switch.matches(call):
                return False
            if switch.left is not None:
                switch.left -= 1
                if switch.left == 0:
                    del self._on[name]
            return True

    def refusal(self, call: Call) -> ServerResponse | None:
        """The response of a quirk in place of the server's."""
        for quirk in self._switched_on():
            answer = None if quirk.refuse is None else quirk.refuse(call)
            if answer is not None and self.applies(quirk.name, call):
                return answer
        return None

    def is_on(self, name: str) -> bool:
        """Whether a quirk is on, without counting it."""
        with self._lock:
            return name in self._on

    def query(self, call: Call) -> str:
        """The query of a request, after all quirks that change it."""
        query = call.query
        for quirk in self._switched_on():
            altered = query if quirk.rewrite_query is None else quirk.rewrite_query(query)
            if altered != query and self.applies(quirk.name, call):
                query = altered
        return query

    def changed(self, call: Call, answer: ServerResponse) -> ServerResponse:
        """A response after all quirks that change it."""
        for quirk in self._switched_on():
            if quirk.change is None or not self._may_apply(quirk.name, call):
                continue
            altered = quirk.change(call, answer)
            if altered != answer and self.applies(quirk.name, call):
                answer = altered
        return answer

    def _may_apply(self, name: str, call: Call) -> bool:
        with self._lock:
            switch = self._on.get(name)
            return switch is not None and switch.matches(call)

    def _switched_on(self) -> list[Quirk]:
        with self._lock:
            on = set(self._on)
        return [quirk for name, quirk in _ORDER.items() if name in on] if on else []
