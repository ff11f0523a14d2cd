"""The report of ``doctor``: as an object, as JSON, and as lines of text. No I/O."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from .spec_drift import MAX_LISTED, Difference, Drift

State: TypeAlias = Literal["ok", "note", "problem", "skipped"]


class Check(NamedTuple):
    """The result of one check."""

    name: str
    state: State
    text: str
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """The results of all checks."""

    base_url: str
    checks: list[Check] = field(default_factory=list[Check])
    version: str | None = None
    generation: str | None = None
    found_at: list[str] = field(default_factory=list[str])
    """Other base URLs at which a Beeper responds; searched only if none responds at this one."""
    unsupported: list[str] = field(default_factory=list[str])
    """Operations that this app does not have yet, or no longer has."""
    drift: Drift | None = None
    """How the server's OpenAPI document differs from what this SDK knows."""

    def add(self, name: str, state: State, text: str, *hints: str) -> None:
        """Add the result of a check."""
        self.checks.append(Check(name, state, text, hints))

    @property
    def ok(self) -> bool:
        """Whether no check found a problem."""
        return all(check.state != "problem" for check in self.checks)

    def to_dict(self) -> dict[str, object]:
        """The report as JSON data."""
        return {
            "ok": self.ok,
            "base_url": self.base_url,
            "server_version": self.version,
            "generation": self.generation,
            "found_at": self.found_at,
            "checks": [check._asdict() for check in self.checks],
            "unsupported": self.unsupported,
            "drift": None if self.drift is None else _drift_dict(self.drift),
        }


def _drift_dict(drift: Drift) -> dict[str, object]:
    listed: dict[str, object] = {"compared": drift.compared, "complete": drift.complete}
    for kind, difference in drift.kinds():
        listed[kind] = {
            "missing": sorted(difference.missing)[:MAX_LISTED],
            "extra": sorted(difference.extra)[:MAX_LISTED],
            "missing_count": len(difference.missing),
            "extra_count": len(difference.extra),
        }
    return listed


_MARKS = {"ok": "ok", "note": "note", "problem": "PROBLEM", "skipped": "-"}
_MAX_SHOWN = 20
"""Names of one kind in the text; the JSON has all of them."""


def lines(report: Report) -> Iterator[str]:
    """The lines of the text report."""
    for check in report.checks:
        yield f"{_MARKS[check.state]:<8} {check.name:<9} {check.text}"
        for hint in check.hints:
            yield f"{'':<18} {hint}"
    if report.unsupported:
        yield from _listed("operations that this app does not support", report.unsupported)
    if report.drift is not None and not report.drift.none:
        yield from _drift_lines(report.drift)
    yield "no problems found" if report.ok else "problems found"


def _drift_lines(drift: Drift) -> Iterator[str]:
    for kind, difference in drift.kinds():
        yield from _difference(kind, difference)


def _difference(kind: str, difference: Difference) -> Iterator[str]:
    yield from _listed(f"{kind} missing from the server's OpenAPI document", sorted(difference.missing))
    yield from _listed(f"{kind} that this SDK does not know", sorted(difference.extra))


def _listed(title: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{title} ({len(names)}):"
        yield from (f"  {name}" for name in names[:_MAX_SHOWN])
        if len(names) > _MAX_SHOWN:
            yield f"  and {len(names) - _MAX_SHOWN} more; use --json to list all"
