"""Checks of arguments that several modules make."""

from __future__ import annotations

from typing import TypeGuard


def is_whole(value: object) -> TypeGuard[int]:
    """Is this a whole number a caller may mean? True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> TypeGuard[float]:
    """Is this a number a caller may mean? True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
