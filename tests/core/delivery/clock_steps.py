"""Sends whose outcome is checked after clocks were set, or with clocks that differ.

The long run, `python -m tests.core.delivery.clock_steps`, plays random cases with a client and the fake
server, and counts the wrong verdicts: a message that is there and is said not to be, one that is not there and is said
to be, and an absent one that nothing resembles and that is not said to be absent.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count, product
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

from beeper_sdk._core.delivery import moments
from beeper_sdk.testing import FakeBeeper
from tests.core.delivery.helpers import Kind, Story, doubt, open_chat, play

START = datetime(2026, 11, 21, 12, tzinfo=UTC).timestamp()
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
EARLIER = 25 * MINUTE
"""Seconds before the attempt at which the same text was sent."""
STEPS = (0.0, -DAY, -HOUR, -5 * MINUTE, -30.0, 30.0, 5 * MINUTE, HOUR, DAY)
OFFSETS = (0.0, -DAY, -10 * MINUTE, 10 * MINUTE, DAY)
NETWORKS = (0.0, -DAY, -HOUR, -10 * MINUTE, -30.0, 30.0, 10 * MINUTE, HOUR, DAY)
NUMBERS = count()


class Case(NamedTuple):
    """What happens."""

    present: bool
    """Whether the message is in the chat."""
    earlier: str = ""
    """Who sent the same text before: this client (``known``), the person's phone, or nobody."""
    step: float = 0.0
    """By how much this machine's clock is set between send and check."""
    together: bool = False
    """Whether the app runs on this machine, so that its clock is set too."""
    offset: float = 0.0
    """How much this machine's clock is ahead of the app's."""
    network: float = 0.0
    """How much the timestamps of messages are ahead of the app's clock."""
    date: str = ""
    """The quirk of the server's Date header."""
    suspended: bool = False
    """Whether the machine sleeps for ten minutes between send and check, and its steady clock stands still."""
    pickled: bool = False
    """Whether the error is checked as in another process."""
    newer: int = 0
    """Messages of another person after the attempt."""


CASES: dict[str, tuple[Any, ...]] = {
    "present": (True, False), "earlier": ("", "known", "phone"), "step": STEPS, "together": (False, True),
    "offset": OFFSETS, "network": NETWORKS, "date": ("", "no_date", "wrong_date"), "suspended": (False, True),
    "pickled": (False, True), "newer": (0, 25),
}  # fmt: skip


@dataclass
class Clocks:
    """The clocks of this machine and of the app."""

    app: float = START
    local: float = START
    steady: float = 1000.0

    def advance(self, seconds: float, *, suspended: bool = False) -> None:
        self.app += seconds
        self.local += seconds
        self.steady += 0 if suspended else seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.app, UTC)


@dataclass
class Tally:
    """What was seen."""

    verdicts: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])

    def add(self, case: Case, status: str) -> None:
        """Judge a verdict."""
        self.verdicts[f"{'present' if case.present else 'absent'}, {case.earlier or 'no other'}: {status}"] += 1
        if status not in _allowed(case):
            self.wrong.append(f"{status}: {case}")


def _allowed(case: Case) -> set[str]:
    correct = not (case.step or case.offset or case.network or case.date == "wrong_date" or case.suspended)
    if case.present:
        return {"delivered"} if correct else {"delivered", "unknown"}
    if not case.earlier or (correct and case.earlier == "known" and not case.pickled):
        return {"not-seen"}
    # Of a clock that was set before the process started that checks, nothing is known.
    blind = case.pickled and (case.step or case.suspended) and case.earlier == "phone"
    return {"not-seen", "unknown", "delivered"} if blind else {"not-seen", "unknown"}


def _shift(fake: FakeBeeper, chat: str, moment: float, number: int = 1, **more: object) -> None:
    """Date the newest messages."""
    text = datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def change(world: Any) -> None:
        for row in world.room(chat).messages[-number:]:
            row.update(timestamp=text, **more)

    fake.world.change(change)


