"""A cache of names, so that a person with many messages is looked up once.

No I/O, bounded, thread-safe. Cleared together with the `IdentityCache` that holds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING

from ..util.bounded import BoundedDict, BoundedSet
from ..util.fork_safe_lock import fork_safe_lock
from ..util.validation import string

if TYPE_CHECKING:
    from ..generated import models

MAX_NAMES = 20_000
MAX_SOURCES = 2_000
FAILURE_PAUSE = 60.0
"""Seconds for which a source that failed is not read again: otherwise each message would wait for it."""


class NameCache:
    """Names by account and user ID, and which contact lists and rosters were read completely."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self._names: BoundedDict[tuple[str, str], str] = BoundedDict(MAX_NAMES)
        self._read: BoundedSet[tuple[str, str]] = BoundedSet(MAX_SOURCES)
        self._failed: BoundedDict[tuple[str, str], float] = BoundedDict(MAX_SOURCES)

    def __len__(self) -> int:
        return len(self._names)

    def name(self, account_id: str | None, user_id: str) -> str | None:
        """The name of a user on an account; without an account, on any account with such a user."""
        with self._lock:
            if account_id is not None:
                return self._names.get((account_id, user_id))
            return next((name for (_, known), name in self._names.items() if known == user_id), None)

    def was_read(self, kind: str, name: str) -> bool:
        """Whether this source (the contacts of an account, the roster of a chat) was read before, or failed lately."""
        with self._lock:
            failed_at = self._failed.get((kind, name))
            return (kind, name) in self._read or (failed_at is not None and monotonic() - failed_at < FAILURE_PAUSE)

    def record_failure(self, kind: str, name: str) -> None:
        """Record that a source could not be read."""
        with self._lock:
            self._failed[kind, name] = monotonic()

    def read(self, kind: str, name: str, account_id: str | None, people: Iterable[models.User]) -> None:
        """Record that a source was read, with the people in it."""
        from . import names  # imports unicodedata, which not every program needs

        known = [person for person in people if string(person.id) is not None]
        with self._lock:
            self._read.add((kind, name))
            for person in known:
                key, called = (account_id or "", person.id), names.own_name(person)
                # A number or e-mail address does not replace a name from another source.
                called = called or self._names.get(key) or names.known_name(person)
                if called is not None:
                    self._names[key] = called
