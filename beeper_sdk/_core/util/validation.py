"""Checks of arguments that several modules use.

Error messages have one form: the name of the argument, what it must be, and the type that was given. They never contain
the value, which may be private.

The last four functions read attributes of incomplete models (`Model.missing_fields`): whatever its annotation, a
required one can be None, and a string or number can be of another type."""

from __future__ import annotations

from collections.abc import Iterable
from types import UnionType
from typing import TypeGuard, TypeVar

T = TypeVar("T")
MAX_SECONDS = 1_000_000.0
"""Maximum of every duration that is passed to the SDK: 11 days. Sockets, locks and event loops have limits of their own
(2**31 milliseconds in `poll`), above which they raise OverflowError."""
MAX_ID = 1000
"""Maximum length of IDs and cursors that are sent back. The longest that apps use have about 100 characters."""


def is_whole(value: object) -> TypeGuard[int]:
    """Whether a value is an int. True and False do not count, although bool is a subclass of int."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is an int or a float. True and False do not count."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def wrong_type(source: str, expected: str, value: object) -> TypeError:
    """The error for an argument or variable of another type than expected."""
    return TypeError(f"{source} must be {expected}, not {type(value).__name__}")


def check_text(source: str, value: object) -> str:
    """Check that a value is a str. Raises TypeError with the name of the argument or variable."""
    if not isinstance(value, str):
        raise wrong_type(source, "a str", value)
    return value


def check_count(source: str, value: object, least: int = 1, most: int | None = None) -> None:
    """Check that a value is an int in a range. Raises ValueError, TypeError."""
    expected = f"an int of at least {least}" if most is None else f"an int from {least} to {most}"
    if not is_whole(value):
        raise wrong_type(source, expected, value)
    if value < least or (most is not None and value > most):
        raise ValueError(f"{source} must be {expected}")


def check_port(port: object) -> None:
    """Check the ``port`` argument; 0 selects a free port. Raises ValueError, TypeError."""
    check_count("port", port, 0, 65535)


def check_kind(source: str, value: object, kind: type | UnionType, expected: str) -> None:
    """Check the type of an argument. Raises TypeError."""
    if not isinstance(value, kind):
        raise wrong_type(source, expected, value)


def has_method(value: object, name: str) -> bool:
    """Whether a value is an object with this method, and not its class."""
    return not isinstance(value, type) and callable(getattr(value, name, None))


def check_flags(**flags: object) -> None:
    """Check arguments that must be True or False: "no" would count as True. Raises TypeError."""
    for name, value in flags.items():
        check_kind(name, value, bool, "True or False")


def similar_names(name: str, known: Iterable[str], otherwise: str) -> str:
    """A hint for a name that is not known: the most similar ones, or else another hint."""
    from difflib import get_close_matches

    similar = get_close_matches(name, known)
    return f"did you mean {' or '.join(map(repr, similar))}?" if similar else otherwise


def check_timeout(timeout: float | None) -> float | None:
    """Check a timeout: seconds greater than 0, or None for no limit. Raises ValueError, TypeError."""
    return None if timeout is None else check_seconds("timeout", timeout, or_none=True)


def check_seconds(source: str, value: object, *, or_none: bool = False, zero: bool = False) -> float:
    """Check a duration of at most `MAX_SECONDS`. Raises ValueError, TypeError. The caller accepts None, which the error
    mentions if `or_none`. `zero`: whether 0 is allowed."""
    if not is_number(value):
        raise wrong_type(source, f"a number of seconds{' or None' if or_none else ''}", value)
    if not (0 < value <= MAX_SECONDS or (zero and value == 0)):  # also false for NaN
        allowed = "from 0 to" if zero else "greater than 0 and at most"
        raise ValueError(f"{source} must be {allowed} {MAX_SECONDS:.0f} seconds{', or None for no limit' * or_none}")
    return float(value)


def optional(value: T) -> T | None:
    """A required attribute, as one that can be None."""
    return value


def whole(value: object) -> int | None:
    """An int; None if it is missing or of another type."""
    return value if isinstance(value, int) else None


def string(value: object) -> str | None:
    """A string; None if it is missing or of another type."""
    return value if isinstance(value, str) else None


def usable_id(value: object) -> str | None:
    """An ID that a request can contain; None if it is missing, of another type, or could not be sent."""
    if not isinstance(value, str) or len(value) > MAX_ID or value in (".", "..") or not value.strip():
        return None
    return None if any("\ud800" <= letter <= "\udfff" for letter in value) else value
