"""What the doctor found, as values; the words for a shell are in `report`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from .spec_drift import MOST, Drift

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
            "drift": None if self.drift is None else _drift(self.drift),
        }


def _drift(drift: Drift) -> dict[str, object]:
    listed: dict[str, object] = {"compared": drift.compared, "complete": drift.complete}
    for kind, each in drift.kinds():
        listed[kind] = {
            "missing": sorted(each.missing)[:MOST],
            "extra": sorted(each.extra)[:MOST],
            "missing_count": len(each.missing),
            "extra_count": len(each.extra),
        }
    return listed
