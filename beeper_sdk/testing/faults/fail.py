"""The rules of ``fail`` and ``chaos``: which one applies to a request, and what it does."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import TypeAlias
from urllib.parse import parse_qs

from ..._core.util.override import override
from ..._core.util.validation import check_count, check_text
from ..wire.json_values import is_object
from ..wire.requests import Call, ServerResponse
from ..wire.spec import Version
from .chaos import Chaos
from .outcome import Outcome, check_probability
from .rules import Rule, RuleHandle, RuleSet

Draw: TypeAlias = Callable[[Call, Random], Outcome | None]
"""What happens to a request; None if nothing does."""


class FaultRule(Rule):
    """A rule of ``fail`` or ``chaos``."""

    def __init__(
        self,
        title: str,
        draw: Draw,
        *,
        operation: str | None,
        times: int | None,
        optional: bool,
        after: int = 0,
        chat: str | None = None,
    ) -> None:
        super().__init__(title, operation=operation, times=times, optional=optional)
        check_count("after", after, 0)
        self.chat: str | None = None if chat is None else check_text("chat", chat)
        self.draw: Draw = draw
        self.after: int = after
        self.random: Random = Random()  # noqa: S311 - seeded when the rule is added
        self.matched: int = 0

    def pick(self, call: Call, chat: str | None, resolve: Callable[[str], str], *, taken: bool) -> Outcome | None:
        """What happens to a request; None if the rule does not apply. `taken`: whether an earlier rule does."""
        if self.left == 0 or self.operation not in (None, call.name):
            return None
        if self.chat is not None and resolve(self.chat) != chat:
            self.reasons["for another chat, or for none"] += 1
            return None
        self.matched += 1
        if self.matched <= self.after:
            self.reasons[f"let pass by after={self.after}"] += 1
        elif taken:
            self.reasons["handled by an earlier rule"] += 1
        elif (picked := self.draw(call, self.random)) is not None:
            return picked
        else:
            self.reasons["spared by chance"] += 1
        return None


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that applies to a request, and what it does."""

    faults: Faults
    rule: FaultRule
    outcome: Outcome

    def instead(self, call: Call, version: Version | None) -> ServerResponse | None:
        """The response in place of performing the operation; None if it is performed."""
        done = self.outcome.performed or not self.outcome.replaces
        return None if done else self.outcome.response(call, version)

    def changed(self, call: Call, version: Version | None, answer: ServerResponse, *, happened: bool) -> ServerResponse:
        """The response that is sent, from the one that was made."""
        outcome = self.outcome
        if outcome.performed:
            if not happened:
                self.faults.give_back(self.rule, call, "rejected by the server")
                return answer
            answer = outcome.response(call, version)
        cut = outcome.cut(answer)
        if outcome.cut_after is not None and cut is answer and not outcome.replaces and not outcome.delay:
            self.faults.give_back(self.rule, call, f"answered with at most {outcome.cut_after} bytes")
        return replace(cut, delay=outcome.delay or 0.0)


class Faults(RuleSet[FaultRule]):
    """The rules of one server, in the order in which they were added: the first that applies to a request does."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        self.seed = seed
        self._count = 0

    def fail(
        self,
        outcome: Outcome,
        operation: str | None,
        *,
        times: int | None,
        after: int,
        chat: str | None,
        probability: float,
        optional: bool,
    ) -> RuleHandle:
        """Add a rule of ``fail``."""
        check_probability("probability", probability)

        def draw(_: Call, random: Random) -> Outcome | None:
            return outcome if probability == 1 or random.random() < probability else None

        rule = FaultRule(
            f"fail({outcome})", draw, operation=operation, times=times, after=after, chat=chat, optional=optional
        )
        rule.random.seed(f"{self.seed}/{self._count}")
        self._count += 1
        return self.add(rule)

    def chaos(self, chaos: Chaos, seed: int, operation: str | None, *, times: int | None, optional: bool) -> RuleHandle:
        """Add a rule of ``chaos``."""
        rule = FaultRule("chaos", chaos.draw, operation=operation, times=times, optional=optional)
        rule.random.seed(seed)
        return self.add(rule)

    @override
    def clear(self) -> None:
        """Remove all rules."""
        super().clear()
        self._count = 0

    def needs_body(self, call: Call) -> bool:
        """Whether a rule is for one chat and only the body can say for which one the request is."""
        if call.operation is None or call.method == "GET" or "chatID" in call.path_params:
            return False
        with self._lock:
            return any(rule.chat is not None and rule.operation in (None, call.name) for rule in self._rules)

    def choose(self, call: Call, body: bytes, local: Mapping[str, str]) -> Fault | None:
        """The rule that applies to a request. `local`: the ID of each chat by its local ID."""

        def resolve(chat: str) -> str:
            return local.get(chat, chat)

        with self._lock:
            named = _chat_of(call, body) if self._rules else None
            chat, found = None if named is None else resolve(named), None
            for rule in self._rules:
                picked = rule.pick(call, chat, resolve, taken=found is not None)
                if picked is not None and self._take(rule, call):
                    found = Fault(self, rule, picked)
            return found

    def give_back(self, rule: FaultRule, call: Call, reason: str) -> None:
        """A rule turned out not to apply to a request."""
        with self._lock:
            rule.hits -= 1
            rule.left = None if rule.left is None else rule.left + 1
            rule.reasons[reason] += 1
            call.applied.discard(rule)


def _chat_of(call: Call, body: bytes) -> str | None:
    """The chat that a request is for: in the path, or, in v0 and in ``focus``, in the query or body."""
    found = call.path_params.get("chatID") or next(iter(parse_qs(call.query).get("chatID", ())), None)
    if found is None and body:
        try:
            content: object = json.loads(body)
        except (ValueError, RecursionError):
            return None
        found = content.get("chatID") if is_object(content) else None
    return found if isinstance(found, str) else None
