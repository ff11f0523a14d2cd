"""Which ports of this machine may be connected to. The pytest plugin forbids those that may be a real Beeper's."""

from __future__ import annotations

from collections.abc import Callable

checks: list[Callable[[int], None]] = []
"""Functions that raise an exception if a port must not be connected to. It is raised by the call."""


def check(port: int) -> None:
    """Call the functions."""
    for forbid in checks:
        forbid(port)
