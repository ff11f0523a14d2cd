"""The rows of the benchmark report, and the table in which they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNITS = (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9))


@dataclass(frozen=True)
class Row:
    """One row: what was measured, its value, what it is compared with, and the budget of the ratio."""

    what: str
    value: str
    against: str = ""
    ratio: float | None = None
    budget: str = ""
    """``<= 1.15`` or ``>= 18``; empty if there is none."""

    @property
    def within(self) -> bool | None:
        """Whether the ratio is within its budget; None without a budget."""
        if self.ratio is None or not self.budget:
            return None
        sign, limit = self.budget.split()
        return self.ratio <= float(limit) if sign == "<=" else self.ratio >= float(limit)


def seconds(value: float) -> str:
    """A duration with three digits and a unit."""
    unit, size = next((unit_size for unit_size in UNITS if value >= unit_size[1]), UNITS[-1])
    return f"{value / size:.3g} {unit}"


def compare(what: str, times: dict[str, float], mine: str, other: str, budget: str = "") -> list[Row]:
    """A row with the ratio of `mine` to `other`; no row if one of them was not measured."""
    if mine not in times or other not in times:
        return []
    return [Row(what, seconds(times[mine]), f"{other} {seconds(times[other])}", times[mine] / times[other], budget)]


def faster(what: str, times: dict[str, float], mine: str, other: str, budget: str = "") -> list[Row]:
    """A row with how many times faster `mine` is than `other`; no row if one of them was not measured."""
    if mine not in times or other not in times:
        return []
    return [Row(what, seconds(times[mine]), f"{other} {seconds(times[other])}", times[other] / times[mine], budget)]


def table(rows: Iterable[Row]) -> str:
    """The rows as text in columns."""
    marks = {True: "ok", False: "OVER", None: ""}
    cells = [("what", "this SDK", "against", "ratio", "budget", "")]
    cells += [
        (
            row.what,
            row.value,
            row.against,
            "" if row.ratio is None else f"{row.ratio:.2f}",
            row.budget,
            marks[row.within],
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells
    )
