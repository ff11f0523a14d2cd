"""What came that this version of the SDK does not know: new fields, new values, other types than documented.

``Beeper(diagnose="first")`` looks at the first answers of each operation, ``"all"`` at every one; without it only
answers that could not be read leave a note. Looking takes far longer than decoding, so it is never on by itself.
What is kept has no value of any field, but for those of enums where they look like names.
"""

from __future__ import annotations

from collections import Counter
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


class FindingStore:
    """The findings of a client and the clients derived from it. `Diagnostics` is what users see of it."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self._findings: dict[tuple[FindingKind, str, str], Finding] = {}
        self._checked: Counter[str] = Counter()
        self.dropped = 0

    @property
    def checked(self) -> int:
        """The number of responses that were checked."""
        return self._checked.total()

    def __len__(self) -> int:
        return len(self._findings)

    def all(self) -> list[Finding]:
        """Every finding."""
        with self._lock:
            return list(self._findings.values())

    def start_check(self, operation: str, limit: int | None) -> bool:
        """Count a response as checked, unless `limit` responses of its operation were checked already."""
        with self._lock:
            if limit is not None and self._checked[operation] >= limit:
                return False
            self._checked[operation] += 1
            return True

    def add(self, kind: FindingKind, place: str, found: str, operation: str) -> None:
        """Record a mismatch, or count it if the same one was recorded before."""
        key = kind, place, found
        with self._lock:
            known = self._findings.get(key)
            if known is not None:
                self._findings[key] = known._replace(times=known.times + 1)
            elif len(self._findings) < MAX_FINDINGS:
                self._findings[key] = Finding(kind, place, found, operation, 1)
            else:
                self.dropped += 1

    def clear(self) -> None:
        """Remove all findings and counts."""
        with self._lock:
            self._findings.clear()
            self._checked.clear()
            self.dropped = 0


class Diagnostics:
    """What was met so far. Shared by a client and all made of it by `with_options`; safe across threads.

    Iterate over it for its findings; ``str()`` of it is a report.
    """

    def __init__(self, mode: Diagnose, _store: FindingStore | None = None) -> None:
        self.mode: Diagnose = mode
        self._store = FindingStore() if _store is None else _store

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was met, by place."""
        return tuple(sorted(self._store.all(), key=lambda finding: (finding.place, finding.kind, finding.found)))

    @property
    def looked_at(self) -> int:
        """Answers that were looked at."""
        return self._store.checked

    @property
    def dropped(self) -> int:
        """Mismatches that were found when no more could be kept."""
        return self._store.dropped

    def clear(self) -> None:
        """Forget all that was met, and begin to look anew."""
        self._store.clear()

    def to_dict(self) -> dict[str, object]:
        """All of it, as JSON can hold it."""
        found = [finding._asdict() for finding in self.findings]
        return {"mode": self.mode, "looked_at": self.looked_at, "dropped": self.dropped, "findings": found}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self._store)

    @override
    def __str__(self) -> str:
        head = f"{self.looked_at} answers looked at ({self.mode}), {len(self)} findings, {self.dropped} not kept"
        rows = (f"{finding.kind} {finding.place}: {finding.found} ({finding.times} times)" for finding in self.findings)
        return "\n".join((head, *rows))

    @override
    def __repr__(self) -> str:
        return f"<Diagnostics {self.mode}: {len(self)} findings>"
