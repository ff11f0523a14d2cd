"""Random actions for the long run."""

from __future__ import annotations

from random import Random

from tests.faults.catalog import CORRUPTED, HANGING, HARMLESS, SPOOFED
from tests.faults.lists import LISTS
from tests.faults.operations import ALL, ONCE
from tests.faults.quirky_servers import variants_for
from tests.faults.run import Action, Entry
from tests.faults.shapes import SHAPES

FIRST_ONLY = {"not-found-after", "not-found", "no-route", "no-route-after"}
"""Not twice in a row: that is how an older app responds that has no such operation."""


def fault(chance: Random, *, first: bool) -> tuple[str, int]:
    """One fault."""
    family = chance.choices((HARMLESS, SPOOFED, CORRUPTED), (4, 3, 4))[0]
    names = [name for name in family if first or name not in FIRST_ONLY]
    # Hanging faults are rare, because each takes as long as the timeout.
    name = chance.choices(names, [1 if candidate in HANGING else 4 for candidate in names])[0]
    return name, chance.randrange(1 << 30)


def random_action(chance: Random) -> Action:
    """One operation, half of the time one that must not be repeated, and faults for some of its requests."""
    kind = chance.random()
    among = ONCE if kind < 0.5 else LISTS if kind < 0.65 else ALL
    operation = chance.choices(among, [candidate.weight for candidate in among])[0]
    entry: Entry = "proxy"
    if chance.random() < 0.06:
        entry = chance.choice(("closed", "opens-late", "drops-all", "drops-first"))
    elif chance.random() < 0.2:
        entry = chance.choice([*variants_for(operation)] or [entry])
    shape = (chance.choice(sorted(SHAPES)), chance.randrange(1 << 30)) if chance.random() < 0.5 else ("", 0)
    faults = [fault(chance, first=at == 0) for at in range(chance.choice((0, 1, 1, 1, 2, 3)))]
    if faults and faults[0][0] in FIRST_ONLY:
        faults = faults[:1]
    return Action(operation.name, chance.randrange(1 << 20), tuple(faults), entry, shape)


def random_actions(seed: int, count: int) -> list[Action]:
    """The same seed always gives the same actions."""
    chance = Random(seed)
    return [random_action(chance) for _ in range(count)]
