"""The arguments of `beeper.changes()`, checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeGuard, get_args

from attrs import frozen

from ..generated import models
from ..util.validation import check_flags, check_kind, is_number
from .fingerprints import milliseconds

if TYPE_CHECKING:
    from ..generated import ItemsOf

Include: TypeAlias = Literal["edits", "deletions", "reactions", "chats"]
"""A kind of changes in addition to new messages."""
Own: TypeAlias = Literal["all", "elsewhere", "none"]
"""Which of your own messages count: ``elsewhere`` are those that no client of the position sent."""
Start: TypeAlias = Literal["now", "all"] | datetime
"""Where a new position begins. A datetime must have a time zone."""
POLL_EVERY, SWEEP_EVERY, RECONCILE = 5.0, 60.0, timedelta(days=2)


@frozen
class Options:
    """What to deliver, and how to look for it."""

    chats: frozenset[str] | None
    accounts: frozenset[str] | None
    networks: frozenset[str] | None
    include: frozenset[Include]
    own: Own
    start: Start
    reconcile: timedelta
    live: bool
    poll_every: float
    sweep_every: float
    until_now: bool = False

    @property
    def first_ms(self) -> int | None:
        """Unix milliseconds from which on messages are new at the beginning; None for all, and for ``now``."""
        return milliseconds(self.start) if isinstance(self.start, datetime) else None

    @property
    def by_account(self) -> bool:
        """Whether chats are selected by their account or network."""
        return self.accounts is not None or self.networks is not None


def check_options(
    *,
    chats: str | models.Chat | ItemsOf[str | models.Chat] | None,
    accounts: str | ItemsOf[str] | None,
    networks: str | ItemsOf[str] | None,
    include: Iterable[Include],
    own: Own,
    start: Start,
    reconcile: timedelta,
    live: bool,
    poll_every: float,
    sweep_every: float,
) -> Options:
    """The arguments, checked. Raises ValueError or TypeError, with the name of the argument."""
    _check_start(start)
    check_flags(live=live)
    check_kind("reconcile", reconcile, timedelta, "a timedelta")
    if reconcile < timedelta(0):
        raise ValueError("reconcile must not be negative")
    if own not in get_args(Own):
        raise ValueError("own must be 'all', 'elsewhere' or 'none'")
    return Options(
        _names("chats", chats, chat_ids=True),
        _names("accounts", accounts),
        _names("networks", networks, fold=True),
        _include(include),
        own,
        start,
        reconcile,
        live,
        _seconds("poll_every", poll_every),
        _seconds("sweep_every", sweep_every),
    )


def _check_start(start: object) -> None:
    if start not in ("now", "all") and (not isinstance(start, datetime) or start.tzinfo is None):
        raise ValueError("start must be 'now', 'all' or a datetime with a time zone")


def _include(include: object) -> frozenset[Include]:
    known: tuple[Include, ...] = get_args(Include)
    if isinstance(include, str) or not _is_iterable(include):
        raise TypeError(f"include must be a set of {', '.join(known)}, such as {{'edits'}}")
    names = list(include)
    if any(name not in known for name in names):
        raise ValueError(f"include must contain only {', '.join(known)}")
    return frozenset(name for name in known if name in names)


def _is_iterable(value: object) -> TypeGuard[Iterable[object]]:
    return isinstance(value, Iterable)


def _names(name: str, given: object, *, chat_ids: bool = False, fold: bool = False) -> frozenset[str] | None:
    if given is None:
        return None
    entries: Iterable[object] = [given] if isinstance(given, str | models.Chat) else _entries(name, given)
    found: set[str] = set()
    for entry in entries:
        text = entry.id if chat_ids and isinstance(entry, models.Chat) else entry
        if not isinstance(text, str):
            raise TypeError(f"{name} must be a str or a list of str")
        if not text.strip():
            raise ValueError(f"{name} must not contain a blank str")
        found.add(text.casefold() if fold else text)
    return frozenset(found)


def _entries(name: str, given: object) -> Iterable[object]:
    if not _is_iterable(given):
        raise TypeError(f"{name} must be a str, a list of str or None")
    return given


def _seconds(name: str, value: float) -> float:
    if not is_number(value) or not 0.05 <= value <= 86_400:
        raise ValueError(f"{name} must be a number of seconds from 0.05 to 86400")
    return float(value)
