"""Named switches that make the fake server behave as real servers and networks were observed to.

A quirk responds in place of the server (``refuse``), or changes the query (``rewrite_query``) or the response
(``change``). One that does none of these is checked by name where the server behaves differently. To add a quirk, add
it to the list of its subject in a module of this package; nothing else needs to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..._core.util.override import override
from ..._core.util.program import program
from ..._core.util.validation import check_text, similar_names
from ..faults.rules import Rule, RuleHandle, RuleSet
from ..wire.requests import CURRENT, Call, ServerResponse
from ._base import Begin, Quirk
from .addresses import ADDRESSES
from .answers import RECORDS, SHAPES
from .clocks import CLOCKS
from .deliveries import DELIVERIES
from .edits import EDITS
from .faults import FAULTS
from .generations import GENERATIONS
from .habits import HABITS
from .histories import HISTORIES
from .lookups import LOOKUPS
from .media import MEDIA
from .texts import TEXTS
from .websocket import EVENTS

if TYPE_CHECKING:
    from ..world.world import World

_BEFORE = (*ADDRESSES, *HISTORIES, *FAULTS, *GENERATIONS, *HABITS, *MEDIA)
_CONTENTS = (*LOOKUPS, *RECORDS, *TEXTS, *CLOCKS)
_ALL = (*_BEFORE, *_CONTENTS, *DELIVERIES, *EDITS, *EVENTS, *SHAPES)
_ORDER: dict[str, int] = {quirk.name: place for place, quirk in enumerate(_ALL)}
"""In the order in which they apply: contents of a response are changed before its shape, and it is truncated last."""
QUIRKS: dict[str, Quirk] = {quirk.name: quirk for quirk in sorted(_ALL, key=lambda quirk: quirk.name)}
"""All quirks, by name."""
_EXCLUSIVE = ("ipv4_only", "ipv6_only")


class _Switch(Rule):
    """A quirk that is on."""

    def __init__(self, quirk: Quirk, times: int | None, operation: str | None, *, optional: bool) -> None:
        super().__init__(quirk.name, operation=operation, times=times, optional=optional)
        self.quirk = quirk
        self.about = f" ({quirk.about.rstrip('.')})"

    def matches(self, call: Call) -> bool:
        """Whether the quirk is for a request, unless it is used up."""
        return self.operation in (None, call.name) and self.quirk.applies(call)


class Quirks(RuleSet[_Switch]):
    """Which quirks are on, and how many more times each applies.

    Different quirks add up, in the order of ``_ORDER``; of the same quirk, the first one that was switched on and still
    applies to a request does.
    """

    def __init__(
        self, changed: Callable[[], None] = lambda: None, begin: Callable[[Begin], None] = lambda _: None
    ) -> None:
        super().__init__()
        self._notify, self._begin = changed, begin

    @override
    def _changed(self) -> None:
        self._notify()

    def on(
        self, name: str, times: int | None = None, operation: str | None = None, *, optional: bool = False
    ) -> RuleHandle:
        """Switch a quirk on for the next `times` requests it applies to, or for all.

        Raises:
            ValueError, TypeError: An argument is invalid: there is no such quirk or operation, or `times` is less
                than 1.
        """
        if check_text("name", name) not in QUIRKS:
            hint = similar_names(name, QUIRKS, "none has a similar name.")
            raise ValueError(f"there is no quirk {name!r}; {hint} To list all, run: {program('quirks')}")
        quirk = QUIRKS[name]
        switch = _Switch(quirk, times, operation, optional=optional)
        if quirk.whole and (times, operation) != (None, None):
            raise ValueError(f"times and operation must be omitted for {name}, which applies to the whole server")
        if name in _EXCLUSIVE and any(self.is_on(other) for other in _EXCLUSIVE if other != name):
            raise ValueError(f"{' and '.join(_EXCLUSIVE)} must not be on at the same time")
        handle = self.add(switch)
        if quirk.begin is not None:
            self._begin(quirk.begin)
        return handle

    def begin_with(self, world: World) -> None:
        """Change the state of a server that starts, as by the quirks that are on."""
        for quirk in self._switched_on():
            if quirk.begin is not None:
                quirk.begin(world)

    def use_whole(self, call: Call) -> None:
        """Count the quirks that every request uses."""
        with self._lock:
            for switch in self._rules:
                if switch.quirk.whole:
                    self._take(switch, call)

    def applies(self, name: str, call: Call | None = None) -> bool:
        """Whether a quirk is on and applies to a request, or to what a test does. If so, it is counted."""
        if not self._rules:
            return False
        call = call or CURRENT.get(None) or Call("", "", "", {}, None)
        with self._lock:
            return any(switch.matches(call) and self._take(switch, call) for switch in self._named(name))

    def refusal(self, call: Call) -> ServerResponse | None:
        """The response of a quirk in place of the server's."""
        for quirk in self._switched_on():
            answer = None if quirk.refuse is None else quirk.refuse(call)
            if answer is not None and self.applies(quirk.name, call):
                return answer
        return None

    def is_on(self, name: str, call: Call | None = None) -> bool:
        """Whether a quirk is on, also for requests that it is not counted for; `call` makes it count as used."""
        with self._lock:
            found = next((switch for switch in self._named(name) if switch.left != 0), None)
            if found is not None and call is not None and found not in call.applied:
                call.applied.add(found)
                found.hits += 1
            return found is not None

    def query(self, call: Call) -> str:
        """The query of a request, after all quirks that change it."""
        query = call.query
        for quirk in self._switched_on():
            altered = query if quirk.rewrite_query is None else quirk.rewrite_query(query)
            if altered != query and self.applies(quirk.name, call):
                query = altered
        return query

    def changed(self, call: Call, answer: ServerResponse, world: World) -> ServerResponse:
        """A response after all quirks that change it."""
        for quirk in self._switched_on():
            change = quirk.changes(world)
            if change is None or not self._may_apply(quirk.name, call):
                continue
            altered = change(call, answer)
            if altered != answer and self.applies(quirk.name, call):
                answer = altered
        return answer

    def _may_apply(self, name: str, call: Call) -> bool:
        with self._lock:
            return any(
                switch in call.applied or (switch.left != 0 and switch.matches(call)) for switch in self._named(name)
            )

    def _named(self, name: str) -> Iterator[_Switch]:
        return (switch for switch in self._rules if switch.quirk.name == name)

    def _switched_on(self) -> list[Quirk]:
        if not self._rules:
            return []
        with self._lock:
            on = {switch.quirk.name for switch in self._rules}
        return [QUIRKS[name] for name in sorted(on, key=_ORDER.__getitem__)] if on else []
