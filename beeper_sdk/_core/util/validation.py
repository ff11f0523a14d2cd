"""Checks of arguments that several modules make."""

from __future__ import annotations

from typing import TypeGuard


def is_whole(value: object) -> TypeGuard[int]:
    """Is this a whole number a caller may mean? True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> TypeGuard[float]:
    """Is this a number a caller may mean? True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_at_least(value: object, least: float) -> TypeGuard[float]:
    """Is this a finite number, and no less than `least`?"""
    return is_number(value) and least <= value < float("inf")


def check_text(source: str, value: object) -> str:
    """A string. Raises TypeError naming the argument or variable, without its value."""
    if not isinstance(value, str):
        raise TypeError(f"{source} takes text, not {type(value).__name__}")
    return value


def check_timeout(timeout: float | None) -> float | None:
    """Seconds greater than 0, or None for no limit. Raises ValueError, TypeError."""
    if timeout is None:
        return None
    if not is_number(timeout):
        raise TypeError(f"timeout takes seconds or None, not {type(timeout).__name__}")
    if not timeout > 0:
        raise ValueError("timeout takes seconds greater than 0, or None for no limit")
    return float(timeout)
