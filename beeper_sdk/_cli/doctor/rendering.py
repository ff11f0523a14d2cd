"""The report of the doctor in words. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from .report import Report
from .spec_drift import Difference, Drift

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
        yield from _drift(report.drift)
    yield "no problem found" if report.fine else "there are problems"


def _drift(drift: Drift) -> Iterator[str]:
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
