"""What came that this version of the SDK does not know: new fields, new values, other types than documented.

``Beeper(diagnose="first")`` looks at the first answers of each operation, ``"all"`` at every one; without it only
answers that could not be read leave a note. Looking takes far longer than decoding, so it is never on by itself.
What is kept has no value of any field, but for those of enums where they look like names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from ..util.fork_safe_lock import fork_safe_lock
from ..util.override import override

if TYPE_CHECKING:
    from .schema_check import FindingKind

Diagnose: TypeAlias = Literal["off", "first", "all"]
MAX_FINDINGS = 200
"""Findings that are kept; more are only counted."""


class Finding(NamedTuple):
    """One way in which answers were not as documented."""

    kind: FindingKind
    place: str
    """The field of the model, as JSON spells it: ``Message.colour``. What is in no model is named by its operation."""
    found: str
    """For an unknown field its type, for an unknown value itself where it looks like a name, else what was wrong."""
    operation: str
    """The operation whose answer had it first."""
    times: int
    """How often it was met."""


class Diagnostics:
    """What was met so far. Shared by a client and all made of it by `with_options`; safe across threads.

    Iterate over it for its findings; ``str()`` of it is a report.
    """

    def __init__(self, mode: Diagnose) -> None:
        self.mode: Diagnose = mode
        self._lock = fork_safe_lock()
        self._met: dict[tuple[FindingKind, str, str], Finding] = {}
        self._dropped = 0
        self._looked = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was met, by place."""
        with self._lock:
            return tuple(sorted(self._met.values(), key=lambda finding: (finding.place, finding.kind, finding.found)))

    @property
    def looked_at(self) -> int:
        """Answers that were looked at."""
        return self._looked

    @property
    def dropped(self) -> int:
        """Mismatches that were found when no more could be kept."""
        return self._dropped

    def clear(self) -> None:
        """Forget all that was met, and begin to look anew."""
        with self._lock:
            self._met.clear()
            self._dropped = self._looked = 0

    def _record(self, kind: FindingKind, place: str, found: str, operation: str) -> None:
        key = kind, place, found
        with self._lock:
            known = self._met.get(key)
            if known is not None:
                self._met[key] = known._replace(times=known.times + 1)
            elif len(self._met) < MAX_FINDINGS:
                self._met[key] = Finding(kind, place, found, operation, 1)
            else:
                self._dropped += 1

    def to_dict(self) -> dict[str, object]:
        """All of it, as JSON can hold it."""
        found = [finding._asdict() for finding in self.findings]
        return {"mode": self.mode, "looked_at": self._looked, "dropped": self._dropped, "findings": found}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self._met)

    @override
    def __str__(self) -> str:
        head = f"{self._looked} answers looked at ({self.mode}), {len(self)} findings, {self._dropped} not kept"
        rows = (f"{finding.kind} {finding.place}: {finding.found} ({finding.times} times)" for finding in self.findings)
        return "\n".join((head, *rows))

    @override
    def __repr__(self) -> str:
        return f"<Diagnostics {self.mode}: {len(self)} findings>"