def _before(beeper: Any, fake: FakeBeeper, clocks: Clocks, case: Case, chat: str, text: str) -> Story:
    if case.earlier == "known":
        yield beeper.messages.send(chat, text=text)
    elif case.earlier == "phone":
        fake.world.receive(chat, text)
    if case.earlier:
        _shift(fake, chat, clocks.app + case.network, isSender=True)
    clocks.advance(EARLIER)


def play_case(beeper: Any, fake: FakeBeeper, clocks: Clocks, case: Case, account: str) -> Generator[Any, Any, str]:
    """Play a case. Returns its verdict."""
    clocks.app, clocks.local = START, START + case.offset
    (chat,) = fake.world.add_chats(account, 1)
    text = f"See you *there* {next(NUMBERS)}"
    yield from _before(beeper, fake, clocks, case, chat, text)
    with fake.quirk("send_then_500" if case.present else "server_error", 1):
        error = yield from doubt(lambda: beeper.messages.send(chat, text=text))
    if case.present:
        _shift(fake, chat, clocks.app + case.network)
    if case.newer:
        fake.world.add_messages(chat, case.newer)
        _shift(fake, chat, clocks.app + 1 + case.network, case.newer, isSender=False)
    clocks.local += case.step
    clocks.app += case.step if case.together else 0
    clocks.advance(600 if case.suspended else 5, suspended=case.suspended)
    named = {"chat_id": chat, "text": text} if case.pickled else {}
    error = pickle.loads(pickle.dumps(error)) if case.pickled else error
    odd_dates = [fake.quirk(name, optional=True) for name in (case.date,) if name]
    verdict = yield beeper.messages.check(error, **named)
    for quirk in odd_dates:
        quirk.off()
    beeper.clear_cache()
    return str(verdict.status)


def run(kind: Kind, cases: Iterable[Case], version: str | None = None) -> Tally:
    """Play cases with one kind of client and one version of the app."""
    clocks, tally = Clocks(), Tally()

    def story(beeper: Any) -> Story:
        for case in cases:
            tally.add(case, (yield from play_case(beeper, fake, clocks, case, account)))

    with (
        FakeBeeper(version=version, now=clocks.now) as fake,
        patch.object(moments, "wall_clock", lambda: clocks.local),
        patch.object(moments, "steady_clock", lambda: clocks.steady),
    ):
        account = open_chat(fake)["accountID"]
        play(kind, fake, story)
    return tally


def sample(number: int, seed: int) -> Iterator[Case]:
    """So many random cases."""
    random = Random(seed)
    for _ in range(number):
        yield Case(**{name: random.choice(values) for name, values in CASES.items()})


def single_changes() -> Iterator[Case]:
    """Each change alone, in each situation."""
    for present, earlier in product(CASES["present"], CASES["earlier"]):
        for name in list(CASES)[2:]:
            yield from (Case(present, earlier)._replace(**{name: value}) for value in CASES[name])


def main(arguments: Sequence[str]) -> int:
    """Run and print the table. Returns 1 if a verdict was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.core.delivery.clock_steps", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="how many (10000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same cases (1)")
    options = parser.parse_args(arguments)
    kinds: tuple[Kind, ...] = ("sync", "asyncio")
    tallies = [
        run(kind, sample(options.cases // 6, options.seed + number), version)
        for number, (kind, version) in enumerate(product(kinds, (None, "4.2.557", "4.1.294")))
    ]
    verdicts = sum((tally.verdicts for tally in tallies), Counter[str]())
    wrong = [problem for tally in tallies for problem in tally.wrong]
    for name, number in (*sorted(verdicts.items()), ("verdicts", verdicts.total()), ("wrong", len(wrong))):
        print(f"{name:40}{number:>8}")
    print(*wrong[:20], sep="\n", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
