"""The rows of the benchmark report, and the table in which they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.bench.contest import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scripts.bench.contest import Times

UNITS = (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9))
TITLES = ("what", "this SDK", "compared with", "CPU", "wall", "budget", "")


@dataclass(frozen=True)
class Row:
    """One row: what was measured, its value, what it is compared with, and the budget of the ratio."""

    what: str
    value: str = ""
    against: str = ""
    ratio: float | None = None
    budget: str = ""
    """``<= 1.15`` or ``>= 18``; empty if there is none."""
    wall: float | None = None
    """The ratio of the wall times; `ratio` is the one of the CPU times, and budgets are about it."""
    missing: str = ""
    """Why it was not measured."""

    @property
    def within(self) -> bool | None:
        """Whether the ratio is within its budget; None without a budget. False if it was not measured."""
        if self.missing:
            return False
        if self.ratio is None or not self.budget:
            return None
        sign, limit = self.budget.split()
        return self.ratio <= float(limit) if sign == "<=" else self.ratio >= float(limit)

    @property
    def mark(self) -> str:
        """What is shown at its end."""
        if self.missing:
            return f"not measured: {self.missing}"
        return {True: "ok", False: "OVER", None: ""}[self.within]

    def cells(self) -> tuple[str, ...]:
        """Its texts, as in `TITLES`."""
        ratios = ("" if ratio is None else f"{ratio:.3g}" for ratio in (self.ratio, self.wall))
        return (self.what, self.value, self.against, *ratios, self.budget, self.mark)


def seconds(value: float) -> str:
    """A duration with three digits and a unit."""
    unit, size = next((unit_size for unit_size in UNITS if value >= unit_size[1]), UNITS[-1])
    return f"{value / size:.3g} {unit}"


def compare(
    what: str, times: Times, mine: str, other: str, budget: str = "", *, label: str = "", many: float = 1
) -> Row:
    """A row with the ratio of `mine` to `other`, and the CPU time of `many` of both."""
    if reason := times.reason(mine, other):
        return Row(what, against=label or other, budget=budget, missing=reason)
    against = f"{label or other} {seconds(many * times.middle(other))}"
    cpu, wall = (ratio(rounds, mine, other) for rounds in (times.cpu, times.wall))
    return Row(what, seconds(many * times.middle(mine)), against, cpu, budget, wall)


def faster(
    what: str, times: Times, mine: str, other: str, budget: str = "", *, label: str = "", many: float = 1
) -> Row:
    """A row with how many times faster `mine` is than `other`."""
    row = compare(what, times, mine, other, budget, label=label, many=many)
    if row.ratio is None or row.wall is None:
        return row
    return Row(what, row.value, row.against, 1 / row.ratio, budget, wall=1 / row.wall)


def bytes_of(what: str, sizes: Times, mine: str, other: str, budget: str = "") -> Row:
    """A row with the ratio of two sizes, which `Times.cpu` contains."""
    if reason := sizes.reason(mine, other):
        return Row(what, against=other, budget=budget, missing=reason)
    mine_bytes, other_bytes = sizes.middle(mine), sizes.middle(other)
    return Row(what, f"{mine_bytes:.0f} B", f"{other} {other_bytes:.0f} B", mine_bytes / other_bytes, budget)


def table(rows: Iterable[Row]) -> str:
    """The rows as text in columns."""
    lines = [TITLES, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(TITLES) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]).rstrip()
        for line in lines
    )


def markdown(rows: Iterable[Row]) -> str:
    """The rows as a table of a documentation page."""
    lines = [TITLES, ("---",) * len(TITLES), *(row.cells() for row in rows)]
    return "\n".join("|" + "".join(f" {cell} |" if cell else " |" for cell in line) for line in lines)
