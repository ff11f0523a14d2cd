"""A rule that changes what happens to some requests, how often it applied, and why it did not.

Quirks that are switched on are rules, and so are those of ``fail`` and ``chaos``.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from itertools import count
from types import TracebackType
from typing import Generic, Self, TypeVar

from ..._core.util.override import override
from ..._core.util.validation import check_count, check_flags
from ..recorded.secrets import Secrets
from ..wire.requests import Call, check_operation

_numbers = count(1)


class Rule:
    """Which requests a rule applies to, and how often. A `RuleSet` changes it, under its lock."""

    def __init__(self, title: str, *, operation: str | None, times: int | None, optional: bool) -> None:
        if times is not None:
            check_count("times", times)
        check_flags(optional=optional)
        self.number: int = next(_numbers)
        """Different for each rule of the process."""
        self.operation: str | None = None if operation is None else check_operation(operation)
        self.title: str = title if self.operation is None else f"{title} of {self.operation}"
        self.about = ""
        """What it does, for the description of an unused one."""
        self.left = times
        self.optional = optional
        self.hits = 0
        self.received: Counter[str] = Counter()
        """The operations that were received while it was on."""
        self.reasons: Counter[str] = Counter()
        """Why it did not apply to requests that it is for."""

    def unused(self) -> str | None:
        """Why it is an error that the rule never applied; None if it is none."""
        if self.hits or self.optional:
            return None
        counts = ", ".join(f"{name} ({count})" for name, count in self.received.most_common(10))
        return "; ".join(
            [
                f"{self.title} never applied{self.about}",
                *(f"requests {reason}: {count}" for reason, count in self.reasons.items()),
                f"received while it was on: {counts or 'no request'}",
            ]
        )


R = TypeVar("R", bound=Rule)


class RuleSet(Generic[R]):
    """Rules in the order in which they were added."""

    def __init__(self) -> None:
        self._rules: list[R] = []
        self._unused: list[str] = []
        """What is wrong with rules that were switched off before they applied."""
        self._lock = threading.Lock()

    def add(self, rule: R) -> RuleHandle:
        """Add a rule after all others."""
        with self._lock:
            self._rules.append(rule)
        try:
            self._changed()
        except BaseException:
            with self._lock:
                self._rules.remove(rule)
            raise
        return self._handle(rule)

    def _handle(self, rule: R) -> RuleHandle:
        return RuleHandle(rule, lambda blame: self._off(rule, blame))

    def handles(self) -> list[RuleHandle]:
        """The rules that are on, used up or not."""
        with self._lock:
            return [self._handle(rule) for rule in self._rules]

    def _off(self, rule: R, blame: bool) -> None:
        """Switch a rule off. `blame`: whether `unused` reports it later."""
        with self._lock:
            if rule not in self._rules:
                return
            self._rules.remove(rule)
            if blame and (problem := rule.unused()) is not None:
                self._unused.append(problem)
        self._changed()

    def clear(self) -> None:
        """Remove all rules. None of them is reported as unused later."""
        with self._lock:
            for rule in self._rules:
                rule.optional = True
            self._rules.clear()
            self._unused.clear()
        self._changed()

    def begin(self, call: Call) -> None:
        """Note a request that was received, for the descriptions of unused rules."""
        with self._lock:
            for rule in self._rules:
                rule.received[call.name or f"{call.method} {Secrets(call).text(call.path)}"] += 1

    def unused(self) -> list[str]:
        """What is wrong: rules that never applied although they must. One that was switched off is reported once."""
        with self._lock:
            problems = [*self._unused, *filter(None, (rule.unused() for rule in self._rules))]
            self._unused.clear()
        return problems

    def _changed(self) -> None:
        """A rule was added or removed."""

    def _take(self, rule: R, call: Call) -> bool:
        """Count a rule that applies to a request; False if it is used up. The lock is held."""
        if rule in call.applied:
            return True
        if rule.left == 0:
            return False
        rule.left = None if rule.left is None else rule.left - 1
        rule.hits += 1
        call.applied.add(rule)
        return True


class RuleHandle:
    """A quirk or another rule that was added. ``off()``, or leaving its ``with`` block, switches it off.

    At the end of its ``with`` block, a rule that never applied to a request raises an AssertionError, unless it is
    ``optional`` or the block ends with an exception.
    """

    def __init__(self, _rule: Rule, _off: Callable[[bool], None]) -> None:
        self._rule, self._off = _rule, _off

    @property
    def name(self) -> str:
        """What was switched on: the name of a quirk, ``fail`` or ``chaos``, with the operation that was chosen."""
        return self._rule.title

    @property
    def hits(self) -> int:
        """How many requests it applied to."""
        return self._rule.hits

    def off(self) -> None:
        """Switch the rule off."""
        self._off(True)

    @override
    def __repr__(self) -> str:
        return f"<RuleHandle {self.name}, {self.hits} hits>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        __tracebackhide__ = True
        self._off(False)
        problem = self._rule.unused()
        if kind is None and problem is not None:
            raise AssertionError(explained([problem]))


def number_of(handle: RuleHandle) -> int:
    """The number of the rule of a handle, which no other rule of the process has."""
    return handle._rule.number  # noqa: SLF001 - no user of the package needs it


def explained(problems: list[str]) -> str:
    """The message of the error for unused rules."""
    return "\n".join([*problems, "Remove a rule that is not needed, or pass optional=True if it need not apply."])
