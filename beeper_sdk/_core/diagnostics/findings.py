"""Parts of responses that this version of the SDK does not know: new fields, new enum values, other types.

``Beeper(diagnose="first")`` checks the first responses of each operation, ``"all"`` checks every response. By default
only responses that could not be decoded are recorded, because a check takes far longer than decoding. Findings contain
no values of fields, except for enum values that look like identifiers.
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
"""Which responses are checked: those that cannot be decoded, the first three of each operation, or all."""
MAX_FINDINGS = 200
"""Maximum number of findings. Further ones are only counted."""


class Finding(NamedTuple):
    """One difference between responses and the spec."""

    kind: FindingKind
    """``unknown_field``, ``unknown_value`` or ``wrong_type``."""
    place: str
    """The model and the JSON name of the field: ``Message.colour``. Outside of models, the operation and a path."""
    found: str
    """The type of an unknown field, an unknown enum value if it looks like an identifier, or a description."""
    operation: str
    """The operation in whose response it was first found."""
    times: int
    """Number of occurrences."""


class FindingStore:
    """The findings of a client and its copies. Thread-safe. `Diagnostics` is the part that users see."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self._findings: dict[tuple[FindingKind, str, str], Finding] = {}
        self._checked: Counter[str] = Counter()
        self.dropped: int = 0

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

    def add(self, kind: FindingKind, place: str, found: str, operation: str, times: int = 1) -> None:
        """Record a mismatch that occurred so many times, or count it if the same one was recorded before."""
        key = kind, place, found
        with self._lock:
            known = self._findings.get(key)
            if known is not None:
                self._findings[key] = known._replace(times=known.times + times)
            elif len(self._findings) < MAX_FINDINGS:
                self._findings[key] = Finding(kind, place, found, operation, times)
            else:
                self.dropped += times

    def clear(self) -> None:
        """Remove all findings and counts."""
        with self._lock:
            self._findings.clear()
            self._checked.clear()
            self.dropped = 0


class Diagnostics:
    """The findings of a client and its copies made by `with_options`. Thread-safe.

    Iterate over it to get the findings. ``str()`` returns a report.
    """

    def __init__(self, mode: Diagnose, _store: FindingStore | None = None) -> None:
        self.mode: Diagnose = mode
        """The argument ``diagnose`` of the client."""
        self._store = FindingStore() if _store is None else _store

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, sorted by place."""
        return tuple(sorted(self._store.all(), key=lambda finding: (finding.place, finding.kind, finding.found)))

    @property
    def looked_at(self) -> int:
        """Number of responses that were checked."""
        return self._store.checked

    @property
    def dropped(self) -> int:
        """Number of occurrences that were not recorded because the maximum of 200 findings was reached."""
        return self._store.dropped

    def clear(self) -> None:
        """Delete all findings, and start again with the first responses."""
        self._store.clear()

    def to_dict(self) -> dict[str, object]:
        """The findings and counts as a dict for JSON."""
        found = [finding._asdict() for finding in self.findings]
        return {"mode": self.mode, "looked_at": self.looked_at, "dropped": self.dropped, "findings": found}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self._store)

    @override
    def __str__(self) -> str:
        head = f"{self.looked_at} responses checked ({self.mode}), {len(self)} findings, {self.dropped} not recorded"
        rows = (f"{finding.kind} {finding.place}: {finding.found} ({finding.times} times)" for finding in self.findings)
        return "\n".join((head, *rows))

    @override
    def __repr__(self) -> str:
        return f"<Diagnostics {self.mode}: {len(self)} findings>"
