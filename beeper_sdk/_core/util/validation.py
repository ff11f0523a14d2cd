"""Checks of arguments that several modules use.

Error messages have one form: the name of the argument, what it must be, and the type that was given. They never contain
the value, which may be private."""

from __future__ import annotations

from typing import TypeGuard


def is_whole(value: object) -> TypeGuard[int]:
    """Whether a value is an int. True and False do not count, although bool is a subclass of int."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is an int or a float. True and False do not count."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_at_least(value: object, least: float) -> TypeGuard[float]:
    """Whether a value is a finite number of at least `least`."""
    return is_number(value) and least <= value < float("inf")


def check_text(source: str, value: object) -> str:
    """Check that a value is a str. Raises TypeError with the name of the argument or variable."""
    if not isinstance(value, str):
        raise TypeError(f"{source} must be a str, not {type(value).__name__}")
    return value


def check_timeout(timeout: float | None) -> float | None:
    """Check a timeout: seconds greater than 0, or None for no limit. Raises ValueError, TypeError."""
    if timeout is None:
        return None
    if not is_number(timeout):
        raise TypeError(f"timeout must be a number of seconds or None, not {type(timeout).__name__}")
    if not timeout > 0:  # also false for NaN
        raise ValueError("timeout must be greater than 0 seconds, or None for no limit")
    return float(timeout)
