"""Validates and normalizes the arguments of a `WritePolicy`. Operation names are those of the spec."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeGuard

from .._core.generated import objects, operation_metadata
from .._core.util.validation import is_whole, wrong_type

if TYPE_CHECKING:
    from .._core.generated import ItemsOf, models

_OPERATION = re.compile(r"[a-z0-9_.*]+", re.IGNORECASE)
_MAX_SHOWN = 60
_MAX_WRITES = 1_000_000


def chat_ids(chats: ItemsOf[str | models.Chat] | None) -> frozenset[str] | None:
    """The chat IDs of ``chats=``, of chats too."""
    given: object = chats
    if chats is None or isinstance(given, str | bytes) or not _is_iterable(given):
        return _ids("chats", given)
    return _ids("chats", [objects.chat_id(chat, "chats") for chat in chats])


def account_ids(accounts: ItemsOf[str] | None) -> frozenset[str] | None:
    """The account IDs of ``accounts=``."""
    return _ids("accounts", accounts)


def operation_names(operations: ItemsOf[str] | None) -> frozenset[str] | None:
    """The operation names of ``operations=``, with patterns such as ``messages.*`` expanded."""
    given = _texts("operations", operations)
    return None if given is None else frozenset(name for pattern in given for name in _operations_for(pattern))


def per_minute(count: int | None) -> int | None:
    """The limit of ``per_minute=``."""
    return _limit("per_minute", count)


def per_hour(count: int | None) -> int | None:
    """The limit of ``per_hour=``."""
    return _limit("per_hour", count)


def _limit(argument: str, count: int | None) -> int | None:
    if count is None:
        return None
    if not is_whole(count):
        raise wrong_type(argument, "an int or None", count)
    if count > _MAX_WRITES:  # so many times are kept in memory
        raise ValueError(f"{argument} must be at most {_MAX_WRITES}, or None for no limit")
    if count < 1:
        raise ValueError(f"{argument} must be at least 1; use Beeper(read_only=True) to allow no writes")
    return count


def _texts(argument: str, values: object) -> tuple[str, ...] | None:
    if values is None:
        return None
    if not _is_iterable(values) or isinstance(values, str | bytes):
        raise wrong_type(argument, "a list of str or None", values)
    given = tuple(values)
    texts = tuple(str.__str__(value) for value in given if isinstance(value, str))  # a subclass may compare otherwise
    if len(texts) != len(given):
        wrong = next(type(item).__name__ for item in given if not isinstance(item, str))
        raise TypeError(f"{argument} must be a list of str, not of {wrong}")
    return texts


def _is_iterable(value: object) -> TypeGuard[Iterable[object]]:
    return isinstance(value, Iterable)


def _ids(argument: str, values: object) -> frozenset[str] | None:
    given = _texts(argument, values)
    if given is not None and not all(value.strip() for value in given):
        raise ValueError(f"{argument} must not contain an empty ID")
    return None if given is None else frozenset(given)


def _operations_for(pattern: str) -> list[str]:
    """The operations that a name or a pattern such as ``messages.*`` matches."""
    known = operation_metadata()
    group = pattern.removesuffix("*")
    if group.endswith(".") and pattern.endswith(".*"):
        names = [name for name in known if name.startswith(group)]
    else:
        names = [pattern] if pattern in known else []
    if not names:
        raise ValueError(f"operations contains {_shown(pattern)}, which is not an operation{_close(pattern, known)}")
    return names


def _shown(pattern: str) -> str:
    """The value, if it looks like an operation name. Anything else is not shown: it may be a chat ID."""
    return repr(pattern) if len(pattern) <= _MAX_SHOWN and _OPERATION.fullmatch(pattern) else "a value"


def _close(pattern: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = list(known)
    groups = {f"{group}.*" for name in names for group in (name.rpartition(".")[0],) if group}
    close = get_close_matches(pattern, [*names, *sorted(groups)], n=3)
    return f"; did you mean {' or '.join(close)}?" if close else " or a group such as messages.*"
