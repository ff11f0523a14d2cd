"""The settings of a `WritePolicy`, checked and in their final form. Operations are those of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeGuard

from .._core.generated import operation_metadata
from .._core.util.validation import is_whole

_OPERATION = re.compile(r"[a-z0-9_.*]+", re.IGNORECASE)
_LONGEST = 60


def chat_ids(chats: Iterable[str] | None) -> frozenset[str] | None:
    """IDs of chats."""
    return _ids("chats", chats)


def account_ids(accounts: Iterable[str] | None) -> frozenset[str] | None:
    """IDs of accounts."""
    return _ids("accounts", accounts)


def operation_names(operations: Iterable[str] | None) -> frozenset[str] | None:
    """Names of operations; a group's pattern becomes the names it stands for."""
    given = _texts("operations", operations)
    return None if given is None else frozenset(name for pattern in given for name in _operations_for(pattern))


def per_minute(count: int | None) -> int | None:
    """A number of writes."""
    return _limit("per_minute", count)


def per_hour(count: int | None) -> int | None:
    """A number of writes."""
    return _limit("per_hour", count)


def _limit(argument: str, count: int | None) -> int | None:
    if count is None:
        return None
    if not is_whole(count):
        raise TypeError(f"{argument} takes a whole number or None, not {type(count).__name__}")
    if count < 1:
        raise ValueError(f"{argument} takes at least 1; a client that may not write at all is one with read_only=True")
    return count


def _texts(argument: str, values: object) -> tuple[str, ...] | None:
    if values is None:
        return None
    if not _is_iterable(values) or isinstance(values, str | bytes):
        raise TypeError(f"{argument} takes a list of texts or None, not {type(values).__name__}")
    given = tuple(values)
    texts = tuple(value for value in given if isinstance(value, str))
    if len(texts) != len(given):
        raise TypeError(f"{argument} takes a list of texts; one of these is none")
    return texts


def _is_iterable(value: object) -> TypeGuard[Iterable[object]]:
    return isinstance(value, Iterable)


def _ids(argument: str, values: Iterable[str] | None) -> frozenset[str] | None:
    given = _texts(argument, values)
    if given is not None and not all(value.strip() for value in given):
        raise ValueError(f"{argument} takes IDs; one of these is empty")
    return None if given is None else frozenset(given)


def _operations_for(pattern: str) -> list[str]:
    """The operations that a name or a group's pattern stands for."""
    known = operation_metadata()
    group = pattern.removesuffix("*")
    if group.endswith(".") and pattern.endswith(".*"):
        names = [name for name in known if name.startswith(group)]
    else:
        names = [pattern] if pattern in known else []
    if not names:
        raise ValueError(f"operations names {_shown(pattern)}, which is no operation{_close(pattern, known)}")
    return names


def _shown(pattern: str) -> str:
    """What was given, where it may be meant for an operation: it could be a chat's ID, in the wrong place."""
    return repr(pattern) if len(pattern) <= _LONGEST and _OPERATION.fullmatch(pattern) else "something"


def _close(pattern: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = list(known)
    groups = {f"{group}.*" for name in names for group in (name.rpartition(".")[0],) if group}
    close = get_close_matches(pattern, [*names, *sorted(groups)], n=3)
    return f"; close to it are {', '.join(close)}" if close else " (nor a group such as messages.*)"
