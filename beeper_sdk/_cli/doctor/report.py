"""What the doctor found: as values, as JSON can hold it, and in words for a shell. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from .spec_drift import MOST, Difference, Drift

State: TypeAlias = Literal["ok", "note", "problem", "skipped"]


class Check(NamedTuple):
    """One thing that was looked at."""

    name: str
    state: State
    text: str
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """All that was found."""

    base_url: str
    checks: list[Check] = field(default_factory=list[Check])
    version: str | None = None
    generation: str | None = None
    found_at: list[str] = field(default_factory=list[str])
    """Other base URLs at which a Beeper answers; looked for only where none does at this one."""
    unsupported: list[str] = field(default_factory=list[str])
    """Operations this app is too old for, or does not have any more."""
    drift: Drift | None = None
    """How its description differs from what this SDK knows."""

    def add(self, name: str, state: State, text: str, *hints: str) -> None:
        """Note a check."""
        self.checks.append(Check(name, state, text, hints))

    @property
    def fine(self) -> bool:
        """Is there no problem?"""
        return all(each.state != "problem" for each in self.checks)

    def to_dict(self) -> dict[str, object]:
        """All of it, as JSON can hold it."""
        return {
            "ok": self.fine,
            "base_url": self.base_url,
            "server_version": self.version,
            "generation": self.generation,
            "found_at": self.found_at,
            "checks": [each._asdict() for each in self.checks],
            "unsupported": self.unsupported,
            "drift": None if self.drift is None else _drift_dict(self.drift),
        }


def _drift_dict(drift: Drift) -> dict[str, object]:
    listed: dict[str, object] = {"compared": drift.compared, "complete": drift.complete}
    for kind, each in drift.kinds():
        listed[kind] = {
            "missing": sorted(each.missing)[:MOST],
            "extra": sorted(each.extra)[:MOST],
            "missing_count": len(each.missing),
            "extra_count": len(each.extra),
        }
    return listed


_MARKS = {"ok": "ok", "note": "note", "problem": "PROBLEM", "skipped": "-"}
_SHOWN = 20
"""Names of one kind; all of them are in the JSON."""


def lines(report: Report) -> Iterator[str]:
    """All there is to say, a line each."""
    for check in report.checks:
        yield f"{_MARKS[check.state]:<8} {check.name:<9} {check.text}"
        for hint in check.hints:
            yield f"{'':<18} {hint}"
    if report.unsupported:
        yield from _listed("not in this app", report.unsupported)
    if report.drift is not None and not report.drift.none:
        yield from _drift_lines(report.drift)
    yield "no problem found" if report.fine else "there are problems"


def _drift_lines(drift: Drift) -> Iterator[str]:
    for kind, each in drift.kinds():
        yield from _difference(kind, each)


def _difference(kind: str, difference: Difference) -> Iterator[str]:
    yield from _listed(f"{kind} its description lacks", sorted(difference.missing))
    yield from _listed(f"{kind} this SDK does not know", sorted(difference.extra))


def _listed(title: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{title} ({len(names)}):"
        yield from (f"  {name}" for name in names[:_SHOWN])
        if len(names) > _SHOWN:
            yield f"  and {len(names) - _SHOWN} more; --json has them"
